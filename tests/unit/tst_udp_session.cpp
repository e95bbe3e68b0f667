// SPDX-License-Identifier: MIT
#include "app/layout/LogText.h"
#include "app/net/UdpTransport.h"
#include "app/session/Addressee.h"
#include "app/session/DatagramPeers.h"
#include "app/session/FileSender.h"
#include "app/session/Session.h"
#include "app/text/Encoding.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"

#include <QFile>
#include <QHash>
#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QUdpSocket>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;

namespace {

const QHostAddress kHome(QHostAddress::LocalHost);

/// Three peers, whose bytes the system never takes.
class StuckTransport final : public Transport {
public:
    void open() override
    {
        setState(TransportState::Open);
        Q_EMIT opened({QStringLiteral("127.0.0.1"), 1}, {});
        for (ConnectionId id = 1; id <= 3; ++id)
            Q_EMIT connected(id, {QStringLiteral("127.0.0.1"), static_cast<quint16>(id)});
    }
    void close() override { setState(TransportState::Closed); }
    void write(ConnectionId connection, const QByteArray& bytes) override { m_unwritten[connection] += bytes.size(); }
    [[nodiscard]] qint64 unwritten(ConnectionId connection) const override { return m_unwritten.value(connection); }
    void disconnectFrom(ConnectionId /*connection*/) override {}
    void setSendPending(ConnectionId /*connection*/, bool /*pending*/) override {}

private:
    QHash<ConnectionId, qint64> m_unwritten;
};

class StuckSession final : public Session {
public:
    using Session::Session;

protected:
    [[nodiscard]] std::unique_ptr<Transport> makeTransport(const SessionEndpoint& /*endpoint*/) const override
    {
        return std::make_unique<StuckTransport>();
    }
};

} // namespace

class TestUdpSession final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QUdpSocket> m_peer;
    QList<Note> m_notes;
    Endpoint m_local;

    void open(const QString& host = QStringLiteral("127.0.0.1"), quint16 port = 0)
    {
        m_session->open({Protocol::Udp, {host, port}});
        QCOMPARE(m_session->state(), TransportState::Open);
    }
    [[nodiscard]] QString peerName() const { return QStringLiteral("127.0.0.1:%1").arg(m_peer->localPort()); }
    void say(const QByteArray& bytes) { m_peer->writeDatagram(bytes, kHome, m_local.port); }
    QByteArray heard()
    {
        return QTest::qWaitFor([&] { return m_peer->hasPendingDatagrams(); }, kPatienceMs)
                   ? m_peer->receiveDatagram().data()
                   : QByteArrayLiteral("nothing came");
    }
    [[nodiscard]] QList<NoteKind> kinds() const
    {
        QList<NoteKind> kinds;
        for (const Note& note : m_notes)
            kinds.append(note.kind);
        return kinds;
    }
    [[nodiscard]] QString log(const char16_t* encoding, bool hex = false, bool logMode = true) const
    {
        ViewSettings settings;
        settings.encoding = Encoding::byName(encoding);
        settings.hex = hex;
        settings.logMode = logMode;
        LogText text(m_session->capture(), settings);
        QString all;
        while (!text.atEnd())
            all += text.next();
        return all;
    }

