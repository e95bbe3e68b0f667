// SPDX-License-Identifier: MIT
#include "app/net/ReconnectTimer.h"
#include "app/net/TcpClientTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/TransportLog.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;
using netassist::test::TransportLog;

class TestReconnect final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TcpClientTransport> m_transport;
    std::unique_ptr<TransportLog> m_log;
    QList<TransportState> m_states;
    QList<Note> m_happened;
    ClientOptions m_options;

    void open(quint16 port)
    {
        m_transport = std::make_unique<TcpClientTransport>(Endpoint{QStringLiteral("127.0.0.1"), port}, m_options);
        m_log = std::make_unique<TransportLog>(*m_transport);
        connect(m_transport.get(), &Transport::stateChanged, this,
                [this](TransportState state) { m_states.append(state); });
        connect(m_transport.get(), &Transport::happened, this, [this](const Note& note) { m_happened.append(note); });
        m_transport->open();
    }
    RawSocket accept(RawSocket& server)
    {
        RawSocket accepted;
        (void)QTest::qWaitFor([&] { return (accepted = server.accept()).isValid(); }, kPatienceMs);
        return accepted;
    }

private Q_SLOTS:
    void init()
    {
        m_options = {};
        m_options.reconnect = true;
        m_states.clear();
        m_happened.clear();
    }
    void cleanup()
    {
        m_transport.reset();
        m_log.reset();
    }

    void waitsTwiceAsLongEachTime()
    {
        ReconnectTimer timer;
        QList<int> waits;
        for (int i = 0; i < 7; ++i)
            waits.append(timer.wait(1));
        QCOMPARE(waits, (QList{1, 2, 4, 8, 16, 30, 30}));
        timer.reset();
        QVERIFY(!timer.isWaiting());
        QCOMPARE(timer.wait(3), 3);
        QCOMPARE(timer.wait(3), 6);
        timer.reset();
        QCOMPARE(timer.wait(0), 1);
        timer.reset();
        QCOMPARE(timer.wait(100), 30);
    }

    void connectsAgainWhenTheServerHasEndedIt()
    {
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        RawSocket first = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Opening, kPatienceMs);
        QCOMPARE(m_happened.value(0).line(),
                 QStringLiteral("Next attempt to connect to 127.0.0.1:%1 in 1 s").arg(server.localPort()));
        RawSocket second = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        QCOMPARE(m_log->openings, 2);
        QCOMPARE(m_log->ended.size(), 1);
        second.write("again");
        QTRY_COMPARE_WITH_TIMEOUT(m_log->received.value(2), QByteArray("again"), kPatienceMs);
        // It has worked, so the next wait is a first one.
        second.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_happened.size(), 2, kPatienceMs);
        QCOMPARE(m_happened[1].details.value(1), QStringLiteral("1"));
        QVERIFY(m_log->errors.isEmpty());
        QVERIFY(!m_states.contains(TransportState::Closed));
    }

    void waitsForAServerThatIsNotThereYet()
    {
        const RawSocket nobody = RawSocket::refusing();
        const quint16 port = nobody.localPort();
        open(port);
        QTRY_COMPARE_WITH_TIMEOUT(m_happened.size(), 2, kPatienceMs);
        QCOMPARE(m_happened[0].details, (QStringList{QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("1")}));
        QCOMPARE(m_happened[1].details.value(1), QStringLiteral("2"));
        QCOMPARE(m_log->errors.size(), 2);
        QCOMPARE(m_log->errors[0].kind, NoteKind::Refused);
        QCOMPARE(m_states, QList{TransportState::Opening});
    }

    void closeEndsIt()
    {
        const RawSocket nobody = RawSocket::refusing();
        open(nobody.localPort());
        QTRY_COMPARE_WITH_TIMEOUT(m_happened.size(), 1, kPatienceMs);
        m_transport->close();
        QCOMPARE(m_transport->state(), TransportState::Closed);
        QTest::qWait(1200); // longer than the wait would have been
        QCOMPARE(m_log->errors.size(), 1);
        QCOMPARE(m_transport->state(), TransportState::Closed);
    }

    void whoHearsOfTheEndMayCloseIt()
    {
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        RawSocket first = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        connect(m_transport.get(), &Transport::disconnected, this, [this] { m_transport->close(); });
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended.size(), 1, kPatienceMs);
        QCOMPARE(m_transport->state(), TransportState::Closed);
        QCOMPARE(m_states, (QList{TransportState::Opening, TransportState::Open, TransportState::Closed}));
        QVERIFY(m_happened.isEmpty());
    }

    void switchingItOffEndsIt()
    {
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        RawSocket first = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_happened.size(), 1, kPatienceMs);
        m_options.reconnect = false;
        m_transport->setOptions(m_options);
        QCOMPARE(m_transport->state(), TransportState::Closed);
        QCOMPARE(m_happened.value(1).kind, NoteKind::ConnectCancelled);
    }

    void switchingItOnCountsForThisConnection()
    {
        m_options.reconnect = false;
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        RawSocket first = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        m_options.reconnect = true;
        m_transport->setOptions(m_options);
        first.close();
        RawSocket second = accept(server);
        QVERIFY(second.isValid());
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
    }

    void withoutItAnEndIsTheEnd()
    {
        m_options.reconnect = false;
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        accept(server).close();
        QTRY_COMPARE_WITH_TIMEOUT(m_states.size(), 3, kPatienceMs);
        QCOMPARE(m_states, (QList{TransportState::Opening, TransportState::Open, TransportState::Closed}));
        QVERIFY(m_happened.isEmpty());
    }

    void destroyedWhileItWaits()
    {
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        connect(m_transport.get(), &Transport::happened, this, [this] { m_transport.reset(); });
        accept(server).close();
        QTRY_VERIFY_WITH_TIMEOUT(m_transport == nullptr, kPatienceMs);
    }

    void connectsFromTheChosenAddressAndPort()
    {
        RawSocket server = RawSocket::listening();
        quint16 port = 0;
        {
            const RawSocket free = RawSocket::listening();
            port = free.localPort();
        }
        m_options.localHost = QStringLiteral("127.0.0.2");
        m_options.localPort = port;
        open(server.localPort());
        const RawSocket accepted = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->local, (Endpoint{QStringLiteral("127.0.0.2"), port}), kPatienceMs);
    }

    void aLocalEndThatCannotBeIsTold_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<NoteKind>("kind");
        QTest::newRow("not ours") << QStringLiteral("203.0.113.1") << NoteKind::AddressNotLocal;
        QTest::newRow("no address") << QStringLiteral("my machine") << NoteKind::AddressInvalid;
        QTest::newRow("the other family") << QStringLiteral("::1") << NoteKind::OtherNetworkError;
    }
    void aLocalEndThatCannotBeIsTold()
    {
        QFETCH(QString, host);
        QFETCH(NoteKind, kind);
        m_options.reconnect = false;
        m_options.localHost = host;
        const RawSocket server = RawSocket::listening();
        open(server.localPort());
        QTRY_COMPARE_WITH_TIMEOUT(m_log->errors.size(), 1, kPatienceMs);
        QCOMPARE(m_log->errors[0].kind, kind);
        QCOMPARE(m_log->errors[0].details.value(0), host); // without its port, which is any
        QCOMPARE(m_transport->state(), TransportState::Closed);
    }

    /// A server whose queue of those that wait is full answers nobody.
    void theTimeoutIsTold()
    {
        m_options.reconnect = false;
        m_options.timeoutSeconds = 1;
        const RawSocket server = RawSocket::listening(0);
        const RawSocket waiting = RawSocket::connectTo(server.localPort());
        open(server.localPort());
        QTRY_COMPARE_WITH_TIMEOUT(m_log->errors.size(), 1, kPatienceMs);
        QCOMPARE(m_log->errors[0].kind, NoteKind::TimedOut);
        QCOMPARE(m_states, (QList{TransportState::Opening, TransportState::Closed}));
    }

    void keepAliveIsSwitchedOn()
    {
        const auto table = [] {
            QFile file(QStringLiteral("/proc/net/tcp"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        m_options.keepAlive = true;
        RawSocket server = RawSocket::listening();
        open(server.localPort());
        const RawSocket accepted = accept(server);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
        // The column `tr` of an idle connection is 02 while the keep-alive timer runs. Another line of the same address
        // may be one that an earlier connection has left in TIME_WAIT.
        const QByteArray mine =
            "0100007F:" + QByteArray::number(m_log->local.port, 16).toUpper().rightJustified(4, '0');
        const QByteArray established = "01";
        const QList<QByteArray> lines = table().split('\n');
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const QByteArray& each) {
            const QList<QByteArray> columns = each.simplified().split(' ');
            return columns.value(1) == mine && columns.value(3) == established;
        });
        QVERIFY(line != lines.end());
        QVERIFY2(line->simplified().split(' ').value(5).startsWith("02:"), line->constData());
    }
};

QTEST_GUILESS_MAIN(TestReconnect)
#include "tst_reconnect.moc"
