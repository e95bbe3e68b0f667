// SPDX-License-Identifier: MIT
#include "app/session/FileSender.h"

#include "app/session/Sender.h"

#include <QPointer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace netassist {

FileSender::FileSender(Sender& sender, QObject* parent) : QObject(parent), m_sender(sender)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_watch.setInterval(kWatchMs);
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    m_disk.setSingleShot(true);
    m_disk.setInterval(FileSource::kFetchMs);
    connect(&m_disk, &QTimer::timeout, this, &FileSender::goOn);
    connect(&m_tick, &QTimer::timeout, this, &FileSender::tick);
    connect(&m_watch, &QTimer::timeout, this, &FileSender::watch);
    connect(&m_settle, &QTimer::timeout, this, &FileSender::settle);
}

FileSender::~FileSender() = default;

void FileSender::send(const QString& path, ConnectionId to, const FilePacing& pacing)
{
    if (isRunning()) {
        Q_EMIT noted({NoteKind::FileSendBusy, {m_source->path()}});
        return;
    }
    Result<std::unique_ptr<FileSource>, Note> opened = FileSource::open(path);
    if (!opened) {
        Q_EMIT noted(opened.error());
        return;
    }
    const std::vector<Sender::Recipient> recipients = m_sender.begin(*this, to);
    if (recipients.empty())
        return; // and this has been told
    m_source = std::move(opened).value();
    m_pacing = pacing;
    m_only = to;
    m_recipients = static_cast<qsizetype>(recipients.size());
    m_label = to != 0 ? recipients.front().label : QString();
    m_isDatagrams = recipients.front().isDatagrams;
    m_settle.setInterval(m_isDatagrams ? kReturnMs : 0);
    m_total = m_source->size() * m_recipients;
    m_highWater = mostWaiting();
    std::vector<ConnectionId> connections;
    connections.reserve(recipients.size());
    for (const Sender::Recipient& recipient : recipients) {
        m_shares.emplace(recipient.connection, Share{recipient.label, recipient.ahead, 0, 0, true});
        connections.push_back(recipient.connection);
    }
    m_clock.start();
    m_rate.clear();
    m_rate.sample(0, 0);
    m_watch.start();
    if (m_pacing.intervalMs > 0)
        m_tick.start(m_pacing.intervalMs);

    const QString bytes = QString::number(m_source->size());
    const QPointer<FileSender> self(this);
    Q_EMIT started();
    if (!self || !tell({to != 0 ? Note{NoteKind::FileSendStarted, {path, bytes, m_label}}
                                : Note{NoteKind::FileSendToAllStarted, {path, QString::number(m_recipients), bytes}}}))
        return;
    m_sender.resume(connections);
}

void FileSender::cancel()
{
    if (!isRunning())
        return;
    QList<Note> notes = lostPeers();
    notes.append({NoteKind::FileSendCancelled, {m_source->path(), QString::number(m_given), QString::number(m_total)}});
    finish(notes);
}

FileProgress FileSender::progress() const
{
    FileProgress progress{m_taken, m_total, m_recipients, m_rate.perSecond(), -1};
    if (progress.bytesPerSecond > 0)
        progress.secondsLeft =
            std::llround(std::ceil(static_cast<double>(m_total - m_taken) / progress.bytesPerSecond));
    return progress;
}

qint64 FileSender::mostWaiting() const
{
    if (mayReadInPlace())
        return kInPlaceWaitingBytes;
    return std::clamp(kAllWaitingBytes / m_recipients, kLeastBytes, Sender::kHighWaterBytes);
}

// One that pieces are shared for gets a whole mark at once, so that those who keep step read the same piece.
qint64 FileSender::pieceBytes() const
{
    if (m_pacing.blockBytes > 0)
        return m_pacing.blockBytes;
    return m_recipients == 1 ? kPieceBytes : m_highWater;
}

