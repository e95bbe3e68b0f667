// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace netassist {

// What a program writes, the system keeps in memory until it has time to write it to disk, and longer: a gigabyte of log
// would push everything else out, and where memory must first be handed out (a virtual machine), each new page
// costs many times what writing to a used one does. Where the system cannot be told, these do nothing.

/// Begins to write a stretch of a file to disk and does not wait for it.
/// @return false if it had to wait all the same: the disk is slower than the writer
bool beginWriteback(int descriptor, qint64 from, qint64 length);
/// Gives the memory of a stretch back, as far as it is on disk.
void dropFromPageCache(int descriptor, qint64 from, qint64 length);

} // namespace netassist
