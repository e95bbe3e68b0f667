// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/HostLookup.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

namespace netassist {

/// Connects to a host, given by address or name: the addresses of a name are tried one after another, until one
/// answers. QTcpSocket would do so too, but says nothing of those that did not answer. May be destroyed from inside
/// its own signals.
class ConnectAttempts final : public QObject {
    Q_OBJECT

public:
    explicit ConnectAttempts(quint16 port, QObject* parent = nullptr);
    ~ConnectAttempts() override;

    /// For the name to be looked up, and for each address to answer. None unless set.
    void setTimeout(std::chrono::milliseconds timeout);
    /// Where to connect from. Addresses of the other family are passed over.
    /// @param address null: any. @param port 0: any free one
    void setLocal(const QHostAddress& address, quint16 port);

    /// Leads to connected(), failed() or localFailed(). At most once.
    void start(const QString& host);
    void start(const QList<QHostAddress>& addresses);

Q_SIGNALS:
    /// @param socket the receiver's from now on
    void connected(QTcpSocket* socket);
    /// `failed` did not answer, and `next` is tried now. @param words the socket's errorString()
    void movedOn(const QHostAddress& failed, const QHostAddress& next, const QString& words);
    /// None is left. @param words of the last one
    void failed(QAbstractSocket::SocketError error, const QString& words);
    /// It cannot connect from the local address and port.
    void localFailed(QAbstractSocket::SocketError error, const QString& words);

private:
    void onLookedUp(const QList<QHostAddress>& addresses, const QString& words);
    void tryNext();
    void onConnected();
    void onError();
    void onTimeout();
    void giveUp(QAbstractSocket::SocketError error, const QString& words);
    [[nodiscard]] bool bindSocket();
    QTcpSocket* takeSocket();

    quint16 m_port;
    QHostAddress m_localAddress; ///< null: any
    quint16 m_localPort = 0;
    QTimer m_timeout;
    HostLookup m_lookup;
    QList<QHostAddress> m_left;     ///< not tried yet
    QHostAddress m_address;         ///< tried now
    QTcpSocket* m_socket = nullptr; ///< owned, until it is connected
};

} // namespace netassist
