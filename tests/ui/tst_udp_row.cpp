// SPDX-License-Identifier: MIT
#include "app/text/Encoding.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/Patience.h"
#include "ui/ConnectionDialog.h"
#include "ui/ElidedLabel.h"
#include "ui/InterfaceCombo.h"
#include "ui/MulticastDialog.h"
#include "ui/NetworkPanel.h"
#include "ui/PayloadEdit.h"
#include "ui/SendArea.h"
#include "ui/UdpPeerChoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestUdpRow final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SendArea> m_area;
    PayloadEdit* m_edit = nullptr;
    QPushButton* m_send = nullptr;
    QComboBox* m_remote = nullptr;

    [[nodiscard]] QStringList offered() const
    {
        QStringList all;
        for (int i = 0; i < m_remote->count(); ++i)
            all.append(m_remote->itemText(i));
        return all;
    }
    static PeerInfo peer(quint32 number) { return {number, number, QStringLiteral("127.0.0.1:%1").arg(number)}; }

private Q_SLOTS:
    void init()
    {
        m_area = std::make_unique<SendArea>();
        m_area->setOptions({PayloadMode::Text, Encoding::byName(u"UTF-8")});
        m_area->setProtocol(Protocol::Udp);
        m_area->resize(900, 200);
        m_area->show();
        m_edit = findByName<PayloadEdit>(*m_area, QStringLiteral("Data to send"));
        m_send = findByName<QPushButton>(*m_area, QStringLiteral("Send"));
        m_remote = findByName<QComboBox>(*m_area, QStringLiteral("Remote host"));
        QVERIFY(m_edit != nullptr && m_send != nullptr && m_remote != nullptr);
        m_area->udpPeers().setRemote(QStringLiteral("127.0.0.1:8080"));
        m_area->setSomebodyThere(true);
    }
    void cleanup() { m_area.reset(); }

    void onlyUdpHasRemoteHosts()
    {
        QVERIFY(findByName<QComboBox>(*m_area, QStringLiteral("Client")) == nullptr);
        m_area->setProtocol(Protocol::TcpClient);
        QVERIFY(!m_remote->isVisible());
        m_area->setProtocol(Protocol::TcpServer);
        QVERIFY(!m_remote->isVisible());
        QVERIFY(findByName<QComboBox>(*m_area, QStringLiteral("Client")) != nullptr);
    }

    /// Below the box, where one looks: hints come only under the mouse.
    void aRemoteHostThatIsNoneIsSaidAtOnce()
    {
        const auto* below = m_area->findChild<ElidedLabel*>();
        QVERIFY(below != nullptr);
        m_edit->setPlainText(QStringLiteral("hello"));
        QCOMPARE(below->text(), QStringLiteral("5 bytes"));
        for (const char* wrong : {"127.0.0.1", "", ":99999", "127.0.0.1:99999"}) {
            m_area->udpPeers().setRemote(QString::fromLatin1(wrong));
            QVERIFY2(!m_send->isEnabled(), wrong);
            QVERIFY2(below->text().startsWith(QStringLiteral("5 bytes")), qPrintable(below->text()));
            QVERIFY2(below->text().contains(QStringLiteral("remote host is not complete")), qPrintable(below->text()));
        }
        m_area->udpPeers().setRemote(QStringLiteral("127.0.0.1:8080"));
        QVERIFY(m_send->isEnabled());
        QCOMPARE(below->text(), QStringLiteral("5 bytes"));
        m_area->udpPeers().setRemote(QString());
        m_area->setProtocol(Protocol::TcpClient); // has no such field
        QCOMPARE(below->text(), QStringLiteral("5 bytes"));
    }

    void whoIsKnownFromBeforeIsAnsweredToo()
    {
        UdpPeerChoice& peers = m_area->udpPeers();
        peers.setOffered({QStringLiteral("127.0.0.1:2")});
        peers.setLocal({QStringLiteral("127.0.0.1"), 8080});
        m_area->setPeers({peer(2)});
        QCOMPARE(peers.remote(), QStringLiteral("127.0.0.1:2"));
    }

    void theChoiceStaysWhileItIsUsed()
    {
        UdpPeerChoice& peers = m_area->udpPeers();
        const QString self = peers.remote();
        peers.setLocal({QStringLiteral("127.0.0.1"), 8080});
        m_remote->lineEdit()->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(m_remote->lineEdit()->hasFocus(), kPatienceMs);
        m_area->setPeers({peer(1)});
        QCOMPARE(peers.remote(), self);
        m_edit->setFocus();
        m_area->showRepeat(true, 1, 0); // to oneself
        m_area->setPeers({peer(1), peer(2)});
        QCOMPARE(peers.remote(), self);
        m_area->showRepeat(false, 1, 0);
        m_area->setPeers({peer(1), peer(2), peer(3)});
        QCOMPARE(peers.remote(), QStringLiteral("127.0.0.1:1"));
    }

    void whoIsHeardFirstIsAnsweredInsteadOfOneself_data()
    {
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("chosen");
        const QString self = QStringLiteral("127.0.0.1:8080");
        const QString first = QStringLiteral("127.0.0.1:1");
        QTest::newRow("first run") << QStringLiteral("127.0.0.1") << self << first;
        QTest::newRow("all addresses") << QStringLiteral("0.0.0.0") << self << first;
        QTest::newRow("all of both families") << QStringLiteral("::") << self << first;
        QTest::newRow("another address") << QStringLiteral("127.0.0.2") << self << self;
        const QString chosen = QStringLiteral("127.0.0.1:9000");
        QTest::newRow("another port") << QStringLiteral("127.0.0.1") << chosen << chosen;
        const QString name = QStringLiteral("example.org:8080");
        QTest::newRow("a name") << QStringLiteral("0.0.0.0") << name << name;
        const QString wrong = QStringLiteral("127.0.0.1:");
        QTest::newRow("nothing yet") << QStringLiteral("127.0.0.1") << wrong << wrong;
    }
    void whoIsHeardFirstIsAnsweredInsteadOfOneself()
    {
        QFETCH(const QString, local);
        QFETCH(const QString, remote);
        QFETCH(const QString, chosen);
        UdpPeerChoice& peers = m_area->udpPeers();
        peers.setRemote(remote);
        peers.setLocal({local, 8080});
        QSignalSpy changed(&peers, &UdpPeerChoice::remoteChanged);
        m_area->setPeers({peer(8080)}); // oneself
        QCOMPARE(peers.remote(), remote);
        m_area->setPeers({peer(8080), peer(1), peer(2)});
        QCOMPARE(peers.remote(), chosen);
        QCOMPARE(changed.size(), chosen == remote ? 0 : 1);
        m_area->setPeers({peer(8080), peer(1), peer(2), peer(3)});
        QCOMPARE(peers.remote(), chosen);
    }

    void whoeverWasHeardIsOfferedNewestFirst()
    {
        QSignalSpy changed(&m_area->udpPeers(), &UdpPeerChoice::offeredChanged);
        m_area->udpPeers().setOffered({QStringLiteral("example.org:53")});
        m_area->setPeers({peer(1), peer(2)});
        QCOMPARE(offered(), (QStringList{QStringLiteral("127.0.0.1:2"), QStringLiteral("127.0.0.1:1"),
                                         QStringLiteral("example.org:53")}));
        QCOMPARE(changed.size(), 1);
        m_area->setPeers({peer(1), peer(2)});
        QCOMPARE(changed.size(), 1);
        m_area->setPeers({peer(2), peer(3)}); // one has been forgotten; it stays on offer
        QCOMPARE(offered().constFirst(), QStringLiteral("127.0.0.1:3"));
        QCOMPARE(offered().size(), 4);
        QCOMPARE(m_remote->currentText(), QStringLiteral("127.0.0.1:8080")); // as typed
        m_area->setPeers({});
        QCOMPARE(offered().size(), 4);
        QVERIFY(m_send->isEnabled() || m_edit->text().isEmpty());

        QList<PeerInfo> many;
        for (quint32 number = 1; number <= 2 * UdpPeerChoice::kMostOffered; ++number)
            many.append(peer(number));
        m_area->setPeers(many);
        QCOMPARE(offered().size(), UdpPeerChoice::kMostOffered);
        QCOMPARE(offered().constFirst(), QStringLiteral("127.0.0.1:2000"));

        auto* clear = findByName<QPushButton>(*m_area, QStringLiteral("Clear peers"));
        QVERIFY(clear != nullptr && clear->isEnabled());
        clear->click();
        QVERIFY(offered().isEmpty() && !clear->isEnabled());
        QCOMPARE(m_remote->currentText(), QStringLiteral("127.0.0.1:8080"));
    }

    void anEmptyBoxIsAnEmptyDatagram()
    {
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        QVERIFY(m_send->isEnabled());
        QVERIFY(m_send->toolTip().contains(QStringLiteral("empty datagram")));
        m_area->send();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toByteArray(), QByteArray());
    }

    void withoutARemoteNothingIsSent()
    {
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        m_edit->setPlainText(QStringLiteral("x"));
        m_area->udpPeers().setRemote(QStringLiteral("127.0.0.1"));
        QVERIFY(!m_send->isEnabled());
        QVERIFY(m_send->toolTip().contains(QStringLiteral("127.0.0.1:8080")));
        m_area->send();
        QVERIFY(sent.isEmpty());
        m_area->udpPeers().setRemote(QStringLiteral("localhost:9"));
        QVERIFY(m_send->isEnabled());
        m_area->setSomebodyThere(false);
        QVERIFY(!m_send->isEnabled());
        QVERIFY(m_send->toolTip().contains(QStringLiteral("not open")));
    }

    void whatDoesNotFitIsTold()
    {
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        auto* hint = m_area->findChild<ElidedLabel*>();
        m_edit->setPlainText(QString(65508, u'x'));
        QCOMPARE(hint->text(), QStringLiteral("65508 bytes are more than a datagram holds: at most 65507"));
        QVERIFY(!m_send->isEnabled());
        m_area->send();
        QVERIFY(sent.isEmpty());
        m_area->udpPeers().setRemote(QStringLiteral("[::1]:8080")); // those hold more
        QVERIFY(m_send->isEnabled());
        QCOMPARE(hint->text(), QStringLiteral("65508 bytes"));
        m_area->setProtocol(Protocol::TcpClient);
        m_area->udpPeers().setRemote(QStringLiteral("127.0.0.1:8080"));
        QCOMPARE(hint->text(), QStringLiteral("65508 bytes"));
    }

    void takesTwoLinesWhereItIsNarrow()
    {
        auto* title = findByName<QPushButton>(*m_area, QStringLiteral("Clear send"));
        const auto isBelow = [&] {
            return m_remote->mapTo(m_area.get(), QPoint()).y() >=
                   title->mapTo(m_area.get(), QPoint(0, title->height())).y();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!isBelow(), kPatienceMs);
        m_area->resize(480, 200);
        QTRY_VERIFY_WITH_TIMEOUT(isBelow(), kPatienceMs);
        m_area->resize(900, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!isBelow(), kPatienceMs);
    }

    void pastEndpointsOfAClientFillInBothFields()
    {
        NetworkPanel panel;
        panel.setEndpoint({Protocol::TcpClient, {QStringLiteral("::1"), 81}});
        panel.show();
        panel.rememberHost();
        panel.setEndpoint({Protocol::TcpClient, {QStringLiteral("example.org"), 82}});
        panel.rememberHost();
        auto* host = findByName<QComboBox>(panel, QStringLiteral("Remote host"));
        auto* port = findByName<QSpinBox>(panel, QStringLiteral("Remote port"));
        QVERIFY(host != nullptr && port != nullptr);
        QCOMPARE(host->itemText(0), QStringLiteral("example.org:82"));
        QCOMPARE(host->itemText(1), QStringLiteral("[::1]:81"));
        host->setCurrentIndex(1);
        Q_EMIT host->textActivated(host->itemText(1));
        QCOMPARE(host->currentText(), QStringLiteral("::1"));
        QCOMPARE(port->value(), 81);
    }

    void connectionOptionsComeBack()
    {
        const ClientOptions options{QStringLiteral("127.0.0.2"), 5000, 3, true, true, 7};
        ConnectionDialog dialog(options);
        QCOMPARE(dialog.options(), options);
        dialog.show();
        auto* wait = findByName<QSpinBox>(dialog, QStringLiteral("First attempt after"));
        auto* reconnect = findByName<QCheckBox>(dialog, QStringLiteral("Reconnect automatically"));
        QVERIFY(wait != nullptr && reconnect != nullptr && wait->isEnabled());
        reconnect->click();
        QVERIFY(!wait->isEnabled());
        dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
        QCOMPARE(dialog.options(), ClientOptions());
    }

    void groupsAreJoinedAndLeftAtOnce()
    {
        MulticastOptions options;
        options.groups = {{QStringLiteral("239.9.9.9"), QString()}};
        MulticastDialog dialog(options);
        dialog.show();
        QList<MulticastOptions> told;
        connect(&dialog, &MulticastDialog::changed, this, [&](const MulticastOptions& now) { told.append(now); });
        dialog.setJoined(true, options.groups);
        auto* group = findByName<QLineEdit>(dialog, QStringLiteral("Group address"));
        auto* join = findByName<QPushButton>(dialog, QStringLiteral("Join"));
        auto* leave = findByName<QPushButton>(dialog, QStringLiteral("Leave"));
        auto* list = findByName<QListWidget>(dialog, QStringLiteral("Groups"));
        QVERIFY(group != nullptr && join != nullptr && leave != nullptr && list != nullptr);

        group->setText(QStringLiteral("192.0.2.1"));
        join->click();
        QVERIFY(told.isEmpty());
        auto* hint = dialog.findChild<ElidedLabel*>();
        QVERIFY(hint->text().contains(QStringLiteral("“192.0.2.1” is not a group")));
        QVERIFY(hint->fontMetrics().horizontalAdvance(hint->text()) > hint->width()); // wrapped
        QVERIFY(hint->height() >= hint->heightForWidth(hint->width()));

        group->setText(QStringLiteral("ff02::1234"));
        join->click();
        QCOMPARE(told.constLast().groups.size(), 2);
        QCOMPARE(told.constLast().groups[1].address, QStringLiteral("ff02::1234"));
        QCOMPARE(list->item(1)->text(), QStringLiteral("ff02::1234: not joined, the log says why"));
        dialog.setJoined(true, told.constLast().groups);
        QCOMPARE(list->item(1)->text(), QStringLiteral("ff02::1234"));

        list->setCurrentRow(0);
        leave->click();
        QCOMPARE(told.constLast().groups, (QList<MulticastGroup>{{QStringLiteral("ff02::1234"), QString()}}));

        findByName<QSpinBox>(dialog, QStringLiteral("Hops (TTL)"))->setValue(4);
        findByName<QCheckBox>(dialog, QStringLiteral("Loopback"))->click();
        findByName<QCheckBox>(dialog, QStringLiteral("Share port"))->click();
        QCOMPARE(told.constLast().hops, 4);
        QVERIFY(!told.constLast().loopback && told.constLast().sharePort);
    }

    void anInterfaceThatIsGoneStaysChosen()
    {
        InterfaceCombo combo;
        QCOMPARE(combo.interfaceName(), QString());
        combo.setInterfaceName(QStringLiteral("nosuch0"));
        QCOMPARE(combo.interfaceName(), QStringLiteral("nosuch0"));
        combo.setInterfaceName(QString());
        QCOMPARE(combo.interfaceName(), QString());
    }
};

QTEST_MAIN(TestUdpRow)
#include "tst_udp_row.moc"
