// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QList>
#include <QObject>

class QHostInfo;
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

    /// Leads to connected() or failed(). At most once.
    void start(const QString& host);
    void start(const QList<QHostAddress>& addresses);

Q_SIGNALS:
    /// @param socket the receiver's from now on
    void connected(QTcpSocket* socket);
    /// `failed` did not answer, and `next` is tried now. @param words the socket's errorString()
    void movedOn(const QHostAddress& failed, const QHostAddress& next, const QString& words);
    /// None is left. @param words of the last one
    void failed(QAbstractSocket::SocketError error, const QString& words);

private:
    void onLookedUp(const QHostInfo& info);
    void tryNext();
    void onConnected();
    void onError();
    QTcpSocket* takeSocket();

    quint16 m_port;
    int m_lookup = -1;              ///< of QHostInfo; < 0: none
    QList<QHostAddress> m_left;     ///< not tried yet
    QHostAddress m_address;         ///< tried now
    QTcpSocket* m_socket = nullptr; ///< owned, until it is connected
};

} // namespace netassist
