// SPDX-License-Identifier: MIT
#include "app/net/TcpClientTransport.h"

#include "app/net/NetworkError.h"
#include "app/net/TcpConnection.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace netassist {

TcpClientTransport::TcpClientTransport(Endpoint remote, QObject* parent)
    : TcpTransport(parent), m_remote(std::move(remote))
{}

TcpClientTransport::~TcpClientTransport()
{
    delete takeConnecting();
}

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
    m_connecting = new QTcpSocket;
    m_connecting->setProxy(QNetworkProxy::NoProxy);
    m_connecting->setReadBufferSize(TcpConnection::kReadBufferBytes);
    connect(m_connecting, &QTcpSocket::connected, this, &TcpClientTransport::onConnected);
    connect(m_connecting, &QTcpSocket::errorOccurred, this, &TcpClientTransport::onError);
    m_connecting->connectToHost(host, m_remote.port);
}

void TcpClientTransport::close()
{
    if (state() == TransportState::Closed)
        return;
    if (QTcpSocket* const socket = takeConnecting()) {
        socket->abort();
        socket->deleteLater();
    }
    if (leaveAll())
        setState(TransportState::Closed);
}

void TcpClientTransport::afterDisconnected()
{
    setState(TransportState::Closed);
}

void TcpClientTransport::onConnected()
{
    const Endpoint local = Endpoint::of(m_connecting->localAddress(), m_connecting->localPort());
    TcpConnection& connection = adopt(takeConnecting());
    connection.runInSocketSignal([this, local, id = connection.id(), peer = connection.peer()] {
        const QPointer<TcpClientTransport> self(this);
        setState(TransportState::Open);
        if (self && state() == TransportState::Open)
            Q_EMIT opened(local, peer);
        if (self && state() == TransportState::Open)
            Q_EMIT connected(id, peer);
    });
}

void TcpClientTransport::onError()
{
    const Note error = connectErrorNote(m_connecting->error(), m_connecting->errorString(), m_remote);
    takeConnecting()->deleteLater();
    fail(error);
}

QTcpSocket* TcpClientTransport::takeConnecting()
{
    QTcpSocket* const socket = std::exchange(m_connecting, nullptr);
    if (socket != nullptr)
        socket->disconnect(this);
    return socket;
}

void TcpClientTransport::fail(const Note& error)
{
    const QPointer<TcpClientTransport> self(this);
    setState(TransportState::Closed);
    if (self)
        Q_EMIT failed(error);
}

} // namespace netassist
