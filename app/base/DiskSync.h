// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

class QFileDevice;
class QSaveFile;

namespace netassist {

// To wait until bytes are on the disk takes tenths of a second while the disk is busy with what is being received, and
// many seconds for gigabytes. Here the system waits, and the event loop goes on (Linux; elsewhere `done` comes at once).

/// Has what was written to the file put on the disk.
/// @param done from the event loop, also if it could not be put there; not at all if the file is destroyed before
void syncInBackground(QFileDevice& file, std::function<void()> done);

/// QSaveFile::commit() with its wait in the background.
/// @param done with what commit() said, from the event loop; not at all if the file is destroyed before, which leaves
///        what was there under its name
void commitInBackground(QSaveFile& file, std::function<void(bool isCommitted)> done);

} // namespace netassist
