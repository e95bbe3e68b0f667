// SPDX-License-Identifier: MIT
// The tools at the right of a session's view, with a client that hears what they send.
#include "app/session/Preferences.h"
#include "app/text/Encoding.h"
#include "tests/ui/FindByName.h"
#include "tests/ui/OpenQuestion.h"
#include "tests/unit/Patience.h"
#include "ui/ChecksumDialog.h"
#include "ui/ElidedLabel.h"
#include "ui/HistoryModel.h"
#include "ui/HistoryPage.h"
#include "ui/PayloadEdit.h"
#include "ui/QuickCommandModel.h"
#include "ui/QuickCommandTable.h"
#include "ui/QuickCommandsPage.h"
#include "ui/ReplyEditor.h"
#include "ui/SessionView.h"
#include "ui/ToolColumn.h"
#include "ui/UdpPeerChoice.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestTools final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SessionView> m_view;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_heard;
    QList<NoteKind> m_notes;

    template <class T>
    T* find(const char16_t* name) const
    {
        return findByName<T>(*m_view, QString::fromUtf16(name));
    }

    [[nodiscard]] QuickCommandsPage& page() const { return *m_view->findChild<QuickCommandsPage*>(); }
    [[nodiscard]] QuickCommandModel& commands() const { return page().model(); }
    [[nodiscard]] HistoryModel& history() const { return m_view->findChild<HistoryPage*>()->model(); }
    [[nodiscard]] PayloadEdit& box() const { return *find<PayloadEdit>(u"Data to send"); }

    void makeView()
    {
        m_view = std::make_unique<SessionView>();
        m_view->resize(1200, 700);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_notes.clear();
        connect(m_view.get(), &SessionView::noted, this, [this](const Note& note) { m_notes.append(note.kind); });
    }

    void connectClient()
    {
        QSignalSpy opened(&m_view->session(), &Session::opened);
        m_view->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatienceMs);
        m_heard.clear();
        m_client = std::make_unique<QTcpSocket>();
        connect(m_client.get(), &QTcpSocket::readyRead, this, [this] { m_heard += m_client->readAll(); });
        m_client->connectToHost(QStringLiteral("127.0.0.1"), opened.first().first().value<Endpoint>().port);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->session().peers().size(), 1, kPatienceMs);
    }

    static QuickCommand command(const QString& text, int delayMs = 0)
    {
        QuickCommand made;
        made.message.text = text;
        made.delayMs = delayMs;
        made.ticked = true;
        return made;
    }

    /// Types it into the box and sends it.
    void sendFromBox(const QString& text)
    {
        box().setText(text);
        m_view->send();
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Endpoint>(); }

    void init() { makeView(); }

    void cleanup()
    {
        m_client.reset();
        m_view.reset();
    }

    void buttonsOpenTheColumnAtTheirPage()
    {
        QVERIFY(!m_view->isToolColumnShown());
        find<QPushButton>(u"History")->click();
        QVERIFY(m_view->isToolColumnShown());
        QVERIFY(find<QLineEdit>(u"Search the history")->isVisible());
        find<QPushButton>(u"Quick commands")->click();
        QVERIFY(page().isVisible());
        QVERIFY(find<QuickCommandTable>(u"List of quick commands") != nullptr);
    }

    void commandsOwnChecksumIsAskedForInItsCell()
    {
        connectClient();
        QuickCommand own = command(QStringLiteral("01 03 00 00 00 02"));
        own.message.mode = PayloadMode::Hex;
        QVERIFY(commands().insert(0, {own}));
        m_view->showTool(page());
        auto* table = find<QuickCommandTable>(u"List of quick commands");
        const QModelIndex cell = commands().index(0, QuickCommandModel::ChecksumColumn);
        const auto pickOwn = [&]() -> ChecksumDialog* {
            table->setCurrentIndex(cell);
            table->edit(cell);
            auto* combo = table->viewport()->findChild<QComboBox*>();
            if (combo == nullptr || combo->accessibleName() != QStringLiteral("Checksum"))
                return nullptr;
            const int row = combo->findText(QStringLiteral("Own…"));
            combo->setCurrentIndex(row);
            Q_EMIT combo->activated(row);
            const bool shown = QTest::qWaitFor([&] { return page().findChild<ChecksumDialog*>() != nullptr; });
            return shown ? page().findChild<ChecksumDialog*>() : nullptr;
        };
        auto* dialog = pickOwn();
        QVERIFY(dialog != nullptr);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(page().findChild<ChecksumDialog*>() == nullptr, kPatienceMs);
        QVERIFY(!commands().commandAt(0).ownChecksum);
        dialog = pickOwn();
        QVERIFY(dialog != nullptr);
        // CRC-16/MODBUS, as it begins, of this command.
        const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("01 03 00 00 00 02 <b>C4 0B</b>"));
        }));
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(commands().commandAt(0).message.checksum, ChecksumSettings(), kPatienceMs);
        table->selectRows({0, 1});
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray::fromHex("010300000002C40B"), kPatienceMs);
    }

    void commandIsSentAsTheSettingsSayOrAsItsOwn()
    {
        connectClient();
        m_view->putInBox({QStringLiteral("box"), PayloadMode::Hex, QStringLiteral("GBK"), true, Ending::None, {}});
        QuickCommand own = command(QStringLiteral("你\\x00"));
        own.ownEncoding = true;
        own.message.encoding = QStringLiteral("UTF-8");
        own.ownEnding = true;
        own.message.ending = Ending::CrLf;
        QuickCommand hex = command(QStringLiteral("01 0A"));
        hex.message.mode = PayloadMode::Hex;
        QVERIFY(commands().insert(0, {command(QStringLiteral("你")), own, hex}));
        m_view->showTool(page());
        auto* table = find<QuickCommandTable>(u"List of quick commands");
        for (int row = 0; row < 3; ++row) {
            table->selectRows({row, 1});
            QTest::keyClick(table, Qt::Key_Return);
        }
        const QByteArray wanted = QByteArray::fromHex("C4E3"
                                                      "E4BDA0000D0A"
                                                      "010A");
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, wanted, kPatienceMs);
        QCOMPARE(box().text(), QStringLiteral("box"));
        QVERIFY(history().history().entries().isEmpty()); // only what the box sends
    }

    void whatCannotBeSentIsTold()
    {
        QuickCommand wrong = command(QStringLiteral("a\nb\\q"));
        wrong.name = QStringLiteral("wrong");
        QVERIFY(commands().insert(0, {wrong, command(QString()), command(QStringLiteral("x"))}));
        m_view->showTool(page());
        auto* table = find<QuickCommandTable>(u"List of quick commands");
        table->selectRows({0, 1});
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_notes, QList{NoteKind::CommandInvalid});
        QVERIFY(m_view->sendMessage(wrong.message, wrong.name).contains(QStringLiteral("line 2, column 2")));
        m_notes.clear();
        table->selectRows({1, 1});
        QTest::keyClick(table, Qt::Key_Return);
        table->selectRows({2, 1});
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_notes, QList({NoteKind::CommandEmpty, NoteKind::SendWithoutPeer}));
    }

    void remoteHostThatIsIncompleteIsTold()
    {
        QSignalSpy opened(&m_view->session(), &Session::opened);
        m_view->open({Protocol::Udp, {QStringLiteral("127.0.0.1"), 0}});
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatienceMs);
        m_view->findChild<UdpPeerChoice*>()->setRemote(QStringLiteral("127.0.0.1"));
        m_notes.clear();
        QVERIFY(!m_view->sendMessage(command(QStringLiteral("x")).message, QStringLiteral("x")).isEmpty());
        QCOMPARE(m_notes, QList{NoteKind::RemoteInvalid});
    }

    void repliesNeedNoPage()
    {
        Preferences preferences;
        ReplyRule rule;
        rule.pattern = QStringLiteral("ping");
        rule.reply.text = QStringLiteral("pong");
        preferences.replies.enabled = true;
        preferences.replies.rules = {rule};
        m_view->restore(preferences, Encoding::utf8());
        QVERIFY(m_view->findChild<ReplyEditor*>() == nullptr);
        connectClient();
        m_client->write("ping");
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("pong"), kPatienceMs);
        m_view->store(preferences);
        QCOMPARE(preferences.replies.rules, QList<ReplyRule>{rule});
    }

    void whatHasNotBeenShownIsKept()
    {
        m_view->showTool(page());
        find<QuickCommandTable>(u"List of quick commands")->setColumnWidth(QuickCommandModel::NameColumn, 123);
        Preferences before;
        m_view->store(before);
        before.toolColumn.shown = false;

        makeView();
        m_view->restore(before, Encoding::utf8());
        QVERIFY(m_view->findChild<QuickCommandTable*>() == nullptr);
        Preferences after;
        m_view->store(after);
        QCOMPARE(after.toolColumn, before.toolColumn);

        page().showProblem(QStringLiteral("in vain"));
        m_view->showTool(page());
        const QList<ElidedLabel*> labels = page().findChildren<ElidedLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ElidedLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("in vain");
        }));
        QCOMPARE(find<QuickCommandTable>(u"List of quick commands")->columnWidth(QuickCommandModel::NameColumn), 123);
    }

    void shortcutSendsFromAnywhereInTheWindow()
    {
        connectClient();
        QuickCommand hello = command(QStringLiteral("hello"));
        hello.shortcut = QStringLiteral("Ctrl+7");
        QVERIFY(commands().insert(0, {hello}));
        QVERIFY(!m_view->isToolColumnShown());
        box().setFocus();
        QTest::keyClick(&box(), Qt::Key_7, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("hello"), kPatienceMs);
        QCOMPARE(box().text(), QString());
    }

    void commandsAreAddedFromTheBoxAndByHand()
    {
        m_view->showTool(page());
        m_view->putInBox({QStringLiteral("AT"), PayloadMode::Text, QStringLiteral("GBK"), false, Ending::None, {}});
        find<QToolButton>(u"Add from box")->click();
        QCOMPARE(commands().rowCount(), 1);
        const QuickCommand& added = commands().commandAt(0);
        QCOMPARE(added.message.text, QStringLiteral("AT"));
        QVERIFY(!added.message.escapes && !added.ownEncoding && !added.ownEnding);
        find<QToolButton>(u"Add empty")->click();
        QCOMPARE(commands().rowCount(), 2);
        // Its content is asked for at once.
        auto* table = find<QuickCommandTable>(u"List of quick commands");
        auto* editor = table->findChild<PayloadEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("one"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(editor, QStringLiteral("two"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(commands().commandAt(1).message.text, QStringLiteral("one\ntwo"), kPatienceMs);
        // What came from a file is not changed by looking at it.
        QVERIFY(commands().insert(2, {command(QStringLiteral("a\rb"))}));
        table->edit(commands().index(2, QuickCommandModel::ContentColumn));
        editor = table->findChild<PayloadEdit*>(QString(), Qt::FindChildrenRecursively);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(table->findChild<PayloadEdit*>() == nullptr, kPatienceMs);
        QCOMPARE(commands().commandAt(2).message.text, QStringLiteral("a\rb"));
    }

    void sequenceSendsTheTickedOnesInOrder()
    {
        connectClient();
        QuickCommand unticked = command(QStringLiteral("!"));
        unticked.ticked = false;
        QVERIFY(commands().insert(0, {command(QStringLiteral("a"), 2), unticked, command(QStringLiteral("b")),
                                      command(QStringLiteral("c"), 1)}));
        m_view->showTool(page());
        find<QSpinBox>(u"Rounds")->setValue(3);
        find<QPushButton>(u"Run ticked")->click();
        QVERIFY(find<QPushButton>(u"Stop") != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("abcabcabc"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"Run ticked") != nullptr, kPatienceMs);
        QVERIFY(!m_notes.contains(NoteKind::SequenceStopped));
        QCOMPARE(commands().commands().rounds, 3);
    }

    void sequenceRunsUntilStoppedAndShowsItsRow()
    {
        connectClient();
        QVERIFY(commands().insert(0, {command(QStringLiteral("a"), 60'000), command(QStringLiteral("b"))}));
        m_view->showTool(page());
        find<QSpinBox>(u"Rounds")->setValue(0);
        find<QPushButton>(u"Run ticked")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("a"), kPatienceMs);
        QVERIFY(commands().index(0, 0).data(Qt::BackgroundRole).isValid());
        QVERIFY(!commands().index(1, 0).data(Qt::BackgroundRole).isValid());
        find<QPushButton>(u"Stop")->click();
        QVERIFY(!page().sequence()->isRunning());
        QVERIFY(!commands().index(0, 0).data(Qt::BackgroundRole).isValid());
    }

    void sequenceStopsWhenNobodyIsLeft()
    {
        connectClient();
        QVERIFY(commands().insert(0, {command(QStringLiteral("a"), 60'000), command(QStringLiteral("b"))}));
        m_view->showTool(page());
        page().sequence()->startOrStop();
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("a"), kPatienceMs);
        m_client->disconnectFromHost();
        QTRY_VERIFY_WITH_TIMEOUT(!page().sequence()->isRunning(), kPatienceMs);
        QCOMPARE(m_notes.last(), NoteKind::SequenceStopped);
    }

    void sequenceStopsAtAnError()
    {
        connectClient();
        QVERIFY(commands().insert(
            0, {command(QStringLiteral("a")), command(QStringLiteral("\\")), command(QStringLiteral("b"))}));
        m_view->showTool(page());
        page().sequence()->startOrStop();
        QTRY_VERIFY_WITH_TIMEOUT(!page().sequence()->isRunning(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("a"), kPatienceMs);
        QCOMPARE(m_notes.last(), NoteKind::CommandInvalid);
    }

    void sequenceWithoutTicksSaysSo()
    {
        m_view->showTool(page());
        find<QPushButton>(u"Run ticked")->click();
        QVERIFY(!page().sequence()->isRunning());
    }

    void droppedFileIsImported()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("valves.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("open,01\nclose,02\n");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &drop);
        QVERIFY(m_view->isToolColumnShown());
        QCOMPARE(commands().pageTitle(0), QStringLiteral("valves"));
        QCOMPARE(commands().rowCount(), 2);
        QVERIFY(m_notes.contains(NoteKind::CommandsImported));

        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/x.bin"))});
        QDragEnterEvent other(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &other);
        QVERIFY(!other.isAccepted());
    }

    void sendsAreRememberedAndPutBack()
    {
        connectClient();
        sendFromBox(QStringLiteral("one"));
        m_view->putInBox({QStringLiteral("01 02"), PayloadMode::Hex, QStringLiteral("GBK"), true, Ending::None, {}});
        m_view->send();
        m_view->send(); // the same again is nothing new
        QCOMPARE(history().rowCount(), 2);
        const QAbstractItemModelTester tester(&history(), QAbstractItemModelTester::FailureReportingMode::QtTest);

        find<QPushButton>(u"History")->click();
        auto* search = find<QLineEdit>(u"Search the history");
        auto* table = find<QTableView>(u"Past sends");
        search->setText(QStringLiteral("ONE"));
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(box().text(), QStringLiteral("one"));
        QCOMPARE(m_view->boxMessage().mode, PayloadMode::Text);
        QCOMPARE(m_view->boxMessage().encoding, QString());
        search->clear();
        const QRect newest = table->visualRect(table->model()->index(0, HistoryModel::ContentColumn));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, newest.center());
        QCOMPARE(box().text(), QStringLiteral("01 02"));
        QCOMPARE(m_view->boxMessage().mode, PayloadMode::Hex);
        QCOMPARE(m_view->boxMessage().encoding, QStringLiteral("GBK"));

        find<QCheckBox>(u"Keep history")->click();
        sendFromBox(QStringLiteral("03"));
        QCOMPARE(history().rowCount(), 2);
        auto* clear = find<QPushButton>(u"Clear history");
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
            clear->click();
            QVERIFY(openQuestion() != nullptr);
            QTest::keyClick(openQuestion(), key);
            QVERIFY(openQuestion() == nullptr);
            QCOMPARE(history().rowCount(), 2);
        }
        clear->click();
        QMessageBox* const question = openQuestion();
        QVERIFY(QTest::qWaitForWindowActive(question));
        QCOMPARE(question->focusWidget(), question->button(QMessageBox::Cancel));
        QTest::keyClick(question->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(question->focusWidget(), Qt::Key_Space);
        QCOMPARE(history().rowCount(), 0);
        QVERIFY(!clear->isEnabled());
    }

    void aPageWithCommandsIsNotDeletedByASlip()
    {
        find<QPushButton>(u"Quick commands")->click();
        auto* remove = find<QToolButton>(u"Delete page");
        QVERIFY(commands().insert(0, {command(QStringLiteral("a"))}));
        remove->click();
        QVERIFY(openQuestion() != nullptr);
        QTest::keyClick(openQuestion(), Qt::Key_Return);
        QCOMPARE(commands().rowCount(), 1);
        remove->click();
        agree(*openQuestion());
        QCOMPARE(commands().rowCount(), 0);
        remove->click(); // nothing on it
        QVERIFY(openQuestion() == nullptr);
    }

    void whatIsPutBackIsSeenAlsoWhereAFileWasToBeSent()
    {
        history().add({QStringLiteral("before"), PayloadMode::Text, QString(), true, Ending::None, {}});
        auto* file = find<QRadioButton>(u"File");
        file->click();
        QVERIFY(find<PayloadEdit>(u"Data to send") == nullptr);
        m_view->focusSendBox();
        QVERIFY(find<QLineEdit>(u"File to send")->hasFocus());
        find<QPushButton>(u"History")->click();
        QTest::keyClick(find<QLineEdit>(u"Search the history"), Qt::Key_Return);
        QVERIFY(!file->isChecked());
        QCOMPARE(box().text(), QStringLiteral("before"));
        QVERIFY(box().hasFocus());
        Preferences stored;
        m_view->store(stored);
        QVERIFY(!stored.files.sendsFile);
    }

    void keysWalkTheHistoryInTheBox()
    {
        connectClient();
        for (const char16_t* text : {u"one", u"two", u"three"})
            sendFromBox(QString::fromUtf16(text));
        box().setText(QStringLiteral("typed"));
        QStringList seen;
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Down,
                                  Qt::Key_Down, Qt::Key_Down, Qt::Key_Down}) {
            QTest::keyClick(&box(), key, Qt::ControlModifier);
            seen.append(box().text());
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("typed three two one one two three typed typed"));
    }

    void sameSendChangesNothingThatIsRemembered()
    {
        connectClient();
        sendFromBox(QStringLiteral("again"));
        QSignalSpy changed(m_view.get(), &SessionView::changed);
        for (int i = 0; i < 20; ++i)
            m_view->send();
        QVERIFY(changed.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_heard, QByteArray("again").repeated(21), kPatienceMs);
    }

    void allIsStoredAndRestored()
    {
        QVERIFY(commands().insert(0, {command(QStringLiteral("a"))}));
        QVERIFY(commands().addPages({{QStringLiteral("second"), {command(QStringLiteral("b"))}}}));
        commands().setRounds(0);
        history().add({QStringLiteral("sent"), PayloadMode::Text, QString(), true, Ending::None, {}});
        history().setEnabled(false);
        m_view->showTool(*m_view->findChild<HistoryPage*>());
        Preferences before;
        m_view->store(before);
        QCOMPARE(before.toolColumn.page, QStringLiteral("history"));
        QCOMPARE(before.quickCommands.count(), 2);

        makeView();
        m_view->restore(before, Encoding::utf8());
        Preferences after;
        m_view->store(after);
        QCOMPARE(after.quickCommands, before.quickCommands);
        QCOMPARE(after.sendHistory, before.sendHistory);
        QCOMPARE(after.toolColumn, before.toolColumn);
        QVERIFY(find<QLineEdit>(u"Search the history") != nullptr);
    }
};

QTEST_MAIN(TestTools)
#include "tst_tools.moc"
