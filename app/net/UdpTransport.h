// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/BurstFilter.h"
#include "app/net/DatagramWriter.h"
#include "app/net/FairTurn.h"
#include "app/net/HostLookup.h"
#include "app/net/MulticastOptions.h"
#include "app/net/Transport.h"
#include "app/net/UdpPeers.h"

#include <QTimer>

#include <memory>

class QUdpSocket;

namespace netassist {

class GroupMemberships;
class UdpTroubles;

/// A UDP socket bound to a local address, an IP address or a name of this machine; `::` speaks IPv6 and IPv4. Whoever a
/// datagram comes from, or goes to, is a connection: connected() is told with the first one. Each received() and each
/// write() is one whole datagram, which may be empty. Past kMostPeers, whoever has been silent for the longest time is
/// forgotten, which is told as disconnected(); somebody for whom nothing waits, if there is one such.
class UdpTransport final : public Transport, private FairTurn::Taker {
    Q_OBJECT

public:
    static constexpr qsizetype kMostPeers = 1000;
    static constexpr qsizetype kLimitIPv4 = 65507; ///< bytes of payload
    static constexpr qsizetype kLimitIPv6 = 65527;
    /// Wished for: the system may give less. Bursts wait there while the window is busy.
    static constexpr int kReceiveBufferBytes = 4 << 20;

    explicit UdpTransport(Endpoint local, MulticastOptions multicast = {}, QObject* parent = nullptr);
    ~UdpTransport() override;

    void open() override;
    void close() override;

    /// Whether the socket's family can send there.
    [[nodiscard]] bool reaches(const QHostAddress& address) const;
    /// The number to write to for this address. @return 0 where it is closed, or a listener has closed it meanwhile
    ConnectionId peerAt(const QHostAddress& address, quint16 port);
    void write(ConnectionId connection, const QByteArray& bytes) override;
    [[nodiscard]] qint64 unwritten(ConnectionId connection) const override;
    /// Forgets it, until it is heard again.
    void disconnectFrom(ConnectionId connection) override;
    void setSendPending(ConnectionId connection, bool pending) override;
    [[nodiscard]] qsizetype datagramLimit(ConnectionId connection) const override;

    /// At once, except for sharing the port.
    void setMulticast(const MulticastOptions& options);
    /// Those of the options' groups that it is in now.
    [[nodiscard]] QList<MulticastGroup> joinedGroups() const;

Q_SIGNALS:
    void joinedGroupsChanged();

private:
    void onLookedUp(QList<QHostAddress> addresses);
    void bind(const QList<QHostAddress>& addresses);
    void takeOver(std::unique_ptr<QUdpSocket> socket);
    void fail(const Note& error);
    FairTurn::Step takeStep(std::span<char> buffer) override;
    [[nodiscard]] FairTurn::Step onNothingRead();
    [[nodiscard]] bool tellUndelivered();
    void tellLosses();
    void tellRest(const DatagramWriter::Rest& rest);
    void onSent(ConnectionId connection, qint64 bytes);
    void onRejected(ConnectionId connection, qint64 bytes, const QString& words);
    void applyMulticast();

    Endpoint m_local;
    Endpoint m_bound; ///< with the real address and port
    MulticastOptions m_multicast;
    FairTurn m_turn;
    UdpPeers m_peers;
    BurstFilter m_bursts;
    std::unique_ptr<QUdpSocket> m_socket;
    std::unique_ptr<UdpTroubles> m_troubles;
    std::unique_ptr<GroupMemberships> m_groups;
    std::unique_ptr<DatagramWriter> m_writer;
    QTimer m_lossCheck;
    HostLookup m_lookup;
    int m_failures = 0; ///< reads that failed one after another
    bool m_inSocketSignal = false;
};

} // namespace netassist
