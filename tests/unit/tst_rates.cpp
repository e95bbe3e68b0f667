// SPDX-License-Identifier: MIT
#include "app/session/RateMeter.h"
#include "app/session/TrafficMeter.h"
#include "tests/unit/Patience.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestRates final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofTheLastMoments()
    {
        RateMeter rate(3000);
        QCOMPARE(rate.perSecond(), 0.0);
        rate.sample(0, 0);
        QCOMPARE(rate.perSecond(), 0.0);
        rate.sample(500, 1000);
        QCOMPARE(rate.perSecond(), 2000.0);
        for (qint64 ms = 1000; ms <= 10000; ms += 500)
            rate.sample(ms, 1000); // nothing any more
        QCOMPARE(rate.perSecond(), 0.0);
        rate.sample(10100, 1300);
        QCOMPARE(rate.perSecond(), 300 / 3.1); // against what it was a window ago
        rate.clear();
        QVERIFY(rate.isEmpty());
        QCOMPARE(rate.perSecond(), 0.0);
    }

    void ofASession()
    {
        Session session{StoreLimits()};
        const TrafficMeter meter(session);
        QSignalSpy updated(&meter, &TrafficMeter::updated);
        Endpoint local;
        connect(&session, &Session::opened, this, [&](const Endpoint& at) { local = at; });
        session.open({Protocol::Udp, {QStringLiteral("127.0.0.1"), 0}});
        QTRY_VERIFY_WITH_TIMEOUT(local.port != 0, kPatienceMs);
        QTest::qWait(250);
        QVERIFY(updated.isEmpty()); // nothing flows: nothing to look at

        QUdpSocket peer;
        QElapsedTimer clock;
        clock.start();
        const auto say = [&] {
            return peer.writeDatagram(QByteArray(1000, 'x'), QHostAddress(QHostAddress::LocalHost), local.port);
        };
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(say(), 1000);
            QTest::qWait(5);
        }
        QTRY_VERIFY_WITH_TIMEOUT((say(), meter.receiveRate() > 0), kPatienceMs);
        QVERIFY(meter.receiveRate() < 1000.0 * 1000); // 50 KB: not in so short a time
        QCOMPARE(meter.sendRate(), 0.0);
        QVERIFY(updated.size() <= clock.elapsed() / 100 + 1); // not at each datagram

        QTRY_COMPARE_WITH_TIMEOUT(meter.receiveRate(), 0.0, kPatienceMs); // over
        QTest::qWait(150);
        updated.clear();
        QTest::qWait(250);
        QVERIFY(updated.isEmpty());
    }

    void afterTheCountersWereReset()
    {
        Session session{StoreLimits()};
        TrafficMeter meter(session);
        Endpoint local;
        connect(&session, &Session::opened, this, [&](const Endpoint& at) { local = at; });
        session.open({Protocol::Udp, {QStringLiteral("127.0.0.1"), 0}});
        QTRY_VERIFY_WITH_TIMEOUT(local.port != 0, kPatienceMs);
        QUdpSocket peer;
        const auto say = [&] {
            (void)peer.writeDatagram(QByteArray(1000, 'x'), QHostAddress(QHostAddress::LocalHost), local.port);
        };
        for (int i = 0; i < 10; ++i) {
            say();
            QTest::qWait(20);
        }
        QTRY_VERIFY_WITH_TIMEOUT((say(), meter.receiveRate() > 0), kPatienceMs);
        session.resetCounters();
        QSignalSpy updated(&meter, &TrafficMeter::updated);
        meter.restart();
        QCOMPARE(updated.size(), 1);
        QCOMPARE(meter.receiveRate(), 0.0);
        say();
        for (int i = 0; i < 5; ++i) {
            QTest::qWait(50);
            QVERIFY(meter.receiveRate() >= 0); // never backwards
        }
    }
};

QTEST_GUILESS_MAIN(TestRates)
#include "tst_rates.moc"
