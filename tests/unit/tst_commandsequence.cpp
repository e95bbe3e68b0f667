// SPDX-License-Identifier: MIT
#include "app/session/CommandSequence.h"
#include "tests/unit/Patience.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

using End = CommandSequence::End;
using Outcome = CommandSequence::Outcome;

class tst_CommandSequence final : public QObject {
    Q_OBJECT

private:
    QList<qsizetype> m_steps;
    Outcome m_outcome = Outcome::Sent;

    CommandSequence::Step noting()
    {
        return [this](qsizetype step) {
            m_steps.append(step);
            return m_outcome;
        };
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<End>(); }

    void init()
    {
        m_steps.clear();
        m_outcome = Outcome::Sent;
    }

    void runsInOrderForSoManyRounds()
    {
        CommandSequence sequence;
        QSignalSpy stepped(&sequence, &CommandSequence::stepped);
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        sequence.start({0, 1, 0}, 2, noting());
        QVERIFY(sequence.isRunning());
        QVERIFY(m_steps.isEmpty()); // not from inside start()
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QCOMPARE(ended.first().first().value<End>(), End::Finished);
        QCOMPARE(m_steps, QList<qsizetype>({0, 1, 2, 0, 1, 2}));
        QCOMPARE(stepped.size(), 6);
        QCOMPARE(stepped.at(4).at(0).value<qsizetype>(), 1);
        QCOMPARE(stepped.at(4).at(1).toLongLong(), 2);
        QVERIFY(!sequence.isRunning());
    }

    void waitsForTheDelaysButNotBehindTheLast()
    {
        CommandSequence sequence;
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        QElapsedTimer clock;
        clock.start();
        sequence.start({60, 40, QuickDelay}, 1, noting());
        QVERIFY(ended.wait(QuickDelay / 2));
        QVERIFY2(clock.elapsed() >= 100, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(m_steps.size(), 3);
    }

    void destroyedFromInside()
    {
        auto sequence = std::make_unique<CommandSequence>();
        sequence->start({0, 0}, 1, [this, &sequence](qsizetype step) {
            m_steps.append(step);
            sequence.reset();
            return m_outcome;
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_steps, QList<qsizetype>{0}, kPatienceMs);
        QVERIFY(!sequence);

        sequence = std::make_unique<CommandSequence>();
        connect(sequence.get(), &CommandSequence::stepped, this, [&sequence] { sequence.reset(); });
        sequence->start({0}, 1, noting());
        QTRY_VERIFY_WITH_TIMEOUT(!sequence, kPatienceMs);
        QCOMPARE(m_steps, (QList<qsizetype>{0, 0}));
    }

    void untilStopped()
    {
        CommandSequence sequence;
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        sequence.start({0}, 0, noting());
        QTRY_VERIFY_WITH_TIMEOUT(m_steps.size() > 100, kPatienceMs);
        QVERIFY(ended.isEmpty());
        sequence.stop();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().value<End>(), End::Stopped);
        const qsizetype done = m_steps.size();
        QTest::qWait(20);
        QCOMPARE(m_steps.size(), done);
        sequence.stop();
        QCOMPARE(ended.size(), 1);
    }

    void failureEndsIt()
    {
        CommandSequence sequence;
        QSignalSpy stepped(&sequence, &CommandSequence::stepped);
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        m_outcome = Outcome::Failed;
        sequence.start({0, 0}, 0, noting());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QCOMPARE(ended.first().first().value<End>(), End::Failed);
        QCOMPARE(m_steps, QList<qsizetype>({0}));
        QVERIFY(stepped.isEmpty());
    }

    void waitsWhileBytesWait()
    {
        CommandSequence sequence;
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        m_outcome = Outcome::Waiting;
        sequence.start({0, 0}, 1, noting());
        QTRY_VERIFY_WITH_TIMEOUT(m_steps.size() > 2, kPatienceMs);
        QVERIFY(!m_steps.contains(1));
        m_outcome = Outcome::Sent;
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QCOMPARE(m_steps.last(), 1);
    }

    void mayBeStoppedFromInside()
    {
        CommandSequence sequence;
        QSignalSpy ended(&sequence, &CommandSequence::ended);
        sequence.start({0, 0}, 0, [&](qsizetype step) {
            m_steps.append(step);
            sequence.stop();
            return Outcome::Sent;
        });
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(m_steps, QList<qsizetype>({0}));

        connect(&sequence, &CommandSequence::stepped, &sequence, &CommandSequence::stop);
        sequence.start({0, 0}, 1, noting());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(m_steps.size(), 2);
    }

    void withoutStepsNothingStarts()
    {
        CommandSequence sequence;
        sequence.start({}, 0, noting());
        QVERIFY(!sequence.isRunning());
    }

private:
    static constexpr int QuickDelay = 60'000;
};

QTEST_GUILESS_MAIN(tst_CommandSequence)
#include "tst_commandsequence.moc"
