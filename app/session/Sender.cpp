// SPDX-License-Identifier: MIT
#include "app/session/Sender.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace netassist {

Sender::Sender(Capture& capture, QObject* parent) : QObject(parent), m_capture(capture)
{
    connect(&capture, &Capture::caughtUp, this, [this] {
        if (m_source == nullptr)
            return;
        for (auto& [connection, peer] : m_peers) {
            if (!peer.queue.empty())
                joinRound(connection, peer);
        }
        m_turn.want(*this);
    });
}

Sender::~Sender()
{
    m_turn.forget(*this);
}

void Sender::addPeer(Transport& transport, ConnectionId connection, PeerId peer)
{
    Peer& added = m_peers[connection];
    added.transport = &transport;
    added.peer = peer;
}

Sender::Unsent Sender::removePeer(ConnectionId connection)
{
    const auto found = m_peers.find(connection);
    if (found == m_peers.end())
        return {};
    const Unsent unsent{found->second.queued, found->second.waiting - found->second.queued};
    m_waiting -= found->second.waiting;
    m_peers.erase(found);
    if (m_source != nullptr)
        m_source->onPeerGone(connection);
    return unsent;
}

void Sender::onWritten(ConnectionId connection, qint64 bytes)
{
    Peer* const peer = settle(connection, bytes);
    if (peer == nullptr)
        return;
    if (m_source != nullptr)
        m_source->onTaken(connection, bytes);
    wake(connection, *peer);
}

void Sender::onRejected(ConnectionId connection, qint64 bytes)
{
    Peer* const peer = settle(connection, bytes);
    if (peer == nullptr)
        return;
    if (m_source != nullptr)
        m_source->onRejected(connection, bytes);
    wake(connection, *peer);
}

void Sender::onReturned(ConnectionId connection)
{
    if (m_source != nullptr)
        m_source->onReturned(connection);
}

/// These bytes wait no longer. @return null for a peer that has gone
Sender::Peer* Sender::settle(ConnectionId connection, qint64 bytes)
{
    const auto found = m_peers.find(connection);
    if (found == m_peers.end())
        return nullptr;
    found->second.waiting -= bytes;
    m_waiting -= bytes;
    return &found->second;
}

void Sender::send(const QByteArray& payload, ConnectionId to, SendOrigin origin)
{
    const auto found = m_peers.find(to);
    const bool isStream = found == m_peers.end() || found->second.transport->datagramLimit(to) == 0;
    if (payload.isEmpty() && isStream)
        return;
    if (found == m_peers.end()) {
        Q_EMIT refused({NoteKind::SendWithoutPeer, {}});
        return;
    }
    if (const std::optional<Note> note = refusal(to, found->second, payload.size())) {
        Q_EMIT refused(*note);
        return;
    }
    enqueue(found->second, isStream ? cut(payload) : Pieces{payload}, nullptr, origin);
    wake(to, found->second);
}

void Sender::sendToAll(const QByteArray& payload)
{
    if (payload.isEmpty())
        return;
    if (m_peers.empty()) {
        Q_EMIT refused({NoteKind::SendWithoutPeer, {}});
        return;
    }
    // Listeners may end connections meanwhile, so the list is made first.
    const QPointer<Sender> self(this);
    const auto all = static_cast<qsizetype>(m_peers.size());
    const std::vector<ConnectionId> connections = withRoom(payload.size());
    if (!self || connections.empty())
        return;

    const Pieces pieces = cut(payload);
    const auto broadcast = std::make_shared<Broadcast>(Broadcast{payload, 0, all, false});
    for (const ConnectionId connection : connections) {
        const auto found = m_peers.find(connection);
        if (found == m_peers.end())
            continue;
        enqueue(found->second, pieces, broadcast);
        ++broadcast->recipients;
        joinRound(connection, found->second);
    }
    m_turn.want(*this);
}

void Sender::wake(ConnectionId connection, Peer& peer)
{
    // Who is in the round already gets its turn there.
    if ((peer.queue.empty() && !peer.pendingTold) || peer.isInRound)
        return;
    joinRound(connection, peer);
    m_turn.want(*this);
}

