// SPDX-License-Identifier: MIT
// Peers that do everything wrong. After each of them: state, log, counters and what is stored are right, no
// descriptor, no peer and no memory is left behind, and the next peer is served.
#include "app/layout/LogText.h"
#include "app/session/Session.h"
#include "tests/unit/Descriptors.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::allowManyDescriptors;
using netassist::test::FewDescriptors;
using netassist::test::kPatienceMs;
using netassist::test::openDescriptors;
using netassist::test::randomBytes;
using netassist::test::RawSocket;

namespace {

constexpr qsizetype kMiB = qsizetype{1} << 20;

} // namespace

class TestFaults final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    QHash<NoteKind, int> m_notes;
    Endpoint m_local;
    int m_descriptors = 0; ///< open while nobody is connected

    void makeSession()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        m_session = std::make_unique<Session>(limits);
        connect(m_session.get(), &Session::noted, this, [this](const Note& note) { ++m_notes[note.kind]; });
        connect(m_session.get(), &Session::opened, this, [this](const Endpoint& local) { m_local = local; });
        m_notes.clear();
    }
    void listen()
    {
        m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        QCOMPARE(m_session->state(), TransportState::Open);
        RawSocket first = RawSocket::connectTo(m_local.port);
        first.write("x");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 1, kPatienceMs);
        first.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.value(NoteKind::ClientDisconnected), 1, kPatienceMs);
        m_session->resetCounters();
        clearLog();
        m_notes.clear();
        QTest::qWait(20);
        m_descriptors = openDescriptors();
    }
    /// Empty but for one note, and so in one file.
    void clearLog()
    {
        m_session->capture().clear();
        QCOMPARE(m_session->capture().begin(), m_session->capture().end());
        QCOMPARE(m_session->capture().storedBytes(), 0);
        m_session->tell({NoteKind::FileSaved, {QStringLiteral("x")}});
    }
    void expectPeers(int count) const { QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), count, kPatienceMs); }

    /// Everybody who was wrong is gone; the server is as it was, and serves the next one.
    void checkAtRest()
    {
        expectPeers(0);
        QCOMPARE(m_session->state(), TransportState::Open);
        QCOMPARE(m_session->waitingBytes(), 0);
        QCOMPARE(m_notes.value(NoteKind::ClientConnected), m_notes.value(NoteKind::ClientDisconnected));

        const qint64 received = m_session->counters().receivedBytes;
        QCOMPARE(received, storedBytes(RecordKind::Received));
        RawSocket next = RawSocket::connectTo(m_local.port);
        next.write("next");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, received + 4, kPatienceMs);
        m_session->send("served");
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((next.read(got), got), QByteArray("served"), kPatienceMs);
        next.close();
        expectPeers(0);

        clearLog();
        QTRY_COMPARE_WITH_TIMEOUT(openDescriptors(), m_descriptors, kPatienceMs);
        QVERIFY(m_session->capture().peerCount() <= 4); // names like `all 3 clients` stay
        m_session->close();
        QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() < m_descriptors, kPatienceMs);
    }
    [[nodiscard]] QByteArray stored(RecordKind kind) const
    {
        const Capture& capture = m_session->capture();
        QByteArray all;
        for (RecordId id = capture.begin(); id < capture.end(); ++id) {
            if (capture.record(id).kind == kind)
                all += capture.bytes(id);
        }
        return all;
    }
    [[nodiscard]] qint64 storedBytes(RecordKind kind) const
    {
        const Capture& capture = m_session->capture();
        qint64 all = 0;
        for (RecordId id = capture.begin(); id < capture.end(); ++id)
            all += capture.record(id).kind == kind ? capture.record(id).length : 0;
        return all;
    }
    /// The whole log as shown, without its notes and headers.
    [[nodiscard]] QString shownText(const char16_t* encoding) const
    {
        ViewSettings settings;
        settings.encoding = Encoding::byName(encoding);
        settings.logMode = false;
        settings.autoLineFeed = false;
        const Capture& capture = m_session->capture();
        QString text;
        for (LogText log(capture, settings, {capture.begin(), RowPart::Header, 0}, {capture.end(), RowPart::Header, 0});
             !log.atEnd();)
            text += log.next();
        return text.trimmed();
    }
    /// All of it, whatever the system takes at once.
    static void pour(RawSocket& peer, QByteArrayView bytes)
    {
        qint64 sent = 0;
        QTRY_VERIFY_WITH_TIMEOUT((sent += peer.write(bytes.sliced(sent))) == bytes.size(), kPatienceMs);
    }

