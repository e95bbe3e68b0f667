// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/HostLookup.h"
#include "app/net/TcpTransport.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <memory>

namespace netassist {

class TcpListener;

/// Listens at a local address, an IP address or a name of this machine, and talks with any number of clients. `::`
/// serves IPv6 and IPv4.
class TcpServerTransport final : public TcpTransport {
    Q_OBJECT

public:
    static constexpr qsizetype kDefaultPeerLimit = 10'000;

    explicit TcpServerTransport(Endpoint local, QObject* parent = nullptr);
    ~TcpServerTransport() override;

    void open() override;
    void close() override;
    void setPeerLimit(qsizetype most) override { m_peerLimit = most; }

private:
    void onLookedUp(QList<QHostAddress> addresses);
    void listen(const QList<QHostAddress>& addresses);
    void onAccepted(QTcpSocket* socket);
    void fail(const Note& error);

    Endpoint m_local;
    Endpoint m_listening; ///< with the real address and port
    std::unique_ptr<TcpListener> m_listener;
    HostLookup m_lookup;
    qsizetype m_peerLimit = kDefaultPeerLimit;
    QElapsedTimer m_turnedAway; ///< since the last time
};

} // namespace netassist
