// SPDX-License-Identifier: MIT
#include "app/net/ConnectAttempts.h"

#include "app/net/TcpConnection.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace netassist {

ConnectAttempts::ConnectAttempts(quint16 port, QObject* parent) : QObject(parent), m_port(port)
{
    connect(&m_lookup, &HostLookup::finished, this, &ConnectAttempts::onLookedUp);
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &ConnectAttempts::onTimeout);
}

ConnectAttempts::~ConnectAttempts()
{
    delete takeSocket(); // in its signals it has been taken already
}

void ConnectAttempts::setTimeout(std::chrono::milliseconds timeout)
{
    m_timeout.setInterval(timeout);
}

void ConnectAttempts::setLocal(const QHostAddress& address, quint16 port)
{
    m_localAddress = address;
    m_localPort = port;
}

void ConnectAttempts::start(const QString& host)
{
    if (const QHostAddress address(host); !address.isNull()) {
        start(QList{address});
        return;
    }
    if (m_timeout.interval() > 0)
        m_timeout.start();
    m_lookup.start(host);
}

void ConnectAttempts::start(const QList<QHostAddress>& addresses)
{
    m_left = addresses;
    if (!m_localAddress.isNull()) {
        m_left.removeIf(
            [this](const QHostAddress& address) { return address.protocol() != m_localAddress.protocol(); });
    }
    if (m_left.isEmpty())
        Q_EMIT localFailed(QAbstractSocket::UnsupportedSocketOperationError,
                           QStringLiteral("Address family not supported by protocol"));
    else
        tryNext();
}

void ConnectAttempts::onLookedUp(const QList<QHostAddress>& addresses, const QString& words)
{
    if (addresses.isEmpty())
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, words);
    else
        start(addresses);
}

void ConnectAttempts::tryNext()
{
    m_address = m_left.takeFirst();
    m_socket = new QTcpSocket;
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(TcpConnection::kReadBufferBytes);
    if (!bindSocket()) {
        QTcpSocket* const socket = takeSocket();
        socket->deleteLater();
        Q_EMIT localFailed(socket->error(), socket->errorString());
        return;
    }
    connect(m_socket, &QTcpSocket::connected, this, &ConnectAttempts::onConnected);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &ConnectAttempts::onError);
    if (m_timeout.interval() > 0)
        m_timeout.start();
    m_socket->connectToHost(m_address, m_port);
}

/// A port of one's own is still held by the system for a while after a connection from it has ended.
bool ConnectAttempts::bindSocket()
{
    if (m_localAddress.isNull() && m_localPort == 0)
        return true;
    const bool isIPv6 = m_address.protocol() == QAbstractSocket::IPv6Protocol;
    const QHostAddress any(isIPv6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    return m_socket->bind(m_localAddress.isNull() ? any : m_localAddress, m_localPort,
                          QAbstractSocket::ReuseAddressHint);
}

void ConnectAttempts::onConnected()
{
    m_timeout.stop();
    Q_EMIT connected(takeSocket());
}

void ConnectAttempts::onError()
{
    QTcpSocket* const socket = takeSocket();
    const QAbstractSocket::SocketError error = socket->error();
    const QString words = socket->errorString();
    socket->deleteLater();
    giveUp(error, words);
}

void ConnectAttempts::onTimeout()
{
    m_lookup.cancel();
    if (QTcpSocket* const socket = takeSocket()) {
        socket->abort();
        socket->deleteLater();
    }
    giveUp(QAbstractSocket::SocketTimeoutError, QStringLiteral("Connection timed out"));
}

/// Of the address tried now.
void ConnectAttempts::giveUp(QAbstractSocket::SocketError error, const QString& words)
{
    m_timeout.stop();
    if (m_left.isEmpty()) {
        Q_EMIT failed(error, words);
        return;
    }
    const QPointer<ConnectAttempts> self(this);
    Q_EMIT movedOn(m_address, m_left.constFirst(), words);
    if (self)
        tryNext();
}

QTcpSocket* ConnectAttempts::takeSocket()
{
    QTcpSocket* const socket = std::exchange(m_socket, nullptr);
    if (socket != nullptr)
        socket->disconnect(this);
    return socket;
}

} // namespace netassist
