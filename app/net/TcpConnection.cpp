// SPDX-License-Identifier: MIT
#include "app/net/TcpConnection.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <sys/socket.h>
#endif

namespace netassist {

namespace {

/// Below this, bytes are copied so that Qt joins small writes; above it, the array is shared.
constexpr qsizetype kShareBytes = 16384;

/// At least so much has to come with each read past Qt: else it is little again, and waits to be gathered.
constexpr qint64 kFastBytes = TcpConnection::kReadBufferBytes / 4;

/// Memory of somebody else, who may use it for something else any time.
bool isRaw(const QByteArray& bytes)
{
    return bytes.capacity() < bytes.size();
}

/// A connection that was reset before it was accepted has no address any more, though its bytes are still there.
Endpoint peerOf(const QTcpSocket& socket)
{
    if (socket.peerAddress().isNull())
        return {QStringLiteral("unknown"), 0};
    return Endpoint::of(socket.peerAddress(), socket.peerPort());
}

} // namespace

TcpConnection::TcpConnection(ConnectionId id, QTcpSocket* socket, FairTurn& turn, const Transport::Room& room,
                             QObject* parent)
    : QObject(parent),
      m_id(id),
      m_socket(socket),
      m_turn(turn),
      m_room(room),
      m_watch(new PeerEndWatch(*socket, turn, this)),
      m_peer(peerOf(*socket))
{
    m_socket->setParent(nullptr); // deleted by hand, see the destructor
    m_socket->setReadBufferSize(kReadBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_watch, &PeerEndWatch::ended, this, &TcpConnection::onPeerEnd);
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { runInSocketSignal([this] { m_turn.want(*this); }); });
    connect(m_socket, &QTcpSocket::bytesWritten, this,
            [this](qint64 bytes) { runInSocketSignal([this, bytes] { onWritten(bytes); }); });
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { runInSocketSignal([this] { onError(); }); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (m_state == State::Left) {
            endFarewell();
            return;
        }
        if (m_state < State::Closed)
            m_state = State::Closed;
        m_turn.wantLater(*this);
    });
    m_turn.wantLater(*this);
}

TcpConnection::~TcpConnection()
{
    m_turn.forget(*this);
    m_watch->stop();
    m_socket->disconnect(this);
    if (m_inSocketSignal)
        m_socket->deleteLater();
    else
        delete m_socket;
}

void TcpConnection::write(const QByteArray& bytes)
{
    m_unwritten += bytes.size();
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return; // the end is about to be told
    const qsizetype taken = m_socket->bytesToWrite() == 0 ? writeAtOnce(bytes) : 0;
    if (taken > 0) {
        m_untold += taken;
        m_turn.wantLater(*this);
    }
    if (taken == bytes.size())
        return;
    if (taken > 0)
        m_socket->write(bytes.sliced(taken));
    else if (bytes.size() < kShareBytes || isRaw(bytes))
        m_socket->write(bytes.constData(), bytes.size());
    else
        m_socket->write(bytes);
    m_watch->watchWriting();
}

