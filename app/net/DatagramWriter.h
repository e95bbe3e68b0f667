// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/FairTurn.h"
#include "app/net/Transport.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>

#include <deque>

class QUdpSocket;

namespace netassist {

/// Sends datagrams through a UDP socket, in order, each whole or not at all. While the system has no room they wait.
/// What becomes of each is told in a later turn, never from inside send(). May be destroyed from inside its own signals.
class DatagramWriter : public QObject, private FairTurn::Taker {
    Q_OBJECT

public:
    struct Datagram {
        ConnectionId connection = 0; ///< whatever it is to be told by
        QHostAddress address;
        quint16 port = 0;
        QByteArray bytes;
    };

    /// What became of a datagram.
    struct Outcome {
        ConnectionId connection = 0;
        qint64 bytes = 0;
        bool isSent = false;
        QString words;
    };
    struct Rest {
        std::deque<Outcome> untold;  ///< handed to the system, or refused by it
        std::deque<Datagram> unsent; ///< the system had no room for them
    };

    /// @param socket bound; outlives this, as the turn does
    DatagramWriter(QUdpSocket& socket, FairTurn& turn, QObject* parent = nullptr);
    ~DatagramWriter() override;

    void send(Datagram datagram);
    /// For the end: nothing more is sent or told.
    [[nodiscard]] Rest takeRest();

Q_SIGNALS:
    void sent(netassist::ConnectionId connection, qint64 bytes);
    /// The system refused it. @param words the system's, in English
    void rejected(netassist::ConnectionId connection, qint64 bytes, const QString& words);

protected:
    enum class Attempt : quint8 { Sent, NoRoom, Rejected };
    /// @param words why it was rejected
    virtual Attempt attempt(const Datagram& datagram, QString& words);

private:
    void sendWaiting();
    FairTurn::Step takeStep(std::span<char> buffer) override;

    QUdpSocket& m_socket;
    FairTurn& m_turn;
    QSocketNotifier m_room; ///< enabled while datagrams wait
    std::deque<Datagram> m_waiting;
    std::deque<Outcome> m_outcomes; ///< not told yet
};

} // namespace netassist
