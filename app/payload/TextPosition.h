// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

namespace netassist {

/// The error at `position`, with line and column counted in `text`.
[[nodiscard]] PayloadError payloadErrorAt(QStringView text, qsizetype position, qsizetype length, QString reason);

} // namespace netassist
