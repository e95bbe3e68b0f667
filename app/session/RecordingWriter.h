// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/session/RecordingFile.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <memory>

namespace netassist {

/// Writes to files in a thread of its own, in the order in which it was asked to, until one fails: a disk, a stick or a
/// share may take seconds. What has come of it is asked for.
class RecordingWriter final {
public:
    RecordingWriter();
    ~RecordingWriter();
    RecordingWriter(const RecordingWriter&) = delete;
    RecordingWriter& operator=(const RecordingWriter&) = delete;

    /// @param file its last holder closes it
    void write(const std::shared_ptr<RecordingFile>& file, const QByteArray& bytes);
    /// Closed when what was written before has been.
    void close(std::shared_ptr<RecordingFile> file);

    struct Progress {
        qint64 written = 0; ///< bytes, of all files
        qint64 waiting = 0; ///< bytes; none after a failure
        QString path;       ///< that could not be written to; empty: none
        QString words;      ///< why, in English
    };
    [[nodiscard]] Progress progress() const;
    /// Waits until nothing does, but not for longer.
    void wait(const QDeadlineTimer& deadline) const;

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared; ///< with the thread
    DiskThread m_thread;
};

} // namespace netassist
