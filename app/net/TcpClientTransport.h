// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/TcpTransport.h"

#include <QAbstractSocket>

#include <memory>

class QTcpSocket;

namespace netassist {

class ConnectAttempts;

/// Connects to a server, given by address or name; all addresses of a name are tried.
class TcpClientTransport final : public TcpTransport {
    Q_OBJECT

public:
    explicit TcpClientTransport(Endpoint remote, QObject* parent = nullptr);
    ~TcpClientTransport() override;

    void open() override;
    void close() override;

protected:
    void afterDisconnected() override;

private:
    void onConnected(QTcpSocket* socket);
    void onFailed(QAbstractSocket::SocketError error, const QString& words);
    void fail(const Note& error);

    Endpoint m_remote;
    std::unique_ptr<ConnectAttempts> m_attempts; ///< until it is connected
};

} // namespace netassist
