// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/FairTurn.h"
#include "app/net/Transport.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <map>

class QTcpSocket;

namespace netassist {

class TcpConnection;

/// What TCP server and TCP client share: connections and the turns in which they are read.
class TcpTransport : public Transport {
    Q_OBJECT

public:
    explicit TcpTransport(QObject* parent = nullptr);
    ~TcpTransport() override;

    void write(ConnectionId connection, const QByteArray& bytes) final;
    [[nodiscard]] qint64 unwritten(ConnectionId connection) const final;
    void disconnectFrom(ConnectionId connection) final;
    void setSendPending(ConnectionId connection, bool pending) final;
    void setReceiving(bool receives) final;
    void setRoom(const Room& room) final { m_room = room; }

protected:
    /// Takes over a connected socket; telling connected() is left to the caller.
    TcpConnection& adopt(QTcpSocket* socket);
    /// Ends all connections in good order. @return false if a listener destroyed this transport meanwhile
    [[nodiscard]] bool leaveAll();
    [[nodiscard]] qsizetype connectionCount() const { return static_cast<qsizetype>(m_connections.size()); }
    [[nodiscard]] FairTurn& turn() { return m_turn; }
    /// A connection is gone and this has been told.
    virtual void afterDisconnected() {}

private:
    [[nodiscard]] TcpConnection* find(ConnectionId connection) const;
    void drop(ConnectionId connection, bool wasReset);
    void leave(TcpConnection& connection);
    void endFarewells();

    FairTurn m_turn;
    std::map<ConnectionId, TcpConnection*> m_connections; ///< children; those that were left are no longer in it
    ConnectionId m_lastId = 0;
    bool m_receives = true;
    Room m_room;
    struct Farewell {
        QDeadlineTimer due;
        QPointer<TcpConnection> connection;
    };
    std::deque<Farewell> m_farewells; ///< of those that were left, in the order in which they were
    QTimer m_farewellTimer;           ///< for the first: ten thousand timers would fire in one turn
};

} // namespace netassist
