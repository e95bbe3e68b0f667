// SPDX-License-Identifier: MIT
#include "app/session/TextSend.h"

#include "app/payload/DynamicContext.h"
#include "app/session/Session.h"
#include "app/text/Encoding.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;

class tst_TextSend final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    DynamicContext m_dynamics;
    PayloadOptions m_options;
    std::vector<RawSocket> m_clients;

    /// What was sent, record by record: `label: bytes`.
    [[nodiscard]] QStringList sent() const
    {
        QStringList records;
        const Capture& capture = m_session->capture();
        for (RecordId id = capture.begin(); id < capture.end(); ++id) {
            if (capture.record(id).kind == RecordKind::Sent)
                records += capture.peerLabel(capture.record(id).peer) + QStringLiteral(": ") +
                           QString::fromUtf8(capture.bytes(id));
        }
        return records;
    }

private Q_SLOTS:
    void init();
    void oneSendForAllWhereAllGetTheSame();
    void eachItsOwnWhereThePeerIsInIt();
    void theOneThatIsMeant();
    void theRemoteOfUdpIsThePeer();
    void errorsSendNothing();
    void muchForEachIsRefused();
};

void tst_TextSend::init()
{
    m_clients.clear();
    StoreLimits limits;
    limits.folder = m_folder.path();
    m_session = std::make_unique<Session>(limits);
    m_dynamics = DynamicContext();
    m_options = {PayloadMode::Text, &Encoding::utf8(), true, Ending::None};
    m_options.dynamics = &m_dynamics;
    quint16 port = 0;
    connect(m_session.get(), &Session::opened, this, [&port](const Endpoint& local) { port = local.port; });
    m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
    QVERIFY(port != 0);
    for (int i = 0; i < 3; ++i)
        m_clients.push_back(RawSocket::connectTo(port));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 3, kPatienceMs);
}

void tst_TextSend::oneSendForAllWhereAllGetTheSame()
{
    QCOMPARE(sendText(*m_session, u"n${counter}", m_options).value(), 2);
    QCOMPARE(sendText(*m_session, u"n${counter}", m_options).value(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(
        sent(), (QStringList{QStringLiteral("all 3 clients: n1"), QStringLiteral("all 3 clients: n2")}), kPatienceMs);
}

void tst_TextSend::eachItsOwnWhereThePeerIsInIt()
{
    QVERIFY(sendText(*m_session, u"${counter} for ${peer port}", m_options).ok());
    QStringList expected;
    for (const PeerInfo& peer : m_session->peers())
        expected += QStringLiteral("%1: 1 for %2").arg(peer.label, peer.label.section(u':', 1));
    QTRY_COMPARE_WITH_TIMEOUT(sent(), expected, kPatienceMs);
    QVERIFY(sendText(*m_session, u"${counter}", m_options).ok()); // one step for all of them
    QTRY_COMPARE_WITH_TIMEOUT(sent().constLast(), QStringLiteral("all 3 clients: 2"), kPatienceMs);
}

void tst_TextSend::theOneThatIsMeant()
{
    const PeerInfo peer = m_session->peers().at(1);
    QVERIFY(sendText(*m_session, u"${peer}", m_options, peer.connection).ok());
    QTRY_COMPARE_WITH_TIMEOUT(sent(), QStringList{QStringLiteral("%1: %1").arg(peer.label)}, kPatienceMs);
}

void tst_TextSend::theRemoteOfUdpIsThePeer()
{
    QUdpSocket heard; // others that were heard from get nothing
    QUdpSocket remote;
    QVERIFY(heard.bind(QHostAddress::LocalHost) && remote.bind(QHostAddress::LocalHost));
    quint16 port = 0;
    connect(m_session.get(), &Session::opened, this, [&port](const Endpoint& local) { port = local.port; });
    m_session->open({Protocol::Udp, {QStringLiteral("127.0.0.1"), 0}});
    QTRY_VERIFY_WITH_TIMEOUT(port != 0, kPatienceMs);
    heard.writeDatagram("hello", QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
    const QString label = QStringLiteral("127.0.0.1:%1").arg(remote.localPort());
    m_session->setRemote(label);
    QVERIFY(sendText(*m_session, u"${peer}", m_options).ok());
    QTRY_COMPARE_WITH_TIMEOUT(sent(), QStringList{label + QStringLiteral(": ") + label}, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(remote.hasPendingDatagrams(), kPatienceMs);
    QVERIFY(!heard.hasPendingDatagrams());
}

void tst_TextSend::errorsSendNothing()
{
    const auto result = sendText(*m_session, u"${counter} ${foo}", m_options);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().column, 14);
    QCOMPARE(sendText(*m_session, u"${counter}", m_options).value(), 1);
    // The error took no step.
    QTRY_COMPARE_WITH_TIMEOUT(sent(), QStringList{QStringLiteral("all 3 clients: 1")}, kPatienceMs);
}

void tst_TextSend::muchForEachIsRefused()
{
    const QString text = QStringLiteral("${peer}") + QString(30 << 20, u'x');
    const auto result = sendText(*m_session, text, m_options);
    QVERIFY(!result.ok());
    QVERIFY(result.error().reason.contains(QStringLiteral("3 peers")));
    QVERIFY(sent().isEmpty());
}

QTEST_GUILESS_MAIN(tst_TextSend)
#include "tst_textsend.moc"
