// SPDX-License-Identifier: MIT
#include "app/net/TcpListener.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <limits>
#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace netassist {

namespace {

constexpr int kBacklog = 4096; ///< clients that may wait in the system; Qt's 50 makes a burst wait for seconds
constexpr int kRetryMs = 200;

} // namespace

TcpListener::TcpListener(ReadTurn& turn, QObject* parent) : QTcpServer(parent), m_turn(turn)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(kBacklog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &TcpListener::resume);
    connect(this, &QTcpServer::acceptError, this, &TcpListener::onAcceptError);
}

TcpListener::~TcpListener()
{
    m_turn.forget(*this);
    for (const qintptr descriptor : m_descriptors)
        QTcpSocket().setSocketDescriptor(descriptor); // closes it
}

void TcpListener::incomingConnection(qintptr descriptor)
{
    m_toldFailure = false;
    m_descriptors.push_back(descriptor);
    m_turn.wantLater(*this);
}

ReadTurn::Step TcpListener::takeStep(std::span<char> /*buffer*/)
{
    if (m_descriptors.empty())
        return ReadTurn::Step::Done;
    const qintptr descriptor = m_descriptors.front();
    m_descriptors.pop_front();
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    const QPointer<TcpListener> self(this);
    if (socket->setSocketDescriptor(descriptor))
        Q_EMIT accepted(socket.release());
    if (!self)
        return ReadTurn::Step::Gone;
    return m_descriptors.empty() ? ReadTurn::Step::Done : ReadTurn::Step::More;
}

// Qt has stopped accepting; starting again at once would fail at once, as fast as the machine can.
void TcpListener::onAcceptError()
{
    m_retry.start();
    if (m_toldFailure)
        return;
    m_toldFailure = true;
    Q_EMIT acceptFailed(errorString());
}

void TcpListener::resume()
{
#ifdef Q_OS_UNIX
    // Qt's engine keeps its first error for ever and would stop accepting after every client. A second descriptor of
    // the same listening socket gets a new engine; the clients waiting there stay. And it shows that one is free.
    const int descriptor = ::fcntl(static_cast<int>(socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    close();
    setSocketDescriptor(descriptor);
#else
    resumeAccepting();
#endif
    m_retry.stop();
}

} // namespace netassist
