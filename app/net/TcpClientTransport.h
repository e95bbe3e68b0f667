// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/TcpTransport.h"

class QTcpSocket;

namespace netassist {

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
    void onConnected();
    void onError();
    QTcpSocket* takeConnecting();
    void fail(const Note& error);

    Endpoint m_remote;
    QTcpSocket* m_connecting = nullptr; ///< owned, until it is connected
};

} // namespace netassist
