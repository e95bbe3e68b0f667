// SPDX-License-Identifier: MIT
#include "app/session/Session.h"

#include "app/net/TcpClientTransport.h"
#include "app/net/TcpConnection.h"
#include "app/net/TcpServerTransport.h"
#include "app/net/UdpTransport.h"
#include "app/session/Addressee.h"
#include "app/session/DatagramPeers.h"
#include "app/session/FileSender.h"
#include "app/session/Sender.h"

#include <QMetaMethod>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace netassist {

struct Session::FileToAddress {
    QString path;
    FilePacing pacing;
};

Session::Session(const StoreLimits& limits, QObject* parent)
    : QObject(parent),
      m_storeLimits(limits),
      m_capture(std::make_unique<Capture>(limits)),
      m_datagramPeers(std::make_unique<DatagramPeers>(*m_capture)),
      m_sender(std::make_unique<Sender>(*m_capture)),
      m_addressee(std::make_unique<Addressee>()),
      m_fileSender(std::make_unique<FileSender>(*m_sender))
{
    m_limits.captureBytes = limits.limitBytes;
    connect(m_capture.get(), &Capture::noted, this, &Session::noted);
    connect(m_capture.get(), &Capture::fellBehind, this, &Session::receiveIfKeptUp);
    connect(m_capture.get(), &Capture::caughtUp, this, &Session::receiveIfKeptUp);
    connect(m_sender.get(), &Sender::recorded, this, [this] { ++m_counters.sentRecords; });
    connect(m_sender.get(), &Sender::refused, this, &Session::tell);
    connect(m_addressee.get(), &Addressee::refused, this, &Session::tell);
    connect(m_addressee.get(), &Addressee::addressed, this, &Session::sendToAddress);
    connect(m_addressee.get(), &Addressee::found, this, &Session::sendFileToAddress);
    connect(m_fileSender.get(), &FileSender::noted, this, &Session::tell);
}

// The struct's defaults, written where everybody sees them, are the parts' own.
static_assert(SessionLimits().clients == TcpServerTransport::kDefaultPeerLimit);
static_assert(SessionLimits().waitingBytes == Sender::kDefaultLimitBytes);

Session::~Session()
{
    if (m_transport)
        m_transport->disconnect(this);
}

void Session::open(const SessionEndpoint& endpoint)
{
    const QPointer<Session> self(this);
    close();
    if (!self)
        return;
    retireTransport();
    m_endpoint = endpoint;
    m_transport = makeTransport(endpoint);
    m_transport->setPeerLimit(m_limits.clients);
    receiveIfKeptUp();
    connectTransport();
    Transport* const transport = m_transport.get();
    if (endpoint.protocol == Protocol::TcpClient && !noteDown({NoteKind::Connecting, {endpoint.endpoint.toString()}}))
        return;
    if (m_transport.get() == transport)
        transport->open();
}

std::unique_ptr<Transport> Session::makeTransport(const SessionEndpoint& endpoint) const
{
    switch (endpoint.protocol) {
    case Protocol::TcpServer:
        break;
    case Protocol::TcpClient:
        return std::make_unique<TcpClientTransport>(endpoint.endpoint, m_clientOptions);
    case Protocol::Udp:
        return std::make_unique<UdpTransport>(endpoint.endpoint, m_multicastOptions);
    }
    return std::make_unique<TcpServerTransport>(endpoint.endpoint);
}

void Session::close()
{
    if (!m_transport)
        return;
    const QPointer<Session> self(this);
    m_closing = true;
    m_addressee->clear();
    m_transport->close();
    if (self)
        m_closing = false;
}

TransportState Session::state() const
{
    return m_transport ? m_transport->state() : TransportState::Closed;
}

QString Session::peerLabel(ConnectionId connection) const
{
    const auto found = findPeer(connection);
    return found != m_peers.cend() ? found->label : QString();
}

void Session::disconnectPeer(ConnectionId connection)
{
    if (m_transport)
        m_transport->disconnectFrom(connection);
}

bool Session::hasRecipient() const
{
    return m_endpoint.protocol == Protocol::Udp ? state() == TransportState::Open : !m_peers.isEmpty();
}

