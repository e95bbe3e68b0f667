// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QFileDevice;
class QSaveFile;

namespace netassist {

// To wait until bytes are on the disk takes 50 ms and more while the disk is busy with what is being received, and most
// of a second for each gigabyte. Here the system waits, and the event loop goes on (Linux; elsewhere `done` comes at
// once).

/// Has what was written to the file put on the disk.
/// @param done from the event loop, with the system's words in English if that failed; not at all if the file is
///        destroyed before
void syncInBackground(QFileDevice& file, std::function<void(const QString& error)> done);

/// QSaveFile::commit() with its wait in the background.
/// @param done from the event loop, with the reason in English if the file was not committed; not at all if the file is
///        destroyed before. Then too what was there under its name stays.
void commitInBackground(QSaveFile& file, std::function<void(const QString& error)> done);

/// QSaveFile::commit() that also looks whether all could be written. @return the reason in English if not
[[nodiscard]] QString commit(QSaveFile& file);

} // namespace netassist