private Q_SLOTS:
    void init()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        m_session = std::make_unique<Session>(limits);
        m_peer = std::make_unique<QUdpSocket>();
        QVERIFY(m_peer->bind(kHome, 0));
        m_notes.clear();
        m_local = {};
        connect(m_session.get(), &Session::noted, this, [this](const Note& note) { m_notes.append(note); });
        connect(m_session.get(), &Session::opened, this, [this](const Endpoint& local) { m_local = local; });
    }
    void cleanup() { m_session.reset(); }

    void fromOpenToClose()
    {
        QVERIFY(!m_session->hasRecipient());
        open();
        QVERIFY(m_session->hasRecipient());
        QCOMPARE(m_notes[0].line(), QStringLiteral("UDP socket bound to 127.0.0.1:%1").arg(m_local.port));
        m_session->close();
        QVERIFY(!m_session->hasRecipient());
        QCOMPARE(m_notes[1].line(), QStringLiteral("UDP socket at 127.0.0.1:%1 closed").arg(m_local.port));
        QCOMPARE(m_notes.size(), 2);
    }

    void eachDatagramIsARecord()
    {
        open();
        QSignalSpy changed(m_session.get(), &Session::peersChanged);
        say("one");
        say("");
        say("two");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedRecords, 3, kPatienceMs);
        QCOMPARE(m_session->counters().receivedBytes, 6);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_session->peers().size(), 1);
        QCOMPARE(m_session->peers()[0].label, peerName());
        const Capture& capture = m_session->capture();
        QCOMPARE(capture.end(), 4);
        QCOMPARE(capture.bytes(1), QByteArray("one"));
        QCOMPARE(capture.bytes(2), QByteArray());
        QCOMPARE(capture.bytes(3), QByteArray("two"));
        for (RecordId id = 1; id < 4; ++id) {
            QVERIFY(capture.record(id).isDatagram);
            QCOMPARE(capture.record(id).previousInStream, kNoRecord);
            QCOMPARE(capture.peerLabel(capture.record(id).peer), peerName());
        }
        QVERIFY(log(u"UTF-8").contains(QStringLiteral("# RECV UTF-8/0 from %1 <<<\n").arg(peerName())));
        QCOMPARE(log(u"UTF-8", false, false), QStringLiteral("one\ntwo"));
        QCOMPARE(log(u"UTF-8", true, false), QStringLiteral("6F 6E 65\n74 77 6F"));
    }

    /// What one leaves unfinished is not finished by the next, and moves no unit out of place.
    void charactersDoNotCrossDatagrams()
    {
        open();
        say("\xC4\xE3\xBA");
        say("\xC3\xBA\xC3");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedRecords, 2, kPatienceMs);
        QCOMPARE(log(u"GBK", false, false), QStringLiteral("你\\xBA\n煤\\xC3"));
        m_session->capture().clear();
        say(QByteArray("a\0b", 3));
        say(QByteArray("c\0", 2));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedRecords, 4, kPatienceMs);
        QCOMPARE(log(u"UTF-16LE", false, false), QStringLiteral("a\\x62\nc"));
    }

    /// Far into two of them, neither is taken for the other.
    void longDoubleByteDatagramsAreToldApart()
    {
        open();
        const QByteArray even = QByteArray("\xBA\xC3").repeated(10'000);
        const QByteArray odd = "\xBA" + QByteArray("\xC3\xBA").repeated(10'000);
        say(even);
        say(odd);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedRecords, 2, kPatienceMs);
        const QStringList lines = log(u"GBK", false, false).split(u'\n');
        QCOMPARE(lines[0], QString(QStringLiteral("好")).repeated(10'000));
        QCOMPARE(lines[1], QString(QStringLiteral("好")).repeated(10'000) + QStringLiteral("\\xBA"));
    }

    void sendsToTheRemoteOrToAPeer()
    {
        open();
        m_session->setRemote(peerName());
        m_session->send("hello");
        QCOMPARE(heard(), QByteArray("hello"));
        m_session->send("");
        QCOMPARE(heard(), QByteArray());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().sentBytes, 5, kPatienceMs);
        QCOMPARE(m_session->counters().sentRecords, 2);
        QCOMPARE(m_session->peers().size(), 1);
        m_session->send("to you", m_session->peers()[0].connection);
        QCOMPARE(m_session->waitingBytes(), 6); // told in a later turn
        QCOMPARE(heard(), QByteArray("to you"));
        QVERIFY(log(u"UTF-8").contains(QStringLiteral("# SEND UTF-8/0 to %1 >>>\n").arg(peerName())));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->waitingBytes(), 0, kPatienceMs);
        QCOMPARE(m_notes.size(), 1);
    }

    void largeOnesGoWholeAndTooLargeOnesDoNot()
    {
        open();
        m_session->setRemote(peerName());
        const QByteArray largest = randomBytes(UdpTransport::kLimitIPv4, 5);
        m_session->send(largest);
        QCOMPARE(heard(), largest);
        m_session->send(largest + 'x');
        QCOMPARE(
            m_notes.constLast().line(),
            QStringLiteral("Error: not sent to %1: 65508 bytes are more than a datagram holds (65507): send less at "
                           "once")
                .arg(peerName()));
        m_session->send(QByteArray(2 << 20, 'x')); // nor in pieces
        QCOMPARE(m_notes.constLast().kind, NoteKind::DatagramTooLarge);
        QCOMPARE(m_session->counters().sentRecords, 1);
    }

    void namesAreLookedUpAndTheOrderIsKept()
    {
        open();
        const QString name = QStringLiteral("localhost:%1").arg(m_peer->localPort());
        m_session->setRemote(name);
        m_session->send("1");
        m_session->send("2");
        m_session->setRemote(peerName()); // an address waits its turn too
        m_session->send("3");
        m_session->setRemote(QStringLiteral("nosuchhost.invalid:9"));
        m_session->send("lost");
        QCOMPARE(heard(), QByteArray("1"));
        QCOMPARE(heard(), QByteArray("2"));
        QCOMPARE(heard(), QByteArray("3"));
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.size(), 2, kPatienceMs);
        QCOMPARE(m_notes[1].line(),
                 QStringLiteral("Error: host of nosuchhost.invalid:9 not found: check the name and the network"));
    }

    void whatCannotBeSentIsTold()
    {
        m_session->setRemote(peerName());
        open();
        m_session->setRemote(QStringLiteral("127.0.0.1"));
        m_session->send("x");
        QCOMPARE(
            m_notes.constLast().line(),
            QStringLiteral("Error: not sent: “127.0.0.1” is not a host with its port: write it like 127.0.0.1:8080 "
                           "or [::1]:8080"));
        m_session->setRemote(QStringLiteral("[::1]:9"));
        m_session->send("x");
        QCOMPARE(m_notes.constLast().kind, NoteKind::RemoteOutOfReach);
        QCOMPARE(m_notes.constLast().details,
                 (QStringList{QStringLiteral("[::1]:9"), QStringLiteral("127.0.0.1:%1").arg(m_local.port)}));
        m_session->close();
        m_session->setRemote(peerName());
        m_session->send("x");
        QCOMPARE(m_notes.constLast().line(),
                 QStringLiteral("Error: not sent: the UDP socket is not open: open it first"));
        QCOMPARE(m_session->counters().sentRecords, 0);
    }

    void whatWasSentCountsWhenItIsClosedAtOnce()
    {
        open();
        m_session->setRemote(peerName());
        m_session->send("last words");
        m_session->close();
        QCOMPARE(heard(), QByteArray("last words"));
        QCOMPARE(m_session->counters().sentBytes, 10);
        QCOMPARE(m_session->waitingBytes(), 0);
        QCOMPARE(kinds(), (QList{NoteKind::UdpBound, NoteKind::UdpClosed}));
    }

    void filesFitIntoDatagramsOfAPeer()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(3000, 'f'));
        file.close();
        open();
        say("hello");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        m_session->sendFile(file.fileName(), m_session->peers().first().connection, {});
        QCOMPARE(heard().size(), qsizetype{1400});
        QCOMPARE(heard().size(), qsizetype{1400});
        QCOMPARE(heard().size(), qsizetype{200});
    }

    void rejectedDatagramsAreNotCountedAsSent()
    {
        open();
        m_session->setRemote(QStringLiteral("203.0.113.1:9"));
        m_session->send("never leaves this machine");
        QTRY_COMPARE_WITH_TIMEOUT(kinds(), (QList{NoteKind::UdpBound, NoteKind::DatagramNotSent}), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->waitingBytes(), 0, kPatienceMs);
        QCOMPARE(m_session->counters().sentBytes, 0);
        QVERIFY(m_notes[1].line().startsWith(QStringLiteral("Error: not sent to 203.0.113.1:9: Invalid argument")));
    }

    void filesGoInDatagrams_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<qint64>("blockBytes");
        QTest::addColumn<qint64>("each");
        QTest::newRow("as they fit into a frame") << QStringLiteral("127.0.0.1") << qint64{0} << qint64{1400};
        QTest::newRow("blocks") << QStringLiteral("127.0.0.1") << qint64{1000} << qint64{1000};
        QTest::newRow("blocks larger than a datagram") << QStringLiteral("127.0.0.1") << qint64{1} << qint64{1};
        QTest::newRow("to a name") << QStringLiteral("localhost") << qint64{0} << qint64{1400};
    }
    void filesGoInDatagrams()
    {
        QFETCH(QString, host);
        QFETCH(qint64, blockBytes);
        QFETCH(qint64, each);
        if (each == 1)
            blockBytes = each = UdpTransport::kLimitIPv4 + 1;
        const qint64 most = qMin<qint64>(each, UdpTransport::kLimitIPv4);
        const QByteArray content = randomBytes(2 * most + 7, 6);
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush());
        open();
        m_session->setRemote(QStringLiteral("%1:%2").arg(host).arg(m_peer->localPort()));
        m_session->sendFile(file.fileName(), 0, {blockBytes, 0});
        QCOMPARE(heard(), content.first(most));
        QCOMPARE(heard(), content.sliced(most, most));
        QCOMPARE(heard(), content.sliced(2 * most));
        QTRY_COMPARE_WITH_TIMEOUT(m_notes.constLast().kind, NoteKind::FileSent, kPatienceMs);
        QCOMPARE(m_session->counters().sentBytes, content.size());
        QCOMPARE(m_session->counters().sentRecords, 3);
    }

    /// Each client has a socket of its own, all datagrams go through one.
    void whatMayWaitDependsOnTheSockets_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<bool>("allKeepUp");
        QTest::newRow("TCP server") << Protocol::TcpServer << true;
        QTest::newRow("UDP") << Protocol::Udp << false;
    }
    void whatMayWaitDependsOnTheSockets()
    {
        QFETCH(Protocol, protocol);
        QFETCH(bool, allKeepUp);
        StoreLimits limits;
        limits.folder = m_folder.path();
        StuckSession session(limits);
        session.open({protocol, {QStringLiteral("127.0.0.1"), 1}});
        QCOMPARE(session.peers().size(), 3);
        QVERIFY(session.keepsUp() && session.keepsUp(2));
        session.send(QByteArray(3 << 19, 'x'), 2); // one and a half of what a socket may have
        QVERIFY(!session.keepsUp(2));
        QVERIFY(session.keepsUp(1));
        QCOMPARE(session.keepsUp(), allKeepUp);
        session.send(QByteArray(2 << 20, 'x'), 1);
        QVERIFY(!session.keepsUp());
    }

    void refusedDatagramsOfFilesAreTold_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isExact");
        QTest::newRow("nobody listens there") << QStringLiteral("127.0.0.1") << false;
        QTest::newRow("the system cannot send there") << QStringLiteral("203.0.113.1") << true;
    }
    void refusedDatagramsOfFilesAreTold()
    {
        QFETCH(QString, host);
        QFETCH(bool, isExact);
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(6001, 'f')) == 6001 && file.flush());
        const quint16 nobody = m_peer->localPort();
        m_peer->close();
        open();
        const QString to = QStringLiteral("%1:%2").arg(host).arg(nobody);
        m_session->setRemote(to);
        m_session->sendFile(file.fileName(), 0, {1000, 0});
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->fileSender().isRunning(), kPatienceMs);
        const Note last = m_notes.constLast();
        QCOMPARE(last.kind, NoteKind::FileRefused);
        QCOMPARE(last.details.size(), 4);
        QCOMPARE(last.details[0], file.fileName());
        QCOMPARE(last.details[1], to);
        QCOMPARE(last.details[3], QStringLiteral("7"));
        const int refused = last.details[2].toInt();
        QVERIFY2(isExact ? refused == 7 : refused >= 1 && refused <= 7, qPrintable(last.line()));
        QVERIFY(!kinds().contains(NoteKind::FileSent));
        QCOMPARE(m_session->counters().sentBytes, isExact ? 0 : 6001);
        QCOMPARE(m_session->waitingBytes(), 0);
    }

    /// What is refused of something else says nothing of the file.
    void refusalsBeforeAFileAreNotItsOwn_data()
    {
        QTest::addColumn<QString>("other"); // empty: a port at which nobody listens
        QTest::addColumn<NoteKind>("told");
        QTest::newRow("the system cannot send there") << QStringLiteral("203.0.113.1:9") << NoteKind::DatagramNotSent;
        QTest::newRow("it comes back while the file goes") << QString() << NoteKind::DatagramRefused;
    }
    void refusalsBeforeAFileAreNotItsOwn()
    {
        QFETCH(QString, other);
        QFETCH(const NoteKind, told);
        if (other.isEmpty()) {
            QUdpSocket gone;
            QVERIFY(gone.bind(QHostAddress::LocalHost));
            other = QStringLiteral("127.0.0.1:%1").arg(gone.localPort());
        }
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("content") == 7 && file.flush());
        open();
        m_session->setRemote(other);
        m_session->send("does not arrive");
        m_session->setRemote(peerName());
        m_session->sendFile(file.fileName(), 0, {});
        QCOMPARE(heard(), QByteArray("content"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->fileSender().isRunning(), kPatienceMs);
        QCOMPARE(m_notes.constLast().kind, NoteKind::FileSent);
        QVERIFY(kinds().contains(told));
    }

    void groupsAreTold()
    {
        MulticastOptions options;
        options.groups = {{QStringLiteral("239.1.2.3"), QStringLiteral("lo")}};
        m_session->setMulticastOptions(options);
        QVERIFY(m_session->joinedGroups().isEmpty());
        QSignalSpy changed(m_session.get(), &Session::joinedGroupsChanged);
        open(QStringLiteral("0.0.0.0"));
        QCOMPARE(kinds(), (QList{NoteKind::UdpBound, NoteKind::GroupJoined}));
        QCOMPARE(m_session->joinedGroups(), options.groups);
        QVERIFY(!changed.isEmpty());
        m_session->setMulticastOptions({});
        QCOMPARE(kinds().constLast(), NoteKind::GroupLeft);
        QVERIFY(m_session->joinedGroups().isEmpty());
    }

    void otherProtocolsFollow()
    {
        open();
        say("x");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        QVERIFY(m_session->peers().isEmpty());
        QCOMPARE(kinds(), (QList{NoteKind::UdpBound, NoteKind::UdpClosed, NoteKind::Listening}));
        m_session->send("x");
        QCOMPARE(kinds().constLast(), NoteKind::SendWithoutPeer);
    }

    void peersOfTheCaptureAreFewAndBounded()
    {
        Capture capture;
        DatagramPeers peers(capture, 2);
        const PeerId a = peers.idOf(QStringLiteral("127.0.0.1:1"));
        const PeerId b = peers.idOf(QStringLiteral("127.0.0.1:2"));
        QVERIFY(a != b);
        QCOMPARE(peers.idOf(QStringLiteral("127.0.0.1:1")), a);
        const PeerId others = peers.idOf(QStringLiteral("127.0.0.1:3"));
        QCOMPARE(peers.idOf(QStringLiteral("127.0.0.1:4")), others);
        QCOMPARE(capture.peerLabel(others), QStringLiteral("further peers"));
        QCOMPARE(peers.idOf(QStringLiteral("127.0.0.1:2")), b);
    }

    void remotesAreReadAsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint"); // empty: none
        QTest::newRow("IPv4") << QStringLiteral("127.0.0.1:8080") << QStringLiteral("127.0.0.1:8080");
        QTest::newRow("blanks") << QStringLiteral(" 172.16.1.241 : 8080 ") << QStringLiteral("172.16.1.241:8080");
        QTest::newRow("full-width colon") << QStringLiteral("127.0.0.1：80") << QStringLiteral("127.0.0.1:80");
        QTest::newRow("IPv6") << QStringLiteral("[::1]:8080") << QStringLiteral("[::1]:8080");
        QTest::newRow("name") << QStringLiteral("example.org:53") << QStringLiteral("example.org:53");
        QTest::newRow("broadcast") << QStringLiteral("255.255.255.255:9") << QStringLiteral("255.255.255.255:9");
        QTest::newRow("no port") << QStringLiteral("127.0.0.1") << QString();
        QTest::newRow("port 0") << QStringLiteral("127.0.0.1:0") << QString();
        QTest::newRow("mistyped") << QStringLiteral("127.0.0.256:80") << QString();
        QTest::newRow("IPv6 without brackets") << QStringLiteral("::1:8080") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void remotesAreReadAsMeant()
    {
        QFETCH(QString, text);
        QFETCH(QString, endpoint);
        const auto parsed = Addressee::parse(text);
        QCOMPARE(parsed.ok() ? parsed.value().toString() : QString(), endpoint);
        if (!parsed)
            QCOMPARE(parsed.error().details, QStringList{text});
    }
};

QTEST_GUILESS_MAIN(TestUdpSession)
#include "tst_udp_session.moc"
