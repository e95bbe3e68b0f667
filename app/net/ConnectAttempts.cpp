// SPDX-License-Identifier: MIT
#include "app/net/ConnectAttempts.h"

#include "app/net/TcpConnection.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace netassist {

ConnectAttempts::ConnectAttempts(quint16 port, QObject* parent) : QObject(parent), m_port(port) {}

ConnectAttempts::~ConnectAttempts()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    delete takeSocket(); // in its signals it has been taken already
}

void ConnectAttempts::start(const QString& host)
{
    if (const QHostAddress address(host); !address.isNull())
        start(QList{address});
    else
        m_lookup = QHostInfo::lookupHost(host, this, &ConnectAttempts::onLookedUp);
}

void ConnectAttempts::start(const QList<QHostAddress>& addresses)
{
    m_left = addresses;
    tryNext();
}

void ConnectAttempts::onLookedUp(const QHostInfo& info)
{
    m_lookup = -1;
    if (info.addresses().isEmpty())
        Q_EMIT failed(QAbstractSocket::HostNotFoundError, info.errorString());
    else
        start(info.addresses());
}

void ConnectAttempts::tryNext()
{
    m_address = m_left.takeFirst();
    m_socket = new QTcpSocket;
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(TcpConnection::kReadBufferBytes);
    connect(m_socket, &QTcpSocket::connected, this, &ConnectAttempts::onConnected);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &ConnectAttempts::onError);
    m_socket->connectToHost(m_address, m_port);
}

void ConnectAttempts::onConnected()
{
    Q_EMIT connected(takeSocket());
}

void ConnectAttempts::onError()
{
    QTcpSocket* const socket = takeSocket();
    const QAbstractSocket::SocketError error = socket->error();
    const QString words = socket->errorString();
    socket->deleteLater();
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