void Session::send(const QByteArray& payload, ConnectionId to)
{
    to = recipient(to);
    const QPointer<Session> self(this);
    if (to == 0 && m_endpoint.protocol == Protocol::Udp)
        m_addressee->send(payload);
    else if (to == 0)
        m_sender->sendToAll(payload);
    else
        m_sender->send(payload, to);
    if (self)
        Q_EMIT trafficked();
}

void Session::setRemote(const QString& text)
{
    m_addressee->setText(text);
}

QString Session::remote() const
{
    const auto endpoint = Addressee::parse(m_addressee->text());
    return endpoint ? endpoint.value().toString() : m_addressee->text();
}

ConnectionId Session::connectionTo(const Endpoint& to, const QList<QHostAddress>& addresses)
{
    UdpTransport* const transport = udp();
    if (transport == nullptr || state() != TransportState::Open) {
        tell({NoteKind::SendWhileClosed, {}});
        return 0;
    }
    const auto reached = std::find_if(addresses.cbegin(), addresses.cend(),
                                      [transport](const QHostAddress& address) { return transport->reaches(address); });
    if (reached == addresses.cend()) {
        tell({NoteKind::RemoteOutOfReach, {to.toString(), m_local.toString()}});
        return 0;
    }
    return transport->peerAt(*reached, to.port);
}

void Session::sendToAddress(const QByteArray& payload, const Endpoint& to, const QList<QHostAddress>& addresses)
{
    const QPointer<Session> self(this);
    const ConnectionId connection = connectionTo(to, addresses);
    if (self && connection != 0)
        m_sender->send(payload, connection);
}

void Session::sendFileToAddress(const Endpoint& to, const QList<QHostAddress>& addresses)
{
    const std::unique_ptr<FileToAddress> file = std::move(m_fileToAddress);
    if (!file)
        return;
    const QPointer<Session> self(this);
    const ConnectionId connection = connectionTo(to, addresses);
    if (!self || connection == 0)
        return;
    sendFile(file->path, connection, file->pacing);
}

void Session::reply(const QByteArray& payload, ConnectionId to)
{
    const QPointer<Session> self(this);
    m_sender->send(payload, to, SendOrigin::Automatic);
    if (self)
        Q_EMIT trafficked();
}

void Session::sendFile(const QString& path, ConnectionId to, const FilePacing& pacing)
{
    to = recipient(to);
    if (to == 0 && m_endpoint.protocol == Protocol::Udp) {
        m_fileToAddress = std::make_unique<FileToAddress>(FileToAddress{path, pacing});
        m_addressee->find();
        return;
    }
    FilePacing fitting = pacing;
    if (const qint64 most = m_transport ? m_transport->datagramLimit(to) : 0; most > 0)
        fitting.blockBytes = pacing.blockBytes > 0 ? std::min(pacing.blockBytes, most) : FilePacing::kDatagramBytes;
    m_fileSender->send(path, to, fitting);
}

qint64 Session::waitingBytes(ConnectionId connection) const
{
    return connection == 0 ? m_sender->waitingBytes() : m_sender->waitingBytes(connection);
}

bool Session::keepsUp(ConnectionId to) const
{
    const ConnectionId only = recipient(to);
    if (only != 0)
        return waitingBytes(only) <= Sender::kHighWaterBytes;
    // All datagrams go through one socket, whomever they are for.
    const bool isOneSocket = m_endpoint.protocol == Protocol::Udp;
    const qint64 sockets = isOneSocket ? 1 : qMax<qint64>(1, m_peers.size());
    return waitingBytes() <= Sender::kHighWaterBytes * sockets;
}

void Session::resetCounters()
{
    m_counters = {};
    Q_EMIT trafficked();
}

void Session::setLimits(const SessionLimits& limits)
{
    if (limits == m_limits)
        return;
    const bool isCaptures = limits.captureBytes != m_limits.captureBytes;
    m_limits = limits;
    m_sender->setLimit(limits.waitingBytes);
    if (m_transport)
        m_transport->setPeerLimit(limits.clients);
    if (!isCaptures)
        return;
    m_storeLimits.limitBytes = limits.captureBytes;
    m_capture->setLimits(m_storeLimits);
}

