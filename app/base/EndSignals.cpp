// SPDX-License-Identifier: MIT
#include "app/base/EndSignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace netassist {

#ifdef Q_OS_UNIX

namespace {

constexpr int kEndSignals[] = {SIGINT, SIGTERM, SIGHUP};

int endPipe[2] = {-1, -1}; // what the handler may use is a descriptor, and little else

void onEndSignal(int /*number*/)
{
    const int before = errno;
    const ssize_t written = write(endPipe[1], "", 1);
    (void)written; // full: one is enough
    errno = before;
}

} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent)
{
    if (pipe(endPipe) != 0)
        return; // they end it as ever
    for (const int end : endPipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(endPipe[0], QSocketNotifier::Read);
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
        ours.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
        sigaction(number, &ours, nullptr);
    }
}

EndSignals::~EndSignals()
{
    if (!m_notifier)
        return;
    for (const int number : kEndSignals) {
        struct sigaction now {};
        if (sigaction(number, nullptr, &now) == 0 && now.sa_handler == onEndSignal)
            std::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    for (int& end : endPipe) {
        close(end);
        end = -1;
    }
}

#else

EndSignals::EndSignals(QObject* parent) : QObject(parent) {}

EndSignals::~EndSignals() = default;

#endif

} // namespace netassist
