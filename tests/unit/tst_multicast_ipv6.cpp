// SPDX-License-Identifier: MIT
// Groups of IPv6, on a cable of two ends in a network of the test's own: the loopback interface has no multicast.
#include "app/net/UdpTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/TransportLog.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QProcess>
#include <QTest>
#include <QUdpSocket>

#include <unistd.h>

#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::TransportLog;

namespace {

constexpr const char* kOwnNetwork = "OWN_NETWORK";

const QString& nearEnd()
{
    static const QString name = QStringLiteral("near0");
    return name;
}

const QString& farEnd()
{
    static const QString name = QStringLiteral("far0");
    return name;
}

void ip(const QString& arguments)
{
    QCOMPARE(QProcess::execute(QStringLiteral("ip"), arguments.split(u' ')), 0);
}

} // namespace

class TestMulticastIPv6 final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<UdpTransport> m_transport;
    std::unique_ptr<TransportLog> m_log;

    void open(const MulticastOptions& options)
    {
        m_transport = std::make_unique<UdpTransport>(Endpoint{QStringLiteral("::"), 0}, options);
        m_log = std::make_unique<TransportLog>(*m_transport);
        m_transport->open();
        QCOMPARE(m_transport->state(), TransportState::Open);
        QVERIFY2(m_log->errors.isEmpty(), m_log->errors.isEmpty() ? "" : qPrintable(m_log->errors[0].line()));
    }
    [[nodiscard]] quint16 port() const { return m_log->local.port; }
    [[nodiscard]] QByteArray allReceived() const
    {
        QByteArray all;
        for (const QByteArray& bytes : m_log->received)
            all += bytes;
        return all;
    }
    /// At the other end of the cable; what it sends does not come round on this machine.
    static std::unique_ptr<QUdpSocket> other()
    {
        auto socket = std::make_unique<QUdpSocket>();
        socket->setProxy(QNetworkProxy::NoProxy);
        [&] { QVERIFY(socket->bind(QHostAddress(QHostAddress::AnyIPv6), 0)); }();
        socket->setMulticastInterface(QNetworkInterface::interfaceFromName(farEnd()));
        socket->setSocketOption(QAbstractSocket::MulticastLoopbackOption, 0);
        return socket;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ip(QStringLiteral("link set lo up"));
        ip(QStringLiteral("link add near0 type veth peer name far0"));
        for (const QString& name : {nearEnd(), farEnd()})
            ip(QStringLiteral("link set %1 up").arg(name));
        // At once, not when it is sure that nobody else has them.
        ip(QStringLiteral("-6 address add fe80::a/64 dev near0 nodad"));
        ip(QStringLiteral("-6 address add fe80::b/64 dev far0 nodad"));
    }
    void cleanup()
    {
        m_transport.reset();
        m_log.reset();
    }

    void groupIsHeardAndLeft_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("interfaceName");
        QTest::newRow("link-local") << QStringLiteral("ff02::1234") << nearEnd();
        QTest::newRow("site-local") << QStringLiteral("ff05::1234") << nearEnd();
        QTest::newRow("the address says the interface") << QStringLiteral("ff02::1234%near0") << QString();
        QTest::newRow("the address says it too") << QStringLiteral("ff02::1234%near0") << nearEnd();
    }
    void groupIsHeardAndLeft()
    {
        QFETCH(QString, address);
        QFETCH(QString, interfaceName);
        MulticastOptions options;
        options.groups = {{address, interfaceName}};
        open(options);
        QCOMPARE(m_transport->joinedGroups(), options.groups);

        const auto sender = other();
        const QHostAddress group(address.section(u'%', 0, 0));
        const auto send = [&](const QByteArray& bytes) {
            QCOMPARE(sender->writeDatagram(bytes, group, port()), bytes.size());
        };
        send("to the group\n");
        QTRY_COMPARE_WITH_TIMEOUT(allReceived(), QByteArray("to the group\n"), kPatienceMs);
        // The peer is named with its interface, and so it can be answered.
        QCOMPARE(m_log->peers.size(), 1);
        const ConnectionId peer = m_log->peers.constBegin().key();
        QCOMPARE(m_log->peers[peer], QStringLiteral("[fe80::b%near0]:%1").arg(sender->localPort()));
        m_transport->write(peer, "answer");
        QVERIFY(QTest::qWaitFor([&] { return sender->hasPendingDatagrams(); }, kPatienceMs));
        QCOMPARE(sender->receiveDatagram().data(), QByteArray("answer"));

        m_transport->setMulticast({});
        QVERIFY(m_transport->joinedGroups().isEmpty());
        send("nobody hears this");
        sender->writeDatagram("but this", QHostAddress(QStringLiteral("fe80::a%far0")), port());
        QTRY_COMPARE_WITH_TIMEOUT(allReceived(), QByteArray("to the group\nbut this"), kPatienceMs);
        QVERIFY2(m_log->errors.isEmpty(), m_log->errors.isEmpty() ? "" : qPrintable(m_log->errors[0].line()));
    }

    void groupOnTheOtherInterfaceIsNotHeard()
    {
        MulticastOptions options;
        options.groups = {{QStringLiteral("ff02::1234"), QStringLiteral("lo")}};
        open(options);
        const auto sender = other();
        sender->writeDatagram("not for lo", QHostAddress(QStringLiteral("ff02::1234")), port());
        sender->writeDatagram("this", QHostAddress(QStringLiteral("fe80::a%far0")), port());
        QTRY_COMPARE_WITH_TIMEOUT(allReceived(), QByteArray("this"), kPatienceMs);
    }

    void groupIsSentTo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("through");
        QTest::newRow("through the interface set") << QStringLiteral("ff05::4321") << nearEnd();
        QTest::newRow("through the one that the address says") << QStringLiteral("ff02::4321%near0") << QString();
    }
    void groupIsSentTo()
    {
        QFETCH(QString, address);
        QFETCH(QString, through);
        MulticastOptions options;
        options.sendInterface = through;
        options.loopback = false;
        open(options);
        const auto member = other();
        QVERIFY(member->joinMulticastGroup(QHostAddress(address.section(u'%', 0, 0)),
                                           QNetworkInterface::interfaceFromName(farEnd())));
        m_transport->write(m_transport->peerAt(QHostAddress(address), member->localPort()), "members only");
        QVERIFY(QTest::qWaitFor([&] { return member->hasPendingDatagrams(); }, kPatienceMs));
        const QNetworkDatagram datagram = member->receiveDatagram();
        QCOMPARE(datagram.data(), QByteArray("members only"));
        QCOMPARE(datagram.senderAddress(), QHostAddress(QStringLiteral("fe80::a%far0")));
        QVERIFY2(m_log->errors.isEmpty(), m_log->errors.isEmpty() ? "" : qPrintable(m_log->errors[0].line()));
    }

    void groupWhoseAddressSaysNoInterfaceThereIsIsTold()
    {
        m_transport = std::make_unique<UdpTransport>(Endpoint{QStringLiteral("::"), 0});
        m_log = std::make_unique<TransportLog>(*m_transport);
        m_transport->open();
        MulticastOptions options;
        options.groups = {{QStringLiteral("ff02::1234%nosuch0"), QString()}};
        m_transport->setMulticast(options);
        QCOMPARE(m_log->errors.size(), 1);
        QCOMPARE(m_log->errors[0].kind, NoteKind::InterfaceUnknown);
        QCOMPARE(m_log->errors[0].details.value(0), QStringLiteral("nosuch0"));
        QVERIFY(m_transport->joinedGroups().isEmpty());
    }
};

// Nobody else's network is touched: this one ends with the process.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty(kOwnNetwork)) {
        qputenv(kOwnNetwork, "1");
        std::vector<char*> command;
        std::vector<QByteArray> words{"unshare", "--net"};
        if (geteuid() != 0)
            words.insert(words.end(), {"--map-current-user", "--keep-caps"});
        words.emplace_back("--");
        for (QByteArray& word : words)
            command.push_back(word.data());
        command.insert(command.end(), argv, argv + argc);
        command.push_back(nullptr);
        execvp("unshare", command.data());
        qFatal("no network of its own: unshare cannot be started");
    }
    const QCoreApplication application(argc, argv);
    TestMulticastIPv6 test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_multicast_ipv6.moc"
