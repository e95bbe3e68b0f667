// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/base/WholeFile.h"
#include "app/capture/Note.h"
#include "app/session/ExportSource.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace netassist {

/// Writes a source to a file: reads it in slices of a few milliseconds, so that everything else goes on meanwhile, and
/// has them written in a thread. What was in the file before stays until all has been written.
class FileExport final : public QObject {
    Q_OBJECT

public:
    /// What is on its way to the disk when this goes is waited for, but not for longer.
    static constexpr int kLastMs = 30'000;
    /// So is the end of one that is given up then, which has no more to wait for than what it is just writing.
    static constexpr int kGivenUpMs = 10'000;

    FileExport(QString path, std::unique_ptr<ExportSource> source, QObject* parent = nullptr);
    /// What has been written whole is saved, if the disk takes it within kLastMs; else what was there before stays.
    ~FileExport() override;

    /// Leads to exactly one finished().
    void start();
    /// Asks the source for nothing more. It may come too late: finished() tells.
    void cancel();
    /// For when its source is gone, or another is to begin: what only has to get to the disk is saved all the same.
    void cancelUnlessWritten();
    [[nodiscard]] QString path() const { return m_path; }
    /// Something has still to be read for it, and is.
    [[nodiscard]] bool isReading() const { return m_file && !m_isWritten && !m_isCancelled; }
    /// Records that had gone from the capture before they could be written.
    [[nodiscard]] RecordId leftOut() const { return m_source->leftOut(); }

Q_SIGNALS:
    /// In percent, each number once.
    void progressed(int percent);
    /// The file could not be written; finished() follows.
    void failed(const netassist::Note& error);
    /// It was, and in time; finished() follows.
    void cancelled();
    /// From the event loop. @param saved false if it failed or was cancelled
    void finished(bool saved);

private:
    void takeTurn();
    /// @return when to come again, in ms
    [[nodiscard]] int writeSlice();

    QString m_path;
    std::unique_ptr<ExportSource> m_source;
    DiskThread m_thread;
    std::unique_ptr<WholeFile> m_file; ///< since the start
    QTimer m_turn;                     ///< until it is finished
    bool m_isWritten = false;          ///< and on its way to the disk
    bool m_isCancelled = false;
    int m_percent = -1;
};

} // namespace netassist
