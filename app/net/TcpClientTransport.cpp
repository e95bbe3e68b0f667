// SPDX-License-Identifier: MIT
#include "app/net/TcpClientTransport.h"

#include "app/base/SystemWords.h"
#include "app/net/ConnectAttempts.h"
#include "app/net/NetworkError.h"
#include "app/net/TcpConnection.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace netassist {

TcpClientTransport::TcpClientTransport(Endpoint remote, QObject* parent)
    : TcpTransport(parent), m_remote(std::move(remote))
{}

TcpClientTransport::~TcpClientTransport() = default;

void TcpClientTransport::open()
{
    if (state() != TransportState::Closed)
        return;
    QString host = m_remote.host.trimmed();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host.isEmpty()) {
        fail({NoteKind::AddressInvalid, {m_remote.host}});
        return;
    }
    if (m_remote.port == 0) {
        fail({NoteKind::PortInvalid, {QStringLiteral("0")}});
        return;
    }
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Opening);
    if (!self || state() != TransportState::Opening)
        return;
    m_attempts = std::make_unique<ConnectAttempts>(m_remote.port);
    connect(m_attempts.get(), &ConnectAttempts::connected, this, &TcpClientTransport::onConnected);
    connect(m_attempts.get(), &ConnectAttempts::failed, this, &TcpClientTransport::onFailed);
    connect(m_attempts.get(), &ConnectAttempts::movedOn, this,
            [this](const QHostAddress& before, const QHostAddress& next, const QString& words) {
                Q_EMIT failed({NoteKind::NextAddress,
                               {Endpoint::of(before, m_remote.port).toString(),
                                Endpoint::of(next, m_remote.port).toString(), englishWords(words)}});
            });
    m_attempts->start(host);
}

void TcpClientTransport::close()
{
    if (state() == TransportState::Closed)
        return;
    m_attempts.reset();
    if (leaveAll())
        setState(TransportState::Closed);
}

void TcpClientTransport::afterDisconnected()
{
    setState(TransportState::Closed);
}

void TcpClientTransport::onConnected(QTcpSocket* socket)
{
    m_attempts.reset();
    const Endpoint local = Endpoint::of(socket->localAddress(), socket->localPort());
    TcpConnection& connection = adopt(socket);
    connection.runInSocketSignal([this, local, id = connection.id(), peer = connection.peer()] {
        const QPointer<TcpClientTransport> self(this);
        setState(TransportState::Open);
        if (self && state() == TransportState::Open)
            Q_EMIT opened(local, peer);
        if (self && state() == TransportState::Open)
            Q_EMIT connected(id, peer);
    });
}

void TcpClientTransport::onFailed(QAbstractSocket::SocketError error, const QString& words)
{
    m_attempts.reset();
    fail(connectErrorNote(error, words, m_remote));
}

void TcpClientTransport::fail(const Note& error)
{
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Closed);
    if (self)
        Q_EMIT failed(error);
}

} // namespace netassist
