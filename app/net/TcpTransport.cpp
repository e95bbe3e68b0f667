// SPDX-License-Identifier: MIT
#include "app/net/TcpTransport.h"

#include "app/net/TcpConnection.h"

#include <QPointer>
#include <QTcpSocket>

namespace netassist {

TcpTransport::TcpTransport(QObject* parent) : Transport(parent)
{
    m_farewellTimer.setSingleShot(true);
    connect(&m_farewellTimer, &QTimer::timeout, this, &TcpTransport::endFarewells);
}

TcpTransport::~TcpTransport()
{
    // Before m_turn, which they use.
    qDeleteAll(findChildren<TcpConnection*>(Qt::FindDirectChildrenOnly));
}

void TcpTransport::write(ConnectionId connection, const QByteArray& bytes)
{
    if (TcpConnection* const found = find(connection))
        found->write(bytes);
}

qint64 TcpTransport::unwritten(ConnectionId connection) const
{
    const TcpConnection* const found = find(connection);
    return found != nullptr ? found->unwritten() : 0;
}

void TcpTransport::disconnectFrom(ConnectionId connection)
{
    drop(connection, false);
}

void TcpTransport::setSendPending(ConnectionId connection, bool pending)
{
    if (TcpConnection* const found = find(connection))
        found->setSendPending(pending);
}

void TcpTransport::setReceiving(bool receives)
{
    m_receives = receives;
    for (const auto& [id, connection] : m_connections)
        connection->setReceiving(receives);
}

TcpConnection& TcpTransport::adopt(QTcpSocket* socket)
{
    auto* const connection = new TcpConnection(++m_lastId, socket, m_turn, m_room, this);
    if (!m_receives)
        connection->setReceiving(false);
    m_connections.emplace(connection->id(), connection);
    connect(connection, &TcpConnection::received, this, &Transport::received);
    connect(connection, &TcpConnection::written, this, &Transport::written);
    connect(connection, &TcpConnection::discarded, this, &Transport::discarded);
    connect(connection, &TcpConnection::ended, this, &TcpTransport::drop);
    return *connection;
}

bool TcpTransport::leaveAll()
{
    const QPointer<TcpTransport> self(this);
    while (self && !m_connections.empty()) {
        const auto [id, connection] = *m_connections.begin();
        m_connections.erase(m_connections.begin());
        leave(*connection);
        Q_EMIT disconnected(id, false);
    }
    return !self.isNull();
}

TcpConnection* TcpTransport::find(ConnectionId connection) const
{
    const auto found = m_connections.find(connection);
    return found != m_connections.end() ? found->second : nullptr;
}

void TcpTransport::drop(ConnectionId connection, bool wasReset)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return;
    leave(*found->second);
    m_connections.erase(found);
    const QPointer<TcpTransport> self(this);
    Q_EMIT disconnected(connection, wasReset);
    if (self)
        afterDisconnected();
}

void TcpTransport::leave(TcpConnection& connection)
{
    connection.leave();
    m_farewells.push_back({QDeadlineTimer(TcpConnection::kFarewellMs), &connection});
    if (!m_farewellTimer.isActive())
        m_farewellTimer.start(TcpConnection::kFarewellMs);
}

void TcpTransport::endFarewells()
{
    for (; !m_farewells.empty(); m_farewells.pop_front()) {
        const Farewell& first = m_farewells.front();
        if (first.connection && !first.due.hasExpired()) {
            m_farewellTimer.start(static_cast<int>(first.due.remainingTime()) + 1);
            return;
        }
        if (first.connection)
            first.connection->endFarewell();
    }
}

} // namespace netassist
