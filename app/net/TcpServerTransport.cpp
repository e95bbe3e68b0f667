// SPDX-License-Identifier: MIT
#include "app/net/TcpServerTransport.h"

#include "app/net/HostText.h"
#include "app/net/NetworkError.h"
#include "app/net/TcpConnection.h"
#include "app/net/TcpListener.h"

#include <QPointer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

/// Newcomers that are turned away within this time of each other are told once.
constexpr qint64 kTurnedAwayMs = 2000;

} // namespace

TcpServerTransport::TcpServerTransport(Endpoint local, QObject* parent)
    : TcpTransport(parent), m_local(std::move(local))
{
    connect(&m_lookup, &HostLookup::finished, this, &TcpServerTransport::onLookedUp);
}

TcpServerTransport::~TcpServerTransport() = default;

void TcpServerTransport::open()
{
    if (state() != TransportState::Closed)
        return;
    const QString host = m_local.host.trimmed();
    if (const QHostAddress address = literalAddress(host); !address.isNull()) {
        listen({address});
    } else if (mayBeName(host)) {
        const QPointer<TcpServerTransport> self(this);
        setState(TransportState::Opening);
        if (self && state() == TransportState::Opening)
            m_lookup.start(host);
    } else {
        fail({NoteKind::AddressInvalid, {m_local.host}});
    }
}

void TcpServerTransport::close()
{
    if (state() == TransportState::Closed)
        return;
    m_lookup.cancel();
    m_listener.reset();
    if (leaveAll())
        setState(TransportState::Closed);
}

void TcpServerTransport::onLookedUp(QList<QHostAddress> addresses)
{
    if (addresses.isEmpty()) {
        fail({NoteKind::HostNotFound, {m_local.toString()}});
        return;
    }
    // Programs that people write first connect to 127.0.0.1.
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress& address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    listen(addresses);
}

void TcpServerTransport::listen(const QList<QHostAddress>& addresses)
{
    m_listener = std::make_unique<TcpListener>(turn(), nullptr);
    connect(m_listener.get(), &TcpListener::accepted, this, &TcpServerTransport::onAccepted);
    connect(m_listener.get(), &TcpListener::acceptFailed, this, [this](const QString& words) {
        Q_EMIT failed({NoteKind::AcceptFailed, {m_listening.toString(), words}});
    });

    const bool listening = std::any_of(addresses.begin(), addresses.end(), [this](const QHostAddress& address) {
        return m_listener->start(address, m_local.port);
    });
    if (!listening) {
        const Note error = listenErrorNote(m_listener->serverError(), m_listener->errorString(), m_local);
        m_listener.reset();
        fail(error);
        return;
    }
    m_listening = Endpoint::of(m_listener->serverAddress(), m_listener->serverPort());
    const QPointer<TcpServerTransport> self(this);
    setState(TransportState::Open);
    if (self && state() == TransportState::Open)
        Q_EMIT opened(m_listening, {});
}

void TcpServerTransport::onAccepted(QTcpSocket* socket)
{
    if (connectionCount() < m_peerLimit) {
        const TcpConnection& connection = adopt(socket);
        Q_EMIT connected(connection.id(), connection.peer());
        return;
    }
    delete socket; // closes it
    const bool isNewBurst = !m_turnedAway.isValid() || m_turnedAway.hasExpired(kTurnedAwayMs);
    m_turnedAway.start();
    if (isNewBurst)
        Q_EMIT failed({NoteKind::TooManyClients, {m_listening.toString(), QString::number(m_peerLimit)}});
}

void TcpServerTransport::fail(const Note& error)
{
    const QPointer<TcpServerTransport> self(this);
    setState(TransportState::Closed);
    if (self)
        Q_EMIT failed(error);
}

} // namespace netassist
