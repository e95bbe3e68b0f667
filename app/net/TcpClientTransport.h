// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/ClientOptions.h"
#include "app/net/ReconnectTimer.h"
#include "app/net/TcpTransport.h"

#include <QAbstractSocket>

#include <memory>

class QTcpSocket;

namespace netassist {

class ConnectAttempts;

/// Connects to a server, given by address or name; all addresses of a name are tried. If that is wished, it connects
/// again after a failure and when the server has ended the connection: it is Opening then, until close().
class TcpClientTransport final : public TcpTransport {
    Q_OBJECT

public:
    explicit TcpClientTransport(Endpoint remote, ClientOptions options = {}, QObject* parent = nullptr);
    ~TcpClientTransport() override;

    void open() override;
    void close() override;

    /// For the next attempt; whether there is one after a failure, at once.
    void setOptions(const ClientOptions& options);

protected:
    void afterDisconnected() override;

private:
    void attempt();
    void onConnected(QTcpSocket* socket);
    /// An attempt has come to nothing.
    void onFailed(const Note& error);
    void retryLater();
    void fail(const Note& error);
    [[nodiscard]] Endpoint local() const;

    Endpoint m_remote;
    ClientOptions m_options;
    ReconnectTimer m_retry;
    std::unique_ptr<ConnectAttempts> m_attempts; ///< until it is connected
};

} // namespace netassist