PieceSource::Piece FileSender::next(ConnectionId connection, std::span<char> room)
{
    const auto found = m_shares.find(connection);
    if (found == m_shares.end() || m_trouble)
        return {};
    Share& share = found->second;
    if (!share.mayGo)
        return {};
    const bool isInPlace = mayReadInPlace() && !room.empty();
    const qint64 wanted = std::min(pieceBytes(), m_source->size() - share.given);
    const qint64 length = isInPlace ? std::min(wanted, static_cast<qint64>(room.size())) : wanted;
    const std::optional<QByteArray> read = isInPlace
                                               ? readInto(room.first(static_cast<std::size_t>(length)), share.given)
                                               : this->read(share.given, length);
    if (!read) {
        m_waiting.push_back(connection);
        if (!m_disk.isActive())
            m_disk.start();
        return {};
    }
    const QByteArray& bytes = *read;
    if (bytes.size() < length) {
        const QString given = QString::number(m_given);
        const QString total = QString::number(m_total);
        m_trouble = m_source->failure().isEmpty()
                        ? Note{NoteKind::FileShrunk, {m_source->path(), given, total}}
                        : Note{NoteKind::FileSendFailed, {m_source->path(), m_source->failure(), given, total}};
        m_settle.start();
        return {};
    }
    share.mayGo = m_pacing.intervalMs == 0;
    ++m_datagrams;
    const auto known = static_cast<qsizetype>(std::clamp<qint64>(m_recorded - share.given, 0, length));
    share.given += length;
    m_given += length;
    m_recorded = std::max(m_recorded, share.given);
    return {bytes, known, share.given == m_source->size()};
}

std::optional<QByteArray> FileSender::read(qint64 from, qint64 length)
{
    if (m_pieceFrom != from || m_piece.size() != length) {
        QByteArray piece(static_cast<qsizetype>(length), Qt::Uninitialized);
        const std::optional<qint64> count =
            m_source->readAtHand({piece.data(), static_cast<std::size_t>(length)}, from);
        if (!count)
            return std::nullopt;
        piece.truncate(static_cast<qsizetype>(*count));
        m_piece = piece;
        m_pieceFrom = from;
    }
    return m_recipients == 1 ? std::exchange(m_piece, {}) : m_piece;
}

std::optional<QByteArray> FileSender::readInto(std::span<char> room, qint64 from)
{
    const std::optional<qint64> count = m_source->readAtHand(room, from);
    if (!count)
        return std::nullopt;
    return QByteArray::fromRawData(room.data(), static_cast<qsizetype>(*count));
}

void FileSender::goOn()
{
    m_sender.resume(std::exchange(m_waiting, {}));
}

void FileSender::onTaken(ConnectionId connection, qint64 bytes)
{
    (void)count(connection, bytes);
}

void FileSender::onRejected(ConnectionId connection, qint64 bytes)
{
    if (count(connection, bytes) > 0)
        m_refused = std::min(m_refused + 1, m_datagrams);
}

/// The system says where a datagram that came back was going, not which one it was: one sent to the same peer shortly
/// before the file, or behind it while it settles, is taken for the file's; those to others are not. So no more are
/// counted than the file has, and what is told speaks of datagrams to the peer.
void FileSender::onReturned(ConnectionId connection)
{
    if (connection == m_only)
        m_refused = std::min(m_refused + 1, m_datagrams);
}

qint64 FileSender::count(ConnectionId connection, qint64 bytes)
{
    const auto found = m_shares.find(connection);
    if (found == m_shares.end())
        return 0;
    Share& share = found->second;
    const qint64 before = std::min(bytes, share.ahead);
    share.ahead -= before;
    const qint64 own = std::min(bytes - before, share.given - share.taken);
    share.taken += own;
    m_taken += own;
    if (share.taken < m_source->size())
        return own;
    m_shares.erase(found);
    ++m_served;
    if (m_shares.empty())
        m_settle.start();
    return own;
}

