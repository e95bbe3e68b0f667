// SPDX-License-Identifier: MIT
#include "app/net/DatagramWriter.h"
#include "app/net/GroupMemberships.h"
#include "app/net/UdpTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/TransportLog.h"

#include <QFile>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

#include <memory>
#include <utility>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::TransportLog;

namespace {

const QHostAddress kHome(QHostAddress::LocalHost);

/// A writer for whom the system has no room at first.
class CrampedWriter final : public DatagramWriter {
public:
    using DatagramWriter::DatagramWriter;
    int withoutRoom = 0; ///< attempts

protected:
    Attempt attempt(const Datagram& datagram, QString& words) override
    {
        if (withoutRoom > 0) {
            --withoutRoom;
            return Attempt::NoRoom;
        }
        return DatagramWriter::attempt(datagram, words);
    }
};

} // namespace

class TestUdpTransport final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<UdpTransport> m_transport;
    std::unique_ptr<TransportLog> m_log;
    QList<std::pair<ConnectionId, QByteArray>> m_received;
    QList<Note> m_happened;

    void make(const QString& host, const MulticastOptions& options = {}, quint16 port = 0)
    {
        m_transport = std::make_unique<UdpTransport>(Endpoint{host, port}, options);
        m_log = std::make_unique<TransportLog>(*m_transport);
        m_received.clear();
        m_happened.clear();
        connect(m_transport.get(), &Transport::received, this, [this](ConnectionId id, QByteArrayView bytes) {
            m_received.append({id, bytes.toByteArray()});
        });
        connect(m_transport.get(), &Transport::happened, this, [this](const Note& note) { m_happened.append(note); });
    }
    void open(const QString& host, const MulticastOptions& options = {})
    {
        make(host, options);
        m_transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->state(), TransportState::Open, kPatienceMs);
    }
    [[nodiscard]] quint16 port() const { return m_log->local.port; }
    static std::unique_ptr<QUdpSocket> peer(const QHostAddress& address = kHome)
    {
        auto socket = std::make_unique<QUdpSocket>();
        socket->setProxy(QNetworkProxy::NoProxy);
        [&] { QVERIFY(socket->bind(address, 0)); }();
        return socket;
    }
    static QByteArray next(QUdpSocket& socket)
    {
        return QTest::qWaitFor([&] { return socket.hasPendingDatagrams(); }, kPatienceMs)
                   ? socket.receiveDatagram().data()
                   : QByteArrayLiteral("nothing came");
    }
    [[nodiscard]] QList<NoteKind> errors() const
    {
        QList<NoteKind> kinds;
        for (const Note& note : m_log->errors)
            kinds.append(note.kind);
        return kinds;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_transport.reset();
        m_log.reset();
    }

    void bindsAnyFreePort()
    {
        open(QStringLiteral("127.0.0.1"));
        QCOMPARE(m_log->openings, 1);
        QCOMPARE(m_log->local.host, QStringLiteral("127.0.0.1"));
        QVERIFY(port() != 0);
        m_transport->close();
        QCOMPARE(m_transport->state(), TransportState::Closed);
        m_transport->open();
        QCOMPARE(m_transport->state(), TransportState::Open);
        QCOMPARE(m_log->openings, 2);
    }

    void eachDatagramComesWholeAndFromItsOwnPeer()
    {
        open(QStringLiteral("127.0.0.1"));
        const auto a = peer();
        const auto b = peer();
        const QByteArray largest = randomBytes(UdpTransport::kLimitIPv4, 1);
        a->writeDatagram("one", kHome, port());
        b->writeDatagram("two", kHome, port());
        a->writeDatagram(QByteArray(), kHome, port());
        QCOMPARE(a->writeDatagram(largest, kHome, port()), largest.size());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 4, kPatienceMs);
        const ConnectionId first = m_received[0].first;
        const ConnectionId second = m_received[1].first;
        QVERIFY(first != second);
        QCOMPARE(m_log->peers.value(first), QStringLiteral("127.0.0.1:%1").arg(a->localPort()));
        QCOMPARE(m_log->peers.value(second), QStringLiteral("127.0.0.1:%1").arg(b->localPort()));
        QCOMPARE(m_received, (QList<std::pair<ConnectionId, QByteArray>>{
                                 {first, "one"}, {second, "two"}, {first, QByteArray()}, {first, largest}}));
        QCOMPARE(m_log->peers.size(), 2);
        QVERIFY(m_log->errors.isEmpty());
    }

    void answersAndFirstWords()
    {
        open(QStringLiteral("127.0.0.1"));
        const auto a = peer();
        const ConnectionId id = m_transport->peerAt(kHome, a->localPort());
        QVERIFY(id != 0);
        QCOMPARE(m_log->peers.value(id), QStringLiteral("127.0.0.1:%1").arg(a->localPort()));
        const QByteArray largest = randomBytes(UdpTransport::kLimitIPv4, 2);
        m_transport->write(id, "first");
        m_transport->write(id, QByteArray());
        m_transport->write(id, largest);
        QCOMPARE(m_transport->unwritten(id), 5 + largest.size()); // told in a later turn
        QCOMPARE(next(*a), QByteArray("first"));
        QCOMPARE(next(*a), QByteArray());
        QCOMPARE(next(*a), largest);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->written.value(id), 5 + largest.size(), kPatienceMs);
        QCOMPARE(m_transport->unwritten(id), 0);
        // The same peer, when it answers.
        a->writeDatagram("answer", kHome, port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        QCOMPARE(m_received[0].first, id);
    }

    void ipv6AndBothFamilies()
    {
        open(QStringLiteral("::1"));
        const auto six = peer(QHostAddress(QHostAddress::LocalHostIPv6));
        const ConnectionId id = m_transport->peerAt(QHostAddress(QHostAddress::LocalHostIPv6), six->localPort());
        QCOMPARE(m_log->peers.value(id), QStringLiteral("[::1]:%1").arg(six->localPort()));
        QCOMPARE(m_transport->datagramLimit(id), UdpTransport::kLimitIPv6);
        const QByteArray largest = randomBytes(UdpTransport::kLimitIPv6, 3);
        m_transport->write(id, largest);
        QCOMPARE(next(*six), largest);
        six->writeDatagram(largest, QHostAddress(QHostAddress::LocalHostIPv6), port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        QCOMPARE(m_received[0].second, largest);
        QVERIFY(!m_transport->reaches(kHome));

        open(QStringLiteral("::"));
        QVERIFY(m_transport->reaches(kHome));
        QVERIFY(m_transport->reaches(QHostAddress(QHostAddress::LocalHostIPv6)));
        const auto four = peer();
        four->writeDatagram("four", kHome, port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        // Named as IPv4, and found by its IPv4 address.
        QCOMPARE(m_log->peers.value(m_received[0].first), QStringLiteral("127.0.0.1:%1").arg(four->localPort()));
        QCOMPARE(m_transport->peerAt(kHome, four->localPort()), m_received[0].first);
        QCOMPARE(m_transport->datagramLimit(m_received[0].first), UdpTransport::kLimitIPv4);
        m_transport->write(m_received[0].first, "back");
        QCOMPARE(next(*four), QByteArray("back"));

        open(QStringLiteral("127.0.0.1"));
        QVERIFY(m_transport->reaches(kHome));
        QVERIFY(!m_transport->reaches(QHostAddress(QHostAddress::LocalHostIPv6)));
    }

    void aNameIsLookedUp()
    {
        open(QStringLiteral("localhost"));
        QCOMPARE(m_log->local.host, QStringLiteral("127.0.0.1"));
    }

    void destroyedWhenItBeginsToLookUp()
    {
        make(QStringLiteral("localhost"));
        connect(m_transport.get(), &Transport::stateChanged, this, [this] { m_transport.reset(); });
        m_transport->open();
        QVERIFY(!m_transport);
    }

    void whatCannotBeBound_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<NoteKind>("kind");
        QTest::newRow("not ours") << QStringLiteral("203.0.113.1") << NoteKind::AddressNotLocal;
        QTest::newRow("mistyped") << QStringLiteral("127.0.0.256") << NoteKind::AddressInvalid;
        QTest::newRow("empty") << QString() << NoteKind::AddressInvalid;
        QTest::newRow("unknown name") << QStringLiteral("nosuchhost.invalid") << NoteKind::HostNotFound;
    }
    void whatCannotBeBound()
    {
        QFETCH(QString, host);
        QFETCH(NoteKind, kind);
        make(host);
        m_transport->open();
        QTRY_COMPARE_WITH_TIMEOUT(errors(), QList{kind}, kPatienceMs);
        QCOMPARE(m_transport->state(), TransportState::Closed);
    }

    void aPortInUseIsTold()
    {
        const auto other = peer();
        make(QStringLiteral("127.0.0.1"), {}, other->localPort());
        m_transport->open();
        QCOMPARE(errors(), QList{NoteKind::PortInUse});
        QCOMPARE(m_log->errors[0].details, QStringList{QStringLiteral("127.0.0.1:%1").arg(other->localPort())});
        QCOMPARE(m_transport->state(), TransportState::Closed);
    }

    void aPortIsSharedIfBothWish()
    {
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress(QHostAddress::AnyIPv4), 0,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint));
        MulticastOptions options;
        options.sharePort = true;
        make(QStringLiteral("0.0.0.0"), options, other.localPort());
        m_transport->open();
        QCOMPARE(m_transport->state(), TransportState::Open);
    }

    void refusalIsTold_data()
    {
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("remote");
        QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << QStringLiteral("127.0.0.1");
        QTest::newRow("IPv6") << QStringLiteral("::1") << QStringLiteral("::1");
        QTest::newRow("IPv4 from a socket of both") << QStringLiteral("::") << QStringLiteral("127.0.0.1");
        QTest::newRow("IPv6 from a socket of both") << QStringLiteral("::") << QStringLiteral("::1");
    }
    void refusalIsTold()
    {
        QFETCH(QString, local);
        QFETCH(QString, remote);
        open(local);
        const QHostAddress address(remote);
        const auto there = peer(address);
        const quint16 nobody = peer(address)->localPort(); // gone again
        const ConnectionId lost = m_transport->peerAt(address, nobody);
        const ConnectionId found = m_transport->peerAt(address, there->localPort());
        m_transport->write(lost, "anybody?");
        // Neither this nor what is received suffers from the refusal of the one before.
        m_transport->write(found, "hello");
        QCOMPARE(next(*there), QByteArray("hello"));
        QTRY_COMPARE_WITH_TIMEOUT(errors(), QList{NoteKind::DatagramRefused}, kPatienceMs);
        QCOMPARE(m_log->errors[0].details, QStringList{Endpoint::of(address, nobody).toString()});
        there->writeDatagram("answer", address, port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        QCOMPARE(m_log->written.value(lost), 8);
    }

    void manyRefusalsAreToldOnce()
    {
        open(QStringLiteral("127.0.0.1"));
        const auto there = peer();
        const quint16 nobody = peer()->localPort(); // gone again
        const ConnectionId lost = m_transport->peerAt(kHome, nobody);
        const ConnectionId found = m_transport->peerAt(kHome, there->localPort());
        for (int i = 0; i < 100; ++i) {
            m_transport->write(lost, "anybody?");
            m_transport->write(found, QByteArray::number(i));
        }
        for (int i = 0; i < 100; ++i)
            QCOMPARE(next(*there), QByteArray::number(i));
        QTRY_VERIFY_WITH_TIMEOUT(!m_log->errors.isEmpty(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->written.value(lost), 800, kPatienceMs);
        QVERIFY2(m_log->errors.size() <= 2, qPrintable(QString::number(m_log->errors.size())));
    }

    void whatTheSystemRejectsIsToldAndDone()
    {
        open(QStringLiteral("127.0.0.1"));
        const ConnectionId far = m_transport->peerAt(QHostAddress(QStringLiteral("203.0.113.1")), 9);
        QSignalSpy rejected(m_transport.get(), &Transport::rejected);
        m_transport->write(far, "never leaves this machine");
        QTRY_COMPARE_WITH_TIMEOUT(errors(), QList{NoteKind::DatagramNotSent}, kPatienceMs);
        QCOMPARE(m_log->errors[0].details.value(0), QStringLiteral("203.0.113.1:9"));
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(rejected[0][1].toLongLong(), 25);
        QCOMPARE(m_transport->unwritten(far), 0);
        QCOMPARE(m_log->written.value(far), 0);
    }

    void broadcast()
    {
        open(QStringLiteral("0.0.0.0"));
        const auto a = peer(QHostAddress(QHostAddress::AnyIPv4));
        const QHostAddress everybody(QStringLiteral("127.255.255.255"));
        m_transport->write(m_transport->peerAt(everybody, a->localPort()), "to all");
        QCOMPARE(next(*a), QByteArray("to all"));
        a->writeDatagram("from all", everybody, port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        QCOMPARE(m_received[0].second, QByteArray("from all"));
    }

    void groupsAreJoinedAndLeft()
    {
        MulticastOptions options;
        options.sendInterface = QStringLiteral("lo");
        options.groups = {{QStringLiteral("239.1.2.3"), QStringLiteral("lo")}};
        open(QStringLiteral("0.0.0.0"), options);
        QCOMPARE(m_happened.value(0).line(), QStringLiteral("Joined group 239.1.2.3 (lo)"));
        QCOMPARE(m_transport->joinedGroups(), options.groups);

        // It hears itself, and others.
        const QHostAddress group(QStringLiteral("239.1.2.3"));
        const ConnectionId id = m_transport->peerAt(group, port());
        m_transport->write(id, "hello group");
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 1, kPatienceMs);
        QCOMPARE(m_received[0].second, QByteArray("hello group"));
        const auto other = peer(QHostAddress(QHostAddress::AnyIPv4));
        other->setMulticastInterface(QNetworkInterface::interfaceFromName(QStringLiteral("lo")));
        other->writeDatagram("hello members", group, port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 2, kPatienceMs);

        QSignalSpy changed(m_transport.get(), &UdpTransport::joinedGroupsChanged);
        options.groups = {{QStringLiteral("239.1.2.4"), QStringLiteral("lo")}};
        m_transport->setMulticast(options);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_happened.value(1).line(), QStringLiteral("Left group 239.1.2.3 (lo)"));
        QCOMPARE(m_happened.value(2).line(), QStringLiteral("Joined group 239.1.2.4 (lo)"));
        other->writeDatagram("to the group left", group, port());
        other->writeDatagram("to the other", QHostAddress(QStringLiteral("239.1.2.4")), port());
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 3, kPatienceMs);
        QCOMPARE(m_received[2].second, QByteArray("to the other"));

        m_transport->close();
        QVERIFY(m_transport->joinedGroups().isEmpty());
        m_transport->open();
        QCOMPARE(m_transport->joinedGroups(), options.groups);
        QVERIFY(m_log->errors.isEmpty());
    }

    void howToSendToGroups()
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0));
        GroupMemberships groups(socket);
        MulticastOptions options;
        options.sendInterface = QStringLiteral("lo");
        options.hops = 7;
        options.loopback = false;
        QVERIFY(groups.apply(options).isEmpty());
        QCOMPARE(socket.multicastInterface().name(), QStringLiteral("lo"));
        QCOMPARE(socket.socketOption(QAbstractSocket::MulticastTtlOption).toInt(), 7);
        QCOMPARE(socket.socketOption(QAbstractSocket::MulticastLoopbackOption).toInt(), 0);
        QVERIFY(groups.apply({}).isEmpty());
        QCOMPARE(socket.socketOption(QAbstractSocket::MulticastTtlOption).toInt(), 1);
        QCOMPARE(socket.socketOption(QAbstractSocket::MulticastLoopbackOption).toInt(), 1);
        options.sendInterface = QStringLiteral("nosuch0");
        QCOMPARE(groups.apply(options).value(0).kind, NoteKind::InterfaceUnknown);
    }

    void ipv6GroupsAreJoined()
    {
        MulticastOptions options;
        options.groups = {{QStringLiteral("ff02::1234"), QStringLiteral("lo")}};
        open(QStringLiteral("::"), options);
        QVERIFY2(m_log->errors.isEmpty(), m_log->errors.isEmpty() ? "" : qPrintable(m_log->errors[0].line()));
        QCOMPARE(m_transport->joinedGroups(), options.groups);
        QFile memberships(QStringLiteral("/proc/net/igmp6"));
        QVERIFY(memberships.open(QIODevice::ReadOnly));
        QVERIFY(memberships.readAll().contains("ff020000000000000000000000001234"));
    }

    void groupsThatCannotBeJoinedAreTold_data()
    {
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("interfaceName");
        QTest::addColumn<QString>("line");
        const QString lo = QStringLiteral("lo");
        QTest::newRow("bound to one address")
            << QStringLiteral("127.0.0.1") << QStringLiteral("239.1.2.3") << lo
            << QStringLiteral("Error: group 239.1.2.3 (lo) cannot be heard at 127.0.0.1:%1: close, and open with local "
                              "host 0.0.0.0");
        QTest::newRow("an IPv4 group with both families")
            << QStringLiteral("::") << QStringLiteral("239.1.2.3") << QString()
            << QStringLiteral("Error: group 239.1.2.3 cannot be heard at [::]:%1: close, and open with local host "
                              "0.0.0.0");
        QTest::newRow("an IPv6 group with IPv4")
            << QStringLiteral("0.0.0.0") << QStringLiteral("ff02::1234") << lo
            << QStringLiteral("Error: group ff02::1234 (lo) cannot be heard at 0.0.0.0:%1: close, and open with local "
                              "host ::");
        QTest::newRow("no group") << QStringLiteral("0.0.0.0") << QStringLiteral("192.0.2.1") << lo
                                  << QStringLiteral(
                                         "Error: “192.0.2.1” is not a group: write an address from 224.0.0.0 "
                                         "to 239.255.255.255, or one that begins with ff");
        QTest::newRow("no interface") << QStringLiteral("0.0.0.0") << QStringLiteral("239.1.2.3")
                                      << QStringLiteral("nosuch0")
                                      << QStringLiteral("Error: there is no network interface nosuch0: choose another "
                                                        "one");
    }
    void groupsThatCannotBeJoinedAreTold()
    {
        QFETCH(QString, local);
        QFETCH(QString, group);
        QFETCH(QString, interfaceName);
        QFETCH(QString, line);
        MulticastOptions options;
        options.groups = {{group, interfaceName}};
        open(local, options);
        QCOMPARE(m_log->errors.size(), 1);
        QCOMPARE(m_log->errors[0].line(), line.contains(u'%') ? line.arg(port()) : line);
        QVERIFY(m_transport->joinedGroups().isEmpty());
        QVERIFY(m_happened.isEmpty());
    }

    /// As many peers as there may be, and one more: the longest silent goes, unless something waits for it.
    void peersAreBounded()
    {
        open(QStringLiteral("127.0.0.1"));
        const ConnectionId first = m_transport->peerAt(kHome, 1);
        const ConnectionId second = m_transport->peerAt(kHome, 2);
        const ConnectionId third = m_transport->peerAt(kHome, 3);
        m_transport->setSendPending(first, true);
        for (quint16 number = 4; number <= UdpTransport::kMostPeers; ++number)
            m_transport->peerAt(kHome, number);
        QVERIFY(m_log->ended.isEmpty());
        QCOMPARE(m_transport->peerAt(kHome, 2), second); // not silent
        m_transport->peerAt(kHome, 20000);
        QCOMPARE(m_log->ended.keys(), QList{third});
        QVERIFY(m_transport->peerAt(kHome, 3) != third); // known anew
        QCOMPARE(m_transport->peerAt(kHome, 1), first);
        QCOMPARE(m_log->peers.size() - m_log->ended.size(), UdpTransport::kMostPeers);
    }

    /// Also while something waits for each of them: then for the longest silent.
    void peersAreBoundedWhateverWaits()
    {
        open(QStringLiteral("127.0.0.1"));
        for (quint16 number = 1; number <= UdpTransport::kMostPeers; ++number)
            m_transport->setSendPending(m_transport->peerAt(kHome, number), true);
        const ConnectionId oldest = m_transport->peerAt(kHome, 2);
        for (quint16 number = 3; number <= UdpTransport::kMostPeers; ++number)
            m_transport->peerAt(kHome, number);
        const ConnectionId first = m_transport->peerAt(kHome, 1);
        m_transport->peerAt(kHome, 20000);
        QCOMPARE(m_log->ended.keys(), QList{oldest});
        QCOMPARE(m_transport->peerAt(kHome, 1), first);
        QCOMPARE(m_log->peers.size() - m_log->ended.size(), UdpTransport::kMostPeers);
    }

    void aFloodLeavesRoomAndArrives()
    {
        open(QStringLiteral("127.0.0.1"));
        const auto a = peer();
        qsizetype sent = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            for (int i = 0; i < 100 && sent < 50'000; ++i)
                sent += a->writeDatagram(QByteArray(1000, 'x'), kHome, port()) > 0 ? 1 : 0;
        });
        timer.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 50'000, kPatienceMs);
        QVERIFY(m_log->errors.isEmpty());
    }

    /// More than any buffer holds, while nobody reads.
    void whatTheSystemDropsIsTold()
    {
        open(QStringLiteral("127.0.0.1"));
        const auto a = peer();
        qsizetype sent = 0;
        for (int i = 0; i < 400; ++i)
            sent += a->writeDatagram(QByteArray(60'000, 'x'), kHome, port()) > 0 ? 1 : 0;
        QCOMPARE(sent, 400);
        QTRY_COMPARE_WITH_TIMEOUT(errors(), QList{NoteKind::DatagramsLost}, kPatienceMs);
        QCOMPARE(m_log->errors[0].details.value(0), m_log->local.toString());
        QCOMPARE(m_log->errors[0].details.value(1).toLongLong(), sent - m_received.size());
    }

    void closedAndDestroyedFromInside_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("destroy");
        for (const char* when : {"opened", "connected", "received", "written", "failed", "disconnected"}) {
            QTest::addRow("%s, close", when) << QString::fromLatin1(when) << false;
            QTest::addRow("%s, destroy", when) << QString::fromLatin1(when) << true;
        }
    }
    void closedAndDestroyedFromInside()
    {
        QFETCH(QString, when);
        QFETCH(bool, destroy);
        make(QStringLiteral("127.0.0.1"));
        bool done = false;
        const auto act = [&] {
            done = true;
            if (destroy)
                m_transport.reset();
            else
                m_transport->close();
        };
        Transport* const transport = m_transport.get();
        if (when == u"opened")
            connect(transport, &Transport::opened, this, act);
        else if (when == u"connected")
            connect(transport, &Transport::connected, this, act);
        else if (when == u"received")
            connect(transport, &Transport::received, this, act);
        else if (when == u"written")
            connect(transport, &Transport::written, this, act);
        else if (when == u"failed")
            connect(transport, &Transport::failed, this, act);
        else
            connect(transport, &Transport::disconnected, this, act);
        m_transport->open();
        const auto a = peer();
        if (m_transport && m_transport->state() == TransportState::Open) {
            a->writeDatagram("x", kHome, port());
            a->writeDatagram("y", kHome, port());
            const quint16 nobody = peer()->localPort(); // gone again
            const ConnectionId id = m_transport->peerAt(kHome, nobody);
            if (m_transport)
                m_transport->write(id, "z");
        }
        if (m_transport && when == u"disconnected") {
            QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), 2, kPatienceMs);
            m_transport->close();
        }
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatienceMs);
        QTest::qWait(20);
        QCOMPARE(m_transport == nullptr, destroy);
        if (!destroy)
            QCOMPARE(m_transport->state(), TransportState::Closed);
    }

    void datagramsWaitInOrderWhileThereIsNoRoom()
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(kHome, 0));
        const auto a = peer();
        FairTurn turn;
        CrampedWriter writer(socket, turn);
        writer.withoutRoom = 3;
        QList<ConnectionId> sent;
        connect(&writer, &DatagramWriter::sent, this, [&](ConnectionId id, qint64 bytes) {
            sent.append(id);
            QCOMPARE(bytes, 1);
        });
        for (ConnectionId id = 1; id <= 3; ++id)
            writer.send({id, kHome, a->localPort(), QByteArray::number(id)});
        QVERIFY(!a->hasPendingDatagrams());
        QCOMPARE(next(*a), QByteArray("1"));
        QCOMPARE(next(*a), QByteArray("2"));
        QCOMPARE(next(*a), QByteArray("3"));
        QTRY_COMPARE_WITH_TIMEOUT(sent, (QList<ConnectionId>{1, 2, 3}), kPatienceMs);
    }

    void whatIsLeftAtTheEndIsKnown()
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(kHome, 0));
        const auto a = peer();
        FairTurn turn;
        CrampedWriter writer(socket, turn);
        const QSignalSpy told(&writer, &DatagramWriter::sent);
        writer.send({1, kHome, a->localPort(), "1"});
        writer.withoutRoom = 1;
        writer.send({2, kHome, a->localPort(), "2"});
        writer.send({3, kHome, a->localPort(), "3"});
        const DatagramWriter::Rest rest = writer.takeRest();
        QCOMPARE(rest.untold.size(), std::size_t{1});
        QCOMPARE(rest.untold.front().connection, 1U);
        QVERIFY(rest.untold.front().isSent);
        QCOMPARE(rest.unsent.size(), std::size_t{2});
        QCOMPARE(rest.unsent.front().bytes, QByteArray("2"));
        QCOMPARE(next(*a), QByteArray("1"));
        QTest::qWait(20);
        QVERIFY(told.isEmpty());
        QVERIFY(!a->hasPendingDatagrams());
    }
};

QTEST_GUILESS_MAIN(TestUdpTransport)
#include "tst_udp_transport.moc"
