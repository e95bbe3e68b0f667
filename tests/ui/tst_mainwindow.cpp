// SPDX-License-Identifier: MIT
#include "app/session/PreferencesFile.h"
#include "resources/Resources.h"
#include "tests/ui/FindByName.h"
#include "tests/ui/OpenQuestion.h"
#include "tests/unit/NoSync.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"
#include "ui/ChecksumDialog.h"
#include "ui/CollapseStrip.h"
#include "ui/ColorsDialog.h"
#include "ui/ConnectionDialog.h"
#include "ui/DefaultTextDialog.h"
#include "ui/Language.h"
#include "ui/LimitsDialog.h"
#include "ui/LogView.h"
#include "ui/MainWindow.h"
#include "ui/MulticastDialog.h"
#include "ui/PayloadEdit.h"
#include "ui/PortEdit.h"
#include "ui/SaveAs.h"
#include "ui/SaveToFileDialog.h"
#include "ui/SessionView.h"
#include "ui/StatusLine.h"
#include "ui/ToolColumn.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;

class TestMainWindow final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PreferencesFile> m_file;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QString settingsPath() const { return m_folder->filePath(QStringLiteral("settings.json")); }

    void openWindow(const QString& language)
    {
        m_file = std::make_unique<PreferencesFile>(settingsPath());
        const Preferences preferences = m_file->load().preferences;
        m_language = std::make_unique<Language>();
        m_language->use(language.isEmpty() ? preferences.language : language);
        m_window = std::make_unique<MainWindow>(*m_language, *m_file, preferences);
        QSignalSpy filled(m_window.get(), &MainWindow::filled);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_COMPARE_WITH_TIMEOUT(filled.count(), 1, kPatienceMs);
    }

    void closeWindow()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_file.reset();
        m_language.reset();
    }

    template <class T>
    T* find(const char16_t* name) const
    {
        return findByName<T>(*m_window, QString::fromUtf16(name));
    }

    template <class T>
    T* findIn(const char16_t* group, const char16_t* name) const
    {
        const auto* box = find<QGroupBox>(group);
        return box != nullptr ? findByName<T>(*box, QString::fromUtf16(name)) : nullptr;
    }

    [[nodiscard]] Session& session() const { return m_window->sessionView().session(); }
    [[nodiscard]] QString log() const { return m_window->sessionView().logView().visibleText(); }

    [[nodiscard]] QString statusText() const
    {
        const auto labels = m_window->findChild<StatusLine*>()->findChildren<QLabel*>();
        QStringList texts;
        for (const QLabel* label : labels) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'|');
    }

    [[nodiscard]] QAction* action(const QString& text) const
    {
        const auto actions = m_window->findChildren<QAction*>();
        for (QAction* action : actions) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
        return nullptr;
    }

    void rememberPlaceOf(const QWidget& window) const
    {
        Preferences preferences;
        preferences.windowGeometry = window.saveGeometry();
        PreferencesFile(settingsPath()).remember(preferences); // written at its end
    }

    /// Opens as a server on a free port. @return the port
    quint16 openServer()
    {
        QSignalSpy opened(&session(), &Session::opened);
        find<PortEdit>(u"Local port")->setValue(0);
        QTest::mouseClick(find<QPushButton>(u"Open"), Qt::LeftButton);
        if (opened.isEmpty() && !opened.wait(kPatienceMs))
            return 0;
        return opened.at(0).at(0).value<Endpoint>().port;
    }

    /// So much that it is not saved in one turn.
    void fillLog(int blocks = 4) const
    {
        Capture& capture = session().capture();
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:9"));
        const QByteArray lines = QByteArray("0123456789\n").repeated(100'000);
        for (int i = 0; i < blocks; ++i)
            capture.append(RecordKind::Received, peer, lines);
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        qRegisterMetaType<Endpoint>();
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        closeWindow();
        m_folder.reset();
    }

    void firstRunValues()
    {
        openWindow(QStringLiteral("en"));
        QCOMPARE(find<QComboBox>(u"Protocol")->currentText(), QStringLiteral("TCP Server"));
        QCOMPARE(find<QComboBox>(u"Local host")->currentText(), QStringLiteral("127.0.0.1"));
        QCOMPARE(find<PortEdit>(u"Local port")->text(), QStringLiteral("8080"));
        QVERIFY(findIn<QRadioButton>(u"Receive", u"Text")->isChecked());
        QCOMPARE(findIn<QComboBox>(u"Receive", u"Encoding")->currentText(), QStringLiteral("UTF-8"));
        QVERIFY(find<QCheckBox>(u"Log mode")->isChecked());
        QVERIFY(find<QCheckBox>(u"Auto line feed")->isChecked());
        QVERIFY(!find<QCheckBox>(u"Hide received data")->isChecked());
        QVERIFY(find<QCheckBox>(u"Auto scroll")->isChecked());
        QVERIFY(findIn<QRadioButton>(u"Send", u"Text")->isChecked());
        QCOMPARE(findIn<QComboBox>(u"Send", u"Encoding")->currentText(), QStringLiteral("Same as receive"));
        QVERIFY(find<QCheckBox>(u"Parse escapes")->isChecked());
        QCOMPARE(find<QComboBox>(u"Append ending")->currentText(), QStringLiteral("None"));
        QVERIFY(!find<QCheckBox>(u"Append checksum…")->isChecked());
        QVERIFY(!find<QCheckBox>(u"Repeat every")->isChecked());
        QCOMPARE(find<QSpinBox>(u"Repeat period")->value(), 1000);
        QCOMPARE(find<QSpinBox>(u"Times")->value(), 0);
        QCOMPARE(find<QComboBox>(u"Client")->currentText(), QStringLiteral("All clients (0)"));
        QCOMPARE(statusText(), QStringLiteral("Ready!|0/0|RX: 0|TX: 0"));
    }

    void chineseUsersGetGbkAndChineseNames()
    {
        openWindow(QStringLiteral("zh_CN"));
        QCOMPARE(findIn<QComboBox>(u"接收设置", u"字符编码")->currentText(), QStringLiteral("GBK"));
        QCOMPARE(find<QComboBox>(u"协议类型")->currentText(), QStringLiteral("TCP 服务器"));
        QCOMPARE(find<QComboBox>(u"客户端")->currentText(), QStringLiteral("所有客户端 (0)"));
        QVERIFY(find<QPushButton>(u"打开") != nullptr);
        QVERIFY(find<PortEdit>(u"本地主机端口") != nullptr);
        QVERIFY(find<PayloadEdit>(u"发送内容") != nullptr);
        QVERIFY(find<LogView>(u"数据日志") != nullptr);
        QVERIFY(find<QPushButton>(u"复位计数") != nullptr);
        QVERIFY(find<CollapseStrip>(u"收起设置") != nullptr);
        QVERIFY(statusText().startsWith(QStringLiteral("就绪!")));
        QStringList menus;
        const auto actions = m_window->menuBar()->actions();
        for (const QAction* menu : actions)
            menus.append(menu->text());
        QCOMPARE(menus, (QStringList{QStringLiteral("文件(&F)"), QStringLiteral("视图(&V)"), QStringLiteral("语言(&L)"),
                                     QStringLiteral("帮助(&H)")}));
    }

    void serverTalksWithAClient()
    {
        openWindow(QStringLiteral("en"));
        findIn<QComboBox>(u"Receive", u"Encoding")->setCurrentText(QStringLiteral("GBK"));
        const quint16 port = openServer();
        QVERIFY(port != 0);
        QVERIFY(!find<QComboBox>(u"Protocol")->isEnabled());
        QVERIFY(!find<QComboBox>(u"Local host")->isEnabled());
        QVERIFY(!find<PortEdit>(u"Local port")->isEnabled());
        QVERIFY(find<QPushButton>(u"Close") != nullptr);

        QTcpSocket peer;
        peer.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(peer.waitForConnected());
        QTRY_COMPARE_WITH_TIMEOUT(find<QComboBox>(u"Client")->currentText(), QStringLiteral("All clients (1)"),
                                  kPatienceMs);
        peer.write(QByteArray::fromHex("C4E3BAC3"));
        QTRY_VERIFY2_WITH_TIMEOUT(log().contains(QStringLiteral("你好")), qPrintable(log()), kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("1/0|RX: 4")), qPrintable(statusText()),
                                  kPatienceMs);

        auto* box = find<PayloadEdit>(u"Data to send");
        box->setFocus();
        box->insertPlainText(QStringLiteral("好\\n"));
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(peer.bytesAvailable(), 3, kPatienceMs);
        QCOMPARE(peer.readAll(), QByteArray::fromHex("BAC30A"));
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("1/1|")), qPrintable(statusText()), kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("|TX: 3")), qPrintable(statusText()),
                                  kPatienceMs);

        QTest::mouseClick(find<QPushButton>(u"Reset counters"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().endsWith(QStringLiteral("0/0|RX: 0|TX: 0")), qPrintable(statusText()),
                                  kPatienceMs);

        QTest::mouseClick(find<QPushButton>(u"Close"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Open") != nullptr, kPatienceMs);
        QVERIFY(find<QComboBox>(u"Protocol")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QAbstractSocket::UnconnectedState, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(find<QComboBox>(u"Client")->currentText(), QStringLiteral("All clients (0)"),
                                  kPatienceMs);
    }

    void disconnectsTheChosenClient()
    {
        openWindow(QStringLiteral("en"));
        const quint16 port = openServer();
        QTcpSocket first;
        first.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(first.waitForConnected());
        auto* client = find<QComboBox>(u"Client");
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 2, kPatienceMs);
        QTcpSocket second;
        second.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(second.waitForConnected());
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 3, kPatienceMs);
        client->setCurrentIndex(1);
        QTest::mouseClick(find<QPushButton>(u"Disconnect"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), QAbstractSocket::UnconnectedState, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 2, kPatienceMs);
        // Nothing chosen: what was meant for the first is not for the second.
        QCOMPARE(client->currentIndex(), -1);
        find<PayloadEdit>(u"Data to send")->setPlainText(QStringLiteral("hello"));
        QVERIFY(!find<QPushButton>(u"Send")->isEnabled());
        client->setCurrentIndex(0);
        QVERIFY(find<QPushButton>(u"Send")->isEnabled());
        QCOMPARE(second.state(), QAbstractSocket::ConnectedState);
        QTest::mouseClick(find<QPushButton>(u"Disconnect"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QAbstractSocket::UnconnectedState, kPatienceMs);
    }

    void clientConnectsByEnterAndTalks()
    {
        openWindow(QStringLiteral("en"));
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        find<QComboBox>(u"Protocol")->setCurrentText(QStringLiteral("TCP Client"));
        QVERIFY(find<QComboBox>(u"Client") == nullptr);
        QVERIFY(find<QComboBox>(u"Local host") == nullptr);
        auto* port = find<PortEdit>(u"Remote port");
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QString::number(server.serverPort()));
        QTest::keyClick(port, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Disconnect") != nullptr, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), kPatienceMs);
        const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
        find<PayloadEdit>(u"Data to send")->insertPlainText(QStringLiteral("PING"));
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Send")->isEnabled(), kPatienceMs);
        QTest::mouseClick(find<QPushButton>(u"Send"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(peer->bytesAvailable(), 4, kPatienceMs);
        QCOMPARE(peer->readAll(), QByteArray("PING"));
        QTest::mouseClick(find<QPushButton>(u"Disconnect"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Connect") != nullptr, kPatienceMs);
    }

    void refusedConnectionIsTold()
    {
        openWindow(QStringLiteral("en"));
        const RawSocket nobody = RawSocket::refusing();
        const quint16 port = nobody.localPort();
        find<QComboBox>(u"Protocol")->setCurrentText(QStringLiteral("TCP Client"));
        find<PortEdit>(u"Remote port")->setValue(port);
        QTest::mouseClick(find<QPushButton>(u"Connect"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("refused")), qPrintable(statusText()),
                                  kPatienceMs);
        QVERIFY(find<QPushButton>(u"Connect") != nullptr);
        // In the language chosen later, too.
        action(QStringLiteral("中文(简体)"))->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("拒绝")), qPrintable(statusText()), kPatienceMs);
    }

    void whatIsNoPortIsTold_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("typed");
        const auto server = QStringLiteral("TCP Server");
        const auto client = QStringLiteral("TCP Client");
        QTest::newRow("too large") << server << QStringLiteral("70000");
        QTest::newRow("just too large") << client << QStringLiteral("65536");
        QTest::newRow("negative") << server << QStringLiteral("-1");
        QTest::newRow("word") << client << QStringLiteral("http");
        QTest::newRow("blank between") << client << QStringLiteral("80 80");
        QTest::newRow("empty") << server << QString();
        QTest::newRow("any free one is no port to connect to") << client << QStringLiteral("0");
    }

    void whatIsNoPortIsTold()
    {
        QFETCH(const QString, protocol);
        QFETCH(const QString, typed);
        openWindow(QStringLiteral("en"));
        const bool server = protocol == QLatin1String("TCP Server");
        find<QComboBox>(u"Protocol")->setCurrentText(protocol);
        auto* port = server ? find<PortEdit>(u"Local port") : find<PortEdit>(u"Remote port");
        port->setFocus();
        port->selectAll();
        QTest::keyClick(port, Qt::Key_Delete);
        QTest::keyClicks(port, typed);
        auto* button = server ? find<QPushButton>(u"Open") : find<QPushButton>(u"Connect");
        button->setFocus(); // as typed, also behind the field's back
        QCOMPARE(port->text(), typed);
        QTest::keyClick(button, Qt::Key_Space);
        const QString told = QStringLiteral("“%1” is not a port").arg(typed);
        QVERIFY2(statusText().contains(told), qPrintable(statusText()));
        QTRY_VERIFY2_WITH_TIMEOUT(log().contains(told), qPrintable(log()), kPatienceMs);
        QCOMPARE(session().state(), TransportState::Closed);
        QVERIFY(button->isEnabled() && port->isEnabled());
        // What is remembered is the last real one.
        QCOMPARE(m_window->preferences().localPort, 8080);
        QCOMPARE(m_window->preferences().remotePort, 8080);
    }

    void anEncodingThatIsMissingStaysWished()
    {
        Preferences wished;
        wished.receiveEncoding = QStringLiteral("EBCDIC-7");
        wished.send.encoding = QStringLiteral("MacGreek");
        QFile file(settingsPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wished.toJson());
        file.close();
        openWindow(QStringLiteral("en"));
        QTRY_VERIFY2_WITH_TIMEOUT(log().contains(QStringLiteral("encoding EBCDIC-7 is not available")),
                                  qPrintable(log()), kPatienceMs);
        QVERIFY2(log().contains(QStringLiteral("encoding MacGreek is not available")), qPrintable(log()));
        QCOMPARE(findIn<QComboBox>(u"Receive", u"Encoding")->currentText(), QStringLiteral("UTF-8"));
        QCOMPARE(m_window->preferences().receiveEncoding, wished.receiveEncoding);
        QCOMPARE(m_window->preferences().send.encoding, wished.send.encoding);
        findIn<QComboBox>(u"Receive", u"Encoding")->setCurrentText(QStringLiteral("Big5"));
        QCOMPARE(m_window->preferences().receiveEncoding, QStringLiteral("Big5"));
        QCOMPARE(m_window->preferences().send.encoding, wished.send.encoding);
    }

    void eachProtocolKeepsItsFields()
    {
        openWindow(QStringLiteral("en"));
        auto* protocol = find<QComboBox>(u"Protocol");
        find<PortEdit>(u"Local port")->setValue(0);
        find<QComboBox>(u"Local host")->setEditText(QStringLiteral("::1"));
        protocol->setCurrentText(QStringLiteral("TCP Client"));
        QCOMPARE(find<PortEdit>(u"Remote port")->value(), 8080);
        find<PortEdit>(u"Remote port")->setValue(7);
        find<QComboBox>(u"Remote host")->setEditText(QStringLiteral("example.org"));
        protocol->setCurrentText(QStringLiteral("TCP Server"));
        QCOMPARE(find<PortEdit>(u"Local port")->value(), 0);
        QCOMPARE(find<QComboBox>(u"Local host")->currentText(), QStringLiteral("::1"));
        protocol->setCurrentText(QStringLiteral("TCP Client"));
        QCOMPARE(find<PortEdit>(u"Remote port")->value(), 7);
        QCOMPARE(find<QComboBox>(u"Remote host")->currentText(), QStringLiteral("example.org"));
    }

    void offersTheEncodingThatFits()
    {
        openWindow(QStringLiteral("en"));
        const quint16 port = openServer();
        QTcpSocket peer;
        peer.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(peer.waitForConnected());
        peer.write(QByteArray::fromHex("C4E3BAC3"));
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("3 bytes are not valid in UTF-8")),
                                  qPrintable(statusText()), kPatienceMs);
        QAbstractButton* offer = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((offer = find<QAbstractButton>(u"Show as GBK")) != nullptr, kPatienceMs);
        offer->click();
        QCOMPARE(findIn<QComboBox>(u"Receive", u"Encoding")->currentText(), QStringLiteral("GBK"));
        QTRY_VERIFY2_WITH_TIMEOUT(!statusText().contains(QStringLiteral("not valid")), qPrintable(statusText()),
                                  kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(log().contains(QStringLiteral("你好")), kPatienceMs);
    }

    void offersUtf8WhereItIsValidInAnotherEncodingToo()
    {
        openWindow(QStringLiteral("en"));
        findIn<QComboBox>(u"Receive", u"Encoding")->setCurrentText(QStringLiteral("GBK"));
        const quint16 port = openServer();
        QTcpSocket peer;
        peer.connectToHost(QStringLiteral("127.0.0.1"), port);
        QVERIFY(peer.waitForConnected());
        peer.write(QStringLiteral("你好").toUtf8());
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("This looks like UTF-8")),
                                  qPrintable(statusText()), kPatienceMs);
        action(QStringLiteral("Clear log"))->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(!statusText().contains(QStringLiteral("looks like")), qPrintable(statusText()),
                                  kPatienceMs);
        peer.write(QByteArray::fromHex("BFCDBBA7B6CB"));
        QTRY_VERIFY_WITH_TIMEOUT(log().contains(QStringLiteral("客户端")), kPatienceMs);
        QVERIFY(find<QAbstractButton>(u"Show as UTF-8") == nullptr);
        action(QStringLiteral("Clear log"))->trigger();
        peer.write(QStringLiteral("你好").toUtf8());
        QAbstractButton* offer = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((offer = find<QAbstractButton>(u"Show as UTF-8")) != nullptr, kPatienceMs);
        offer->click();
        QTRY_VERIFY_WITH_TIMEOUT(log().contains(QStringLiteral("你好")), kPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(!statusText().contains(QStringLiteral("looks like")), qPrintable(statusText()),
                                  kPatienceMs);
    }

    void refusedConversionPutsTheRadioBack()
    {
        openWindow(QStringLiteral("en"));
        auto* box = find<PayloadEdit>(u"Data to send");
        box->insertPlainText(QStringLiteral("a\\q"));
        auto* hex = findIn<QRadioButton>(u"Send", u"HEX");
        auto* text = findIn<QRadioButton>(u"Send", u"Text");
        QTest::mouseClick(hex, Qt::LeftButton, {}, QPoint(8, hex->height() / 2));
        QVERIFY(text->isChecked());
        QCOMPARE(box->text(), QStringLiteral("a\\q"));
        box->setText(QStringLiteral("AT"));
        QTest::mouseClick(hex, Qt::LeftButton, {}, QPoint(8, hex->height() / 2));
        QVERIFY(hex->isChecked());
        QCOMPARE(box->text(), QStringLiteral("41 54"));
        QTest::mouseClick(text, Qt::LeftButton, {}, QPoint(8, text->height() / 2));
        QCOMPARE(box->text(), QStringLiteral("AT"));
    }

    void hintsFollowTheMouse()
    {
        openWindow(QStringLiteral("en"));
        auto* clear = find<QPushButton>(u"Clear send");
        QEnterEvent enter(QPointF(3, 3), QPointF(3, 3), QPointF(3, 3));
        QCoreApplication::sendEvent(clear, &enter);
        QVERIFY(statusText().startsWith(clear->toolTip()));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(clear, &leave);
        QVERIFY(statusText().startsWith(QStringLiteral("Ready!")));
    }

    void everyControlHasAHintAndAName()
    {
        openWindow(QStringLiteral("en"));
        const auto widgets = m_window->centralWidget()->findChildren<QWidget*>();
        int checked = 0;
        for (const QWidget* widget : widgets) {
            const bool inner = qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
                               qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
            if (!widget->isVisible() || inner || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const QAccessibleInterface* accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY(accessible != nullptr);
            const QByteArray what = widget->metaObject()->className() + QByteArray(" ") + widget->toolTip().toUtf8();
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), what.constData());
            QVERIFY2(!accessible->text(QAccessible::Name).contains(u'&'), what.constData());
            if (qobject_cast<const LogView*>(widget) == nullptr)
                QVERIFY2(!widget->toolTip().isEmpty(), what.constData());
            ++checked;
        }
        QVERIFY(checked > 20);
    }

    /// Also those that are not shown at first, and the menus' entries: the status bar tells them all.
    void everyControlAndEntryHasAHintForTheStatusBar()
    {
        openWindow(QStringLiteral("en"));
        QStringList without;
        const auto look = [&without](const QWidget& whole) {
            const auto widgets = whole.findChildren<QWidget*>();
            for (const QWidget* widget : widgets) {
                const QWidget* const parent = widget->parentWidget();
                const bool isInner = qobject_cast<const QComboBox*>(parent) != nullptr ||
                                     qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
                                     qobject_cast<const QDialogButtonBox*>(parent) != nullptr ||
                                     parent->inherits("QComboBoxPrivateContainer") || widget->inherits("QMenu") ||
                                     widget->inherits("QMenuBar");
                // Its pages and its tabs have theirs; and a hint must not cover what the status bar tells while one looks at the
                // log.
                const bool isWithout = qobject_cast<const QTabWidget*>(widget) != nullptr ||
                                       qobject_cast<const LogView*>(widget) != nullptr;
                if (isInner || isWithout || (widget->focusPolicy() & Qt::TabFocus) == 0)
                    continue;
                if (widget->statusTip().isEmpty() || widget->toolTip().isEmpty())
                    without.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                                                               widget->accessibleName()));
            }
        };
        look(*m_window->centralWidget());
        look(*m_window->statusBar());
        const auto menus = m_window->menuBar()->findChildren<QMenu*>();
        for (const QMenu* menu : menus) {
            const auto entries = menu->actions();
            for (const QAction* entry : entries) {
                if (!entry->isSeparator() && entry->menu() == nullptr && entry->statusTip().isEmpty())
                    without.append(entry->text());
            }
        }
        QVERIFY(menus.size() >= 4);
        const auto nothing = [](const ChecksumSettings& /*checksum*/) {
            return Result<PayloadParts, PayloadError>(PayloadParts());
        };
        look(ChecksumDialog({}, nothing));
        look(LimitsDialog({}));
        look(MulticastDialog(MulticastOptions()));
        look(ConnectionDialog({}));
        look(ColorsDialog({}, {}));
        look(DefaultTextDialog({}));
        look(SaveToFileDialog({}));
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'|')));
    }

    void menusAreReachedByTheKeyboardInEachLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("bar");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("FVLH");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("FVLH");
    }
    void menusAreReachedByTheKeyboardInEachLanguage()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, bar);
        openWindow(language);
        const auto letterOf = [](const QAction* entry) {
            return QKeySequence::mnemonic(entry->text()).toString().right(1);
        };
        QString letters;
        const auto menus = m_window->menuBar()->actions();
        for (const QAction* menu : menus) {
            letters += letterOf(menu);
            QSet<QString> taken;
            const auto entries = menu->menu()->actions();
            for (const QAction* entry : entries) {
                // The languages are called by their own names.
                if (entry->isSeparator() || entry->actionGroup() != nullptr)
                    continue;
                QVERIFY2(!letterOf(entry).isEmpty() && !taken.contains(letterOf(entry)), qPrintable(entry->text()));
                taken.insert(letterOf(entry));
            }
        }
        QCOMPARE(letters, bar);
    }

    void languageChangesEverythingAtOnce()
    {
        openWindow(QStringLiteral("en"));
        action(QStringLiteral("中文(简体)"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->windowTitle(), QStringLiteral("网络调试助手"), kPatienceMs);
        // Words that are the same in both languages; a name of an encoding is always behind one of these or alone.
        static const QRegularExpression letters(QStringLiteral("[A-Za-z]{2,}"));
        static const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
        const QStringList same{QStringLiteral("HEX"), QStringLiteral("English"), QStringLiteral("ms"),
                               QStringLiteral("RX: 0"), QStringLiteral("TX: 0")};
        const auto isTranslated = [&](const QString& text) {
            return !text.contains(letters) || text.contains(chinese) || same.contains(text);
        };
        const auto widgets = m_window->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            QStringList texts{widget->toolTip(), widget->statusTip(), widget->accessibleName(),
                              widget->accessibleDescription()};
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                texts.append(button->text());
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                texts.append(label->text());
            if (const auto* box = qobject_cast<const QGroupBox*>(widget))
                texts.append(box->title());
            if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
                texts.append(edit->placeholderText());
            for (const QString& text : std::as_const(texts))
                QVERIFY2(isTranslated(text), qPrintable(text));
        }
        const auto actions = m_window->findChildren<QAction*>();
        for (const QAction* action : actions) {
            // Those inside editors are Qt's own and made anew when shown.
            if (qobject_cast<const QLineEdit*>(action->parent()) != nullptr)
                continue;
            QVERIFY2(isTranslated(action->text()), qPrintable(action->text()));
        }
        action(QStringLiteral("English"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->windowTitle(), QStringLiteral("Network Debugging Assistant"), kPatienceMs);
        QVERIFY(find<QPushButton>(u"Open") != nullptr);
    }

    void everythingIsRemembered()
    {
        openWindow(QStringLiteral("en"));
        find<QComboBox>(u"Protocol")->setCurrentText(QStringLiteral("TCP Client"));
        find<QComboBox>(u"Remote host")->setEditText(QStringLiteral("localhost"));
        find<PortEdit>(u"Remote port")->setValue(6379);
        findIn<QRadioButton>(u"Receive", u"HEX")->click();
        findIn<QComboBox>(u"Receive", u"Encoding")->setCurrentText(QStringLiteral("Big5"));
        find<QCheckBox>(u"Log mode")->click();
        find<QCheckBox>(u"Auto line feed")->click();
        find<QCheckBox>(u"Hide received data")->click();
        find<QCheckBox>(u"Auto scroll")->click();
        findIn<QComboBox>(u"Send", u"Encoding")->setCurrentText(QStringLiteral("GBK"));
        find<QCheckBox>(u"Parse escapes")->click();
        find<QComboBox>(u"Append ending")->setCurrentText(QStringLiteral("CRLF"));
        find<QCheckBox>(u"Append checksum…")->click();
        auto* checksum = m_window->findChild<ChecksumDialog*>();
        QVERIFY(checksum != nullptr);
        auto* algorithm = findByName<QComboBox>(*checksum, QStringLiteral("Algorithm"));
        algorithm->setCurrentIndex(algorithm->findText(QStringLiteral("XOR"), Qt::MatchStartsWith));
        checksum->accept();
        find<QCheckBox>(u"Repeat every")->click();
        find<QSpinBox>(u"Repeat period")->setValue(250);
        find<QSpinBox>(u"Times")->setValue(7);
        find<PayloadEdit>(u"Data to send")->insertPlainText(QStringLiteral("*1\n你好"));
        action(QStringLiteral("Always on top"))->trigger();
        action(QStringLiteral("Zoom in"))->trigger();
        action(QStringLiteral("中文(简体)"))->trigger();
        m_window->resize(800, 640);
        const Preferences before = m_window->preferences();
        QCOMPARE(before.language, QStringLiteral("zh_CN"));
        QCOMPARE(before.remotePort, 6379);
        QVERIFY(before.send.checksum && before.send.checksum->kind == ChecksumKind::Xor);
        QVERIFY((before.repeatOn && before.repeat == RepeatSettings{250, 7}));
        QVERIFY(before.alwaysOnTop && before.receiveHex && !before.logMode && before.hideReceived);
        // Without a proper end it gets into the file by itself.
        QTRY_VERIFY_WITH_TIMEOUT(PreferencesFile(settingsPath()).load().preferences == m_window->preferences(),
                                 kPatienceMs);

        closeWindow();
        openWindow(QString());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("网络调试助手"));
        QCOMPARE(m_window->size(), QSize(800, 640));
        Preferences after = m_window->preferences();
        after.windowGeometry = before.windowGeometry;
        after.splitterState = before.splitterState;
        QVERIFY2(after == before, (after.toJson() + before.toJson()).constData());
        QCOMPARE(find<PayloadEdit>(u"发送内容")->text(), QStringLiteral("*1\n你好"));
        QVERIFY(find<QComboBox>(u"远程主机地址") != nullptr);
    }

    void unknownEncodingIsTold()
    {
        Preferences preferences;
        preferences.receiveEncoding = QStringLiteral("x-nowhere");
        m_file = std::make_unique<PreferencesFile>(settingsPath());
        m_language = std::make_unique<Language>();
        m_language->use(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>(*m_language, *m_file, preferences);
        (void)m_window->sessionView();
        m_window->show();
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("x-nowhere")), qPrintable(statusText()),
                                  kPatienceMs);
        QCOMPARE(findIn<QComboBox>(u"Receive", u"Encoding")->currentText(), QStringLiteral("UTF-8"));
    }

    /// The screen of the tests is 800 by 800: less than the window would like, as on many a notebook.
    void fitsOntoTheScreen()
    {
        openWindow(QStringLiteral("en"));
        const QRect screen = m_window->screen()->availableGeometry();
        QVERIFY(screen.height() <= 800);
        QVERIFY2(m_window->height() + 30 < screen.height(), qPrintable(QString::number(m_window->height())));
        closeWindow();

        // Left large, far out, on another screen.
        QWidget large;
        large.setGeometry(300, 95, 1500, 1100);
        rememberPlaceOf(large);
        openWindow(QStringLiteral("en"));
        QVERIFY(m_window->height() + 30 < screen.height());
        QVERIFY2(m_window->geometry().top() > 0 && m_window->geometry().bottom() < screen.bottom(),
                 qPrintable(QString::number(m_window->geometry().bottom())));
        QVERIFY(m_window->width() <= 800);
        closeWindow();

        // The same of one that was maximised, for when it no longer is.
        large.setWindowState(Qt::WindowMaximized);
        rememberPlaceOf(large);
        openWindow(QStringLiteral("en"));
        QVERIFY(m_window->isMaximized());
        QVERIFY2(m_window->normalGeometry().height() + 30 < screen.height(),
                 qPrintable(QString::number(m_window->normalGeometry().height())));
        closeWindow();

        // One that fits is left alone.
        large.setWindowState(Qt::WindowNoState);
        large.setGeometry(0, 100, 800, 600);
        rememberPlaceOf(large);
        openWindow(QStringLiteral("en"));
        QCOMPARE(m_window->size(), QSize(800, 600));
        QCOMPARE(m_window->geometry().top(), 100);
    }

    void countersShowEveryDigit()
    {
        openWindow(QStringLiteral("en"));
        Counters counters;
        counters.receivedRecords = 5'000'000'001;
        counters.sentRecords = 6'000'000'002;
        counters.receivedBytes = 7'000'000'000'003;
        counters.sentBytes = 8'000'000'000'004;
        m_window->findChild<StatusLine*>()->setCounters(counters, 0, 0);
        for (const char* shown : {"5000000001/6000000002", "RX: 7000000000003", "TX: 8000000000004"})
            QVERIFY2(statusText().contains(QLatin1String(shown)), qPrintable(statusText()));
    }

    void limitsAreChosenAndRemembered()
    {
        openWindow(QStringLiteral("en"));
        QCOMPARE(session().limits(), SessionLimits());
        action(QStringLiteral("Capture limit\u2026"))->trigger();
        auto* dialog = m_window->findChild<LimitsDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        findByName<QSpinBox>(*dialog, QStringLiteral("Clients"))->setValue(12);
        dialog->accept();
        QCOMPARE(session().limits().clients, 12);
        QCOMPARE(m_window->preferences().limits.clients, 12);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<LimitsDialog*>() == nullptr, kPatienceMs);
        closeWindow();
        openWindow(QStringLiteral("en"));
        QCOMPARE(session().limits().clients, 12);
    }

    void settingsColumnCollapses()
    {
        openWindow(QStringLiteral("en"));
        auto* strip = find<CollapseStrip>(u"Collapse settings");
        QVERIFY(find<QGroupBox>(u"Network") != nullptr);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Space);
        QVERIFY(find<QGroupBox>(u"Network") == nullptr);
        QVERIFY(!action(QStringLiteral("Show settings column"))->isChecked());
        action(QStringLiteral("Show settings column"))->trigger();
        QVERIFY(find<QGroupBox>(u"Network") != nullptr);
        QVERIFY(!strip->isChecked());
    }

    void toolColumnOpensAndIsRemembered()
    {
        openWindow(QStringLiteral("en"));
        m_window->resize(1400, 700);
        auto* tools = m_window->findChild<ToolColumn*>();
        QVERIFY(!tools->isVisible());
        auto* strip = find<CollapseStrip>(u"Collapse tools");
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Space);
        QVERIFY(tools->isVisible());
        QVERIFY(action(QStringLiteral("Show tool column"))->isChecked());
        QTRY_COMPARE_WITH_TIMEOUT(tools->width(), tools->sizeHint().width(), kPatienceMs);
        QVERIFY(strip->x() > tools->mapTo(&m_window->sessionView(), QPoint()).x());

        auto* page = new QWidget;
        page->setWindowTitle(QStringLiteral("First"));
        tools->addPage(*page);
        QCOMPARE(tools->tabText(tools->indexOf(page)), QStringLiteral("First"));
        page->setWindowTitle(QStringLiteral("Last"));
        QCOMPARE(tools->tabText(tools->indexOf(page)), QStringLiteral("Last"));
        m_window->sessionView().setToolColumnShown(false);
        m_window->sessionView().showTool(*page);
        QVERIFY(tools->isVisible() && page->isVisible());

        // The window became narrower with the column and does not grow past the screen.
        m_window->resize(1400, 700);
        auto* splitter = qobject_cast<QSplitter*>(tools->parentWidget());
        QWidget* const handle = splitter->handle(1);
        // Laid out anew.
        QTRY_VERIFY_WITH_TIMEOUT(splitter->width() > 1000 && handle->x() == splitter->sizes().first(), kPatienceMs);
        QCOMPARE(tools->width(), tools->sizeHint().width());
        const int before = tools->width();
        // As the mouse does it.
        QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(2, 50));
        QTest::mouseMove(handle, QPoint(32, 50));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(2, 50));
        const int width = tools->width();
        QCOMPARE(width, before - 30);
        closeWindow();
        openWindow(QStringLiteral("en"));
        m_window->resize(1400, 700); // the screen without a screen is too small for it
        tools = m_window->findChild<ToolColumn*>();
        QVERIFY(tools->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(tools->width(), width, kPatienceMs);
        action(QStringLiteral("Show tool column"))->trigger();
        QVERIFY(!tools->isVisible());
    }

    void tabVisitsControlsInVisualOrder()
    {
        openWindow(QStringLiteral("en"));
        const QList<QWidget*> order{find<QComboBox>(u"Protocol"),
                                    find<QComboBox>(u"Local host"),
                                    find<PortEdit>(u"Local port"),
                                    find<QPushButton>(u"Open"),
                                    findIn<QRadioButton>(u"Receive", u"Text"),
                                    findIn<QComboBox>(u"Receive", u"Encoding"),
                                    find<QCheckBox>(u"Log mode"),
                                    find<QCheckBox>(u"Parse escapes"),
                                    find<QComboBox>(u"Append ending"),
                                    find<QCheckBox>(u"Append checksum…"),
                                    find<QCheckBox>(u"Repeat every"),
                                    find<QSpinBox>(u"Repeat period"),
                                    find<QSpinBox>(u"Times"),
                                    find<CollapseStrip>(u"Collapse settings"),
                                    find<LogView>(u"Data log"),
                                    find<QComboBox>(u"Client"),
                                    find<PayloadEdit>(u"Data to send"),
                                    find<QPushButton>(u"Send"),
                                    find<CollapseStrip>(u"Collapse tools"),
                                    find<QPushButton>(u"Reset counters")};
        QVERIFY(!order.contains(nullptr));
        QList<QWidget*> visited;
        QWidget* widget = order.first();
        do {
            if (order.contains(widget))
                visited.append(widget);
            widget = widget->nextInFocusChain();
        } while (widget != order.first());
        QCOMPARE(visited, order);
        QCOMPARE(m_window->focusWidget(), find<QPushButton>(u"Open"));
    }

    void scrollingAndTheToggleAgree()
    {
        openWindow(QStringLiteral("en"));
        LogView& view = m_window->sessionView().logView();
        auto* toggle = find<QCheckBox>(u"Auto scroll");
        toggle->click();
        QVERIFY(!view.isFollowing());
        view.setFollowing(true);
        QVERIFY(toggle->isChecked());
    }

    void savesLogAndBytes()
    {
        openWindow(QStringLiteral("en"));
        findIn<QComboBox>(u"Receive", u"Encoding")->setCurrentText(QStringLiteral("GBK"));
        Capture& capture = session().capture();
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:9"));
        QByteArray all;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray burst = QByteArray::fromHex("C4E3BAC3") + QByteArray::number(i) + '\n';
            capture.append(RecordKind::Received, peer, burst);
            capture.append(RecordKind::Sent, peer, "no\n");
            all += burst;
        }
        SaveAs save(m_window->sessionView(), *m_window->findChild<StatusLine*>(), nullptr);
        const QString bytesPath = m_folder->filePath(QStringLiteral("bytes.bin"));
        save.writeReceivedBytes(bytesPath);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(bytesPath), kPatienceMs);
        QFile bytes(bytesPath);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QCOMPARE(bytes.readAll(), all);

        const QString logPath = m_folder->filePath(QStringLiteral("log.txt"));
        save.writeLog(logPath);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(logPath), kPatienceMs);
        QFile log(logPath);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(log.readAll());
        QVERIFY(text.contains(QStringLiteral("# RECV GBK/6 from 127.0.0.1:9 <<<\n你好0\n")));
        QVERIFY(text.contains(QStringLiteral("你好2999\n")));
        QCOMPARE(text.count(QStringLiteral("# SEND GBK/3")), 3000);
    }

    void theKeysTellWhyNothingIsSent()
    {
        openWindow(QStringLiteral("en"));
        auto* box = find<PayloadEdit>(u"Data to send");
        QTest::keyClicks(box, QStringLiteral("hi"));
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(statusText().contains(QStringLiteral("open the server")), qPrintable(statusText()));
        box->clear();
        QVERIFY(openServer() > 0);
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(statusText().contains(QStringLiteral("nothing to send")), qPrintable(statusText()));
        QTest::keyClicks(box, QStringLiteral("hi"));
        QVERIFY2(statusText().contains(QStringLiteral("no client")) || statusText().contains(QStringLiteral("nobody")),
                 qPrintable(statusText())); // that is the reason now
        findIn<QRadioButton>(u"Send", u"File")->click();
        QTest::keyClick(find<QLineEdit>(u"File to send"), Qt::Key_Return);
        QVERIFY2(statusText().contains(QStringLiteral("choose a file")), qPrintable(statusText()));
    }

    void savingCanBeGivenUp()
    {
        openWindow(QStringLiteral("en"));
        fillLog(20);
        auto* save = m_window->findChild<SaveAs*>();
        const QString path = m_folder->filePath(QStringLiteral("log.txt"));
        save->writeLog(path);
        auto* status = m_window->findChild<StatusLine*>();
        QTRY_VERIFY_WITH_TIMEOUT(status->findChild<QProgressBar*>()->isVisible(), kPatienceMs);
        findByName<QToolButton>(*status, QStringLiteral("Cancel"))->click();
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("given up; nothing there has changed")),
                                  qPrintable(statusText()), kPatienceMs);
        QVERIFY(!QFile::exists(path));
    }

    void quittingAsksWhatIsStillSaved()
    {
        openWindow(QStringLiteral("en"));
        fillLog();
        auto* save = m_window->findChild<SaveAs*>();
        const QString path = m_folder->filePath(QStringLiteral("log.txt"));
        save->writeLog(path);
        m_window->close();
        QVERIFY(m_window->isVisible());
        const QMessageBox* box = openQuestion();
        QVERIFY(box != nullptr && box->text().contains(path));
        QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel)); // Enter keeps it
        m_window->close();
        QVERIFY(openQuestion() == box); // not another one
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(openQuestion() == nullptr);
        m_window->close();
        QVERIFY(openQuestion() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(statusText().contains(QStringLiteral("Saved as")), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(openQuestion() == nullptr, kPatienceMs); // there is nothing to give up any more
        QVERIFY(m_window->isVisible());
        const qint64 saved = QFileInfo(path).size();
        QVERIFY(saved > 0);

        fillLog();
        save->writeLog(path);
        m_window->close();
        QVERIFY(m_window->isVisible() && openQuestion() != nullptr);
        agree(*openQuestion());
        QVERIFY(!m_window->isVisible());
        closeWindow();
        QCOMPARE(QFileInfo(path).size(), saved);
    }

    void savingAgainTellsOnlyTheLast()
    {
        openWindow(QStringLiteral("en"));
        fillLog();
        auto* save = m_window->findChild<SaveAs*>();
        const QString path = m_folder->filePath(QStringLiteral("log.txt"));
        bool isToldWrongly = false;
        QTimer watch;
        watch.callOnTimeout([&] { isToldWrongly |= statusText().contains(QStringLiteral("given up")); });
        watch.start(0);
        save->writeLog(path);
        save->writeLog(path);
        QTRY_VERIFY_WITH_TIMEOUT(statusText().contains(QStringLiteral("Saved as")), kPatienceMs);
        QVERIFY(!isToldWrongly);
        save->writeLog(path);
        QVERIFY(!statusText().contains(QStringLiteral("Saved as"))); // it is not
        QTRY_VERIFY_WITH_TIMEOUT(statusText().contains(QStringLiteral("Saved as")), kPatienceMs);
    }

    void theSessionsEndAsksNothing()
    {
        openWindow(QStringLiteral("en"));
        fillLog();
        m_window->findChild<SaveAs*>()->writeLog(m_folder->filePath(QStringLiteral("log.txt")));
        find<QCheckBox>(u"Log mode")->click();
        m_window->prepareForSessionEnd();
        QVERIFY(!PreferencesFile(settingsPath()).load().preferences.logMode); // it may be killed next
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(openQuestion() == nullptr);
    }

    /// Nobody is there to answer when the system ends it.
    void quittingAtOnceAsksNothing()
    {
        openWindow(QStringLiteral("en"));
        fillLog();
        const QString path = m_folder->filePath(QStringLiteral("log.txt"));
        m_window->findChild<SaveAs*>()->writeLog(path);
        find<QCheckBox>(u"Log mode")->click();
        m_window->quitAtOnce();
        QVERIFY(!m_window->isVisible());
        QVERIFY(openQuestion() == nullptr);
        closeWindow();
        QVERIFY(!QFile::exists(path));
        openWindow(QStringLiteral("en"));
        QVERIFY(!find<QCheckBox>(u"Log mode")->isChecked()); // remembered all the same
    }

    void fileThatCannotBeWrittenIsTold()
    {
        openWindow(QStringLiteral("en"));
        SaveAs save(m_window->sessionView(), *m_window->findChild<StatusLine*>(), nullptr);
        save.writeLog(m_folder->filePath(QStringLiteral("no/such/folder.txt")));
        QTRY_VERIFY2_WITH_TIMEOUT(statusText().contains(QStringLiteral("cannot be written")), qPrintable(statusText()),
                                  kPatienceMs);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
