// SPDX-License-Identifier: MIT
#include "app/net/UdpPeers.h"

#include <algorithm>

namespace netassist {

QHostAddress UdpPeers::plain(const QHostAddress& address)
{
    bool isIPv4 = false;
    const quint32 number = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(number) : address;
}

UdpPeers::Peer* UdpPeers::find(ConnectionId id)
{
    const auto found = m_peers.find(id);
    return found != m_peers.end() ? &found->second : nullptr;
}

const UdpPeers::Peer* UdpPeers::find(ConnectionId id) const
{
    const auto found = m_peers.find(id);
    return found != m_peers.end() ? &found->second : nullptr;
}

ConnectionId UdpPeers::idOf(const QHostAddress& address, quint16 port) const
{
    return m_ids.value({address, port}, 0);
}

ConnectionId UdpPeers::add(const QHostAddress& address, quint16 port)
{
    const ConnectionId id = ++m_lastId;
    const auto place = m_order.insert(m_order.end(), id);
    m_peers.emplace(id, Peer{address, port, 0, false, place});
    m_ids.insert({address, port}, id);
    return id;
}

void UdpPeers::touch(ConnectionId id)
{
    if (const Peer* const peer = find(id))
        m_order.splice(m_order.end(), m_order, peer->place);
}

void UdpPeers::remove(ConnectionId id)
{
    const auto found = m_peers.find(id);
    if (found == m_peers.end())
        return;
    m_ids.remove({found->second.address, found->second.port});
    m_order.erase(found->second.place);
    m_peers.erase(found);
}

ConnectionId UdpPeers::longestSilent() const
{
    const auto found = std::find_if(m_order.begin(), m_order.end(), [this](ConnectionId id) {
        const Peer* const peer = find(id);
        return peer->unwritten == 0 && !peer->sendPending;
    });
    if (found != m_order.end())
        return *found;
    return m_order.empty() ? 0 : m_order.front();
}

} // namespace netassist
