// SPDX-License-Identifier: MIT
#include "app/base/EndSignals.h"
#include "tests/unit/Patience.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

/// Runs `act` in a process of its own. @return the signal that ended it; 0: it came to its end
int endOf(void (*act)())
{
    const pid_t child = fork();
    if (child == 0) {
        act();
        std::_Exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

} // namespace

class TestEndSignals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whatever started this may ignore them, as nohup does.
    void initTestCase()
    {
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
            std::signal(number, SIG_DFL);
    }

    void eachIsToldFromTheEventLoop()
    {
        for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
            const EndSignals ends;
            QSignalSpy received(&ends, &EndSignals::received);
            std::raise(number);
            QCOMPARE(received.count(), 0);
            QTRY_COMPARE_WITH_TIMEOUT(received.count(), 1, kPatienceMs);
        }
    }

    /// As a shell and its terminal do when they go.
    void twoAtOnceAreOne()
    {
        QCOMPARE(endOf([] {
                     const EndSignals ends;
                     std::raise(SIGHUP);
                     std::raise(SIGHUP);
                     std::raise(SIGTERM);
                 }),
                 0);
    }

    /// The first can come to nothing where the event loop does not turn.
    void aLaterOneEndsIt()
    {
        QCOMPARE(endOf([] {
                     const EndSignals ends;
                     std::raise(SIGTERM);
                     usleep((EndSignals::kPatienceMs + 50) * 1000);
                     std::raise(SIGTERM);
                 }),
                 SIGTERM);
    }

    void whatWasIgnoredStaysSo()
    {
        QCOMPARE(endOf([] {
                     std::signal(SIGHUP, SIG_IGN);
                     const EndSignals ends;
                     std::raise(SIGHUP);
                     std::raise(SIGHUP);
                 }),
                 0);
    }

    void theSecondMayComeAfterwards()
    {
        QCOMPARE(endOf([] {
                     {
                         const EndSignals ends;
                         std::raise(SIGHUP);
                     }
                     std::raise(SIGHUP);
                 }),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestEndSignals)
#include "tst_endsignals.moc"
