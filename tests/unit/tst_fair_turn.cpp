// SPDX-License-Identifier: MIT
#include "app/net/FairTurn.h"
#include "tests/unit/Patience.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

using netassist::FairTurn;
using netassist::test::kPatienceMs;

namespace {

/// Does what it is told, as often as it is asked.
class Worker final : public FairTurn::Taker {
public:
    explicit Worker(std::function<FairTurn::Step()> work) : m_work(std::move(work)) {}
    FairTurn::Step takeStep(std::span<char> buffer) override
    {
        ++steps;
        room = buffer.size();
        return m_work();
    }

    int steps = 0;
    std::size_t room = 0;

private:
    std::function<FairTurn::Step()> m_work;
};

} // namespace

class TestFairTurn final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallWorkIsDoneAtOnce()
    {
        FairTurn turn;
        int left = 3;
        Worker worker([&] { return --left > 0 ? FairTurn::Step::More : FairTurn::Step::Done; });
        turn.want(worker);
        QTRY_COMPARE_WITH_TIMEOUT(left, 0, kPatienceMs); // at once, unless the machine is very slow
        QTest::qWait(20);
        QCOMPARE(worker.steps, 3);
        QCOMPARE(worker.room, std::size_t{64 * 1024});
    }

    void workWithoutEndIsLeftToTheQueue()
    {
        FairTurn turn;
        int left = 5;
        Worker worker([&] { return --left > 0 ? FairTurn::Step::Many : FairTurn::Step::Done; });
        turn.want(worker);
        QCOMPARE(worker.steps, 1);
        turn.want(worker); // waits already
        QCOMPARE(worker.steps, 1);
        QTRY_COMPARE_WITH_TIMEOUT(left, 0, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(worker.steps, 5);
    }

    /// However many of them there are, and whatever came before them in the turn.
    void workWithoutEndHasLittleOfATurn()
    {
        constexpr qint64 kStepNs = 400'000;
        FairTurn turn;
        int inThisTurn = 0;
        int most = 0;
        const auto work = [&] { // no step says that it was the last: one that does is not counted against the turn
            QElapsedTimer clock;
            clock.start();
            while (clock.nsecsElapsed() < kStepNs) {
            }
            most = std::max(most, ++inThisTurn);
            return FairTurn::Step::Many;
        };
        Worker one(work);
        Worker other(work);
        turn.want(one);
        turn.want(other);
        for (int turns = 0; turns < 50; ++turns) {
            inThisTurn = 0;
            QCoreApplication::sendPostedEvents(); // those that are posted meanwhile wait
        }
        constexpr int enough = static_cast<int>(FairTurn::kManyMs * 1'000'000 / kStepNs) + 2;
        QVERIFY2(most > 1 && most <= enough, qPrintable(QString::number(most)));
        turn.forget(one);
        turn.forget(other);
    }

    void whatComesByItselfHasABudgetATurn()
    {
        FairTurn turn;
        FairTurn::Admission last;
        QElapsedTimer clock;
        clock.start();
        QVERIFY(turn.admits(last));
        while (turn.admits(last))
            QVERIFY(clock.elapsed() < kPatienceMs);
        QVERIFY(clock.elapsed() >= FairTurn::kBudgetMs - 1);
        FairTurn::Admission other;
        QVERIFY(!turn.admits(other)); // until the next turn
        bool isAdmitted = false;
        QTimer::singleShot(0, &turn, [&] { isAdmitted = turn.admits(other); });
        QTRY_VERIFY_WITH_TIMEOUT(isAdmitted, kPatienceMs);
    }

    /// They always come in the same order, each takes long, and each comes again at once.
    void everybodyIsAdmittedInTurn()
    {
        FairTurn turn;
        struct Client {
            FairTurn::Admission last;
            int served = 0;
        };
        std::vector<Client> clients(40);
        int turns = 0;
        QTimer wakes;
        connect(&wakes, &QTimer::timeout, this, [&] {
            ++turns;
            for (Client& client : clients) {
                if (!turn.admits(client.last))
                    continue;
                ++client.served;
                QTest::qSleep(1); // eight of them are a turn's budget
            }
        });
        wakes.start(0);
        const auto served = [&] {
            const auto [least, most] = std::minmax_element(
                clients.begin(), clients.end(), [](const Client& a, const Client& b) { return a.served < b.served; });
            return std::pair(least->served, most->served);
        };
        QTRY_VERIFY_WITH_TIMEOUT(served().first >= 3, kPatienceMs);
        QVERIFY2(served().second <= served().first + 1, qPrintable(QString::number(served().second)));
        QVERIFY(turns > 3);
    }

    void laterIsNotNow()
    {
        FairTurn turn;
        Worker worker([] { return FairTurn::Step::Done; });
        turn.wantLater(worker);
        turn.wantLater(worker); // once is enough
        QCOMPARE(worker.steps, 0);
        QTRY_COMPARE_WITH_TIMEOUT(worker.steps, 1, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(worker.steps, 1);
    }

    void endlessWorkLeavesTheEventLoopRunning()
    {
        FairTurn turn;
        bool stop = false;
        Worker first([&] { return stop ? FairTurn::Step::Done : FairTurn::Step::More; });
        Worker second([&] { return stop ? FairTurn::Step::Done : FairTurn::Step::More; });
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(1);
        turn.want(first); // comes back although there is no end to it
        turn.want(second);
        QTRY_VERIFY_WITH_TIMEOUT(ticks >= 5, kPatienceMs);
        // Since both wait, they take turns: neither is ahead by more than a step.
        const int firstBefore = first.steps;
        const int secondBefore = second.steps;
        QTest::qWait(30);
        QVERIFY(second.steps > secondBefore);
        QVERIFY(std::abs((first.steps - firstBefore) - (second.steps - secondBefore)) <= 1);
        stop = true;
        QTest::qWait(30);
        const int firstEnd = first.steps;
        QTest::qWait(30);
        QCOMPARE(first.steps, firstEnd);
    }

    void whoWaitsIsNotOvertaken()
    {
        FairTurn turn;
        QStringList order;
        const auto noting = [&order](const QString& name) {
            return [&order, name] {
                order.append(name);
                return FairTurn::Step::Done;
            };
        };
        Worker first(noting(QStringLiteral("first")));
        Worker second(noting(QStringLiteral("second")));
        turn.wantLater(first);
        turn.want(second);
        QVERIFY(order.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{QStringLiteral("first"), QStringLiteral("second")}), kPatienceMs);
    }

    void forgottenIsNotAsked()
    {
        FairTurn turn;
        Worker first([] { return FairTurn::Step::Done; });
        auto second = std::make_unique<Worker>([] { return FairTurn::Step::Done; });
        Worker third([] { return FairTurn::Step::Done; });
        turn.wantLater(first);
        turn.wantLater(*second);
        turn.wantLater(third);
        turn.forget(*second);
        second.reset();
        QTRY_COMPARE_WITH_TIMEOUT(third.steps, 1, kPatienceMs);
        QCOMPARE(first.steps, 1);
        turn.forget(first); // not waiting: nothing to forget
        turn.wantLater(first);
        QTRY_COMPARE_WITH_TIMEOUT(first.steps, 2, kPatienceMs);
    }

    void stepsMayDestroyEverything_data()
    {
        QTest::addColumn<bool>("later");
        QTest::newRow("now") << false;
        QTest::newRow("later") << true;
    }
    void stepsMayDestroyEverything()
    {
        QFETCH(bool, later);
        auto turn = std::make_unique<FairTurn>();
        Worker bystander([] { return FairTurn::Step::Done; });
        std::unique_ptr<Worker> worker;
        bool gone = false;
        worker = std::make_unique<Worker>([&] {
            turn.reset();
            gone = true;
            return FairTurn::Step::Gone;
        });
        if (later) {
            turn->wantLater(*worker);
            turn->wantLater(bystander);
        } else {
            turn->want(*worker);
        }
        QTRY_VERIFY_WITH_TIMEOUT(gone, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(bystander.steps, 0);
    }
};

QTEST_GUILESS_MAIN(TestFairTurn)
#include "tst_fair_turn.moc"
