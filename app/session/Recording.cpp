// SPDX-License-Identifier: MIT
#include "app/session/Recording.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr int kRecordingSliceMs = 5;
constexpr qint64 kMostWaiting = qint64{4} << 20; // for the disk

std::unique_ptr<RecordingSource> makeSource(const Capture& capture, RecordingKind kind, const ViewSettings& settings)
{
    if (kind == RecordingKind::Log)
        return std::make_unique<LogTail>(capture, capture.end(), settings);
    return std::make_unique<ReceivedTail>(capture, capture.end(), kind == RecordingKind::ReceivedPerPeer);
}

/// `127.0.0.1:56984` as part of a file's name: `127.0.0.1-56984`; of `[::1]:80`: `__1-80`.
QString asFileName(const QString& label)
{
    QString name = label;
    const qsizetype colon = name.lastIndexOf(QLatin1Char(':'));
    if (colon >= 0)
        name[colon] = QLatin1Char('-');
    name.remove(QLatin1Char('['));
    name.remove(QLatin1Char(']'));
    for (QChar& character : name) {
        const bool plain = character.unicode() < 0x80 && character.isLetterOrNumber();
        if (!plain && character != QLatin1Char('.') && character != QLatin1Char('-'))
            character = QLatin1Char('_');
    }
    return name;
}

} // namespace

Recording::Recording(Capture& capture, RecordingTarget target, const ViewSettings& settings, QObject* parent)
    : QObject(parent),
      m_capture(capture),
      m_target(std::move(target)),
      m_source(makeSource(capture, m_target.kind, settings))
{
    m_target.path = QFileInfo(m_target.path).absoluteFilePath();
    m_due.setSingleShot(true);
    m_watch.setInterval(kWatchMs);
    connect(&m_due, &QTimer::timeout, this, &Recording::writeSlice);
    connect(&m_watch, &QTimer::timeout, this, &Recording::watch);
}

Recording::~Recording()
{
    blockSignals(true);
    stopNow();
}

void Recording::start()
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Running;
    m_source->skipTo(m_capture.end());
    m_beforePlace = meant(m_capture.appendedBytes());
    // Where each peer has a file of its own, the first of its bytes opens it.
    if (m_target.kind != RecordingKind::ReceivedPerPeer && !fileOf(kNoPeer))
        return;
    connect(&m_capture, &Capture::appended, this, &Recording::writeSoon);
    connect(&m_capture, &Capture::aboutToClear, this, &Recording::beforeClear);
    m_watch.start();
    Q_EMIT noted({NoteKind::SavingStarted, {m_target.path}});
}

void Recording::stop()
{
    if (m_state != State::Running)
        return;
    m_state = State::Stopping;
    m_end = m_capture.end();
    m_beforeEnd = meant(m_capture.appendedBytes());
    m_due.start(0);
}

void Recording::stopNow()
{
    stop();
    if (m_state != State::Stopping)
        return;
    const QDeadlineTimer deadline(kLastMs);
    writeAllUntil(deadline);
    giveUpTo(m_end, m_beforeEnd);
    writeEnd();
    m_writer.wait(deadline);
    takeProgress();
    if (m_state != State::Stopping)
        return;
    m_gap += m_writer.progress().waiting; // some of it may still get there
    finish({NoteKind::SavingStopped, {m_target.path, QString::number(m_written)}});
}

void Recording::setViewSettings(const ViewSettings& settings)
{
    m_source->setViewSettings(settings);
}

void Recording::writeSoon()
{
    m_isFed = true;
    if (!m_due.isActive())
        m_due.start(kGatherMs);
}

void Recording::writeSlice()
{
    const Left left = writeUntil(QDeadlineTimer(kRecordingSliceMs));
    const bool isAll = left == Left::Nothing && m_source->at() >= end();
    if (isAll && m_state == State::Stopping)
        writeEnd();
    const bool isWritten = m_writer.progress().waiting == 0;
    takeProgress();
    if (m_state == State::Finished)
        return;
    const bool isFed = std::exchange(m_isFed, false);
    if (left == Left::Some) {
        m_due.start(isFed ? kRecordingSliceMs : 0); // a socket is read once a turn: not in each of them a slice
    } else if (left == Left::WaitsForDisk || !isWritten) {
        m_due.start(kDiskMs);
    } else if (!isAll) {
        m_due.start(kGatherMs); // the end of a character is waited for
    } else {
        tellGap();
        if (m_state == State::Stopping)
            finish({NoteKind::SavingStopped, {m_target.path, QString::number(m_written)}});
    }
}

Recording::Left Recording::writeUntil(const QDeadlineTimer& deadline)
{
    do {
        skipGap();
        if (m_writer.progress().waiting >= kMostWaiting ||
            !m_capture.isAtHand(m_source->at(), end(), m_source->writtenOfIt()))
            return Left::WaitsForDisk;
        if (!writeNext())
            return Left::Nothing;
    } while (!deadline.hasExpired());
    return Left::Some;
}