void Sender::joinRound(ConnectionId connection, Peer& peer)
{
    if (!std::exchange(peer.isInRound, true))
        m_round.push_back(connection);
}

std::vector<Sender::Recipient> Sender::begin(PieceSource& source, ConnectionId to)
{
    Q_ASSERT(m_source == nullptr);
    std::vector<Recipient> recipients;
    const auto chosen = m_peers.find(to);
    if (to == 0 ? m_peers.empty() : chosen == m_peers.end()) {
        Q_EMIT refused({NoteKind::SendWithoutPeer, {}});
        return recipients;
    }
    m_source = &source;
    const PeerId recordedAs = to == 0 ? peerForAll(static_cast<qsizetype>(m_peers.size())) : chosen->second.peer;
    const auto last = to == 0 ? m_peers.end() : std::next(chosen);
    for (auto it = to == 0 ? m_peers.begin() : chosen; it != last; ++it) {
        recipients.push_back({it->first, m_capture.peerLabel(it->second.peer), it->second.waiting,
                              it->second.transport->datagramLimit(it->first) > 0});
        it->second.queue.push_back({{}, nullptr, &source, recordedAs});
    }
    return recipients;
}

void Sender::resume(const std::vector<ConnectionId>& connections)
{
    for (const ConnectionId connection : connections) {
        if (const auto found = m_peers.find(connection); found != m_peers.end())
            joinRound(connection, found->second);
    }
    m_turn.want(*this);
}

void Sender::end(PieceSource& source)
{
    m_source = nullptr;
    std::vector<ConnectionId> left;
    for (auto& [connection, peer] : m_peers) {
        if (std::erase_if(peer.queue, [&source](const Item& item) { return item.source == &source; }) > 0)
            left.push_back(connection);
    }
    resume(left);
}

FairTurn::Step Sender::takeStep(std::span<char> /*buffer*/)
{
    if (m_round.empty())
        return FairTurn::Step::Done;
    const ConnectionId connection = m_round.front();
    m_round.pop_front();
    const QPointer<Sender> self(this);
    const bool mayFollow = handOver(connection);
    if (!self)
        return FairTurn::Step::Gone;
    if (const auto found = m_peers.find(connection); mayFollow && found != m_peers.end())
        joinRound(connection, found->second);
    return m_round.empty() ? FairTurn::Step::Done : FairTurn::Step::More;
}

qint64 Sender::waitingBytes(ConnectionId connection) const
{
    const auto found = m_peers.find(connection);
    return found != m_peers.end() ? found->second.waiting : 0;
}

/// Cut once for all connections: the pieces are shared.
Sender::Pieces Sender::cut(const QByteArray& payload)
{
    if (payload.size() <= kPieceBytes)
        return {payload};
    Pieces pieces;
    for (qsizetype from = 0; from < payload.size(); from += kPieceBytes)
        pieces.push_back(payload.mid(from, kPieceBytes));
    return pieces;
}

std::optional<Note> Sender::refusal(ConnectionId connection, const Peer& peer, qint64 bytes) const
{
    if (const qsizetype limit = peer.transport->datagramLimit(connection); limit > 0 && bytes > limit)
        return Note{NoteKind::DatagramTooLarge,
                    {m_capture.peerLabel(peer.peer), QString::number(bytes), QString::number(limit)}};
    if (peer.waiting + bytes <= m_limit)
        return std::nullopt;
    const QString label = m_capture.peerLabel(peer.peer);
    if (bytes > m_limit)
        return Note{NoteKind::SendTooLarge, {label, QString::number(bytes), QString::number(m_limit)}};
    return Note{NoteKind::SendQueueFull, {label, QString::number(peer.waiting), QString::number(m_limit)}};
}

std::vector<ConnectionId> Sender::withRoom(qint64 bytes)
{
    std::vector<ConnectionId> connections;
    connections.reserve(m_peers.size());
    QList<Note> refusals;
    qsizetype unnamed = 0;
    for (const auto& [connection, peer] : m_peers) {
        const std::optional<Note> note = refusal(connection, peer, bytes);
        if (!note)
            connections.push_back(connection);
        else if (refusals.size() < kToldByName)
            refusals.append(*note);
        else
            ++unnamed;
    }
    if (unnamed > 0)
        refusals.append({NoteKind::SendQueuesFull, {QString::number(unnamed), QString::number(m_limit)}});
    const QPointer<Sender> self(this);
    for (const Note& note : refusals) {
        if (self)
            Q_EMIT refused(note);
    }
    return connections;
}