void FileSender::onPeerGone(ConnectionId connection)
{
    const auto found = m_shares.find(connection);
    if (found == m_shares.end())
        return;
    m_total -= m_source->size() - found->second.taken;
    m_given -= found->second.given - found->second.taken;
    m_lost.push_back(std::move(found->second));
    m_shares.erase(found);
    m_settle.start();
}

void FileSender::tick()
{
    std::vector<ConnectionId> due;
    for (auto& [connection, share] : m_shares) {
        if (!std::exchange(share.mayGo, true))
            due.push_back(connection);
    }
    m_sender.resume(due);
}

void FileSender::watch()
{
    m_rate.sample(m_clock.elapsed(), m_taken);
    if (tell(changes()) && isRunning())
        Q_EMIT progressed();
}

void FileSender::settle()
{
    if (!isRunning())
        return;
    QList<Note> notes = lostPeers();
    if (!m_trouble && !m_shares.empty()) {
        (void)tell(notes);
        return;
    }
    if (m_trouble)
        notes.append(*m_trouble);
    else
        notes.append(changes());
    if (!m_trouble && m_served > 0)
        notes.append(sentNote());
    finish(notes);
}

Note FileSender::sentNote() const
{
    const QString bytes = QString::number(m_source->size());
    if (m_refused > 0)
        return {NoteKind::FileRefused,
                {m_source->path(), m_label, QString::number(m_refused), QString::number(m_datagrams)}};
    if (m_label.isEmpty())
        return {NoteKind::FileSentToAll, {m_source->path(), QString::number(m_served), bytes}};
    return {NoteKind::FileSent, {m_source->path(), bytes, m_label}};
}

void FileSender::finish(const QList<Note>& notes)
{
    m_disk.stop();
    m_tick.stop();
    m_watch.stop();
    m_settle.stop();
    m_waiting.clear();
    m_source.reset();
    m_shares.clear();
    m_lost.clear();
    m_piece.clear();
    m_trouble.reset();
    m_served = m_given = m_taken = m_total = m_recorded = m_datagrams = m_refused = 0;
    m_toldModified = m_toldGone = false;
    const QPointer<FileSender> self(this);
    m_sender.end(*this); // what waits behind the file goes on
    if (self && tell(notes))
        Q_EMIT finished();
}

/// @return false if a listener destroyed this meanwhile
bool FileSender::tell(const QList<Note>& notes)
{
    const QPointer<FileSender> self(this);
    return std::all_of(notes.cbegin(), notes.cend(), [this, &self](const Note& note) {
        Q_EMIT noted(note);
        return !self.isNull();
    });
}

/// What has become of the file since it was looked at last.
QList<Note> FileSender::changes()
{
    if (!isRunning())
        return {};
    switch (m_source->change()) {
    case FileSource::Change::None:
        return {};
    case FileSource::Change::Gone:
        if (std::exchange(m_toldGone, true))
            return {};
        return {{NoteKind::FileGone, {m_source->path()}}};
    case FileSource::Change::Shrunk: // told when reading comes to the end that is too early
    case FileSource::Change::Modified:
        break;
    }
    if (std::exchange(m_toldModified, true))
        return {};
    return {{NoteKind::FileChanged, {m_source->path()}}};
}

QList<Note> FileSender::lostPeers()
{
    QList<Note> notes;
    const QString size = QString::number(m_source->size());
    for (std::size_t i = 0; i < m_lost.size() && i < kToldByName; ++i)
        notes.append(
            {NoteKind::FilePeerLost, {m_lost[i].label, m_source->path(), QString::number(m_lost[i].taken), size}});
    if (const auto more = static_cast<qsizetype>(m_lost.size()) - kToldByName; more > 0)
        notes.append({NoteKind::FilePeersLost, {m_source->path(), QString::number(more)}});
    m_lost.clear();
    return notes;
}

} // namespace netassist
