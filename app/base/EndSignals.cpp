// SPDX-License-Identifier: MIT
#include "app/base/EndSignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace netassist {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array kEndSignals{SIGINT, SIGTERM, SIGHUP};

/// What the handler uses. The pipe stays open: it may still be at work in another thread.
struct Ends {
    int readEnd = -1;
    int writeEnd = -1;
    std::atomic<qint64> firstMs = 0; ///< when the first came; 0: none has
};
static_assert(std::atomic<qint64>::is_always_lock_free);

Ends& ends()
{
    static constinit Ends ends; // there before any handler asks
    return ends;
}

qint64 monotonicMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

void onEndSignal(int number)
{
    const int before = errno;
    qint64 first = 0;
    const qint64 now = monotonicMs();
    if (ends().firstMs.compare_exchange_strong(first, now)) {
        const ssize_t written = write(ends().writeEnd, "", 1);
        (void)written; // there is room for one
    } else if (now - first >= EndSignals::kPatienceMs) {
        std::signal(number, SIG_DFL);
        std::raise(number); // comes when this is over
    }
    errno = before;
}

bool makePipe()
{
    if (ends().readEnd >= 0)
        return true;
    std::array<int, 2> pipeEnds{};
    if (pipe(pipeEnds.data()) != 0)
        return false;
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    ends().readEnd = pipeEnds[0];
    ends().writeEnd = pipeEnds[1];
    return true;
}

} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent)
{
    if (!makePipe())
        return; // they end it as ever
    ends().firstMs = 0;
    for (char byte = 0; read(ends().readEnd, &byte, 1) == 1;) {
    } // of one that nobody waited for any more
    m_notifier = std::make_unique<QSocketNotifier>(ends().readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this](QSocketDescriptor pipe) {
        char byte = 0;
        if (read(static_cast<int>(pipe), &byte, 1) == 1)
            Q_EMIT received();
    });
    for (const int number : kEndSignals) {
        struct sigaction before {};
        if (sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN)
            continue;
        struct sigaction ours {};
        ours.sa_handler = onEndSignal;
        ours.sa_flags = SA_RESTART;
        sigaction(number, &ours, nullptr);
    }
}

// They stay as they are: the second of two may come while the last of all else goes.
EndSignals::~EndSignals() = default;

#else

EndSignals::EndSignals(QObject* parent) : QObject(parent) {}

EndSignals::~EndSignals() = default;

#endif

} // namespace netassist
