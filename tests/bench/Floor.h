// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace netassist::bench {

// The floors: what Qt alone does with the same bytes, in the fewest lines, and keeps nothing of them.

/// Reads all that any client sends.
class FloorSink final : public QObject {
    Q_OBJECT

public:
    FloorSink();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] int clients() const { return m_clients; }

Q_SIGNALS:
    void read();

private:
    QTcpServer m_server;
    qint64 m_received = 0;
    int m_clients = 0;
};

/// Sends every byte back.
class FloorEcho final : public QObject {
    Q_OBJECT

public:
    FloorEcho();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

/// Thousands of clients: reads, and writes to all.
class FloorServer final : public QObject {
    Q_OBJECT

public:
    FloorServer();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] qsizetype clients() const { return m_sockets.size(); }
    void writeToAll(const QByteArray& bytes);

private:
    QTcpServer m_server;
    QList<QTcpSocket*> m_sockets;
    qint64 m_received = 0;
};

} // namespace netassist::bench
