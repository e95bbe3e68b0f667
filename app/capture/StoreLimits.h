// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

namespace netassist {

/// How much a store may take, and where.
struct StoreLimits {
    QString folder;                         ///< for the segment files; empty: the user's cache folder
    qint64 segmentBytes = qint64{64} << 20; ///< one segment file
    qint64 limitBytes = 0;                  ///< all of it, oldest segments go past this; 0: automaticLimit()
    qint64 memoryBytes = qint64{64} << 20;  ///< the newest bytes kept when no file can be written
    qint64 records = 8'000'000;             ///< kept by a capture, whose index takes 40 bytes of memory for each
};

/// 4 GiB or a quarter of the room in the folder's file system, whichever is less.
/// @param own bytes there that count as room: they are the asker's
[[nodiscard]] qint64 automaticLimit(const QString& folder, qint64 own = 0);

} // namespace netassist
