// SPDX-License-Identifier: MIT
#include "app/session/FileExport.h"

#include "app/capture/Capture.h"

#include <QDeadlineTimer>

#include <utility>

namespace netassist {

namespace {

constexpr qint64 kSliceMs = 5;
constexpr qint64 kMostUnwritten = qint64{4} << 20; // for the disk

} // namespace

FileExport::FileExport(QString path, std::unique_ptr<ExportSource> source, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_source(std::move(source))
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FileExport::takeTurn);
}

FileExport::~FileExport()
{
    if (!m_file)
        return;
    if (!m_isWritten)
        m_file->cancel();
    m_file->wait(QDeadlineTimer(m_isWritten && !m_isCancelled ? kLastMs : kGivenUpMs));
}

void FileExport::start()
{
    m_file = std::make_unique<WholeFile>(m_thread, m_path);
    m_turn.start(0);
}

void FileExport::cancel()
{
    if (!m_file)
        return;
    m_isCancelled = true;
    m_file->cancel();
}

void FileExport::cancelUnlessWritten()
{
    if (!m_isWritten)
        cancel();
}

void FileExport::takeTurn()
{
    const int rest = m_isWritten || m_isCancelled ? WholeFile::kLookMs : writeSlice();
    const WholeFile::Progress progress = m_file->progress();
    if (!progress.isOver) {
        m_turn.start(rest);
        return;
    }
    if (!progress.error.isEmpty())
        Q_EMIT failed(Note{NoteKind::FileWriteFailed, {m_path, progress.error}});
    else if (!progress.isSaved)
        Q_EMIT cancelled();
    Q_EMIT finished(progress.isSaved);
}

int FileExport::writeSlice()
{
    int rest = 0;
    const QDeadlineTimer slice(kSliceMs);
    while (rest == 0 && !m_source->atEnd() && !slice.hasExpired()) {
        if (m_file->progress().waiting >= kMostUnwritten)
            rest = WholeFile::kLookMs;
        else if (!m_source->isAtHand())
            rest = Capture::kFetchMs;
        else
            m_file->write(m_source->next());
    }
    if (m_source->atEnd()) {
        m_isWritten = true;
        m_file->commit();
        rest = WholeFile::kLookMs;
    }
    const int percent = static_cast<int>(m_source->progress() * 100);
    if (std::exchange(m_percent, percent) != percent)
        Q_EMIT progressed(percent);
    return rest;
}

} // namespace netassist