private Q_SLOTS:
    void initTestCase() { (void)allowManyDescriptors(); }
    void init()
    {
        makeSession();
        listen();
    }
    void cleanup() { m_session.reset(); }

    void resetsInACharacter()
    {
        RawSocket peer = RawSocket::connectTo(m_local.port);
        expectPeers(1);
        peer.write("ab\xC4");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 3, kPatienceMs);
        peer.reset();
        expectPeers(0);
        QCOMPARE(stored(RecordKind::Received), QByteArray("ab\xC4"));
        QCOMPARE(shownText(u"GBK"), QStringLiteral("ab\\xC4"));
        QCOMPARE(m_notes.value(NoteKind::Reset), 1);
        checkAtRest();
    }

    void resetsInARecord()
    {
        RawSocket peer = RawSocket::connectTo(m_local.port);
        const QByteArray bytes = randomBytes(40 * kMiB, 1);
        qint64 sent = 0;
        // What it says keeps coming until it breaks off, in the midst of our reading.
        while (m_session->counters().receivedBytes < 10 * kMiB) {
            sent += peer.write(QByteArrayView(bytes).sliced(sent));
            QTest::qWait(0);
            QVERIFY(sent < bytes.size());
        }
        peer.reset();
        expectPeers(0);
        QCOMPARE(m_notes.value(NoteKind::Reset), 1);
        const QByteArray got = stored(RecordKind::Received);
        QVERIFY(got.size() >= 10 * kMiB);
        QVERIFY(got.size() <= sent);
        QVERIFY(bytes.startsWith(got));
        checkAtRest();
    }

    void halfClosesAndKeepsReading()
    {
        RawSocket peer = RawSocket::connectTo(m_local.port);
        peer.write("question");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 8, kPatienceMs);
        const QByteArray answer = randomBytes(8 * kMiB, 2);
        m_session->send(answer);
        peer.finishSending();
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(peer.read(got, 100'000), RawSocket::ReadEnd::End, kPatienceMs);
        QVERIFY(got == answer);
        expectPeers(0);
        QCOMPARE(m_session->counters().sentBytes, answer.size());
        QCOMPARE(m_notes.value(NoteKind::UnsentDiscarded), 0);
        QCOMPARE(m_notes.value(NoteKind::Reset), 0);
        peer.close();
        checkAtRest();
    }

    void stallsInACharacter()
    {
        RawSocket peer = RawSocket::connectTo(m_local.port);
        peer.write("\xE4\xBD");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 2, kPatienceMs);
        QCOMPARE(shownText(u"UTF-8"), QStringLiteral("\\xE4\\xBD"));
        QTest::qWait(500);
        QCOMPARE(m_session->peers().size(), 1);
        peer.write("\xA0!");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 4, kPatienceMs);
        QCOMPARE(shownText(u"UTF-8"), QStringLiteral("你!"));
        QCOMPARE(m_session->counters().receivedRecords, 2);
        peer.close();
        checkAtRest();
    }

    void oneByteAtATime()
    {
        RawSocket peer = RawSocket::connectTo(m_local.port);
        const QString text = QStringLiteral("一个字节一个字节地来 byte by byte é\U0001F600");
        const QByteArray bytes = text.toUtf8();
        for (const char byte : bytes) {
            peer.write(QByteArrayView(&byte, 1));
            QTest::qWait(5);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, bytes.size(), kPatienceMs);
        QVERIFY(m_session->counters().receivedRecords > bytes.size() / 2);
        QCOMPARE(shownText(u"UTF-8"), text);
        peer.close();
        checkAtRest();
    }

    void connectsAndClosesTenThousandTimes()
    {
        constexpr int kTimes = 10'000;
        int said = 0;
        for (int i = 0; i < kTimes; ++i) {
            RawSocket peer = RawSocket::connectTo(m_local.port);
            QVERIFY(peer.isValid());
            if (i % 3 != 0)
                said += static_cast<int>(peer.write("x"));
            if (i % 2 == 0)
                peer.close();
            else
                peer.reset();
            if (i % 50 == 0)
                QTest::qWait(0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.value(NoteKind::ClientDisconnected), kTimes, kPatienceMs);
        QCOMPARE(m_notes.value(NoteKind::ClientConnected), kTimes);
        QCOMPARE(m_session->counters().receivedBytes, said);
        QCOMPARE(m_session->counters().receivedRecords, said);
        QVERIFY(m_session->capture().peerCount() <= said); // who said nothing is forgotten
        checkAtRest();
    }

    void neverReads()
    {
        std::vector<RawSocket> peers;
        for (int i = 0; i < 3; ++i)
            peers.push_back(RawSocket::connectTo(m_local.port, 16 * 1024));
        RawSocket reader = RawSocket::connectTo(m_local.port);
        expectPeers(4);
        const QByteArray much = randomBytes(24 * kMiB, 3);
        for (int i = 0; i < 4; ++i) {
            m_session->send(much);
            QByteArray got;
            QTRY_VERIFY_WITH_TIMEOUT((reader.read(got), got.size() == much.size()), kPatienceMs);
            QVERIFY(got == much);
        }
        QVERIFY(m_notes.value(NoteKind::SendQueueFull) >= 3);
        QVERIFY(m_session->waitingBytes() <= 3 * (qint64{64} << 20));
        // They go with all that waits for them, each in its own way.
        peers[0].close();
        peers[1].reset();
        m_session->disconnectPeer(m_session->peers().at(2).connection);
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.value(NoteKind::ClientDisconnected), 3, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_notes.value(NoteKind::UnsentDiscarded) >= 3, kPatienceMs);
        reader.close();
        peers.clear();
        checkAtRest();
    }

    void closesWhileASendWaits()
    {
        for (int i = 0; i < 50; ++i) {
            RawSocket peer = RawSocket::connectTo(m_local.port, 16 * 1024);
            expectPeers(1);
            m_session->send(QByteArray(20 * kMiB, 'w'));
            QVERIFY(m_session->waitingBytes() > 0);
            if (i % 2 == 0)
                peer.close();
            else
                peer.reset();
            expectPeers(0);
        }
        QCOMPARE(m_notes.value(NoteKind::UnsentDiscarded), 50);
        checkAtRest();
    }

    void runsOutOfDescriptors()
    {
        RawSocket first = RawSocket::connectTo(m_local.port);
        expectPeers(1);
        std::vector<RawSocket> peers;
        QElapsedTimer clock;
        clock.start();
        {
            const FewDescriptors few(10); // our peers' ends, and none for the session's
            for (int i = 0; i < 10; ++i)
                peers.push_back(RawSocket::connectTo(m_local.port));
            QTRY_VERIFY_WITH_TIMEOUT(m_notes.value(NoteKind::AcceptFailed) > 0, kPatienceMs);
            first.write("unharmed");
            QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 8, kPatienceMs);
            m_session->send("you too");
            QByteArray got;
            QTRY_COMPARE_WITH_TIMEOUT((first.read(got), got), QByteArray("you too"), kPatienceMs);
            // Some go unseen while nothing can be accepted.
            for (int i = 0; i < 5; ++i)
                peers[static_cast<std::size_t>(i)].write("seen late");
        }
        expectPeers(11);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, 8 + 5 * 9, kPatienceMs);
        // Only a pause of a second makes it another shortage.
        QVERIFY(m_notes.value(NoteKind::AcceptFailed) <= 1 + clock.elapsed() / 1000);
        peers.clear();
        first.close();
        checkAtRest();
    }

    /// As the client of a server that is wrong.
    void acceptsAndNeverAnswers()
    {
        RawSocket server = RawSocket::listening(16, 16 * 1024);
        m_session->open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), server.localPort()}});
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), TransportState::Open, kPatienceMs);
        clearLog();
        const int idle = openDescriptors();
        m_session->send("hello?");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().sentBytes, 6, kPatienceMs);
        m_session->send(QByteArray(30 * kMiB, 'w'));
        QTest::qWait(300);
        QCOMPARE(m_session->state(), TransportState::Open);
        QVERIFY(m_session->waitingBytes() > 0);
        m_session->close(); // whenever the user has had enough, and at once
        QCOMPARE(m_session->state(), TransportState::Closed);
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.value(NoteKind::UnsentDiscarded), 1, kPatienceMs);
        clearLog();
        QTRY_COMPARE_WITH_TIMEOUT(openDescriptors(), idle - 1, kPatienceMs);
    }

    void opensAndClosesAgainAndAgain()
    {
        for (int i = 0; i < 300; ++i) {
            std::vector<RawSocket> peers;
            for (int k = 0; k < 3; ++k)
                peers.push_back(RawSocket::connectTo(m_local.port));
            if (i % 3 != 0)
                expectPeers(3);
            peers[0].write("unread");
            m_session->send("unread");
            m_session->close();
            QCOMPARE(m_session->peers().size(), 0);
            m_session->open(
                {Protocol::TcpServer, {QStringLiteral("127.0.0.1"), i % 2 == 0 ? m_local.port : quint16{0}}});
            QCOMPARE(m_session->state(), TransportState::Open);
        }
        m_notes.clear();
        checkAtRest();
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
