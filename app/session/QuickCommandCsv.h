// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/capture/Note.h"
#include "app/session/QuickCommands.h"

namespace netassist {

/// One page, called like the file, of the comma-separated values that importQuickCommands() describes.
/// @param bytes without a byte order mark
[[nodiscard]] Result<QList<QuickCommandPage>, Note> readQuickCommandCsv(const QString& path, const QByteArray& bytes);

} // namespace netassist
