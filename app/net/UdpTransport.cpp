// SPDX-License-Identifier: MIT
#include "app/net/UdpTransport.h"

#include "app/net/GroupMemberships.h"
#include "app/net/HostText.h"
#include "app/net/NetworkError.h"
#include "app/net/UdpTroubles.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QUdpSocket>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr int kLossCheckMs = 1000;
/// A socket that does nothing but fail is left alone until it has something anew.
constexpr int kMostFailures = 100;

static_assert(FairTurn::kChunkBytes > UdpTransport::kLimitIPv6, "or a datagram could be cut when it is read");

} // namespace

UdpTransport::UdpTransport(Endpoint local, MulticastOptions multicast, QObject* parent)
    : Transport(parent), m_local(std::move(local)), m_multicast(std::move(multicast))
{
    connect(&m_lookup, &HostLookup::finished, this, &UdpTransport::onLookedUp);
    m_lossCheck.setSingleShot(true);
    m_lossCheck.setInterval(kLossCheckMs);
    connect(&m_lossCheck, &QTimer::timeout, this, &UdpTransport::tellLosses);
}

UdpTransport::~UdpTransport()
{
    m_turn.forget(*this);
    m_writer.reset();
    if (m_socket)
        m_socket->disconnect(this);
    if (m_inSocketSignal && m_socket)
        m_socket.release()->deleteLater(); // Qt goes on using it after its signals
}

void UdpTransport::open()
{
    if (state() != TransportState::Closed)
        return;
    const QString host = m_local.host.trimmed();
    if (const QHostAddress address = literalAddress(host); !address.isNull()) {
        bind({address});
    } else if (mayBeName(host)) {
        const QPointer<UdpTransport> self(this);
        setState(TransportState::Opening);
        if (self && state() == TransportState::Opening)
            m_lookup.start(host);
    } else {
        fail({NoteKind::AddressInvalid, {m_local.host}});
    }
}

void UdpTransport::close()
{
    if (state() == TransportState::Closed)
        return;
    const QPointer<UdpTransport> self(this);
    tellLosses();
    if (!self || state() == TransportState::Closed)
        return;
    m_lookup.cancel();
    m_turn.forget(*this);
    m_lossCheck.stop();
    const DatagramWriter::Rest rest = m_writer ? m_writer->takeRest() : DatagramWriter::Rest();
    m_writer.reset();
    m_groups.reset();
    m_troubles.reset();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close();
        m_socket.release()->deleteLater();
    }
    while (self && m_peers.any() != 0)
        disconnectFrom(m_peers.any());
    if (self)
        tellRest(rest);
    if (self)
        setState(TransportState::Closed);
    if (self)
        Q_EMIT joinedGroupsChanged();
}

/// What had been sent still counts; what had not is lost now.
void UdpTransport::tellRest(const DatagramWriter::Rest& rest)
{
    const QPointer<UdpTransport> self(this);
    for (const DatagramWriter::Outcome& outcome : rest.untold) {
        if (self && outcome.isSent)
            Q_EMIT written(outcome.connection, outcome.bytes);
    }
    QHash<std::pair<QHostAddress, quint16>, qint64> lost;
    for (const DatagramWriter::Datagram& datagram : rest.unsent)
        lost[{datagram.address, datagram.port}] += datagram.bytes.size();
    for (auto it = lost.cbegin(); self && it != lost.cend(); ++it)
        Q_EMIT discarded(Endpoint::of(it.key().first, it.key().second), it.value());
}

bool UdpTransport::reaches(const QHostAddress& address) const
{
    if (!m_socket)
        return false;
    const QHostAddress local = m_socket->localAddress();
    return local == QHostAddress(QHostAddress::Any) ||
           UdpPeers::plain(local).protocol() == UdpPeers::plain(address).protocol();
}

