// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/session/ExportSource.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

class QSaveFile;

namespace netassist {

/// Writes a source to a file in slices of a few milliseconds, so that everything else goes on meanwhile. What was in
/// the file before stays until all has been written.
class FileExport final : public QObject {
    Q_OBJECT

public:
    FileExport(QString path, std::unique_ptr<ExportSource> source, QObject* parent = nullptr);
    /// What has been written whole is saved, and waited for; else what was there before stays.
    ~FileExport() override;

    /// Leads to exactly one finished().
    void start();
    void cancel();
    /// For when its source is gone, or another is to begin: what only has to get to the disk is saved all the same.
    void cancelUnlessWritten();
    /// Records that had gone from the capture before they could be written.
    [[nodiscard]] RecordId leftOut() const { return m_source->leftOut(); }

Q_SIGNALS:
    /// In percent, each number once.
    void progressed(int percent);
    /// The file could not be written; finished() follows.
    void failed(const netassist::Note& error);
    /// @param saved false if it failed or was cancelled
    void finished(bool saved);

private:
    [[nodiscard]] bool isRunning() const { return m_file || m_turn.isActive(); }
    void writeSlice();
    void fail(const QString& words);
    void finish(bool saved);

    QString m_path;
    std::unique_ptr<QSaveFile> m_file; ///< from the first slice on until it is finished
    std::unique_ptr<ExportSource> m_source;
    QTimer m_turn;
    qint64 m_unsynced = 0;    ///< bytes written since all were on the disk
    bool m_isWritten = false; ///< and on its way to the disk
    int m_percent = -1;
};

} // namespace netassist
