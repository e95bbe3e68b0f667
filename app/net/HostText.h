// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QStringView>

namespace netassist {

/// The address a text stands for, with or without the brackets of `[::1]`; null if it is none. `::` is any address of
/// either family.
[[nodiscard]] QHostAddress literalAddress(QStringView text);

/// Whether the text can be a name to look up: text of digits and dots is a mistyped address.
[[nodiscard]] bool mayBeName(QStringView text);

} // namespace netassist