ConnectionId UdpTransport::peerAt(const QHostAddress& address, quint16 port)
{
    if (!m_socket)
        return 0;
    const QHostAddress plain = UdpPeers::plain(address);
    if (const ConnectionId known = m_peers.idOf(plain, port); known != 0) {
        m_peers.touch(known);
        return known;
    }
    const QPointer<UdpTransport> self(this);
    if (m_peers.size() >= kMostPeers)
        disconnectFrom(m_peers.longestSilent());
    if (!self || !m_socket)
        return 0;
    const ConnectionId id = m_peers.add(plain, port);
    Q_EMIT connected(id, Endpoint::of(plain, port));
    return self && m_peers.find(id) != nullptr ? id : 0;
}

void UdpTransport::write(ConnectionId connection, const QByteArray& bytes)
{
    UdpPeers::Peer* const peer = m_peers.find(connection);
    if (peer == nullptr || !m_writer)
        return;
    peer->unwritten += bytes.size();
    m_peers.touch(connection);
    m_writer->send({connection, peer->address, peer->port, bytes});
}

qint64 UdpTransport::unwritten(ConnectionId connection) const
{
    const UdpPeers::Peer* const peer = m_peers.find(connection);
    return peer != nullptr ? peer->unwritten : 0;
}

void UdpTransport::disconnectFrom(ConnectionId connection)
{
    if (m_peers.find(connection) == nullptr)
        return;
    m_peers.remove(connection);
    Q_EMIT disconnected(connection, false);
}

void UdpTransport::setSendPending(ConnectionId connection, bool pending)
{
    if (UdpPeers::Peer* const peer = m_peers.find(connection))
        peer->sendPending = pending;
}

qsizetype UdpTransport::datagramLimit(ConnectionId connection) const
{
    const UdpPeers::Peer* const peer = m_peers.find(connection);
    const bool isIPv6 = peer != nullptr && peer->address.protocol() == QAbstractSocket::IPv6Protocol;
    return isIPv6 ? kLimitIPv6 : kLimitIPv4;
}

void UdpTransport::setMulticast(const MulticastOptions& options)
{
    if (options == m_multicast)
        return;
    m_multicast = options;
    if (state() == TransportState::Open)
        applyMulticast();
}

QList<MulticastGroup> UdpTransport::joinedGroups() const
{
    return m_groups ? m_groups->joined() : QList<MulticastGroup>();
}

void UdpTransport::onLookedUp(QList<QHostAddress> addresses)
{
    if (addresses.isEmpty()) {
        fail({NoteKind::HostNotFound, {m_local.toString()}});
        return;
    }
    // Programs that people write first send to 127.0.0.1.
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress& address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    bind(addresses);
}

void UdpTransport::bind(const QList<QHostAddress>& addresses)
{
    auto socket = std::make_unique<QUdpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    const QAbstractSocket::BindMode mode = m_multicast.sharePort
                                               ? QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint
                                               : QAbstractSocket::BindMode(QAbstractSocket::DontShareAddress);
    const bool isBound = std::any_of(addresses.begin(), addresses.end(), [&](const QHostAddress& address) {
        return socket->bind(address, m_local.port, mode);
    });
    if (isBound)
        takeOver(std::move(socket));
    else
        fail(listenErrorNote(socket->error(), socket->errorString(), m_local));
}

void UdpTransport::takeOver(std::unique_ptr<QUdpSocket> socket)
{
    m_socket = std::move(socket);
    m_socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, kReceiveBufferBytes);
    m_troubles = std::make_unique<UdpTroubles>(m_socket->socketDescriptor());
    m_groups = std::make_unique<GroupMemberships>(*m_socket);
    m_writer = std::make_unique<DatagramWriter>(*m_socket, m_turn);
    connect(m_writer.get(), &DatagramWriter::sent, this, &UdpTransport::onSent);
    connect(m_writer.get(), &DatagramWriter::rejected, this, &UdpTransport::onRejected);
    connect(m_socket.get(), &QUdpSocket::readyRead, this, [this] {
        const QPointer<UdpTransport> self(this);
        const bool outer = std::exchange(m_inSocketSignal, true);
        if (!m_lossCheck.isActive())
            m_lossCheck.start();
        m_turn.want(*this);
        if (self)
            m_inSocketSignal = outer;
    });
    m_bound = Endpoint::of(m_socket->localAddress(), m_socket->localPort());

    const QPointer<UdpTransport> self(this);
    setState(TransportState::Open);
    if (self && state() == TransportState::Open)
        Q_EMIT opened(m_bound, {});
    if (self && state() == TransportState::Open)
        applyMulticast();
}