void Sender::enqueue(Peer& peer, const Pieces& pieces, const std::shared_ptr<Broadcast>& broadcast, SendOrigin origin)
{
    for (const QByteArray& piece : pieces) {
        peer.queue.push_back({piece, broadcast, nullptr, kNoPeer, 0, origin});
        peer.queued += piece.size();
        peer.waiting += piece.size();
        m_waiting += piece.size();
    }
}

/// What the peer's socket gets now; nothing while enough waits there, or the source has no piece yet.
std::optional<Sender::Item> Sender::takeNext(ConnectionId connection, Peer& peer)
{
    if (peer.queue.empty())
        return std::nullopt;
    Item& front = peer.queue.front();
    if (peer.transport->unwritten(connection) >=
        (front.source != nullptr ? front.source->highWater() : kHighWaterBytes))
        return std::nullopt;
    if (front.source == nullptr) {
        Item item = std::move(front);
        peer.queue.pop_front();
        peer.queued -= item.bytes.size();
        return item;
    }
    if (m_capture.isBehind()) // it is resumed then; what is sent by hand is little
        return std::nullopt;
    const PieceSource::Piece piece = front.source->next(connection, m_capture.room());
    if (piece.bytes.isEmpty())
        return std::nullopt;
    Item item{piece.bytes, nullptr, front.source, front.recordedAs, piece.known};
    if (piece.isLast)
        peer.queue.pop_front();
    peer.waiting += item.bytes.size();
    m_waiting += item.bytes.size();
    return item;
}

// Every step may end in listeners that send, end the connection, or destroy us: so the peer is looked up anew.
bool Sender::handOver(ConnectionId connection)
{
    const auto found = m_peers.find(connection);
    if (found == m_peers.end())
        return false;
    Peer& peer = found->second;
    peer.isInRound = false;
    const std::optional<Item> item = takeNext(connection, peer);
    // Between two turns the peer may finish sending: while something waits for it, it has to be kept.
    const bool isPending = !peer.queue.empty();
    if (isPending != peer.pendingTold && (isPending || !item)) {
        peer.pendingTold = isPending;
        peer.transport->setSendPending(connection, isPending);
    }
    if (!item)
        return false;
    const PeerId recipient = peer.peer;
    peer.transport->write(connection, item->bytes);
    record(*item, recipient);
    return true;
}

void Sender::record(const Item& item, PeerId peer)
{
    const QPointer<Sender> self(this);
    if (item.source != nullptr) {
        if (item.known == item.bytes.size())
            return;
        m_capture.append(RecordKind::Sent, item.recordedAs, QByteArrayView(item.bytes).sliced(item.known));
    } else if (item.broadcast == nullptr) {
        m_capture.append(RecordKind::Sent, peer, item.bytes, -1, item.origin);
    } else {
        if (std::exchange(item.broadcast->recorded, true))
            return;
        const QByteArray payload = std::exchange(item.broadcast->payload, {});
        const qsizetype all = item.broadcast->all;
        const bool isForAll = item.broadcast->recipients == all;
        const PeerId recipients =
            isForAll ? peerForAll(all)
                     : m_capture.addPeer(QStringLiteral("%1 of %2 clients").arg(item.broadcast->recipients).arg(all));
        m_capture.append(RecordKind::Sent, recipients, payload);
        if (self && !isForAll)
            m_capture.endPeer(recipients); // these some may be others the next time
    }
    if (self)
        Q_EMIT recorded();
}

PeerId Sender::peerForAll(qsizetype count)
{
    const auto found = m_peersForAll.find(count);
    if (found != m_peersForAll.end())
        return found->second;
    const QString label = count == 1 ? QStringLiteral("all 1 client") : QStringLiteral("all %1 clients").arg(count);
    const PeerId peer = m_capture.addPeer(label);
    m_peersForAll.emplace(count, peer);
    return peer;
}

} // namespace netassist