void Recording::writeAllUntil(const QDeadlineTimer& deadline)
{
    do {
        skipGap();
        if (m_writer.progress().waiting >= kMostWaiting)
            m_writer.wait(deadline);
    } while (writeNext() && !deadline.hasExpired());
}

/// @return false if there is nothing for now
bool Recording::writeNext()
{
    const RecordId before = m_source->at();
    const auto portions = m_source->next(end(), m_state == State::Stopping);
    for (RecordId record = before; record < m_source->at(); ++record)
        m_beforePlace += meant(record);
    for (const RecordingSource::Portion& portion : portions)
        write(portion.peer, portion.bytes);
    return m_state != State::Finished && (!portions.empty() || m_source->at() != before);
}

void Recording::takeProgress()
{
    if (m_state == State::Finished)
        return;
    const RecordingWriter::Progress progress = m_writer.progress();
    m_size += progress.written - m_written;
    m_written = progress.written;
    if (!progress.path.isEmpty())
        fail(progress.path, progress.words);
}

void Recording::writeEnd()
{
    if (!std::exchange(m_hasEnd, true))
        write(kNoPeer, m_source->finish());
}

/// The capture may have dropped what was not written yet.
void Recording::skipGap()
{
    if (m_source->at() >= m_capture.begin())
        return;
    if (m_state == State::Stopping && m_capture.begin() > m_end)
        giveUpTo(m_end, m_beforeEnd);
    else
        giveUpTo(m_capture.begin(), meant(m_capture.droppedBytes()));
}

void Recording::giveUpTo(RecordId record, qint64 before)
{
    if (m_source->at() >= record)
        return;
    m_gap += before - m_beforePlace - m_source->writtenOfIt();
    m_source->skipTo(record);
    m_beforePlace = before;
}

qint64 Recording::meant(const Capture::DataBytes& bytes) const
{
    return bytes.received + (m_target.kind == RecordingKind::Log ? bytes.sent : 0);
}

qint64 Recording::meant(RecordId record) const
{
    const Record one = m_capture.record(record);
    const bool isMeant =
        one.kind == RecordKind::Received || (one.kind == RecordKind::Sent && m_target.kind == RecordingKind::Log);
    return isMeant ? qint64{one.length} : 0;
}

void Recording::write(PeerId peer, const QByteArray& bytes)
{
    if (m_state == State::Finished || bytes.isEmpty())
        return;
    if (const std::shared_ptr<RecordingFile> file = fileOf(peer))
        m_writer.write(file, bytes);
}

std::shared_ptr<RecordingFile> Recording::fileOf(PeerId peer)
{
    const QString path = pathOf(peer);
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [&path](const auto& file) { return file->path() == path; });
    if (found != m_files.end()) {
        m_files.splice(m_files.begin(), m_files, found);
        return m_files.front();
    }
    if (m_files.size() >= kOpenFiles) {
        m_writer.close(std::move(m_files.back()));
        m_files.pop_back();
    }
    const auto file = std::make_shared<RecordingFile>(path);
    const bool isFirst = !m_begun.contains(path);
    if (const std::optional<QString> words = file->open(isFirst ? m_target.start : RecordingFile::Start::Append)) {
        fail(path, *words);
        return nullptr;
    }
    if (isFirst)
        m_size += file->size();
    m_begun.insert(path);
    return m_files.emplace_front(file);
}

QString Recording::pathOf(PeerId peer) const
{
    if (peer == kNoPeer)
        return m_target.path;
    const QFileInfo target(m_target.path);
    const QString suffix = target.suffix();
    return QStringLiteral("%1/%2-%3%4")
        .arg(target.path(), target.completeBaseName(), asFileName(m_capture.peerLabel(peer)),
             suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix);
}

void Recording::beforeClear()
{
    writeAllUntil(QDeadlineTimer(kLastMs));
    if (m_state == State::Finished)
        return;
    giveUpTo(m_capture.end(), meant(m_capture.appendedBytes()));
    writeSoon(); // to tell what was given up, when the log is cleared
}

void Recording::watch()
{
    takeProgress();
    const auto gone = std::find_if(m_files.begin(), m_files.end(), [](const auto& file) { return !file->isInPlace(); });
    if (gone != m_files.end())
        finish({NoteKind::SavingGone, {(*gone)->path(), QString::number(m_written)}});
}

void Recording::tellGap()
{
    if (m_gap > 0)
        Q_EMIT noted({NoteKind::SavingGap, {m_target.path, QString::number(std::exchange(m_gap, 0))}});
}

void Recording::fail(const QString& path, const QString& words)
{
    finish({NoteKind::SavingFailed, {path, words, QString::number(m_written)}});
}

void Recording::finish(const Note& note)
{
    m_state = State::Finished;
    m_due.stop();
    m_watch.stop();
    m_capture.disconnect(this);
    for (std::shared_ptr<RecordingFile>& file : m_files)
        m_writer.close(std::move(file));
    m_files.clear();
    tellGap();
    Q_EMIT noted(note);
    Q_EMIT finished();
}

} // namespace netassist