qsizetype TcpConnection::writeAtOnce(const QByteArray& bytes)
{
#if defined(Q_OS_UNIX) && defined(MSG_NOSIGNAL)
    const ssize_t taken = ::send(static_cast<int>(m_socket->socketDescriptor()), bytes.constData(),
                                 static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return std::max<ssize_t>(taken, 0); // an error is met again, and told, by the socket
#else
    Q_UNUSED(bytes)
    return 0;
#endif
}

void TcpConnection::setSendPending(bool pending)
{
    m_sendPending = pending;
    if (!pending && m_state == State::PeerFinished)
        m_turn.wantLater(*this);
}

void TcpConnection::setReceiving(bool receives)
{
    m_receives = receives;
    m_watch->setReceiving(receives);
    m_socket->setReadBufferSize(receives ? kReadBufferBytes : 1); // thousands of buffers would be much
    if (receives)
        m_turn.wantLater(*this);
}

FairTurn::Step TcpConnection::takeStep(std::span<char> buffer)
{
    const QPointer<TcpConnection> self(this);
    if (m_untold > 0)
        onWritten(std::exchange(m_untold, 0));
    if (!self)
        return FairTurn::Step::Gone;
    if (m_farewellOver)
        return goNow();
    if (m_state == State::Left) {
        continueFarewell();
        return FairTurn::Step::Done;
    }
    if (m_receives) {
        const bool wasMuch = receive(placeFor(buffer));
        if (!self)
            return FairTurn::Step::Gone;
        if ((wasMuch || m_socket->bytesAvailable() > 0) && m_state != State::Left && m_receives)
            return wasMuch ? FairTurn::Step::Many : FairTurn::Step::More;
    }
    endIfDone();
    return self ? FairTurn::Step::Done : FairTurn::Step::Gone;
}

// What comes fast is read without QTcpSocket, whose buffer would cost one copy and the way out of it another. Its buffer
// holds what came before.
bool TcpConnection::receive(std::span<char> place)
{
    const bool isBuffered = m_socket->bytesAvailable() > 0;
    const qsizetype count =
        isBuffered ? m_socket->read(place.data(), static_cast<qint64>(place.size())) : readAtOnce(place);
    m_isFast = count >= (isBuffered ? kReadBufferBytes : kFastBytes);
    const bool wasMuch = m_isFast;
    if (count > 0)
        Q_EMIT received(m_id, QByteArrayView(place.data(), count));
    return wasMuch;
}

qsizetype TcpConnection::readAtOnce(std::span<char> place)
{
#ifdef Q_OS_UNIX
    if (!m_isFast || m_state != State::Open)
        return 0;
    const ssize_t count =
        ::recv(static_cast<int>(m_socket->socketDescriptor()), place.data(), place.size(), MSG_DONTWAIT);
    if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
        m_watch->meetBreak();
    return std::max<ssize_t>(count, 0); // an end is met again, and told, by the watch
#else
    Q_UNUSED(place)
    return 0;
#endif
}

std::span<char> TcpConnection::placeFor(std::span<char> buffer) const
{
    const std::span<char> room = m_room && m_isFast ? m_room() : std::span<char>();
    return room.size() >= buffer.size() ? room.first(buffer.size()) : buffer;
}

void TcpConnection::onPeerEnd(PeerEndWatch::End end)
{
    m_peerFinished = true;
    if (m_state != State::Left)
        m_state = end == PeerEndWatch::End::Reset ? State::Reset : State::PeerFinished;
    else if (m_saidFarewell || end == PeerEndWatch::End::Reset)
        m_farewellOver = true;
    m_turn.wantLater(*this);
}

// A failed write: Qt drops the socket with its buffers right after this signal, so what came in is told now.
void TcpConnection::onError()
{
    if (m_state == State::Left)
        return;
    if (m_socket->bytesToWrite() > 0)
        m_state = State::Reset;
    const QByteArray rest = m_socket->readAll();
    const QPointer<TcpConnection> self(this);
    constexpr auto chunk = static_cast<qsizetype>(FairTurn::kChunkBytes);
    for (qsizetype from = 0; from < rest.size() && self && m_state != State::Left; from += chunk)
        Q_EMIT received(m_id, QByteArrayView(rest).sliced(from, std::min(chunk, rest.size() - from)));
}

void TcpConnection::onWritten(qint64 bytes)
{
    m_unwritten -= bytes;
    const QPointer<TcpConnection> self(this);
    Q_EMIT written(m_id, bytes);
    if (!self)
        return;
    if (m_state == State::Left)
        continueFarewell();
    else
        endIfDone();
}

void TcpConnection::endIfDone()
{
    if (m_toldEnd || m_state == State::Open || m_state == State::Left || m_socket->bytesAvailable() > 0)
        return;
    if (m_state == State::PeerFinished && (m_sendPending || m_unwritten > 0))
        return;
    m_toldEnd = true;
    Q_EMIT ended(m_id, m_state == State::Reset);
}

void TcpConnection::leave()
{
    if (m_state == State::Left)
        return;
    const State before = std::exchange(m_state, State::Left);
    setReceiving(true); // what lies unread at the end would make it a reset, which takes along what is under way
    if (before == State::Reset)
        m_unwritten = m_untold; // the rest is part of what ended() told
    if (before == State::Closed || before == State::Reset) {
        endFarewell();
        return;
    }
    if (before == State::PeerFinished && m_socket->bytesToWrite() == 0) {
        m_socket->disconnectFromHost();
        endFarewell();
        return;
    }
    m_turn.wantLater(*this); // thousands may be left together: they go in turns
}

// Closing a descriptor with unread bytes resets the connection and takes the bytes under way to the peer along. So
// first only our direction is ended; the peer's answer to that closes the socket, or the time runs out.
void TcpConnection::continueFarewell()
{
    m_socket->skip(m_socket->bytesAvailable());
    if (m_saidFarewell || m_socket->bytesToWrite() > 0)
        return;
    m_saidFarewell = true;
    if (m_peerFinished)
        endFarewell();
#ifdef Q_OS_UNIX
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
#else
    m_socket->disconnectFromHost();
#endif
}

void TcpConnection::endFarewell()
{
    m_farewellOver = true;
    m_turn.wantLater(*this);
}

FairTurn::Step TcpConnection::goNow()
{
    const QPointer<TcpConnection> self(this);
    if (m_unwritten > 0)
        Q_EMIT discarded(m_peer, std::exchange(m_unwritten, 0));
    if (self)
        delete this;
    return FairTurn::Step::Gone;
}

} // namespace netassist
