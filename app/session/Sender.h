// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/net/FairTurn.h"
#include "app/net/Transport.h"
#include "app/session/PieceSource.h"

#include <QByteArray>
#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace netassist {

/// Queues what is to be sent, one queue a connection, and hands it to the transport only while little waits there: a
/// peer that does not read holds back only itself. Writes the Sent records, when bytes are handed over. What takes
/// longer than a turn may goes on in the next.
class Sender final : public QObject, private FairTurn::Taker {
    Q_OBJECT

public:
    /// A socket that has this much unwritten gets no more.
    static constexpr qint64 kHighWaterBytes = qint64{1} << 20;
    static constexpr qsizetype kPieceBytes = qsizetype{1} << 20;
    static constexpr qint64 kDefaultLimitBytes = qint64{64} << 20;
    /// So many peers of one send to all are told by name when they have no room.
    static constexpr qsizetype kToldByName = 10;

    struct Unsent {
        qint64 queued = 0;    ///< bytes that never reached the socket
        qint64 unwritten = 0; ///< bytes in the socket that the system had not taken
    };

    /// @param capture outlives the sender
    explicit Sender(Capture& capture, QObject* parent = nullptr);
    ~Sender() override;

    /// @param transport outlives its peers here
    void addPeer(Transport& transport, ConnectionId connection, PeerId peer);
    Unsent removePeer(ConnectionId connection);
    /// The system took bytes of this connection.
    void onWritten(ConnectionId connection, qint64 bytes);
    /// The system would not take a datagram of so many bytes.
    void onRejected(ConnectionId connection, qint64 bytes);
    /// A datagram came back.
    void onReturned(ConnectionId connection);

    /// All of the payload, or with a refused() note nothing. An empty one is nothing to send in a stream, and a datagram
    /// like any other.
    void send(const QByteArray& payload, ConnectionId to, SendOrigin origin = SendOrigin::Person);
    /// To every peer; one record for all, when the first of them gets the first bytes. Thousands of peers are gone
    /// through in several turns.
    void sendToAll(const QByteArray& payload);

    /// Someone who gets the pieces of a source.
    struct Recipient {
        ConnectionId connection = 0;
        QString label;
        qint64 ahead = 0; ///< bytes that wait for it before the first piece
        bool isDatagrams = false;
    };
    /// Puts a source behind what waits already, for one connection or with 0 for all; the first pieces go with
    /// resume(). One source at a time. @param source is there until end(), or until this is destroyed
    /// @return who gets it; nobody, with a refused() note, if nobody is there
    [[nodiscard]] std::vector<Recipient> begin(PieceSource& source, ConnectionId to);
    /// The source has pieces for these.
    void resume(const std::vector<ConnectionId>& connections);
    /// No piece is asked for any more; what waits behind the source goes on.
    void end(PieceSource& source);

    /// Bytes accepted that the system has not taken yet; of a source, those of pieces only.
    [[nodiscard]] qint64 waitingBytes(ConnectionId connection) const;
    [[nodiscard]] qint64 waitingBytes() const { return m_waiting; }
    /// Of one connection's waiting bytes.
    void setLimit(qint64 bytes) { m_limit = bytes; }

Q_SIGNALS:
    /// A Sent record was written.
    void recorded();
    void refused(const netassist::Note& note);

private:
    /// One send to all, as it is recorded.
    struct Broadcast {
        QByteArray payload;
        qsizetype recipients = 0;
        qsizetype all = 0; ///< with those that had no room for it
        bool recorded = false;
    };
    using Pieces = std::deque<QByteArray>;
    struct Item {
        QByteArray bytes;
        std::shared_ptr<Broadcast> broadcast; ///< null: recorded by itself
        PieceSource* source = nullptr;        ///< in a queue: the bytes are its next pieces
        PeerId recordedAs = kNoPeer;          ///< of a source
        qsizetype known = 0;                  ///< bytes recorded before
        SendOrigin origin = SendOrigin::Person;
    };
    struct Peer {
        Transport* transport = nullptr;
        PeerId peer = kNoPeer;
        std::deque<Item> queue;
        qint64 queued = 0;  ///< bytes in the queue
        qint64 waiting = 0; ///< these and the socket's
        bool pendingTold = false;
        bool isInRound = false;
    };

    [[nodiscard]] static Pieces cut(const QByteArray& payload);
    /// What keeps these bytes from waiting for this peer.
    [[nodiscard]] std::optional<Note> refusal(ConnectionId connection, const Peer& peer, qint64 bytes) const;
    /// Those of all that have room; the others are told, not every single one of thousands.
    [[nodiscard]] std::vector<ConnectionId> withRoom(qint64 bytes);
    void enqueue(Peer& peer, const Pieces& pieces, const std::shared_ptr<Broadcast>& broadcast,
                 SendOrigin origin = SendOrigin::Person);
    /// Something may be handed over: now, or in the next turns where this one has done enough.
    void wake(ConnectionId connection, Peer& peer);
    [[nodiscard]] Peer* settle(ConnectionId connection, qint64 bytes);
    void joinRound(ConnectionId connection, Peer& peer);
    FairTurn::Step takeStep(std::span<char> buffer) override;
    [[nodiscard]] std::optional<Item> takeNext(ConnectionId connection, Peer& peer);
    /// Hands over one item. @return true if another may follow
    [[nodiscard]] bool handOver(ConnectionId connection);
    void record(const Item& item, PeerId peer);
    [[nodiscard]] PeerId peerForAll(qsizetype count);

    Capture& m_capture;
    std::map<ConnectionId, Peer> m_peers;
    std::deque<ConnectionId> m_round; ///< to be looked at, each once
    PieceSource* m_source = nullptr;  ///< the one between begin() and end()
    FairTurn m_turn;
    std::map<qsizetype, PeerId> m_peersForAll; ///< `all 3 clients`, by number
    qint64 m_waiting = 0;
    qint64 m_limit = kDefaultLimitBytes;
};

} // namespace netassist
