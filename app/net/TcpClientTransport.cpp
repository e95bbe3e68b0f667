// SPDX-License-Identifier: MIT
#include "app/net/TcpClientTransport.h"

#include "app/base/SystemWords.h"
#include "app/net/ConnectAttempts.h"
#include "app/net/HostText.h"
#include "app/net/NetworkError.h"
#include "app/net/TcpConnection.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#include <chrono>
#include <utility>

namespace netassist {

TcpClientTransport::TcpClientTransport(Endpoint remote, ClientOptions options, QObject* parent)
    : TcpTransport(parent), m_remote(std::move(remote)), m_options(std::move(options))
{
    connect(&m_retry, &ReconnectTimer::due, this, &TcpClientTransport::attempt);
}

TcpClientTransport::~TcpClientTransport() = default;

void TcpClientTransport::open()
{
    if (state() != TransportState::Closed)
        return;
    if (m_remote.host.trimmed().isEmpty()) {
        fail({NoteKind::AddressInvalid, {m_remote.host}});
        return;
    }
    if (m_remote.port == 0) {
        fail({NoteKind::PortInvalid, {QStringLiteral("0")}});
        return;
    }
    if (const QString host = m_options.localHost.trimmed(); !host.isEmpty() && literalAddress(host).isNull()) {
        fail({NoteKind::AddressInvalid, {host}});
        return;
    }
    m_retry.reset();
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Opening);
    if (self && state() == TransportState::Opening)
        attempt();
}

void TcpClientTransport::close()
{
    if (state() == TransportState::Closed)
        return;
    m_retry.stop();
    m_attempts.reset();
    if (leaveAll())
        setState(TransportState::Closed);
}

void TcpClientTransport::setOptions(const ClientOptions& options)
{
    m_options = options;
    if (!m_retry.isWaiting() || m_options.reconnect)
        return;
    const QPointer<TcpClientTransport> self(this);
    close();
    if (self)
        Q_EMIT happened({NoteKind::ConnectCancelled, {m_remote.toString()}});
}

void TcpClientTransport::attempt()
{
    QString host = m_remote.host.trimmed();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    m_attempts = std::make_unique<ConnectAttempts>(m_remote.port);
    m_attempts->setTimeout(std::chrono::seconds(m_options.timeoutSeconds));
    m_attempts->setLocal(literalAddress(m_options.localHost.trimmed()), m_options.localPort);
    connect(m_attempts.get(), &ConnectAttempts::connected, this, &TcpClientTransport::onConnected);
    connect(m_attempts.get(), &ConnectAttempts::failed, this,
            [this](QAbstractSocket::SocketError error, const QString& words) {
                onFailed(connectErrorNote(error, words, m_remote));
            });
    connect(m_attempts.get(), &ConnectAttempts::localFailed, this,
            [this](QAbstractSocket::SocketError error, const QString& words) {
                onFailed(listenErrorNote(error, words, local()));
            });
    connect(m_attempts.get(), &ConnectAttempts::movedOn, this,
            [this](const QHostAddress& before, const QHostAddress& next, const QString& words) {
                Q_EMIT failed({NoteKind::NextAddress,
                               {Endpoint::of(before, m_remote.port).toString(),
                                Endpoint::of(next, m_remote.port).toString(), englishWords(words)}});
            });
    m_attempts->start(host);
}

void TcpClientTransport::afterDisconnected()
{
    if (state() != TransportState::Open)
        return; // whoever heard of the end has closed it
    if (!m_options.reconnect) {
        setState(TransportState::Closed);
        return;
    }
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Opening);
    if (self && state() == TransportState::Opening)
        retryLater();
}

void TcpClientTransport::onConnected(QTcpSocket* socket)
{
    m_attempts.reset();
    m_retry.reset();
    if (m_options.keepAlive)
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
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

void TcpClientTransport::onFailed(const Note& error)
{
    m_attempts.reset();
    if (!m_options.reconnect) {
        fail(error);
        return;
    }
    const QPointer<TcpClientTransport> self(this);
    Q_EMIT failed(error);
    if (self && state() == TransportState::Opening)
        retryLater();
}

void TcpClientTransport::retryLater()
{
    const int seconds = m_retry.wait(m_options.reconnectSeconds);
    Q_EMIT happened({NoteKind::Reconnecting, {m_remote.toString(), QString::number(seconds)}});
}

Endpoint TcpClientTransport::local() const
{
    const QString host = m_options.localHost.trimmed();
    return {host.isEmpty() ? QStringLiteral("0.0.0.0") : host, m_options.localPort};
}

void TcpClientTransport::fail(const Note& error)
{
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Closed);
    if (self)
        Q_EMIT failed(error);
}

} // namespace netassist
