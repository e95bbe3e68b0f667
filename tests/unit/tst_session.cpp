// SPDX-License-Identifier: MIT
#include "app/session/Session.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;

namespace {

constexpr qsizetype kMiB = qsizetype{1} << 20;

} // namespace

class TestSession final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    QList<Note> m_notes;
    Endpoint m_local;

    [[nodiscard]] std::unique_ptr<Session> makeSession() const
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        return std::make_unique<Session>(limits);
    }
    void listen(quint16 port = 0)
    {
        m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), port}});
        QCOMPARE(m_session->state(), TransportState::Open);
    }
    void connectTo(quint16 port) { m_session->open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), port}}); }
    [[nodiscard]] QList<NoteKind> kinds() const
    {
        QList<NoteKind> kinds;
        for (const Note& note : m_notes)
            kinds.append(note.kind);
        return kinds;
    }
    /// All payload of a direction, of one peer.
    [[nodiscard]] QByteArray captured(RecordKind kind, PeerId peer) const
    {
        const Capture& capture = m_session->capture();
        QByteArray all;
        for (RecordId id = capture.begin(); id < capture.end(); ++id) {
            if (capture.record(id).kind == kind && capture.record(id).peer == peer)
                all += capture.bytes(id);
        }
        return all;
    }
    static QString name(const RawSocket& socket) { return QStringLiteral("127.0.0.1:%1").arg(socket.localPort()); }

