// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"
#include "app/reply/RateLimit.h"
#include "app/reply/ReplyStream.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <unordered_map>

namespace netassist {

/// Looks for rules in what all peers send, within bounds: half of the time at most, in turns of some milliseconds, and
/// 16 MiB in all. What comes faster is skipped, and that is told. GUI thread.
class ReplyWatch final : public QObject {
    Q_OBJECT

public:
    /// A peer that is quiet for so long has said what it had to say.
    static constexpr int kPauseMs = 20;
    static constexpr qint64 kMostBytes = qint64{16} << 20;

    explicit ReplyWatch(QObject* parent = nullptr);

    /// Everything begins anew.
    void setRules(RuleSet rules);
    /// Tells for each rule of the set whether it is to answer this peer; asked when the peer is first heard.
    void setFilter(std::function<std::vector<bool>(ConnectionId)> filter) { m_filter = std::move(filter); }

    /// What a peer has sent. @param whole the peer pauses behind it, for sure: it was a datagram
    void take(ConnectionId connection, QByteArrayView bytes, bool whole = false);
    void forget(ConnectionId connection);
    void forgetAll();

    /// Bytes held for all peers.
    [[nodiscard]] qint64 windowBytes() const { return m_bytes; }

Q_SIGNALS:
    void matched(netassist::ConnectionId connection, const netassist::ReplyStream::Firing& firing);
    /// Looking for this rule took too long; it is looked for no more.
    void tooCostly(std::size_t rule);
    /// This peer sends faster than rules can be looked for; once for a while.
    void skipping(netassist::ConnectionId connection);

private:
    struct Peer {
        ReplyStream stream;
        qint64 lastMs = 0;   ///< when it last sent something
        qint64 skipped = 0;  ///< bytes that came behind those in the stream and had no room
        bool open = false;   ///< it has not paused since; it is in m_open
        bool queued = false; ///< it is in m_queue
        bool paused = false; ///< the pause is still to be looked at
        std::list<ConnectionId>::iterator recentPlace;
        std::list<ConnectionId>::iterator openPlace; ///< where open
    };

    [[nodiscard]] Peer& peerOf(ConnectionId connection);
    void touch(ConnectionId connection, Peer& peer);
    void enqueue(ConnectionId connection, Peer& peer);
    void look(ConnectionId connection);
    void skip(ConnectionId connection, Peer& peer, qint64 bytes);
    void account(const Peer& peer, qint64 before);
    void makeRoom(ConnectionId newest);
    void onPause();
    void goOn();
    [[nodiscard]] bool hasTime();

    RuleSet m_rules;
    std::function<std::vector<bool>(ConnectionId)> m_filter;
    std::unordered_map<ConnectionId, Peer> m_peers;
    std::list<ConnectionId> m_recent; ///< all of them, by when they last sent something
    std::list<ConnectionId> m_open;   ///< those that have not paused since, in the same order
    std::list<ConnectionId> m_queue;  ///< still to be looked at
    QTimer m_pause;
    QTimer m_turn;
    QElapsedTimer m_clock;
    Episode m_skipping;
    qint64 m_bytes = 0;
    double m_creditUs = 0; ///< time that may be spent
    qint64 m_creditAt = 0; ///< ns on m_clock
};

} // namespace netassist