void Session::setClientOptions(const ClientOptions& options)
{
    m_clientOptions = options;
    if (auto* const client = qobject_cast<TcpClientTransport*>(m_transport.get()))
        client->setOptions(options);
}

void Session::setMulticastOptions(const MulticastOptions& options)
{
    m_multicastOptions = options;
    if (UdpTransport* const transport = udp())
        transport->setMulticast(options);
}

QList<MulticastGroup> Session::joinedGroups() const
{
    const UdpTransport* const transport = udp();
    return transport != nullptr ? transport->joinedGroups() : QList<MulticastGroup>();
}

UdpTransport* Session::udp() const
{
    return qobject_cast<UdpTransport*>(m_transport.get());
}

void Session::tell(const Note& note)
{
    (void)noteDown(note);
}

bool Session::noteDown(const Note& note)
{
    const QPointer<Session> self(this);
    m_capture->appendNote(note);
    if (self)
        Q_EMIT noted(note);
    return !self.isNull();
}

void Session::receiveIfKeptUp()
{
    if (m_transport)
        m_transport->setReceiving(!m_capture->isBehind());
}

/// None while somebody wants to see what is received: what they do about it may move on the capture under their eyes.
std::span<char> Session::roomForReceived()
{
    static const QMetaMethod seen = QMetaMethod::fromSignal(&Session::received);
    return isSignalConnected(seen) ? std::span<char>() : m_capture->room();
}

void Session::connectTransport()
{
    Transport* const transport = m_transport.get();
    transport->setRoom([this] { return roomForReceived(); });
    connect(transport, &Transport::stateChanged, this, &Session::onStateChanged);
    connect(transport, &Transport::opened, this, &Session::onOpened);
    connect(transport, &Transport::connected, this, &Session::onConnected);
    connect(transport, &Transport::disconnected, this, &Session::onDisconnected);
    connect(transport, &Transport::received, this, &Session::onReceived);
    connect(transport, &Transport::failed, this, &Session::tell);
    connect(transport, &Transport::happened, this, &Session::tell);
    if (UdpTransport* const datagrams = udp())
        connect(datagrams, &UdpTransport::joinedGroupsChanged, this, &Session::joinedGroupsChanged);
    connect(transport, &Transport::rejected, this, [this, transport](ConnectionId connection, qint64 bytes) {
        const QPointer<Session> self(this);
        if (transport == m_transport.get())
            m_sender->onRejected(connection, bytes);
        if (self)
            Q_EMIT trafficked();
    });
    connect(transport, &Transport::returned, this, [this, transport](ConnectionId connection) {
        if (transport == m_transport.get())
            m_sender->onReturned(connection);
    });
    connect(transport, &Transport::discarded, this, [this](const Endpoint& peer, qint64 bytes) {
        tell({NoteKind::UnsentDiscarded, {peer.toString(), QString::number(bytes)}});
    });
    connect(transport, &Transport::written, this, [this, transport](ConnectionId connection, qint64 bytes) {
        m_counters.sentBytes += bytes;
        const QPointer<Session> self(this);
        if (transport == m_transport.get()) // a retired one counts its last bytes
            m_sender->onWritten(connection, bytes);
        if (self)
            Q_EMIT trafficked();
    });
}

/// A closed transport still delivers its sockets' last bytes for a moment.
void Session::retireTransport()
{
    if (!m_transport)
        return;
    Transport* const retired = m_transport.release();
    retired->setParent(this);
    QTimer::singleShot(2 * TcpConnection::kFarewellMs, retired, &QObject::deleteLater);
}

