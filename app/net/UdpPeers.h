// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"

#include <QHash>
#include <QHostAddress>

#include <list>
#include <map>
#include <optional>
#include <utility>

namespace netassist {

/// Those a UDP socket has heard from or sent to, by number and by address, in the order in which there last was
/// anything with them.
class UdpPeers final {
public:
    struct Peer {
        QHostAddress address; ///< IPv4 also where it comes through an IPv6 socket
        quint16 port = 0;
        qint64 unwritten = 0;     ///< bytes
        bool sendPending = false; ///< bytes still wait for it above the transport
        std::list<ConnectionId>::iterator place;
    };

    /// What an address is kept as.
    [[nodiscard]] static QHostAddress plain(const QHostAddress& address);

    [[nodiscard]] Peer* find(ConnectionId id);
    [[nodiscard]] const Peer* find(ConnectionId id) const;
    /// 0: not known.
    [[nodiscard]] ConnectionId idOf(const QHostAddress& address, quint16 port) const;
    ConnectionId add(const QHostAddress& address, quint16 port);
    /// There is something with it now.
    void touch(ConnectionId id);
    void remove(ConnectionId id);
    /// The one with which there has been nothing for the longest time, of those for which nothing waits if there is one
    /// such; 0: there are none at all.
    [[nodiscard]] ConnectionId longestSilent() const;
    [[nodiscard]] ConnectionId any() const { return m_peers.empty() ? 0 : m_peers.begin()->first; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_peers.size()); }

private:
    std::map<ConnectionId, Peer> m_peers;
    QHash<std::pair<QHostAddress, quint16>, ConnectionId> m_ids;
    std::list<ConnectionId> m_order; ///< the longest silent first
    ConnectionId m_lastId = 0;
};

} // namespace netassist
