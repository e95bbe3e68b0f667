// SPDX-License-Identifier: MIT
#include "app/capture/Capture.h"

#include "app/base/WallClock.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace netassist {

namespace {

constexpr qint64 kTrimmedPart = 16;
constexpr qint64 kLookedBack = 4096; // by those who have to know what a character began with
/// Little against the time that a disk has enough to do with what is in memory.
constexpr int kCatchUpMs = 5;

} // namespace

Capture::Capture(const StoreLimits& limits, QObject* parent) : QObject(parent), m_store(limits)
{
    m_catchUp.setTimerType(Qt::PreciseTimer);
    m_catchUp.setInterval(kCatchUpMs);
    connect(&m_catchUp, &QTimer::timeout, this, &Capture::catchUp);
}

Capture::~Capture() = default;

PeerId Capture::addPeer(const QString& label, Framing framing)
{
    m_peers.emplace(m_nextPeer, Peer{label, framing, {}, {}, false});
    return m_nextPeer++;
}

void Capture::endPeer(PeerId peer)
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end()) {
        return;
    }
    if (isForgettable(found->second)) {
        m_peers.erase(found);
        return;
    }
    found->second.hasEnded = true;
    m_hasEndedPeers = true;
}

bool Capture::hasEnded(PeerId peer) const
{
    const auto found = m_peers.find(peer);
    return found != m_peers.end() && found->second.hasEnded;
}

bool Capture::isForgettable(const Peer& peer) const
{
    return peer.received.last < m_firstRecord && peer.sent.last < m_firstRecord;
}

void Capture::forgetPeers()
{
    if (m_hasEndedPeers) {
        std::erase_if(m_peers, [this](const auto& peer) { return peer.second.hasEnded && isForgettable(peer.second); });
    }
}

QString Capture::peerLabel(PeerId peer) const
{
    const auto found = m_peers.find(peer);
    return found != m_peers.end() ? found->second.label : QString();
}

Capture::Stream& Capture::stream(PeerId peer, RecordKind kind)
{
    Peer& own = m_peers.at(peer);
    return kind == RecordKind::Received ? own.received : own.sent;
}

RecordId Capture::lastInStream(PeerId peer, RecordKind kind) const
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end()) {
        return kNoRecord;
    }
    const Stream& stream = kind == RecordKind::Received ? found->second.received : found->second.sent;
    return stream.last >= m_firstRecord ? stream.last : kNoRecord;
}

RecordId Capture::append(RecordKind kind, PeerId peer, QByteArrayView bytes, qint64 timeUs, SendOrigin origin)
{
    Q_ASSERT(kind != RecordKind::Note && m_peers.contains(peer));
    const RecordId id = store(kind, peer, bytes, timeUs, origin);
    tellOfStore();
    watchDisk();
    Q_EMIT appended();
    return id;
}

RecordId Capture::appendNote(const Note& note, qint64 timeUs)
{
    const RecordId id = store(RecordKind::Note, kNoPeer, note.pack(), timeUs);
    Q_EMIT appended();
    return id;
}

RecordId Capture::store(RecordKind kind, PeerId peer, QByteArrayView bytes, qint64 timeUs, SendOrigin origin)
{
    Entry entry;
    entry.timeUs = timeUs < 0 ? wallClockUs() : timeUs;
    entry.length = static_cast<quint32>(bytes.size());
    entry.peer = peer;
    entry.kind = kind;
    entry.origin = origin;
    const RecordId id = end();
    if (kind != RecordKind::Note && m_peers.at(peer).framing == Framing::Stream) {
        Stream& own = stream(peer, kind);
        entry.streamOffset = own.bytes;
        if (own.last >= m_firstRecord && id - own.last <= std::numeric_limits<quint32>::max()) {
            entry.stepsToPrevious = static_cast<quint32>(id - own.last);
        }
        own.bytes += bytes.size();
        own.last = id;
    }
    entry.offset = m_store.append(bytes);
    m_records.push_back(entry);
    count(m_appended, entry);
    trim();
    return id;
}

void Capture::count(DataBytes& bytes, const Entry& entry)
{
    if (entry.kind == RecordKind::Received)
        bytes.received += entry.length;
    else if (entry.kind == RecordKind::Sent)
        bytes.sent += entry.length;
}

void Capture::trim()
{
    const RecordId before = m_firstRecord;
    const auto dropFirst = [this] {
        count(m_dropped, m_records.front());
        m_records.pop_front();
        ++m_firstRecord;
    };
    while (!m_records.empty() && m_records.front().offset < m_store.begin()) {
        dropFirst();
    }
    if (const qint64 most = m_store.limits().records; end() - begin() > most) {
        const RecordId kept = end() - (most - most / kTrimmedPart); // some at once: readers have to follow
        while (m_firstRecord < kept) {
            dropFirst();
            ++m_droppedRecords;
        }
    }
    if (m_firstRecord != before) {
        forgetPeers();
        Q_EMIT trimmed();
    }
}

