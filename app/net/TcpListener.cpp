// SPDX-License-Identifier: MIT
#include "app/net/TcpListener.h"

#include "app/base/SystemWords.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace netassist {

namespace {

constexpr int kBacklog = 4096; ///< clients that may wait in the system; Qt's 50 makes a burst wait for seconds
constexpr int kAtOnce = 500;   ///< accepted in one go, about 5 ms
constexpr int kRetryMs = 200;
constexpr qint64 kBurstMs = 1000; ///< failures within this time of each other are one; longer than a retry takes

#ifdef Q_OS_UNIX
/// Clients must not take the last descriptors: without any, the program could store nothing, save nothing and hardly
/// show a window.
constexpr int kReservedDescriptors = 32;

/// The system gives the lowest number that is free.
bool hasDescriptorForClient(int any)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return true;
    const int next = ::fcntl(any, F_DUPFD_CLOEXEC, 0);
    if (next < 0)
        return false;
    ::close(next);
    const auto reserved = std::min<rlim_t>(kReservedDescriptors, limit.rlim_cur / 4);
    return static_cast<rlim_t>(next) < limit.rlim_cur - reserved;
}
#endif

} // namespace

TcpListener::TcpListener(FairTurn& turn, QObject* parent) : QTcpServer(parent), m_turn(turn)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(kBacklog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &TcpListener::resume);
    connect(this, &QTcpServer::acceptError, this, [this] { onAcceptError(englishWords(errorString())); });
}

TcpListener::~TcpListener()
{
    m_turn.forget(*this);
    for (const qintptr descriptor : m_descriptors)
        QTcpSocket().setSocketDescriptor(descriptor); // closes it
}

void TcpListener::incomingConnection(qintptr descriptor)
{
    m_descriptors.push_back(descriptor);
    m_turn.wantLater(*this);
}

FairTurn::Step TcpListener::takeStep(std::span<char> /*buffer*/)
{
    if (m_descriptors.empty())
        return FairTurn::Step::Done;
    const qintptr descriptor = m_descriptors.front();
    m_descriptors.pop_front();
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    const QPointer<TcpListener> self(this);
    if (socket->setSocketDescriptor(descriptor))
        Q_EMIT accepted(socket.release());
    if (!self)
        return FairTurn::Step::Gone;
    if (!m_descriptors.empty())
        return FairTurn::Step::More;
    if (!m_untoldFailure.isEmpty())
        Q_EMIT acceptFailed(std::exchange(m_untoldFailure, {}));
    return self ? FairTurn::Step::Done : FairTurn::Step::Gone;
}

// Qt's engine keeps its first error for ever. After one client that is "nobody waits", so a lack of descriptors would
// never be told, and Qt would try again as fast as the machine can. So on Unix clients are accepted here.
bool TcpListener::start(const QHostAddress& address, quint16 port)
{
    if (!listen(address, port))
        return false;
#ifdef Q_OS_UNIX
    pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TcpListener::acceptWaiting);
#endif
    return true;
}

void TcpListener::acceptWaiting()
{
#ifdef Q_OS_UNIX
    const int listening = static_cast<int>(socketDescriptor());
    for (int count = 0; count < kAtOnce; ++count) {
        if (!hasDescriptorForClient(listening)) {
            onAcceptError(englishWords(EMFILE));
            return;
        }
        const int descriptor = ::accept(listening, nullptr, nullptr);
        if (descriptor >= 0) {
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
            incomingConnection(descriptor);
            continue;
        }
        const int error = errno;
        if (error == EINTR || error == ECONNABORTED)
            continue;
        if (error != EAGAIN && error != EWOULDBLOCK)
            onAcceptError(englishWords(error));
        return;
    }
#endif
}

void TcpListener::onAcceptError(const QString& words)
{
    if (m_notifier)
        m_notifier->setEnabled(false); // until there is hope again
    m_retry.start();
    const bool isNew = !m_failed.isValid() || m_failed.hasExpired(kBurstMs);
    m_failed.start();
    if (isNew && !m_descriptors.empty())
        m_untoldFailure = words; // those accepted before it are told first
    else if (isNew)
        Q_EMIT acceptFailed(words);
}

void TcpListener::resume()
{
    m_retry.stop();
    if (m_notifier)
        m_notifier->setEnabled(true);
    else
        resumeAccepting();
}

} // namespace netassist
