// SPDX-License-Identifier: MIT
#include "app/session/Repeater.h"
#include "tests/unit/Patience.h"

#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

/// By a clock that stands until a test moves it; the timers in between are real and short.
class tst_Repeater final : public QObject {
    Q_OBJECT

private:
    qint64 m_now = 0;
    QList<qint64> m_ticks; ///< when they came, by that clock
    std::function<Repeater::Tick()> m_answer;
    std::unique_ptr<Repeater> m_repeater;

private Q_SLOTS:
    void init();
    void ticksAtOnceAndThenByDeadlines();
    void lateTicksAreSkippedNotMadeUpFor();
    void skipsWhileThePreviousWaits();
    void endsAfterSoManySends();
    void editsTakeEffectAtTheNextTick();
    void stopsWhereThereIsNoUse();
    void stoppedFromInsideATick();
    void destroyedFromInsideATick();
    void startsAnewWithNewCounts();
    void doesNotDrift();
};

void tst_Repeater::init()
{
    m_now = 1'000'000;
    m_ticks.clear();
    m_answer = [] { return Repeater::Tick::Sent; };
    m_repeater = std::make_unique<Repeater>(
        [this] {
            m_ticks += m_now;
            return m_answer();
        },
        [this] { return m_now; });
}

void tst_Repeater::ticksAtOnceAndThenByDeadlines()
{
    const qint64 start = m_now;
    QSignalSpy running(m_repeater.get(), &Repeater::runningChanged);
    m_repeater->start({10, 0});
    QVERIFY(m_repeater->isRunning());
    QCOMPARE(running.size(), 1);
    QCOMPARE(m_ticks, QList{start});
    QTest::qWait(30); // the timer fires, but by the clock it is early
    QCOMPARE(m_ticks.size(), 1);
    m_now = start + 10;
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 2, kPatienceMs);
    m_now = start + 29; // 9 late
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 3, kPatienceMs);
    m_now = start + 30; // in time again
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 4, kPatienceMs);
    QCOMPARE(m_repeater->sent(), 4);
    QCOMPARE(m_repeater->skipped(), 0);
    m_repeater->stop();
    QCOMPARE(running.size(), 2);
    m_now = start + 100;
    QTest::qWait(30);
    QCOMPARE(m_ticks.size(), 4);
}

void tst_Repeater::lateTicksAreSkippedNotMadeUpFor()
{
    const qint64 start = m_now;
    m_repeater->start({10, 0});
    m_now = start + 35; // those of 10, 20, 30 are due
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 3, kPatienceMs);
    QTest::qWait(30);
    QCOMPARE(m_ticks, (QList{start, start + 35, start + 35}));
    QCOMPARE(m_repeater->skipped(), 1);
    m_now = start + 40;
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 4, kPatienceMs);
    QCOMPARE(m_repeater->sent() + m_repeater->skipped(), 5);
}

void tst_Repeater::skipsWhileThePreviousWaits()
{
    const qint64 start = m_now;
    bool waits = false;
    m_answer = [&] { return waits ? Repeater::Tick::Skipped : Repeater::Tick::Sent; };
    m_repeater->start({5, 3});
    waits = true;
    for (int i = 1; i <= 4; ++i) {
        m_now = start + 5 * i;
        QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 1 + i, kPatienceMs);
    }
    QCOMPARE(m_repeater->sent(), 1);
    QCOMPARE(m_repeater->skipped(), 4);
    waits = false;
    for (int i = 5; i <= 6; ++i) {
        m_now = start + 5 * i;
        QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 1 + i, kPatienceMs);
    }
    QVERIFY(!m_repeater->isRunning()); // what was skipped does not count
    QCOMPARE(m_repeater->sent(), 3);
}

void tst_Repeater::endsAfterSoManySends()
{
    QSignalSpy running(m_repeater.get(), &Repeater::runningChanged);
    m_repeater->start({1000, 1});
    QVERIFY(!m_repeater->isRunning());
    QCOMPARE(m_repeater->sent(), 1);
    QCOMPARE(running.size(), 2);
}

void tst_Repeater::editsTakeEffectAtTheNextTick()
{
    const qint64 start = m_now;
    m_repeater->start({10, 0});
    m_repeater->setSettings({20, 3});
    m_now = start + 10;
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 2, kPatienceMs);
    m_now = start + 29;
    QTest::qWait(40);
    QCOMPARE(m_ticks.size(), 2);
    m_now = start + 30;
    QTRY_COMPARE_WITH_TIMEOUT(m_ticks.size(), 3, kPatienceMs);
    QVERIFY(!m_repeater->isRunning());
}

void tst_Repeater::stopsWhereThereIsNoUse()
{
    m_answer = [] { return Repeater::Tick::Failed; };
    QSignalSpy ticked(m_repeater.get(), &Repeater::ticked);
    m_repeater->start({1, 0});
    QVERIFY(!m_repeater->isRunning());
    QCOMPARE(m_repeater->sent(), 0);
    QCOMPARE(ticked.size(), 1);
}

void tst_Repeater::stoppedFromInsideATick()
{
    m_answer = [this] {
        m_repeater->stop();
        return Repeater::Tick::Sent;
    };
    m_repeater->start({1, 0});
    m_now += 10;
    QTest::qWait(20);
    QCOMPARE(m_ticks.size(), 1);
    QCOMPARE(m_repeater->sent(), 1);
    QVERIFY(!m_repeater->isRunning());
}

void tst_Repeater::destroyedFromInsideATick()
{
    auto* const repeater = new Repeater([this] { return m_answer(); }, [this] { return m_now; });
    int ticks = 0;
    m_answer = [&] {
        if (++ticks == 2)
            delete repeater;
        return Repeater::Tick::Sent;
    };
    repeater->start({1, 0});
    ++m_now;
    QTRY_COMPARE_WITH_TIMEOUT(ticks, 2, kPatienceMs);
    m_now += 10;
    QTest::qWait(20);
    QCOMPARE(ticks, 2);
}

void tst_Repeater::startsAnewWithNewCounts()
{
    m_answer = [] { return Repeater::Tick::Skipped; };
    m_repeater->start({1000, 0});
    QCOMPARE(m_repeater->skipped(), 1);
    m_answer = [] { return Repeater::Tick::Sent; };
    m_repeater->start({1000, 0});
    QCOMPARE(m_repeater->skipped(), 0);
    QCOMPARE(m_repeater->sent(), 1);
}

void tst_Repeater::doesNotDrift()
{
    // The real clock: however late each tick is, together they are as many as there were periods.
    using namespace std::chrono;
    Repeater repeater([] { return Repeater::Tick::Sent; });
    const auto start = steady_clock::now();
    repeater.start({2, 0});
    QTRY_VERIFY_WITH_TIMEOUT(repeater.sent() + repeater.skipped() >= 100, kPatienceMs);
    repeater.stop();
    const auto elapsed = duration_cast<milliseconds>(steady_clock::now() - start).count();
    QVERIFY(elapsed >= 198);
    QVERIFY2((repeater.sent() + repeater.skipped() - 2) * 2 <= elapsed, "more ticks than periods");
}

QTEST_GUILESS_MAIN(tst_Repeater)
#include "tst_repeater.moc"