void UdpTransport::fail(const Note& error)
{
    const QPointer<UdpTransport> self(this);
    setState(TransportState::Closed);
    if (self)
        Q_EMIT failed(error);
}

FairTurn::Step UdpTransport::takeStep(std::span<char> buffer)
{
    if (!m_socket)
        return FairTurn::Step::Done;
    QHostAddress address;
    quint16 port = 0;
    const auto room = static_cast<qint64>(buffer.size());
    const qint64 size = m_socket->readDatagram(buffer.data(), room, &address, &port);
    if (size < 0)
        return onNothingRead();
    m_failures = 0;
    const QPointer<UdpTransport> self(this);
    if (const ConnectionId id = peerAt(address, port); id != 0)
        Q_EMIT received(id, QByteArrayView(buffer.data(), static_cast<qsizetype>(size)));
    if (!self)
        return FairTurn::Step::Gone;
    return m_socket ? FairTurn::Step::More : FairTurn::Step::Done;
}

/// What is sent back fails a read in its place: there may be datagrams behind it.
FairTurn::Step UdpTransport::onNothingRead()
{
    const bool isEmpty = m_socket->error() == QAbstractSocket::TemporaryError || ++m_failures > kMostFailures;
    if (!tellUndelivered())
        return FairTurn::Step::Gone;
    return isEmpty || !m_socket ? FairTurn::Step::Done : FairTurn::Step::More;
}

/// @return false if a listener destroyed this meanwhile
bool UdpTransport::tellUndelivered()
{
    const QPointer<UdpTransport> self(this);
    while (self && m_troubles) {
        const auto undelivered = m_troubles->nextUndelivered();
        if (!undelivered)
            break;
        if (const ConnectionId id = m_peers.idOf(QHostAddress(undelivered->to.host), undelivered->to.port); id != 0)
            Q_EMIT returned(id);
        if (!self)
            break;
        const QString to = undelivered->to.toString();
        if (!m_bursts.isNew(to + undelivered->words))
            continue;
        if (undelivered->wasRefused)
            Q_EMIT failed({NoteKind::DatagramRefused, {to}});
        else
            Q_EMIT failed({NoteKind::DatagramUndelivered, {to, undelivered->words}});
    }
    return !self.isNull();
}

void UdpTransport::tellLosses()
{
    const quint32 lost = m_troubles ? m_troubles->newlyDropped() : 0;
    if (lost > 0)
        Q_EMIT failed({NoteKind::DatagramsLost, {m_bound.toString(), QString::number(lost)}});
}

void UdpTransport::onSent(ConnectionId connection, qint64 bytes)
{
    if (UdpPeers::Peer* const peer = m_peers.find(connection))
        peer->unwritten -= bytes;
    Q_EMIT written(connection, bytes);
}

void UdpTransport::onRejected(ConnectionId connection, qint64 bytes, const QString& words)
{
    UdpPeers::Peer* const peer = m_peers.find(connection);
    if (peer == nullptr)
        return;
    peer->unwritten -= bytes;
    const QString to = Endpoint::of(peer->address, peer->port).toString();
    const QPointer<UdpTransport> self(this);
    if (m_bursts.isNew(to + words))
        Q_EMIT failed({NoteKind::DatagramNotSent, {to, words}});
    if (self)
        Q_EMIT rejected(connection, bytes);
}

void UdpTransport::applyMulticast()
{
    const QPointer<UdpTransport> self(this);
    const QList<Note> notes = m_groups->apply(m_multicast);
    for (const Note& note : notes) {
        if (!self)
            return;
        if (note.isError())
            Q_EMIT failed(note);
        else
            Q_EMIT happened(note);
    }
    if (self)
        Q_EMIT joinedGroupsChanged();
}

} // namespace netassist