private Q_SLOTS:
    void init()
    {
        m_session = makeSession();
        m_notes.clear();
        m_local = {};
        connect(m_session.get(), &Session::noted, this, [this](const Note& note) { m_notes.append(note); });
        connect(m_session.get(), &Session::opened, this, [this](const Endpoint& local) { m_local = local; });
    }
    void cleanup() { m_session.reset(); }

    void serverFromOpenToClose()
    {
        QSignalSpy states(m_session.get(), &Session::stateChanged);
        QSignalSpy peersChanged(m_session.get(), &Session::peersChanged);
        QCOMPARE(m_session->state(), TransportState::Closed);
        listen();
        QVERIFY(m_local.port != 0);
        QCOMPARE(m_session->endpoint(), (SessionEndpoint{Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}}));
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::Listening, {m_local.toString()}}}));
        m_notes.clear();

        RawSocket client = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        QCOMPARE(peersChanged.size(), 1);
        const PeerInfo peer = m_session->peers().constFirst();
        QCOMPARE(peer.label, name(client));
        QCOMPARE(m_session->capture().peerLabel(peer.peer), peer.label);
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::ClientConnected, {peer.label, QStringLiteral("1")}}}));
        m_notes.clear();

        client.write("question");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 8, kPatienceMs);
        QCOMPARE(m_session->counters().receivedRecords, 1);
        QCOMPARE(captured(RecordKind::Received, peer.peer), QByteArray("question"));

        m_session->send("answer", peer.connection);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().sentBytes, 6, kPatienceMs);
        QCOMPARE(m_session->counters().sentRecords, 1);
        QCOMPARE(captured(RecordKind::Sent, peer.peer), QByteArray("answer"));
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((client.read(got), got), QByteArray("answer"), kPatienceMs);
        QCOMPARE(m_session->waitingBytes(), 0);

        m_session->resetCounters();
        QCOMPARE(m_session->counters().receivedBytes + m_session->counters().sentRecords, 0);

        m_session->close();
        QCOMPARE(m_session->state(), TransportState::Closed);
        QVERIFY(m_session->peers().isEmpty());
        QCOMPARE(peersChanged.size(), 2);
        QCOMPARE(states.size(), 2);
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::ClientDisconnected, {peer.label, QStringLiteral("0")}},
                                       {NoteKind::StoppedListening, {m_local.toString()}}}));
        // What was told is in the log too.
        const Capture& capture = m_session->capture();
        QCOMPARE(capture.note(capture.end() - 1), m_notes.constLast());
        m_session->close(); // nothing more to do
        QCOMPARE(m_notes.size(), 2);
    }

    void clientFromOpenToClose()
    {
        RawSocket listener = RawSocket::listening();
        const QString remote = name(listener);
        connectTo(listener.localPort());
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::Connecting, {remote}}}));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::Connected, {remote, m_local.toString()}}));
        RawSocket server = listener.accept(kPatienceMs);
        QVERIFY(server.isValid());
        QCOMPARE(m_session->peers().constFirst().label, remote);

        m_session->send("hello"); // a client need not name its only peer
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((server.read(got), got), QByteArray("hello"), kPatienceMs);
        QCOMPARE(captured(RecordKind::Sent, m_session->peers().constFirst().peer), QByteArray("hello"));

        m_session->close();
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::Disconnected, {remote}}));
        QCOMPARE(kinds(), (QList{NoteKind::Connecting, NoteKind::Connected, NoteKind::Disconnected}));
        m_session->send("too late");
        QCOMPARE(m_notes.constLast().kind, NoteKind::SendWithoutPeer);
    }

    void clientEndedByTheServer_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void clientEndedByTheServer()
    {
        QFETCH(bool, reset);
        RawSocket listener = RawSocket::listening();
        connectTo(listener.localPort());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        RawSocket server = listener.accept(kPatienceMs);
        if (reset)
            server.reset();
        else
            server.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Closed, kPatienceMs);
        QList<NoteKind> expected{NoteKind::Connecting, NoteKind::Connected};
        if (reset)
            expected.append(NoteKind::Reset);
        expected.append(NoteKind::Disconnected);
        QCOMPARE(kinds(), expected);
        QVERIFY(m_session->peers().isEmpty());
    }

    void clientRefusedAndCancelled()
    {
        const RawSocket nobody = RawSocket::refusing();
        connectTo(nobody.localPort());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Closed, kPatienceMs);
        QCOMPARE(kinds(), (QList{NoteKind::Connecting, NoteKind::Refused}));
        m_notes.clear();

        RawSocket listener = RawSocket::listening();
        connectTo(listener.localPort());
        QCOMPARE(m_session->state(), TransportState::Opening);
        m_session->close();
        QCOMPARE(m_session->state(), TransportState::Closed);
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::ConnectCancelled, {name(listener)}}));
        QTest::qWait(50);
        QCOMPARE(kinds(), (QList{NoteKind::Connecting, NoteKind::ConnectCancelled}));
    }

    void serverErrorLeavesItClosed()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const SessionEndpoint taken{Protocol::TcpServer, {QStringLiteral("127.0.0.1"), other.serverPort()}};
        m_session->open(taken);
        QCOMPARE(m_session->state(), TransportState::Closed);
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::PortInUse, {taken.endpoint.toString()}}}));
        other.close();
        m_session->open(taken);
        QCOMPARE(m_session->state(), TransportState::Open);
    }

    void clientsResetAndDisconnected()
    {
        listen();
        RawSocket first = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        RawSocket second = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        RawSocket third = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 3, kPatienceMs);
        const QList<PeerInfo> peers = m_session->peers();
        m_notes.clear();

        second.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::Reset, {peers[1].label}},
                                       {NoteKind::ClientDisconnected, {peers[1].label, QStringLiteral("2")}}}));
        m_session->disconnectPeer(peers[0].connection);
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::ClientDisconnected, {peers[0].label, QStringLiteral("1")}}));
        QCOMPARE(m_session->peers().constFirst().connection, peers[2].connection);
        third.write("still here");
        QTRY_COMPARE_WITH_TIMEOUT(captured(RecordKind::Received, peers[2].peer), QByteArray("still here"), kPatienceMs);
    }

    void sendToAll()
    {
        listen();
        m_session->send("nobody there");
        QCOMPARE(m_notes.constLast().kind, NoteKind::SendWithoutPeer);
        std::vector<RawSocket> clients;
        for (int i = 0; i < 3; ++i)
            clients.push_back(RawSocket::connectTo(m_local.port));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 3, kPatienceMs);
        m_session->send("hello all");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().sentBytes, 27, kPatienceMs);
        QCOMPARE(m_session->counters().sentRecords, 1);
        const Record& record = m_session->capture().record(m_session->capture().end() - 1);
        QCOMPARE(m_session->capture().peerLabel(record.peer), QStringLiteral("all 3 clients"));
        for (RawSocket& client : clients) {
            QByteArray got;
            QTRY_COMPARE_WITH_TIMEOUT((client.read(got), got), QByteArray("hello all"), kPatienceMs);
        }
    }

    void peerThatDoesNotReadHoldsBackOnlyItself()
    {
        listen();
        RawSocket deaf = RawSocket::connectTo(m_local.port, 64 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        RawSocket other = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        const PeerInfo deafPeer = m_session->peers().constFirst();
        const PeerInfo otherPeer = m_session->peers().constLast();
        const QByteArray much = randomBytes(40 * kMiB, 1);
        const qint64 before = heapBytes();
        m_session->send(much, deafPeer.connection);
        m_session->send("hello", otherPeer.connection);
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((other.read(got), got), QByteArray("hello"), kPatienceMs);
        QVERIFY(m_session->waitingBytes(deafPeer.connection) > 30 * kMiB);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->waitingBytes(otherPeer.connection), 0, kPatienceMs);
        QCOMPARE(m_session->waitingBytes(), m_session->waitingBytes(deafPeer.connection));

        // It cannot make us hold more than the limit.
        m_notes.clear();
        for (int i = 0; i < 5; ++i)
            m_session->send(much, deafPeer.connection);
        QCOMPARE(kinds(), QList<NoteKind>(5, NoteKind::SendQueueFull));
        QVERIFY(heapBytes() - before < 200 * kMiB);

        // It wakes up, and gets everything.
        got.clear();
        QTRY_VERIFY_WITH_TIMEOUT((deaf.read(got, kMiB), got.size() == much.size()), 6 * kPatienceMs);
        QVERIFY(got == much);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->waitingBytes(), 0, kPatienceMs);
        QCOMPARE(m_session->counters().sentBytes, much.size() + 5);
        QVERIFY(captured(RecordKind::Sent, deafPeer.peer) == much);
    }

    void newcomersPastTheLimitAreTurnedAway()
    {
        SessionLimits limits = m_session->limits();
        QCOMPARE(limits.clients, 10'000);
        limits.clients = 2;
        m_session->setLimits(limits);
        listen();
        RawSocket first = RawSocket::connectTo(m_local.port);
        RawSocket second = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        m_notes.clear();
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 50; ++i) { // one after another
            RawSocket newcomer = RawSocket::connectTo(m_local.port);
            newcomer.write("let me in");
            QByteArray got;
            QTRY_VERIFY_WITH_TIMEOUT(newcomer.read(got) != RawSocket::ReadEnd::NothingYet, kPatienceMs);
            QVERIFY(got.isEmpty());
        }
        // Told once; nobody is harmed; nothing of theirs is in the log.
        const qsizetype told = m_notes.size();
        QVERIFY(told >= 1 && told <= 1 + clock.elapsed() / 2000); // only a pause of two seconds makes it another burst
        QCOMPARE(m_notes.count({NoteKind::TooManyClients, {m_local.toString(), QStringLiteral("2")}}), told);
        QVERIFY(m_notes.constFirst().line().contains(u"the limit is 2 clients"));
        first.write("still");
        second.write("here");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 9, kPatienceMs);
        QCOMPARE(m_session->peers().size(), 2);

        // There is room again, and the next one past it is told anew.
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        RawSocket third = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        QTest::qWait(2500); // the burst is over
        const RawSocket late = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(kinds().count(NoteKind::TooManyClients), told + 1, kPatienceMs);

        // A limit that is raised, or lowered, counts at once and disconnects nobody.
        limits.clients = 3;
        m_session->setLimits(limits);
        const RawSocket fourth = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 3, kPatienceMs);
        limits.clients = 1;
        m_session->setLimits(limits);
        QTest::qWait(50);
        QCOMPARE(m_session->peers().size(), 3);
    }

    void limitsCountAtOnce()
    {
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port, 16 * 1024); // never reads
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        SessionLimits limits;
        limits.captureBytes = 8 * kMiB;
        limits.waitingBytes = 30 * kMiB;
        m_session->setLimits(limits);
        QCOMPARE(m_session->limits(), limits);
        m_session->send(QByteArray(30 * kMiB + 1, 'x'));
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::SendTooLarge,
                                            {m_session->peers().constFirst().label, QString::number(30 * kMiB + 1),
                                             QString::number(30 * kMiB)}}));
        m_session->send(QByteArray(30 * kMiB, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->counters().sentBytes > 0, kPatienceMs);
        m_session->send(QByteArray(30 * kMiB, 'x'));
        QCOMPARE(m_notes.constLast().kind, NoteKind::SendQueueFull);

        const QByteArray bytes = randomBytes(kMiB, 5);
        for (int i = 0; i < 20; ++i) {
            qint64 sent = 0;
            QTRY_VERIFY_WITH_TIMEOUT((sent += client.write(QByteArrayView(bytes).sliced(sent))) == bytes.size(),
                                     kPatienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 20 * kMiB, kPatienceMs);
        QVERIFY(m_session->capture().storedBytes() <= 8 * kMiB);
        QVERIFY(kinds().contains(NoteKind::OldestDropped));
        // Raised again, nothing more goes.
        limits.captureBytes = 100 * kMiB;
        m_session->setLimits(limits);
        const RecordId oldest = m_session->capture().begin();
        for (int i = 0; i < 20; ++i) {
            qint64 sent = 0;
            QTRY_VERIFY_WITH_TIMEOUT((sent += client.write(QByteArrayView(bytes).sliced(sent))) == bytes.size(),
                                     kPatienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 40 * kMiB, kPatienceMs);
        QCOMPARE(m_session->capture().begin(), oldest);
    }

    /// What somebody looks at who may move on the capture does not lie in it.
    void floodIsStoredAsItCame_data()
    {
        QTest::addColumn<bool>("answered"); ///< by as much again
        QTest::newRow("nobody listens") << false;
        QTest::newRow("answered") << true;
    }
    void floodIsStoredAsItCame()
    {
        QFETCH(bool, answered);
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        QByteArray seen;
        int inPlace = 0;
        if (answered) {
            connect(m_session.get(), &Session::received, this, [&](ConnectionId id, QByteArrayView bytes) {
                if (bytes.data() + bytes.size() == m_session->capture().room().data())
                    ++inPlace;
                m_session->reply(bytes.toByteArray(), id);
                seen += bytes;
            });
        }
        const QByteArray bytes = randomBytes(24 * kMiB, 21);
        QByteArray echoed;
        qint64 sent = 0;
        QTRY_VERIFY_WITH_TIMEOUT((sent += client.write(QByteArrayView(bytes).sliced(sent)), client.read(echoed, kMiB),
                                  sent == bytes.size() && m_session->counters().receivedBytes == bytes.size()),
                                 6 * kPatienceMs);
        QByteArray stored[2];
        const Capture& capture = m_session->capture();
        for (RecordId id = capture.begin(); id < capture.end(); ++id) {
            if (capture.record(id).kind != RecordKind::Note)
                stored[capture.record(id).kind == RecordKind::Sent ? 1 : 0] += capture.bytes(id);
        }
        QVERIFY(stored[0] == bytes);
        QVERIFY(stored[1] == (answered ? bytes.first(stored[1].size()) : QByteArray()));
        QVERIFY(seen == (answered ? bytes : QByteArray()));
        QCOMPARE(inPlace, 0);
    }

    void peerThatFinishedSendingGetsItsAnswer()
    {
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port, 64 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const QByteArray answer = randomBytes(20 * kMiB, 2);
        m_session->send(answer);
        client.finishSending();
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(client.read(got, kMiB), RawSocket::ReadEnd::End, 6 * kPatienceMs);
        QVERIFY(got == answer);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 0, kPatienceMs);
        QCOMPARE(kinds(), (QList{NoteKind::Listening, NoteKind::ClientConnected, NoteKind::ClientDisconnected}));
    }

    void unsentIsTold_data()
    {
        QTest::addColumn<bool>("reset"); ///< by the peer; else closed by us
        QTest::newRow("reset") << true;
        QTest::newRow("closed") << false;
    }
    void unsentIsTold()
    {
        QFETCH(bool, reset);
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port, 64 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const PeerInfo peer = m_session->peers().constFirst();
        m_session->send(QByteArray(40 * kMiB, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->counters().sentBytes > 0, kPatienceMs);
        m_notes.clear();
        if (reset)
            client.reset();
        else
            m_session->close();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->peers().isEmpty(), kPatienceMs);
        QCOMPARE(m_notes.constFirst().kind, NoteKind::UnsentDiscarded);
        QCOMPARE(m_notes.constFirst().details.constFirst(), peer.label);
        const qint64 discarded = m_notes.constFirst().details.constLast().toLongLong();
        if (reset)
            QCOMPARE(discarded, 40 * kMiB - m_session->counters().sentBytes);
        QVERIFY(discarded > 20 * kMiB && discarded < 40 * kMiB);
        QCOMPARE(m_session->waitingBytes(), 0);
    }

    /// What the socket of an ended connection still holds is delivered, or told: never lost without a word.
    void undeliveredIsTold_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("closed") << u"closed"_qs;
        QTest::newRow("opened again") << u"opened again"_qs;
        QTest::newRow("one disconnected") << u"disconnected"_qs;
        QTest::newRow("reset meanwhile") << u"reset"_qs;
    }
    void undeliveredIsTold()
    {
        QFETCH(QString, how);
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port, 16 * 1024); // never reads
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const PeerInfo peer = m_session->peers().constFirst();
        constexpr qint64 all = 16 * kMiB;
        m_session->send(QByteArray(all, 'x'));
        qint64 before = -1;
        while (std::exchange(before, m_session->counters().sentBytes) != m_session->counters().sentBytes || before == 0)
            QTest::qWait(100);
        m_notes.clear();
        if (how == u"disconnected"_qs)
            m_session->disconnectPeer(peer.connection);
        else
            m_session->close();
        if (how == u"opened again"_qs)
            listen();
        if (how == u"reset"_qs)
            client.reset();
        QVERIFY(m_session->peers().isEmpty());
        const auto discarded = [this, &peer] {
            QList<qint64> bytes;
            for (const Note& note : m_notes) {
                if (note.kind == NoteKind::UnsentDiscarded && note.details.constFirst() == peer.label)
                    bytes.append(note.details.constLast().toLongLong());
            }
            return bytes;
        };
        QCOMPARE(discarded().size(), 1); // what never reached the socket is told at once
        QTRY_COMPARE_WITH_TIMEOUT(discarded().size(), 2, kPatienceMs);
        const QList<qint64> bytes = discarded();
        QVERIFY(bytes[1] >= kMiB); // at least the high-water mark
        QCOMPARE(m_session->counters().sentBytes + bytes[0] + bytes[1], all);
    }

    void bytesOfAClosedSocketAreDeliveredAndCount()
    {
        listen();
        RawSocket client = RawSocket::connectTo(m_local.port, 16 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const PeerInfo peer = m_session->peers().constFirst();
        const QByteArray bytes = randomBytes(16 * kMiB, 3);
        m_session->send(bytes, peer.connection);
        // Until the system takes no more: then at least the high-water mark waits in the socket.
        qint64 before = -1;
        while (std::exchange(before, m_session->counters().sentBytes) != m_session->counters().sentBytes || before == 0)
            QTest::qWait(100);
        m_session->close();
        listen(); // a new transport; the old one goes on in the background
        const QByteArray handedOver = captured(RecordKind::Sent, peer.peer);
        QVERIFY(handedOver.size() >= before + kMiB);

        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(client.read(got), RawSocket::ReadEnd::End, kPatienceMs);
        QCOMPARE(got.size(), handedOver.size());
        QVERIFY(got == handedOver);
        QCOMPARE(m_session->counters().sentBytes, handedOver.size());
        QVERIFY(m_notes.contains(
            {NoteKind::UnsentDiscarded, {name(client), QString::number(bytes.size() - handedOver.size())}}));
    }

    void reopensAtTheSamePortWithClients()
    {
        listen();
        const quint16 port = m_local.port;
        std::vector<RawSocket> clients;
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 3; ++i) {
                clients.push_back(RawSocket::connectTo(port));
                clients.back().write("unread");
            }
            QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 3, kPatienceMs);
            m_session->close();
            listen(port);
        }
        QVERIFY(!kinds().contains(NoteKind::PortInUse));
        QCOMPARE(kinds().count(NoteKind::ClientDisconnected), 60);
    }

    void openWhileOpenClosesFirst()
    {
        listen();
        const QString first = m_local.toString();
        listen();
        QCOMPARE(m_notes[1], (Note{NoteKind::StoppedListening, {first}}));
        QCOMPARE(kinds(), (QList{NoteKind::Listening, NoteKind::StoppedListening, NoteKind::Listening}));
    }

    void streamIsStoredToTheByte()
    {
        listen();
        const QByteArray bytes = randomBytes(64 * kMiB, 4);
        QTcpSocket client;
        client.connectToHost(QStringLiteral("127.0.0.1"), m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const PeerId peer = m_session->peers().constFirst().peer;
        client.write(bytes);
        client.disconnectFromHost(); // after the last byte
        QTRY_VERIFY_WITH_TIMEOUT(m_session->peers().isEmpty(), 6 * kPatienceMs);
        QCOMPARE(m_session->counters().receivedBytes, bytes.size());
        QVERIFY(captured(RecordKind::Received, peer) == bytes);
    }

    void aThousandClientsSendAndLeave()
    {
        constexpr int count = 1000;
        listen();
        std::vector<RawSocket> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(RawSocket::connectTo(m_local.port));
            clients.back().write(QByteArray::number(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedRecords, count, kPatienceMs);
        const QList<PeerInfo> peers = m_session->peers();
        QCOMPARE(peers.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(captured(RecordKind::Received, peers[i].peer), QByteArray::number(i));
        m_session->send("to all");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().sentBytes, count * 6, kPatienceMs);
        for (std::size_t i = 0; i < clients.size(); i += 2)
            clients[i].close();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), count / 2, kPatienceMs);
        for (qsizetype i = 0; i < m_session->peers().size(); ++i)
            QCOMPARE(m_session->peers()[i].connection, peers[2 * i + 1].connection);
    }

    void destroyedWithOpenConnections()
    {
        listen();
        std::vector<RawSocket> clients;
        for (int i = 0; i < 10; ++i)
            clients.push_back(RawSocket::connectTo(m_local.port));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 10, kPatienceMs);
        m_session->send(QByteArray(4 * kMiB, 'x'));
        m_session->close();
        listen();
        clients.push_back(RawSocket::connectTo(m_local.port));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const qsizetype told = m_notes.size();
        m_session.reset();
        QCOMPARE(m_notes.size(), told);
        for (RawSocket& client : clients) {
            QByteArray got;
            QTRY_VERIFY_WITH_TIMEOUT(client.read(got) != RawSocket::ReadEnd::NothingYet, kPatienceMs);
        }
    }

    /// Whatever is recorded, a listener of the capture may destroy the session.
    void destroyedWhileTheCaptureTells_data()
    {
        QTest::addColumn<int>("records"); ///< until it is destroyed
        for (int records = 1; records <= 8; ++records)
            QTest::addRow("%d", records) << records;
    }
    void destroyedWhileTheCaptureTells()
    {
        QFETCH(int, records);
        int left = records;
        connect(&m_session->capture(), &Capture::appended, this, [this, &left] {
            if (--left == 0)
                m_session.reset();
        });
        const auto act = [this](const auto& what) {
            if (m_session)
                what();
        };
        act([&] { m_session->open({Protocol::TcpServer, {u"127.0.0.1"_qs, 0}}); }); // 1
        RawSocket client;
        if (m_session) {
            client = RawSocket::connectTo(m_local.port);
            QTRY_VERIFY_WITH_TIMEOUT(!m_session || !m_session->peers().isEmpty(), kPatienceMs); // 2
        }
        act([&] { m_session->send("to all"); });                                             // 3
        act([&] { m_session->send("to one", m_session->peers().constFirst().connection); }); // 4
        client.write("answer");
        QTRY_VERIFY_WITH_TIMEOUT(!m_session || m_session->counters().receivedBytes == 6, kPatienceMs); // 5
        act([&] { m_session->close(); });                                                              // 6, 7
        act([&] { m_session->open({Protocol::TcpClient, {u"127.0.0.1"_qs, 1}}); });                    // 8
        QTRY_VERIFY_WITH_TIMEOUT(m_session == nullptr, kPatienceMs);
        QTest::qWait(20);
    }

    void destroyedWhileItTellsOfTraffic()
    {
        listen();
        connect(m_session.get(), &Session::trafficked, this, [this] { m_session.reset(); });
        RawSocket client = RawSocket::connectTo(m_local.port);
        client.write(QByteArray(200 * 1024, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(m_session == nullptr, kPatienceMs);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