void Session::onStateChanged(TransportState state)
{
    const QPointer<Session> self(this);
    const TransportState before = std::exchange(m_state, state);
    if (state == TransportState::Closed && m_closing) {
        if (m_endpoint.protocol == Protocol::TcpServer && before == TransportState::Open)
            tell({NoteKind::StoppedListening, {m_local.toString()}});
        else if (m_endpoint.protocol == Protocol::TcpClient && before == TransportState::Opening)
            tell({NoteKind::ConnectCancelled, {m_endpoint.endpoint.toString()}});
        else if (m_endpoint.protocol == Protocol::Udp && before == TransportState::Open)
            tell({NoteKind::UdpClosed, {m_local.toString()}});
    }
    if (self)
        Q_EMIT stateChanged(state);
}

void Session::onOpened(const Endpoint& local, const Endpoint& remote)
{
    m_local = local;
    Note note{NoteKind::Listening, {local.toString()}};
    if (m_endpoint.protocol == Protocol::TcpClient)
        note = {NoteKind::Connected, {remote.toString(), local.toString()}};
    else if (m_endpoint.protocol == Protocol::Udp)
        note.kind = NoteKind::UdpBound;
    if (noteDown(note))
        Q_EMIT opened(local);
}

void Session::onConnected(ConnectionId connection, const Endpoint& peer)
{
    const QString label = peer.toString();
    const bool isUdp = m_endpoint.protocol == Protocol::Udp;
    const PeerId peerId = isUdp ? m_datagramPeers->idOf(label) : m_capture->addPeer(label);
    m_peers.append({connection, peerId, label});
    m_sender->addPeer(*m_transport, connection, peerId);
    if (m_endpoint.protocol != Protocol::TcpServer ||
        noteDown({NoteKind::ClientConnected, {label, QString::number(m_peers.size())}}))
        Q_EMIT peersChanged();
}

void Session::onDisconnected(ConnectionId connection, bool wasReset)
{
    const auto found = findPeer(connection);
    if (found == m_peers.cend())
        return;
    const QString label = found->label;
    const PeerId peer = found->peer;
    m_peers.erase(found);
    QList<Note> notes;
    const Sender::Unsent unsent = m_sender->removePeer(connection);
    if (m_endpoint.protocol != Protocol::Udp) // those may come back
        m_capture->endPeer(peer);
    // What a socket still holds is delivered after an orderly end, or told as discarded.
    if (const qint64 lost = unsent.queued + (wasReset ? unsent.unwritten : 0); lost > 0)
        notes.append({NoteKind::UnsentDiscarded, {label, QString::number(lost)}});
    if (wasReset)
        notes.append({NoteKind::Reset, {label}});
    if (m_endpoint.protocol == Protocol::TcpServer)
        notes.append({NoteKind::ClientDisconnected, {label, QString::number(m_peers.size())}});
    else if (m_endpoint.protocol == Protocol::TcpClient)
        notes.append({NoteKind::Disconnected, {label}});
    const QPointer<Session> self(this);
    Q_EMIT peerLeft(connection);
    if (self && std::all_of(notes.cbegin(), notes.cend(), [this](const Note& note) { return noteDown(note); }))
        Q_EMIT peersChanged();
}

void Session::onReceived(ConnectionId connection, QByteArrayView bytes)
{
    const auto found = findPeer(connection);
    if (found == m_peers.cend())
        return;
    ++m_counters.receivedRecords;
    m_counters.receivedBytes += bytes.size();
    const QPointer<Session> self(this);
    m_capture->append(RecordKind::Received, found->peer, bytes);
    if (self)
        Q_EMIT received(connection, bytes);
    if (self)
        Q_EMIT trafficked();
}

/// Who the only peer of a client is, is no question.
ConnectionId Session::recipient(ConnectionId to) const
{
    const bool isOnly = to == 0 && m_endpoint.protocol == Protocol::TcpClient && !m_peers.isEmpty();
    return isOnly ? m_peers.constFirst().connection : to;
}

/// Connections are numbered in the order they come, so the list is sorted by number.
QList<PeerInfo>::const_iterator Session::findPeer(ConnectionId connection) const
{
    const auto found =
        std::lower_bound(m_peers.cbegin(), m_peers.cend(), connection,
                         [](const PeerInfo& peer, ConnectionId wanted) { return peer.connection < wanted; });
    return found != m_peers.cend() && found->connection == connection ? found : m_peers.cend();
}

} // namespace netassist