void Capture::watchDisk()
{
    if (!m_catchUp.isActive() && m_store.isBehind()) {
        m_catchUp.start();
        m_behindFor.start();
        Q_EMIT fellBehind();
    }
}

void Capture::catchUp()
{
    const QPointer<Capture> self(this); // whoever is told may destroy it
    const bool isOver = m_store.hasCaughtUp();
    if (isOver)
        m_catchUp.stop();
    if (isOver ? m_toldBehind : !m_toldBehind && m_behindFor.hasExpired(kTellBehindMs)) {
        m_toldBehind = !isOver;
        tell({isOver ? NoteKind::StoreRecovered : NoteKind::StoreBehind, {m_store.limits().folder}});
        Q_EMIT appended();
    }
    if (isOver && self)
        Q_EMIT caughtUp();
}

void Capture::tellOfStore()
{
    const StoreLimits& limits = m_store.limits();
    const bool failing = !m_store.failure().isEmpty();
    if (failing ? !m_toldFailure : m_toldFailure && m_store.hasRecovered()) {
        m_toldFailure = failing;
        tell(failing
                 ? Note{NoteKind::StoreFailed, {limits.folder, m_store.failure(), QString::number(limits.memoryBytes)}}
                 : Note{NoteKind::StoreRecovered, {limits.folder}});
    }
    // Told at the first drop and then once for every whole turnover, not for each segment of a flood.
    if (m_droppedRecords > 0 &&
        (m_toldDroppedRecords == 0 || m_droppedRecords - m_toldDroppedRecords >= limits.records)) {
        m_toldDroppedRecords = m_droppedRecords;
        tell({NoteKind::RecordsDropped, {QString::number(m_droppedRecords), QString::number(limits.records)}});
    }
    if (m_store.begin() <= m_startOffset) {
        return;
    }
    const qint64 dropped = (m_records.empty() ? m_store.end() : m_records.front().offset) - m_startOffset;
    if (m_toldDropped == 0 || dropped - m_toldDropped >= limits.limitBytes) {
        m_toldDropped = dropped;
        const qint64 limit = m_toldFailure ? limits.memoryBytes : limits.limitBytes;
        tell({NoteKind::OldestDropped, {QString::number(dropped), QString::number(limit)}});
    }
}

void Capture::tell(const Note& note)
{
    store(RecordKind::Note, kNoPeer, note.pack(), -1);
    Q_EMIT noted(note);
}

void Capture::clear()
{
    Q_EMIT aboutToClear();
    m_firstRecord = end();
    m_records.clear();
    m_dropped = m_appended;
    m_store.clear();
    m_startOffset = m_store.end();
    m_toldDropped = 0;
    m_droppedRecords = 0;
    m_toldDroppedRecords = 0;
    m_toldFailure = false; // what was told is cleared too
    for (auto& [id, peer] : m_peers) {
        peer.received.last = kNoRecord;
        peer.sent.last = kNoRecord;
    }
    forgetPeers();
    Q_EMIT cleared();
}

void Capture::setLimits(const StoreLimits& limits)
{
    m_store.setLimits(limits);
    trim();
    tellOfStore();
    Q_EMIT appended();
}

Record Capture::record(RecordId id) const
{
    Q_ASSERT(id >= begin() && id < end());
    const Entry& entry = m_records[static_cast<std::size_t>(id - m_firstRecord)];
    Record record;
    record.offset = entry.offset;
    record.timeUs = entry.timeUs;
    record.streamOffset = entry.streamOffset;
    record.length = entry.length;
    record.peer = entry.peer;
    record.kind = entry.kind;
    record.isDatagram = entry.kind != RecordKind::Note && m_peers.at(entry.peer).framing == Framing::Datagrams;
    record.origin = entry.origin;
    if (entry.stepsToPrevious != 0 && id - entry.stepsToPrevious >= m_firstRecord) {
        record.previousInStream = id - entry.stepsToPrevious;
    }
    return record;
}

QByteArray Capture::bytes(RecordId id, qint64 from, qint64 length) const
{
    const Record found = record(id);
    const qint64 begin = qBound<qint64>(0, from, found.length);
    return m_store.read(found.offset + begin, qBound<qint64>(0, length, found.length - begin));
}

QByteArray Capture::bytes(RecordId id) const
{
    const Record found = record(id);
    return m_store.read(found.offset, found.length);
}

bool Capture::isAtHand(RecordId first, RecordId end, qint64 from) const
{
    end = std::min(end, this->end());
    if (first < begin()) {
        first = begin();
        from = 0;
    }
    if (first >= end)
        return true;
    const Entry& last = m_records[static_cast<std::size_t>(end - 1 - m_firstRecord)];
    const qint64 begins = m_records[static_cast<std::size_t>(first - m_firstRecord)].offset + from;
    const qint64 ends = std::min(last.offset + last.length, begins + kAheadBytes);
    return begins >= ends || m_store.isAtHand(begins - kLookedBack, ends - begins + kLookedBack);
}

Note Capture::note(RecordId id) const
{
    return Note::unpack(bytes(id));
}

} // namespace netassist
