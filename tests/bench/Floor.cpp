// SPDX-License-Identifier: MIT
#include "tests/bench/Floor.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace netassist::bench {

FloorSink::FloorSink()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
            ++m_clients;
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_received += socket->readAll().size();
                Q_EMIT read();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

FloorEcho::FloorEcho()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* const socket = m_server.nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
    });
    m_server.listen(QHostAddress::LocalHost);
}

FloorServer::FloorServer()
{
    constexpr int kBacklog = 4096; // with Qt's 50 a burst of connects waits whole seconds
    m_server.setListenBacklogSize(kBacklog);
    m_server.setMaxPendingConnections(kBacklog);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
            m_sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { m_received += socket->readAll().size(); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_sockets.removeOne(socket);
                socket->deleteLater();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

void FloorServer::writeToAll(const QByteArray& bytes)
{
    for (QTcpSocket* const socket : std::as_const(m_sockets))
        socket->write(bytes);
}

} // namespace netassist::bench
