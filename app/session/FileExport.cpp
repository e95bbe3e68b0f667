// SPDX-License-Identifier: MIT
#include "app/session/FileExport.h"

#include "app/base/DiskSync.h"
#include "app/base/SystemWords.h"
#include "app/capture/Capture.h"

#include <QElapsedTimer>
#include <QSaveFile>

#include <utility>

namespace netassist {

namespace {

constexpr qint64 kSliceMs = 5;
/// So much is written before it has to be on the disk. Of much more the system would keep the writer waiting, on a slow
/// stick for most of the time.
constexpr qint64 kUnsyncedBytes = qint64{32} << 20;

} // namespace

FileExport::FileExport(QString path, std::unique_ptr<ExportSource> source, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_source(std::move(source))
{
    connect(&m_turn, &QTimer::timeout, this, &FileExport::writeSlice);
}

FileExport::~FileExport()
{
    if (m_isWritten) // only its way to the disk is missing
        (void)commit(*m_file);
}

void FileExport::start()
{
    // From the event loop in any case, so that nobody hears of the end before start() has returned.
    m_turn.start(0);
}

void FileExport::cancel()
{
    if (isRunning())
        finish(false);
}

void FileExport::cancelUnlessWritten()
{
    if (!m_isWritten)
        cancel();
}

void FileExport::writeSlice()
{
    if (!m_file) {
        m_file = std::make_unique<QSaveFile>(m_path);
        if (!m_file->open(QIODevice::WriteOnly)) {
            fail(englishWords(m_file->errorString()));
            return;
        }
    }
    int rest = 0;
    QElapsedTimer slice;
    slice.start();
    while (!m_source->atEnd() && m_unsynced < kUnsyncedBytes && !slice.hasExpired(kSliceMs)) {
        if (!m_source->isAtHand()) {
            rest = Capture::kFetchMs;
            break;
        }
        const QByteArray piece = m_source->next();
        if (m_file->write(piece) != piece.size()) {
            fail(englishWords(m_file->errorString()));
            return;
        }
        m_unsynced += piece.size();
    }
    const int percent = static_cast<int>(m_source->progress() * 100);
    if (std::exchange(m_percent, percent) != percent)
        Q_EMIT progressed(percent);
    if (!isRunning()) // cancelled by whoever was told
        return;
    if (m_source->atEnd()) {
        m_turn.stop();
        m_isWritten = true;
        commitInBackground(*m_file, [this](const QString& error) {
            if (error.isEmpty())
                finish(true);
            else
                fail(error);
        });
    } else if (m_unsynced >= kUnsyncedBytes) {
        m_turn.stop();
        m_unsynced = 0;
        syncInBackground(*m_file, [this](const QString& error) {
            if (error.isEmpty())
                m_turn.start(0);
            else
                fail(error);
        });
    } else {
        m_turn.start(rest);
    }
}

void FileExport::fail(const QString& words)
{
    Q_EMIT failed(Note{NoteKind::FileWriteFailed, {m_path, words}});
    finish(false);
}

void FileExport::finish(bool saved)
{
    m_isWritten = false;
    m_turn.stop();
    m_file.reset(); // without its commit what was there stays
    Q_EMIT finished(saved);
}

} // namespace netassist
