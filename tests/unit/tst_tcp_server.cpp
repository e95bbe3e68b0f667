// SPDX-License-Identifier: MIT
#include "app/net/TcpServerTransport.h"
#include "tests/unit/Descriptors.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/TransportLog.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace netassist;
using netassist::test::FewDescriptors;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;
using netassist::test::TransportLog;

namespace {

/// A server transport with everything it told.
struct Server : TransportLog {
    explicit Server(const QString& host = QStringLiteral("127.0.0.1"), quint16 port = 0)
        : Server(std::make_unique<TcpServerTransport>(Endpoint{host, port}))
    {}

    std::unique_ptr<TcpServerTransport> transport;

private:
    explicit Server(std::unique_ptr<TcpServerTransport> made) : TransportLog(*made), transport(std::move(made)) {}
};

} // namespace

class TestTcpServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAtAnyPort()
    {
        Server server;
        QSignalSpy states(server.transport.get(), &Transport::stateChanged);
        server.transport->open();
        QCOMPARE(server.transport->state(), TransportState::Open);
        QCOMPARE(server.local.host, u"127.0.0.1"_qs);
        QVERIFY(server.local.port != 0);
        QCOMPARE(states.size(), 1);
        server.transport->close();
        QCOMPARE(server.transport->state(), TransportState::Closed);
        QCOMPARE(states.size(), 2);
        QVERIFY(server.errors.isEmpty());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("from"); ///< the address a client connects to
        QTest::newRow("IPv4") << u"127.0.0.1"_qs << u"127.0.0.1"_qs << u"127.0.0.1"_qs;
        QTest::newRow("another loopback") << u"127.1.2.3"_qs << u"127.1.2.3"_qs << u"127.1.2.3"_qs;
        QTest::newRow("any IPv4") << u"0.0.0.0"_qs << u"0.0.0.0"_qs << u"127.0.0.1"_qs;
        QTest::newRow("IPv6") << u"::1"_qs << u"::1"_qs << u"::1"_qs;
        QTest::newRow("IPv6 in brackets") << u"[::1]"_qs << u"::1"_qs << u"::1"_qs;
        QTest::newRow("any, over IPv6") << u"::"_qs << u"::"_qs << u"::1"_qs;
        QTest::newRow("any, over IPv4") << u"::"_qs << u"::"_qs << u"127.0.0.1"_qs;
        QTest::newRow("blanks around") << u" 127.0.0.1 "_qs << u"127.0.0.1"_qs << u"127.0.0.1"_qs;
        QTest::newRow("name") << u"localhost"_qs << u"127.0.0.1"_qs << u"127.0.0.1"_qs;
    }
    void addresses()
    {
        QFETCH(QString, host);
        QFETCH(QString, shown);
        QFETCH(QString, from);
        Server server(host);
        server.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(server.transport->state(), TransportState::Open, kPatienceMs);
        QCOMPARE(server.local.host, shown);

        QTcpSocket client;
        client.connectToHost(from, server.local.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);
        QCOMPARE(server.peers.value(1),
                 (Endpoint{from == u"::1" ? from : client.localAddress().toString(), client.localPort()}.toString()));
        client.write("hello");
        QTRY_COMPARE_WITH_TIMEOUT(server.received.value(1), QByteArray("hello"), kPatienceMs);
        server.transport->write(1, "answer");
        QTRY_COMPARE_WITH_TIMEOUT(client.bytesAvailable(), 6, kPatienceMs);
        QCOMPARE(client.readAll(), QByteArray("answer"));
        QCOMPARE(server.written.value(1), 6);
    }

    void tellsWhyItCannotListen_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<NoteKind>("kind");
        QTest::newRow("address of another machine") << u"192.0.2.1"_qs << NoteKind::AddressNotLocal;
        QTest::newRow("empty") << u""_qs << NoteKind::AddressInvalid;
        QTest::newRow("blank") << u" "_qs << NoteKind::AddressInvalid;
        QTest::newRow("mistyped IPv4") << u"127.0.0.300"_qs << NoteKind::AddressInvalid;
        QTest::newRow("mistyped IPv6") << u"::g"_qs << NoteKind::AddressInvalid;
        QTest::newRow("not a name") << u"my machine!"_qs << NoteKind::AddressInvalid;
        QTest::newRow("unknown name") << u"nosuchhost.invalid"_qs << NoteKind::HostNotFound;
    }
    void tellsWhyItCannotListen()
    {
        QFETCH(QString, host);
        QFETCH(NoteKind, kind);
        Server server(host, 4321);
        server.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(server.errors.size(), 1, kPatienceMs);
        QCOMPARE(server.errors.constFirst().kind, kind);
        QCOMPARE(server.errors.constFirst().details,
                 QStringList{kind == NoteKind::AddressInvalid ? host : host + QStringLiteral(":4321")});
        QCOMPARE(server.transport->state(), TransportState::Closed);
    }

    void portInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Server server(u"127.0.0.1"_qs, other.serverPort());
        server.transport->open();
        QCOMPARE(server.errors.size(), 1);
        QCOMPARE(server.errors.constFirst(),
                 (Note{NoteKind::PortInUse, {QStringLiteral("127.0.0.1:%1").arg(other.serverPort())}}));
        QCOMPARE(server.transport->state(), TransportState::Closed);

        other.close();
        server.transport->open();
        QCOMPARE(server.transport->state(), TransportState::Open);
    }

    void closingDuringLookUpTellsNothing()
    {
        Server server(u"localhost"_qs);
        server.transport->open();
        QCOMPARE(server.transport->state(), TransportState::Opening);
        server.transport->close();
        QCOMPARE(server.transport->state(), TransportState::Closed);
        // A second look-up comes after the first: when it is through, the first would have been.
        Server second(u"localhost"_qs);
        second.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(second.transport->state(), TransportState::Open, kPatienceMs);
        QCOMPARE(server.transport->state(), TransportState::Closed);
        QVERIFY(server.errors.isEmpty());
        QVERIFY(server.local.host.isEmpty());
    }

    void reopensAtOnceWithClients()
    {
        Server first;
        first.transport->open();
        const quint16 port = first.local.port;
        std::vector<RawSocket> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(RawSocket::connectTo(port));
        QTRY_COMPARE_WITH_TIMEOUT(first.peers.size(), 5, kPatienceMs);
        // Both sides hold bytes that the other has not read.
        const QByteArray much(4 << 20, 'x');
        QObject::connect(first.transport.get(), &Transport::received, first.transport.get(), [&](ConnectionId id) {
            first.transport->disconnect(SIGNAL(received(netassist::ConnectionId, QByteArrayView)));
            first.transport->write(id, much);
            first.transport->close();
        });
        for (RawSocket& client : clients)
            client.write(much);
        QTRY_COMPARE_WITH_TIMEOUT(first.transport->state(), TransportState::Closed, kPatienceMs);
        QCOMPARE(first.ended.size(), 5);

        Server second(u"127.0.0.1"_qs, port);
        second.transport->open();
        QCOMPARE(second.transport->state(), TransportState::Open);
        RawSocket client = RawSocket::connectTo(port);
        client.write("new");
        QTRY_COMPARE_WITH_TIMEOUT(second.received.value(1), QByteArray("new"), kPatienceMs);
        QCOMPARE(second.peers.size(), 1);
        // The same transport again, at the same port.
        second.transport->close();
        second.transport->open();
        QCOMPARE(second.transport->state(), TransportState::Open);
    }

    void sendsOutTheRestAfterClosing()
    {
        Server server;
        server.transport->open();
        RawSocket client = RawSocket::connectTo(server.local.port, 16 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);
        const QByteArray rest = randomBytes(900 * 1024, 7);
        server.transport->write(1, rest);
        client.write("unread"); // resets the connection if its socket is just closed
        server.transport->close();
        QCOMPARE(server.transport->state(), TransportState::Closed);
        QCOMPARE(server.ended, (QHash<ConnectionId, bool>{{1, false}}));
        QTest::qWait(50);

        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(client.read(got), RawSocket::ReadEnd::End, kPatienceMs);
        QVERIFY(got == rest);
        QTRY_COMPARE_WITH_TIMEOUT(server.written.value(1), rest.size(), kPatienceMs);
        QVERIFY(server.received.isEmpty());
        client.close();
        QTRY_COMPARE_WITH_TIMEOUT(server.transport->children().size(), 0, kPatienceMs);
    }

    void whatIsSomebodyElsesIsCopied()
    {
        // A writer that uses the same memory for every piece, with a peer that lets some of them wait.
        Server server;
        server.transport->open();
        RawSocket client = RawSocket::connectTo(server.local.port, 16 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);
        QByteArray memory(512 * 1024, Qt::Uninitialized);
        QByteArray sent;
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const QByteArray piece = randomBytes(memory.size(), seed);
            std::copy(piece.begin(), piece.end(), memory.begin());
            server.transport->write(1, QByteArray::fromRawData(memory.constData(), memory.size()));
            sent += piece;
        }
        memory.fill('x');
        QVERIFY(server.transport->unwritten(1) > memory.size());
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT((client.read(got), got.size()) == sent.size(), 3 * kPatienceMs);
        QVERIFY(got == sent);
    }

    void disconnectsOne()
    {
        Server server;
        server.transport->open();
        RawSocket first = RawSocket::connectTo(server.local.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);
        RawSocket second = RawSocket::connectTo(server.local.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 2, kPatienceMs);

        server.transport->disconnectFrom(1);
        QCOMPARE(server.ended, (QHash<ConnectionId, bool>{{1, false}}));
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(first.read(got), RawSocket::ReadEnd::End, kPatienceMs);
        server.transport->write(1, "to nobody");
        QCOMPARE(server.transport->unwritten(1), 0);
        server.transport->disconnectFrom(1);
        server.transport->disconnectFrom(77);

        second.write("still here");
        QTRY_COMPARE_WITH_TIMEOUT(server.received.value(2), QByteArray("still here"), kPatienceMs);
        QCOMPARE(server.ended.size(), 1);
    }

    void fiveHundredClientsAtOnce()
    {
        constexpr int count = 500;
        Server server;
        server.transport->open();
        std::vector<RawSocket> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(RawSocket::connectTo(server.local.port)); // none is accepted meanwhile
            QVERIFY(clients.back().isValid());
            QCOMPARE(clients.back().write(QByteArray::number(i)), QByteArray::number(i).size());
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.received.size(), count, kPatienceMs);
        QCOMPARE(server.peers.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(server.received.value(static_cast<ConnectionId>(i + 1)), QByteArray::number(i));
        for (const ConnectionId id : server.peers.keys())
            server.transport->write(id, "to all");
        for (RawSocket& client : clients) {
            QByteArray got;
            QTRY_VERIFY_WITH_TIMEOUT((client.read(got), got == "to all"), kPatienceMs);
        }
        clients.clear();
        QTRY_COMPARE_WITH_TIMEOUT(server.ended.size(), count, kPatienceMs);
        QVERIFY(!server.ended.values().contains(true));
    }

    void connectAndCloseLoop()
    {
        constexpr int count = 200;
        Server server;
        server.transport->open();
        for (int i = 0; i < count; ++i) {
            RawSocket client = RawSocket::connectTo(server.local.port);
            client.write("x");
            if (i % 2 == 0)
                client.close();
            else
                client.reset();
            QTest::qWait(0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.ended.size(), count, kPatienceMs);
        QCOMPARE(server.peers.size(), count);
        for (ConnectionId id = 1; id <= count; ++id)
            QCOMPARE(server.received.value(id), QByteArray("x"));
        QTRY_COMPARE_WITH_TIMEOUT(server.transport->children().size(), 0, kPatienceMs);
    }

    void survivesRunningOutOfDescriptors()
    {
        Server server;
        server.transport->open();
        RawSocket first = RawSocket::connectTo(server.local.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);

        std::vector<RawSocket> clients;
        qsizetype told = 0;
        {
            QElapsedTimer clock;
            clock.start();
            FewDescriptors few(5); // 5 clients' own ends, none for the server's
            for (int i = 0; i < 5; ++i)
                clients.push_back(RawSocket::connectTo(server.local.port));
            QVERIFY(clients.back().isValid());
            QTRY_COMPARE_WITH_TIMEOUT(server.errors.size(), 1, kPatienceMs);
            QCOMPARE(server.errors.constFirst().kind, NoteKind::AcceptFailed);
            QCOMPARE(server.errors.constFirst().details.constFirst(), server.local.toString());
            QCOMPARE(server.transport->state(), TransportState::Open);
            first.write("unharmed");
            QTRY_COMPARE_WITH_TIMEOUT(server.received.value(1), QByteArray("unharmed"), kPatienceMs);
            // It goes on trying, and does not tell it again.
            QTest::qWait(500);
            told = server.errors.size();
            QVERIFY(told <= 1 + clock.elapsed() / 1000); // only a pause of a second makes it another shortage
            QCOMPARE(server.peers.size(), 1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 6, kPatienceMs);
        // Accepting goes on as if nothing had been, and a second shortage is told again.
        clients.push_back(RawSocket::connectTo(server.local.port));
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 7, kPatienceMs);
        QCOMPARE(server.errors.size(), told);
        QTest::qWait(1500); // within a second it would be the same one
        {
            FewDescriptors few(1);
            clients.push_back(RawSocket::connectTo(server.local.port));
            QTRY_COMPARE_WITH_TIMEOUT(server.errors.size(), told + 1, kPatienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 8, kPatienceMs);
    }

    void destroyedWithConnections()
    {
        RawSocket client;
        {
            Server server;
            server.transport->open();
            client = RawSocket::connectTo(server.local.port);
            QTRY_COMPARE_WITH_TIMEOUT(server.peers.size(), 1, kPatienceMs);
            server.transport->write(1, QByteArray(1 << 20, 'x'));
        }
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT(client.read(got) != RawSocket::ReadEnd::NothingYet, kPatienceMs);
    }

    void maybeDestroyedInsideASignal_data()
    {
        QTest::addColumn<QByteArray>("signal");
        QTest::addColumn<bool>("destroy");
        for (const char* name : {"connected", "received", "written", "disconnected"}) {
            QTest::addRow("%s, closed", name) << QByteArray(name) << false;
            QTest::addRow("%s, destroyed", name) << QByteArray(name) << true;
        }
    }
    void maybeDestroyedInsideASignal()
    {
        QFETCH(QByteArray, signal);
        QFETCH(bool, destroy);
        Server server;
        server.transport->open();
        bool done = false;
        const auto end = [&](const char* name) {
            if (signal != name || done)
                return;
            done = true;
            server.transport->close();
            if (destroy)
                server.transport.reset();
        };
        TcpServerTransport* const transport = server.transport.get();
        connect(transport, &Transport::connected, this, [&] {
            server.transport->write(1, "answer");
            end("connected");
        });
        connect(transport, &Transport::received, this, [&] { end("received"); });
        connect(transport, &Transport::written, this, [&] { end("written"); });
        connect(transport, &Transport::disconnected, this, [&] { end("disconnected"); });
        RawSocket client = RawSocket::connectTo(server.local.port);
        client.write(QByteArray(300 * 1024, 'x'));
        RawSocket other = RawSocket::connectTo(server.local.port);
        other.write("x");
        if (signal == "disconnected")
            client.finishSending();
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatienceMs);
        QVERIFY(server.transport == nullptr || server.transport->state() == TransportState::Closed);
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT(client.read(got) != RawSocket::ReadEnd::NothingYet, kPatienceMs);
    }
};

QTEST_GUILESS_MAIN(TestTcpServer)
#include "tst_tcp_server.moc"
