// SPDX-License-Identifier: MIT
#include "app/net/TcpTransport.h"

#include "app/net/TcpConnection.h"

#include <QPointer>
#include <QTcpSocket>

namespace netassist {

TcpTransport::TcpTransport(QObject* parent) : Transport(parent) {}

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

TcpConnection& TcpTransport::adopt(QTcpSocket* socket)
{
    auto* const connection = new TcpConnection(++m_lastId, socket, m_turn, this);
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
        connection->leave();
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
    found->second->leave();
    m_connections.erase(found);
    const QPointer<TcpTransport> self(this);
    Q_EMIT disconnected(connection, wasReset);
    if (self)
        afterDisconnected();
}

} // namespace netassist
