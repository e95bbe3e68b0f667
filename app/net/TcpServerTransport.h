// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/TcpTransport.h"

#include <QHostAddress>

#include <memory>

class QHostInfo;

namespace netassist {

class TcpListener;

/// Listens at a local address, an IP address or a name of this machine, and talks with any number of clients. `::`
/// serves IPv6 and IPv4.
class TcpServerTransport final : public TcpTransport {
    Q_OBJECT

public:
    explicit TcpServerTransport(Endpoint local, QObject* parent = nullptr);
    ~TcpServerTransport() override;

    void open() override;
    void close() override;

private:
    void onLookedUp(const QHostInfo& info);
    void listen(const QList<QHostAddress>& addresses);
    void fail(const Note& error);

    Endpoint m_local;
    Endpoint m_listening; ///< with the real address and port
    std::unique_ptr<TcpListener> m_listener;
    int m_lookup = -1; ///< of QHostInfo; < 0: none
};

} // namespace netassist
