// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/net/Endpoint.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>

#include <functional>
#include <span>

namespace netassist {

/// One connection of a transport; numbered from 1, never reused by the same transport.
using ConnectionId = quint32;

enum class TransportState : quint8 { Closed, Opening, Open };

/// One end of a conversation over the network. Commands return at once; what comes of them is told by signals, as
/// facts. Lives in the GUI thread and never blocks it: received bytes come in turns with a time budget, so that a
/// flood leaves room for everything else. TCP server, TCP client and UDP implement it.
class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Leads to opened() or failed(); to nothing if close() comes first.
    virtual void open() = 0;
    /// Back to Closed at once. Bytes in sockets' buffers are still delivered in the background for a moment.
    virtual void close() = 0;
    [[nodiscard]] TransportState state() const { return m_state; }

    /// Hands bytes to the connection's socket, all of them. The caller keeps below a high-water mark with
    /// unwritten(). Does nothing for a connection that is gone. Large arrays are shared until they are written, not
    /// copied: the same one for ten thousand connections takes its room once. Raw data (QByteArray::fromRawData()) is
    /// copied if it has to wait for a stream; datagrams may not have it.
    virtual void write(ConnectionId connection, const QByteArray& bytes) = 0;
    /// Bytes handed over that the system has not taken yet.
    [[nodiscard]] virtual qint64 unwritten(ConnectionId connection) const = 0;
    /// Ends one connection in good order; its disconnected() follows.
    virtual void disconnectFrom(ConnectionId connection) = 0;
    /// Tells whether bytes still wait for this connection above the transport: a peer that has finished sending is
    /// kept until they are delivered.
    virtual void setSendPending(ConnectionId connection, bool pending) = 0;
    /// How many peers may be connected at once; past it newcomers are turned away, and this is told. Those connected
    /// stay. For a transport to which peers do not come it means nothing.
    virtual void setPeerLimit(qsizetype /*most*/) {}
    /// Whether what comes in is wanted now. While it is not it waits with whoever sends it, where that can be: datagrams
    /// would be lost, and come all the same.
    virtual void setReceiving(bool /*receives*/) {}
    /// Memory that what is received next may be read into, asked for right before. If something is, received() with a view
    /// of it is the next thing told. Where it is less than 64 KiB, the transport takes memory of its own.
    using Room = std::function<std::span<char>()>;
    virtual void setRoom(const Room& /*room*/) {}
    /// Where each write() is one datagram: the most bytes that one for this connection can have. 0: a stream, whose
    /// writes may be cut and joined.
    [[nodiscard]] virtual qsizetype datagramLimit(ConnectionId /*connection*/) const { return 0; }

Q_SIGNALS:
    void stateChanged(netassist::TransportState state);
    /// Listening at `local`, or connected to `remote` from `local`.
    void opened(const netassist::Endpoint& local, const netassist::Endpoint& remote);
    void connected(netassist::ConnectionId connection, const netassist::Endpoint& peer);
    /// @param wasReset the peer broke the connection off (RST) instead of closing it
    void disconnected(netassist::ConnectionId connection, bool wasReset);
    /// @param bytes valid only during the call; at most 64 KiB
    void received(netassist::ConnectionId connection, QByteArrayView bytes);
    /// The system took `bytes` more bytes of this connection; for a moment also after disconnected().
    void written(netassist::ConnectionId connection, qint64 bytes);
    /// The system would not take a datagram of so many bytes that was handed over; failed() has told why.
    void rejected(netassist::ConnectionId connection, qint64 bytes);
    /// A datagram that the system had taken came back: somebody refused it. failed() has said, or says, why, not of every
    /// single one.
    void returned(netassist::ConnectionId connection);
    /// Bytes that were handed over for a connection that has ended in good order will not reach the system any more:
    /// its time to deliver them is over, or the peer broke it off. May come after close().
    void discarded(const netassist::Endpoint& peer, qint64 bytes);
    /// Something that is no failure and that the state does not tell.
    void happened(const netassist::Note& note);
    /// An error note with its endpoint, or a failure that it gets over by itself. The state has been told before: Closed
    /// if nothing can go on.
    void failed(const netassist::Note& error);

protected:
    void setState(TransportState state);

private:
    TransportState m_state = TransportState::Closed;
};

} // namespace netassist
