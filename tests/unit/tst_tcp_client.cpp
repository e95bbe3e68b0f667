// SPDX-License-Identifier: MIT
#include "app/net/NetworkError.h"
#include "app/net/TcpClientTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/TransportLog.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTranslator>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;
using netassist::test::TransportLog;

namespace {

/// A client transport with everything it told.
struct Client : TransportLog {
    explicit Client(const QString& host, quint16 port)
        : Client(std::make_unique<TcpClientTransport>(Endpoint{host, port}))
    {}

    std::unique_ptr<TcpClientTransport> transport;

private:
    explicit Client(std::unique_ptr<TcpClientTransport> made) : TransportLog(*made), transport(std::move(made)) {}
};

/// A catalogue that has another word for everything of Qt's sockets.
class OtherWords final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* /*disambiguation*/,
                                    int /*n*/) const override
    {
        return QByteArray(context).startsWith("Q") ? u"译文 "_qs + QString::fromLatin1(source) : QString();
    }
};

} // namespace

class TestTcpClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsAndTalks_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("listenAt");
        QTest::newRow("IPv4") << u"127.0.0.1"_qs << u"127.0.0.1"_qs;
        QTest::newRow("IPv6") << u"::1"_qs << u"::1"_qs;
        QTest::newRow("IPv6 in brackets") << u"[::1]"_qs << u"::1"_qs;
        QTest::newRow("name") << u"localhost"_qs << u"127.0.0.1"_qs;
        QTest::newRow("blanks around") << u" localhost "_qs << u"127.0.0.1"_qs;
    }
    void connectsAndTalks()
    {
        QFETCH(QString, host);
        QFETCH(QString, listenAt);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(listenAt)));
        Client client(host, server.serverPort());
        QSignalSpy states(client.transport.get(), &Transport::stateChanged);
        client.transport->open();
        QCOMPARE(client.transport->state(), TransportState::Opening);
        QTRY_COMPARE_WITH_TIMEOUT(client.peers.size(), 1, kPatienceMs);
        QCOMPARE(client.transport->state(), TransportState::Open);
        QCOMPARE(states.size(), 2);
        QCOMPARE(client.remote, (Endpoint{listenAt, server.serverPort()}));
        QCOMPARE(client.peers.value(1), client.remote.toString());

        QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), kPatienceMs);
        QTcpSocket* const peer = server.nextPendingConnection();
        QCOMPARE(client.local, (Endpoint{listenAt, peer->peerPort()}));
        client.transport->write(1, "hello");
        QTRY_COMPARE_WITH_TIMEOUT(peer->bytesAvailable(), 5, kPatienceMs);
        QCOMPARE(peer->readAll(), QByteArray("hello"));
        peer->write("answer");
        QTRY_COMPARE_WITH_TIMEOUT(client.received.value(1), QByteArray("answer"), kPatienceMs);

        client.transport->close();
        QCOMPARE(client.transport->state(), TransportState::Closed);
        QCOMPARE(client.ended, (QHash<ConnectionId, bool>{{1, false}}));
        QTRY_COMPARE_WITH_TIMEOUT(peer->state(), QAbstractSocket::UnconnectedState, kPatienceMs);
    }

    void bytesThatComeWithTheConnection()
    {
        RawSocket listener = RawSocket::listening();
        Client client(u"127.0.0.1"_qs, listener.localPort());
        client.transport->open();
        RawSocket peer;
        QTRY_VERIFY_WITH_TIMEOUT(peer.isValid() || (peer = listener.accept()).isValid(), kPatienceMs);
        peer.write("welcome");
        peer.close(); // all before our event loop has seen the connection, or right after
        QTRY_COMPARE_WITH_TIMEOUT(client.ended, (QHash<ConnectionId, bool>{{1, false}}), kPatienceMs);
        QCOMPARE(client.received.value(1), QByteArray("welcome"));
        QCOMPARE(client.transport->state(), TransportState::Closed);
    }

    void endedByTheServer_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void endedByTheServer()
    {
        QFETCH(bool, reset);
        RawSocket listener = RawSocket::listening();
        Client client(u"127.0.0.1"_qs, listener.localPort());
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.peers.size(), 1, kPatienceMs);
        RawSocket peer = listener.accept(kPatienceMs);
        QVERIFY(peer.isValid());
        peer.write("bye");
        QTRY_COMPARE_WITH_TIMEOUT(client.received.value(1), QByteArray("bye"), kPatienceMs);
        if (reset)
            peer.reset();
        else
            peer.close();
        QTRY_COMPARE_WITH_TIMEOUT(client.transport->state(), TransportState::Closed, kPatienceMs);
        QCOMPARE(client.ended, (QHash<ConnectionId, bool>{{1, reset}}));
        QVERIFY(client.errors.isEmpty());

        // Again, with the same transport: connections are numbered on.
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.peers.size(), 2, kPatienceMs);
        QVERIFY(client.peers.contains(2));
    }

    void disconnectFromIsClosing()
    {
        RawSocket listener = RawSocket::listening();
        Client client(u"127.0.0.1"_qs, listener.localPort());
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.peers.size(), 1, kPatienceMs);
        client.transport->disconnectFrom(1);
        QCOMPARE(client.transport->state(), TransportState::Closed);
        QCOMPARE(client.ended, (QHash<ConnectionId, bool>{{1, false}}));
    }

    void refused()
    {
        const RawSocket nobody = RawSocket::refusing();
        const quint16 port = nobody.localPort();
        Client client(u"127.0.0.1"_qs, port);
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.errors.size(), 1, kPatienceMs);
        QCOMPARE(client.errors.constFirst(), (Note{NoteKind::Refused, {QStringLiteral("127.0.0.1:%1").arg(port)}}));
        QCOMPARE(client.transport->state(), TransportState::Closed);
        QVERIFY(client.peers.isEmpty());
    }

    void unknownHost()
    {
        Client client(u"nosuchhost.invalid"_qs, 80);
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.errors.size(), 1, kPatienceMs);
        QCOMPARE(client.errors.constFirst(), (Note{NoteKind::HostNotFound, {u"nosuchhost.invalid:80"_qs}}));
        QCOMPARE(client.transport->state(), TransportState::Closed);
    }

    void badInput()
    {
        Client blank(u" "_qs, 80);
        blank.transport->open();
        QCOMPARE(blank.errors, (QList<Note>{{NoteKind::AddressInvalid, {u" "_qs}}}));
        QCOMPARE(blank.transport->state(), TransportState::Closed);
        Client portless(u"127.0.0.1"_qs, 0);
        portless.transport->open();
        QCOMPARE(portless.errors, (QList<Note>{{NoteKind::PortInvalid, {u"0"_qs}}}));
        QCOMPARE(portless.transport->state(), TransportState::Closed);
    }

    void cancelledRightAway_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << u"127.0.0.1"_qs;
        QTest::newRow("name") << u"localhost"_qs;
    }
    void cancelledRightAway()
    {
        QFETCH(QString, host);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Client client(host, server.serverPort());
        client.transport->open();
        QCOMPARE(client.transport->state(), TransportState::Opening);
        client.transport->close();
        QCOMPARE(client.transport->state(), TransportState::Closed);
        // Opened again at once; only this attempt is heard of.
        client.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(client.transport->state(), TransportState::Open, kPatienceMs);
        QCOMPARE(client.openings, 1);
        QCOMPARE(client.peers.size(), 1);
        QVERIFY(client.errors.isEmpty());
    }

    void cancelledWhileNobodyAnswers()
    {
        // A full backlog: the system leaves further connects unanswered.
        RawSocket listener = RawSocket::listening(0);
        Client first(u"127.0.0.1"_qs, listener.localPort());
        first.transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(first.transport->state(), TransportState::Open, kPatienceMs);
        Client waiting(u"127.0.0.1"_qs, listener.localPort());
        waiting.transport->open();
        QTest::qWait(100);
        QCOMPARE(waiting.transport->state(), TransportState::Opening);
        waiting.transport->close();
        QCOMPARE(waiting.transport->state(), TransportState::Closed);
        QTest::qWait(100);
        QVERIFY(waiting.errors.isEmpty() && waiting.peers.isEmpty() && waiting.ended.isEmpty());
    }

    void destroyedWhileConnecting()
    {
        RawSocket listener = RawSocket::listening();
        Client client(u"localhost"_qs, listener.localPort());
        client.transport->open();
        client.transport.reset();
        QTest::qWait(50);
        QVERIFY(client.peers.isEmpty() && client.errors.isEmpty());
    }

    void closedOrDestroyedInsideASignal_data()
    {
        QTest::addColumn<QByteArray>("signal");
        QTest::addColumn<bool>("destroy");
        for (const char* name : {"stateChanged", "opened", "connected", "received", "written", "disconnected"}) {
            QTest::addRow("%s, closed", name) << QByteArray(name) << false;
            QTest::addRow("%s, destroyed", name) << QByteArray(name) << true;
        }
    }
    void closedOrDestroyedInsideASignal()
    {
        QFETCH(QByteArray, signal);
        QFETCH(bool, destroy);
        RawSocket listener = RawSocket::listening();
        Client client(u"127.0.0.1"_qs, listener.localPort());
        bool done = false;
        const auto end = [&](const char* name) {
            if (signal != name || done)
                return;
            done = true;
            client.transport->close();
            if (destroy)
                client.transport.reset();
        };
        TcpClientTransport* const transport = client.transport.get();
        connect(transport, &Transport::stateChanged, this, [&](TransportState state) {
            if (state == TransportState::Open)
                end("stateChanged");
        });
        connect(transport, &Transport::opened, this, [&] { end("opened"); });
        connect(transport, &Transport::connected, this, [&](ConnectionId id) {
            client.transport->write(id, "hello");
            end("connected");
        });
        connect(transport, &Transport::received, this, [&] { end("received"); });
        connect(transport, &Transport::written, this, [&] { end("written"); });
        connect(transport, &Transport::disconnected, this, [&] { end("disconnected"); });
        client.transport->open();
        RawSocket peer;
        QTRY_VERIFY_WITH_TIMEOUT(peer.isValid() || (peer = listener.accept()).isValid(), kPatienceMs);
        peer.write(QByteArray(300 * 1024, 'x'));
        peer.finishSending();
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatienceMs);
        QVERIFY(client.transport == nullptr || client.transport->state() == TransportState::Closed);
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT(peer.read(got) != RawSocket::ReadEnd::NothingYet, kPatienceMs);
    }

    /// What Qt makes of the system's errors, in its own language and in another.
    void errorNotes_data()
    {
        QTest::addColumn<QAbstractSocket::SocketError>("error");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<NoteKind>("kind");
        QTest::newRow("refused") << QAbstractSocket::ConnectionRefusedError << QByteArray("Connection refused")
                                 << NoteKind::Refused;
        QTest::newRow("host not found") << QAbstractSocket::HostNotFoundError << QByteArray("Host not found")
                                        << NoteKind::HostNotFound;
        QTest::newRow("time of Qt's") << QAbstractSocket::SocketTimeoutError << QByteArray("Connection timed out")
                                      << NoteKind::TimedOut;
        QTest::newRow("time of the system's")
            << QAbstractSocket::NetworkError << QByteArray("Connection timed out") << NoteKind::TimedOut;
        QTest::newRow("host unreachable")
            << QAbstractSocket::NetworkError << QByteArray("Host unreachable") << NoteKind::Unreachable;
        QTest::newRow("network unreachable")
            << QAbstractSocket::NetworkError << QByteArray("Network unreachable") << NoteKind::Unreachable;
        QTest::newRow("forbidden") << QAbstractSocket::SocketAccessError << QByteArray("Permission denied")
                                   << NoteKind::OtherNetworkError;
        QTest::newRow("something else") << QAbstractSocket::NetworkError << QByteArray("The address is protected")
                                        << NoteKind::OtherNetworkError;
    }
    void errorNotes()
    {
        QFETCH(QAbstractSocket::SocketError, error);
        QFETCH(QByteArray, words);
        QFETCH(NoteKind, kind);
        const Endpoint remote{u"example.org"_qs, 80};
        OtherWords catalogue;
        for (const bool translated : {false, true}) {
            if (translated)
                QCoreApplication::installTranslator(&catalogue);
            const QString said = QCoreApplication::translate("QNativeSocketEngine", words.constData());
            QCOMPARE(said.startsWith(u"译文"), translated);
            const Note note = connectErrorNote(error, said, remote);
            QCOMPARE(note.kind, kind);
            QStringList details{u"example.org:80"_qs};
            if (kind == NoteKind::OtherNetworkError)
                details.append(QString::fromLatin1(words)); // in English, whatever the catalogue
            QCOMPARE(note.details, details);
        }
        QCoreApplication::removeTranslator(&catalogue);
    }

    void listenErrorNotes()
    {
        const Endpoint local{u"::"_qs, 80};
        const auto kind = [&](QAbstractSocket::SocketError error) {
            return listenErrorNote(error, u"words"_qs, local).kind;
        };
        QCOMPARE(kind(QAbstractSocket::AddressInUseError), NoteKind::PortInUse);
        QCOMPARE(kind(QAbstractSocket::SocketAccessError), NoteKind::NoPermission);
        QCOMPARE(kind(QAbstractSocket::SocketAddressNotAvailableError), NoteKind::AddressNotLocal);
        QCOMPARE(listenErrorNote(QAbstractSocket::UnsupportedSocketOperationError, u"words"_qs, local),
                 (Note{NoteKind::OtherNetworkError, {u"[::]:80"_qs, u"words"_qs}}));
    }
};

QTEST_GUILESS_MAIN(TestTcpClient)
#include "tst_tcp_client.moc"
