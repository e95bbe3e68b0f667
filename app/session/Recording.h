// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/session/RecordingFile.h"
#include "app/session/RecordingSource.h"
#include "app/session/RecordingWriter.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <list>
#include <memory>
#include <optional>

namespace netassist {

enum class RecordingKind : quint8 {
    Received,        ///< bytes, all peers in one file
    ReceivedPerPeer, ///< bytes, a file for each peer
    Log,             ///< the log as it is shown
};

struct RecordingTarget {
    QString path;
    RecordingKind kind = RecordingKind::Received;
    RecordingFile::Start start = RecordingFile::Start::Append; ///< of a file that is there already
};

/// Saves what a capture gets from now on to files, as it comes. It follows the capture, in slices of a few milliseconds
/// and not in the way of those who receive; every slice goes to the system at once, several times a second, in a thread:
/// a disk may take its time. What the capture drops before it could be written is told, and so is a disk that takes no
/// more. One object is one recording; it is not to be destroyed from inside its own signals.
class Recording final : public QObject {
    Q_OBJECT

public:
    static constexpr int kGatherMs = 50;
    /// How often it is asked whether the files are still there.
    static constexpr int kWatchMs = 1000;
    /// How often while a disk is waited for.
    static constexpr int kDiskMs = 5;
    /// What is not written yet when all has to end at once, or the log is cleared, gets so long.
    static constexpr int kLastMs = 500;
    static constexpr std::size_t kOpenFiles = 64;

    /// @param capture outlives this
    Recording(Capture& capture, RecordingTarget target, const ViewSettings& settings, QObject* parent = nullptr);
    /// Writes what it can within kLastMs. What has been given to the disk then may still get there.
    ~Recording() override;

    /// Leads to a note, and to finished() if it fails, before this returns; so connect first.
    void start();
    /// What has come up to now is still written; finished() follows.
    void stop();
    /// The same, at once.
    void stopNow();

    [[nodiscard]] const RecordingTarget& target() const { return m_target; }
    /// Bytes in the file as far as that is known, with what it held before; of several files, in all of them.
    [[nodiscard]] qint64 size() const { return m_size; }
    void setViewSettings(const ViewSettings& settings);

Q_SIGNALS:
    void noted(const netassist::Note& note);
    /// Nothing is written any more. Comes once.
    void finished();

private:
    enum class State : quint8 { New, Running, Stopping, Finished };

    [[nodiscard]] RecordId end() const { return m_state == State::Stopping ? m_end : m_capture.end(); }
    void writeSoon();
    void writeSlice();
    enum class Left : quint8 { Nothing, Some, WaitsForDisk };
    [[nodiscard]] Left writeUntil(const QDeadlineTimer& deadline);
    /// Also where the disk has to be waited for.
    void writeAllUntil(const QDeadlineTimer& deadline);
    bool writeNext();
    void takeProgress();
    void writeEnd();
    void skipGap();
    /// @param before bytes meant of all records before that one
    void giveUpTo(RecordId record, qint64 before);
    /// Of data that this recording is of.
    [[nodiscard]] qint64 meant(const Capture::DataBytes& bytes) const;
    [[nodiscard]] qint64 meant(RecordId record) const;
    void write(PeerId peer, const QByteArray& bytes);
    /// Open; or null, and then this recording has failed.
    [[nodiscard]] std::shared_ptr<RecordingFile> fileOf(PeerId peer);
    [[nodiscard]] QString pathOf(PeerId peer) const;
    void beforeClear();
    void watch();
    void tellGap();
    void fail(const QString& path, const QString& words);
    void finish(const Note& note);

    Capture& m_capture;
    RecordingTarget m_target;
    std::unique_ptr<RecordingSource> m_source;
    RecordingWriter m_writer;
    std::list<std::shared_ptr<RecordingFile>> m_files; ///< open; the one written to last comes first
    QSet<QString> m_begun;                             ///< paths opened before: never anew again
    State m_state = State::New;
    RecordId m_end = 0;       ///< when stopping
    qint64 m_beforeEnd = 0;   ///< bytes meant of all records before it
    qint64 m_beforePlace = 0; ///< bytes meant of all records before the source's place
    qint64 m_size = 0;
    qint64 m_written = 0;  ///< by this recording
    bool m_isFed = false;  ///< something has come since the last slice
    bool m_hasEnd = false; ///< what belongs behind all of it has been given to the writer
    qint64 m_gap = 0;      ///< bytes meant, dropped unwritten and not told yet
    QTimer m_due;
    QTimer m_watch;
};

} // namespace netassist
