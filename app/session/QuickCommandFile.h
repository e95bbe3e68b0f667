// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/capture/Note.h"
#include "app/session/QuickCommands.h"

namespace netassist {

/// Files of quick commands are no longer than this, in bytes.
inline constexpr qint64 kMostQuickCommandBytes = qint64{16} << 20;

/// The JSON document that importQuickCommands() reads: `{"pages": [{"name": …, "commands": [{"name": …, "mode": "text" |
/// "hex", "text": …, "escapes": true, "encoding": …, "ending": "none" | "cr" | "lf" | "crlf" | "crlf-for-at",
/// "checksum": "none" | {"algorithm": "CRC-16/MODBUS", …}, "delay": ms, "shortcut": "Ctrl+1", "ticked": false}]}]}`; where
/// encoding, ending or checksum is missing, it is as in the send settings.
[[nodiscard]] QByteArray exportQuickCommands(const QList<QuickCommandPage>& pages);

/// Reads what exportQuickCommands() writes, or comma-separated values: UTF-8, with or without a byte order mark, or GBK.
/// The columns of these are called in the first row, in any order (ticked, name, mode, content, escapes, encoding,
/// ending, checksum, delay, shortcut, or in Chinese 勾选, 名称, 模式, 内容, 转义, 编码, 结尾, 附加位, 延时, 快捷键); without such a
/// row they are content, or name and content, or name, mode, content, ending, delay, shortcut. A checksum is given by its
/// name, `none` or `无`. All or nothing is taken.
/// @param path for the error, and for the name of the page that comma-separated values become
[[nodiscard]] Result<QList<QuickCommandPage>, Note> importQuickCommands(const QString& path, const QByteArray& bytes);

} // namespace netassist
