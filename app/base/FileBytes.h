// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

namespace netassist {

/// What is to be had of an open file, by its descriptor and from any thread (POSIX).
struct FileBytes {
    qint64 count = 0; ///< fewer than asked for at the file's end, or where there is an error
    int error = 0;    ///< an errno
};

/// @param into as much as is wanted. @param from in the file
[[nodiscard]] FileBytes readBytes(int descriptor, std::span<char> into, qint64 from);

/// Without waiting for the disk: as much as there is in memory, from the first byte on. None: the system cannot tell,
/// which is so for most file systems but those of Linux's own.
[[nodiscard]] std::optional<FileBytes> readBytesAtHand(int descriptor, std::span<char> into, qint64 from);

} // namespace netassist
