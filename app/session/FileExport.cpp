// SPDX-License-Identifier: MIT
#include "app/session/FileExport.h"

#include "app/base/SystemWords.h"

#include <QElapsedTimer>

#include <utility>

namespace netassist {

namespace {

constexpr qint64 kSliceMs = 5;

} // namespace

FileExport::FileExport(const QString& path, std::unique_ptr<ExportSource> source, QObject* parent)
    : QObject(parent), m_file(path), m_source(std::move(source))
{
    connect(&m_turn, &QTimer::timeout, this, &FileExport::writeSlice);
}

FileExport::~FileExport() = default;

void FileExport::start()
{
    // From the event loop in any case, so that nobody hears of the end before start() has returned.
    m_turn.start(0);
}

void FileExport::cancel()
{
    if (!m_turn.isActive())
        return;
    m_file.cancelWriting();
    finish(false);
}

void FileExport::writeSlice()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly)) {
        fail();
        return;
    }
    QElapsedTimer slice;
    slice.start();
    while (!m_source->atEnd() && !slice.hasExpired(kSliceMs)) {
        const QByteArray piece = m_source->next();
        if (m_file.write(piece) != piece.size()) {
            fail();
            return;
        }
    }
    const int percent = static_cast<int>(m_source->progress() * 100);
    if (std::exchange(m_percent, percent) != percent)
        Q_EMIT progressed(percent);
    if (!m_source->atEnd())
        return;
    if (m_file.commit())
        finish(true);
    else
        fail();
}

void FileExport::fail()
{
    const Note error{NoteKind::FileWriteFailed, {m_file.fileName(), englishWords(m_file.errorString())}};
    m_file.cancelWriting();
    Q_EMIT failed(error);
    finish(false);
}

void FileExport::finish(bool saved)
{
    m_turn.stop();
    Q_EMIT finished(saved);
}

} // namespace netassist
