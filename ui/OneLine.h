// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace netassist {

/// The beginning of a text, of any length, in one line: a line break is an arrow, and what has no shape of its own is
/// shown as in the log.
[[nodiscard]] QString oneLine(QStringView text);

/// The beginning of a text as a tool tip: with its line breaks, and as it is, also where it looks like HTML.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace netassist
