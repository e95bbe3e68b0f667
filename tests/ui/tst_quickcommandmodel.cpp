// SPDX-License-Identifier: MIT
#include "tests/ui/OpenQuestion.h"
#include "tests/unit/NoSync.h"
#include "tests/unit/Patience.h"
#include "ui/CommandShortcuts.h"
#include "ui/QuickCommandFiles.h"
#include "ui/QuickCommandModel.h"
#include "ui/QuickCommandTable.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QMainWindow>
#include <QMenuBar>
#include <QMimeData>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

using Model = QuickCommandModel;

namespace {

QuickCommand called(const QString& name)
{
    QuickCommand command;
    command.name = name;
    return command;
}

QStringList namesIn(const Model& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.commandAt(row).name);
    return names;
}

QStringList letters(const QString& text)
{
    return text.split(QString(), Qt::SkipEmptyParts);
}

} // namespace

class TestQuickCommandModel final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void fill(const QString& names)
    {
        QList<QuickCommand> commands;
        for (const QString& name : letters(names))
            commands.append(called(name));
        QVERIFY(m_model->insert(0, commands));
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<QuickCommand>(); }

    void init()
    {
        m_model = std::make_unique<Model>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void rowsComeGoAndMove()
    {
        QSignalSpy changed(m_model.get(), &Model::changed);
        fill(QStringLiteral("abcdef"));
        QVERIFY(m_model->insert(3, {called(QStringLiteral("x")), called(QStringLiteral("y"))}));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("abcxydef")));
        QVERIFY(m_model->removeRows(3, 2));
        QVERIFY(!m_model->removeRows(5, 2));
        QVERIFY(m_model->moveRows({}, 1, 2, {}, 6));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("adefbc")));
        QVERIFY(m_model->moveRows({}, 4, 2, {}, 0));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("bcadef")));
        QVERIFY(!m_model->moveRows({}, 1, 2, {}, 2)); // into itself
        QVERIFY(!m_model->moveRows({}, 0, 1, {}, -1));
        QVERIFY(!m_model->moveRows({}, 5, 1, {}, 7));
        QCOMPARE(changed.size(), 5);
    }

    void rowsAreDragged()
    {
        fill(QStringLiteral("abcde"));
        const std::unique_ptr<QMimeData> data(
            m_model->mimeData({m_model->index(2, 0), m_model->index(1, 3), m_model->index(1, 0)}));
        // The view is not to remove what has moved already.
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, 5, 0, {}));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("adebc")));
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, -1, -1, m_model->index(0, 0)));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("deabc")));
        QMimeData broken;
        broken.setData(m_model->mimeTypes().first(), QByteArray(4, '\x7F'));
        QVERIFY(!m_model->dropMimeData(&broken, Qt::MoveAction, 0, 0, {}));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("deabc")));
    }

    void cellsAreEdited()
    {
        fill(QStringLiteral("a"));
        QSignalSpy changed(m_model.get(), &Model::changed);
        const auto set = [this](Model::Column column, const QVariant& value) {
            return m_model->setData(m_model->index(0, column), value);
        };
        QVERIFY(set(Model::NameColumn, QStringLiteral("温度")));
        QVERIFY(set(Model::ContentColumn, QStringLiteral("01\n03")));
        QVERIFY(set(Model::ModeColumn, static_cast<int>(Model::Mode::LiteralText)));
        QVERIFY(set(Model::EndingColumn, static_cast<int>(Ending::CrLf)));
        QVERIFY(set(Model::EncodingColumn, QStringLiteral("GBK")));
        QVERIFY(set(Model::DelayColumn, 20));
        QVERIFY(set(Model::ShortcutColumn, QStringLiteral("Ctrl+1")));
        QVERIFY(m_model->setData(m_model->index(0, Model::TickColumn), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!set(Model::SendColumn, 1));
        QCOMPARE(changed.size(), 8);
        QVERIFY(set(Model::DelayColumn, 20));
        QCOMPARE(changed.size(), 8); // nothing to remember

        QuickCommand wanted = called(QStringLiteral("温度"));
        wanted.message = {QStringLiteral("01\n03"), PayloadMode::Text, QStringLiteral("GBK"), false, Ending::CrLf, {}};
        wanted.ownEncoding = true;
        wanted.ownEnding = true;
        wanted.delayMs = 20;
        wanted.shortcut = QStringLiteral("Ctrl+1");
        wanted.ticked = true;
        QCOMPARE(m_model->commandAt(0), wanted);
        QCOMPARE(m_model->index(0, Model::ContentColumn).data().toString(), QStringLiteral("01\u21B503"));
        QCOMPARE(m_model->index(0, Model::EndingColumn).data().toString(), QStringLiteral("CRLF"));
        QCOMPARE(m_model->index(0, Model::EncodingColumn).data().toString(), QStringLiteral("GBK"));

        QVERIFY(set(Model::EndingColumn, Model::kAsInSendSettings));
        QVERIFY(set(Model::EncodingColumn, QString()));
        QVERIFY(!m_model->commandAt(0).ownEnding && !m_model->commandAt(0).ownEncoding);
        QVERIFY(set(Model::EncodingColumn, QString(QLatin1String(""))));
        QVERIFY(m_model->commandAt(0).ownEncoding);
        QCOMPARE(m_model->index(0, Model::EncodingColumn).data().toString(), QStringLiteral("Same as receive"));
    }

    void checksumIsAsInTheSendSettingsOrNoneOrItsOwn()
    {
        fill(QStringLiteral("a"));
        QSignalSpy changed(m_model.get(), &Model::changed);
        const QModelIndex cell = m_model->index(0, Model::ChecksumColumn);
        const auto set = [&](Model::Checksum checksum) { return m_model->setData(cell, static_cast<int>(checksum)); };
        QCOMPARE(cell.data().toString(), QStringLiteral("As in send settings"));
        QVERIFY(!set(Model::Checksum::Own)); // which one?
        QVERIFY(set(Model::Checksum::None));
        QCOMPARE(cell.data().toString(), QStringLiteral("None"));
        QVERIFY(m_model->commandAt(0).ownChecksum && !m_model->commandAt(0).message.checksum);
        const ChecksumSettings modbus = *checksumByName(u"CRC-16/MODBUS");
        m_model->setOwnChecksum(0, modbus);
        QCOMPARE(cell.data().toString(), checksumTitle(modbus));
        QCOMPARE(cell.data(Qt::ToolTipRole), cell.data());
        QCOMPARE(cell.data(Qt::EditRole).toInt(), static_cast<int>(Model::Checksum::Own));
        QVERIFY(set(Model::Checksum::Own)); // stays as it is
        QCOMPARE(m_model->commandAt(0).message.checksum, modbus);
        QCOMPARE(changed.size(), 2);
        QVERIFY(set(Model::Checksum::AsInSendSettings));
        QCOMPARE(m_model->commandAt(0), called(QStringLiteral("a")));
    }

    void pagesAreKeptApart()
    {
        fill(QStringLiteral("ab"));
        QCOMPARE(m_model->pageTitle(0), QStringLiteral("Page 1"));
        QVERIFY(m_model->addPages({QuickCommandPage()}));
        QCOMPARE(m_model->page(), 1);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->renamePage(QStringLiteral("Modbus"));
        fill(QStringLiteral("c"));
        m_model->setPage(0);
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("ab")));
        m_model->setPage(7);
        QCOMPARE(m_model->page(), 0);
        m_model->removePage();
        QCOMPARE(m_model->pageTitle(0), QStringLiteral("Modbus"));
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("c")));
        m_model->removePage();
        QCOMPARE(m_model->commands().pages, QList{QuickCommandPage()});
    }

    void importTakesThePlaceOfTheEmptyPage()
    {
        QVERIFY(m_model->addPages({{QStringLiteral("one"), {called(QStringLiteral("a"))}}}));
        QCOMPARE(m_model->commands().pages.size(), 1);
        QVERIFY(m_model->addPages({{QStringLiteral("two"), {}}, {QStringLiteral("three"), {}}}));
        QCOMPARE(m_model->commands().pages.size(), 3);
        QCOMPARE(m_model->page(), 1);
    }

    void limitsHold()
    {
        QVERIFY(m_model->insert(0, QList<QuickCommand>(QuickCommands::kMostCommands)));
        QVERIFY(!m_model->insert(0, {QuickCommand()}));
        QVERIFY(!m_model->addPages({{QString(), {QuickCommand()}}}));
        QVERIFY(!m_model->addPages(QList<QuickCommandPage>(QuickCommands::kMostPages)));
        QCOMPARE(m_model->commands().count(), QuickCommands::kMostCommands);
    }

    void thousandsOfRowsTakeNoWidgets()
    {
        m_tester.reset(); // it asks everything of each row
        QList<QuickCommand> commands(5000, called(QStringLiteral("n")));
        QVERIFY(m_model->insert(0, commands));
        QuickCommandTable table(*m_model);
        table.resize(500, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QVERIFY(table.findChildren<QWidget*>().size() < 40);
        table.selectRows({0, 5000});
        QCOMPARE(table.selectedRows().count, 5000);
        table.duplicateSelected();
        QCOMPARE(m_model->rowCount(), 10'000);
        table.moveSelected(true);
        table.removeSelected();
        QVERIFY(openQuestion() != nullptr);
        agree(*openQuestion());
        QCOMPARE(m_model->rowCount(), 5000);
    }

    void tableMovesAndDeletesByKeys()
    {
        fill(QStringLiteral("abcd"));
        QuickCommandTable table(*m_model);
        QSignalSpy sent(&table, &QuickCommandTable::sendRequested);
        table.selectRows({1, 2});
        QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("adbc")));
        QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier); // there is no further
        QTest::keyClick(&table, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("bcad")));
        QTest::keyClick(&table, Qt::Key_Delete); // of two it asks
        QVERIFY(openQuestion() != nullptr);
        QTest::keyClick(openQuestion(), Qt::Key_Return);
        QVERIFY(openQuestion() == nullptr);
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("bcad")));
        QTest::keyClick(&table, Qt::Key_Delete);
        agree(*openQuestion());
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("ad")));
        QCOMPARE(table.selectedRows().first, 0);
        QTest::keyClick(&table, Qt::Key_Delete);
        QVERIFY(openQuestion() == nullptr);
        QCOMPARE(namesIn(*m_model), letters(QStringLiteral("d")));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().toInt(), 0);
    }

    void buttonOfARowSendsAtEachClick()
    {
        fill(QStringLiteral("ab"));
        QuickCommandTable table(*m_model);
        table.resize(500, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QSignalSpy sent(&table, &QuickCommandTable::sendRequested);
        const QPoint button = table.visualRect(m_model->index(1, Model::SendColumn)).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, button);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().first().toInt(), 1);
        // Two quick clicks, as they come from a mouse.
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, button);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, button);
        QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, button);
        QCOMPARE(sent.size(), 3);
        // Pressed here, let go elsewhere: not meant.
        QTest::mousePress(table.viewport(), Qt::LeftButton, {}, button);
        QTest::mouseRelease(table.viewport(), Qt::LeftButton, {},
                            table.visualRect(m_model->index(1, Model::NameColumn)).center());
        QCOMPARE(sent.size(), 3);
    }

    void shortcutsThatCannotBeHadAreRefusedWithAReason_data()
    {
        QTest::addColumn<QString>("shortcut");
        QTest::addColumn<QString>("reason");
        QTest::newRow("free") << QStringLiteral("Ctrl+1") << QString();
        QTest::newRow("function key") << QStringLiteral("F9") << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("letter") << QStringLiteral("A") << QStringLiteral("typing");
        QTest::newRow("capital letter") << QStringLiteral("Shift+A") << QStringLiteral("typing");
        QTest::newRow("copy") << QStringLiteral("Ctrl+C") << QStringLiteral("editing");
        QTest::newRow("history") << QStringLiteral("Ctrl+Up") << QStringLiteral("editing");
        QTest::newRow("send") << QStringLiteral("Ctrl+Return") << QStringLiteral("editing");
        QTest::newRow("menu entry") << QStringLiteral("Ctrl+L") << QStringLiteral("Clear log");
        QTest::newRow("menu") << QStringLiteral("Alt+V") << QStringLiteral("View");
        QTest::newRow("several") << QStringLiteral("Ctrl+1, Ctrl+2") << QStringLiteral("not a key");
        QTest::newRow("nonsense") << QStringLiteral("Hyper+Q+") << QStringLiteral("not a key");
        QTest::newRow("other command") << QStringLiteral("Ctrl+7") << QStringLiteral("“a” of Page 1");
    }

    void shortcutsThatCannotBeHadAreRefusedWithAReason()
    {
        QFETCH(const QString, shortcut);
        QFETCH(const QString, reason);
        QMainWindow window;
        QMenu* view = window.menuBar()->addMenu(QStringLiteral("&View"));
        view->addAction(QStringLiteral("&Clear log"))->setShortcut(Qt::CTRL | Qt::Key_L);
        auto* host = new QWidget;
        window.setCentralWidget(host);
        const CommandShortcuts shortcuts(*m_model, *host);
        fill(QStringLiteral("ab"));
        QVERIFY(m_model->setData(m_model->index(0, Model::ShortcutColumn), QStringLiteral("Ctrl+7")));
        QVERIFY(m_model->addPages({{QString(), {called(QStringLiteral("other page"))}}}));

        QSignalSpy refused(m_model.get(), &Model::shortcutRefused);
        const bool accepted = m_model->setData(m_model->index(0, Model::ShortcutColumn), shortcut);
        QCOMPARE(accepted, reason.isEmpty());
        QCOMPARE(refused.size(), accepted ? 0 : 1);
        if (!accepted)
            QVERIFY2(refused.first().first().toString().contains(reason),
                     qPrintable(refused.first().first().toString()));
        QCOMPARE(m_model->commandAt(0).shortcut, accepted ? shortcut : QString());
    }

    void shortcutsFollowTheCommands()
    {
        QMainWindow window;
        auto* host = new QWidget;
        window.setCentralWidget(host);
        const CommandShortcuts shortcuts(*m_model, *host);
        fill(QStringLiteral("ab"));
        QVERIFY(m_model->setData(m_model->index(1, Model::ShortcutColumn), QStringLiteral("F9")));
        QSignalSpy pressed(&shortcuts, &CommandShortcuts::pressed);
        const auto key = [host] { return host->findChildren<QShortcut*>(); };
        QCOMPARE(key().size(), 1);
        QVERIFY(m_model->moveRows({}, 1, 1, {}, 0));
        QVERIFY(m_model->addPages({QuickCommandPage()}));
        Q_EMIT key().first()->activated();
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.first().first().value<QuickCommand>().name, QStringLiteral("b"));
        m_model->setPage(0);
        QVERIFY(m_model->removeRows(0, 1));
        QVERIFY(key().isEmpty());
    }

    void filesAreImportedAndExported()
    {
        const QTemporaryDir folder;
        QMainWindow window;
        auto* host = new QWidget;
        window.setCentralWidget(host);
        const CommandShortcuts shortcuts(*m_model, *host);
        QuickCommandFiles files(*m_model, shortcuts, *host);
        QSignalSpy noted(&files, &QuickCommandFiles::noted);
        const auto note = [&noted] { return noted.takeLast().first().value<Note>(); };

        fill(QStringLiteral("ab"));
        QVERIFY(m_model->setData(m_model->index(0, Model::ShortcutColumn), QStringLiteral("F9")));
        const QString path = folder.filePath(QStringLiteral("commands.json"));
        files.exportTo(path);
        QVERIFY(noted.wait(kPatienceMs));
        QCOMPARE(note(), (Note{NoteKind::FileSaved, {path}}));
        files.importFrom(path);
        QCOMPARE(m_model->commands().pages.size(), 2);
        QCOMPARE(note(), (Note{NoteKind::ShortcutsLeftOut, {path, QStringLiteral("1")}}));
        QCOMPARE(note(), (Note{NoteKind::CommandsImported, {path, QStringLiteral("2")}}));
        QVERIFY(m_model->commandAt(0).shortcut.isEmpty());

        const QString nowhere = folder.filePath(QStringLiteral("no/such.json"));
        files.importFrom(nowhere);
        QCOMPARE(note().kind, NoteKind::CommandsUnreadable);
        files.importFrom(folder.path());
        QCOMPARE(note().kind, NoteKind::CommandsUnreadable);
        files.exportTo(nowhere);
        QVERIFY(noted.wait(kPatienceMs));
        QCOMPARE(note().kind, NoteKind::FileWriteFailed);
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"pages\": [");
        damaged.close();
        files.importFrom(path);
        QCOMPARE(note().kind, NoteKind::CommandsNotJson);
        QCOMPARE(m_model->commands().pages.size(), 2);
    }

    void onlyFilesThatCanBeCommandsAreTakenWhenDropped()
    {
        QMimeData data;
        QCOMPARE(QuickCommandFiles::fileIn(data), QString());
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.JSON"))});
        QCOMPARE(QuickCommandFiles::fileIn(data), QStringLiteral("/tmp/a.JSON"));
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.bin"))});
        QCOMPARE(QuickCommandFiles::fileIn(data), QString());
        data.setUrls({QUrl(QStringLiteral("https://example.com/a.json"))});
        QCOMPARE(QuickCommandFiles::fileIn(data), QString());
    }
};

QTEST_MAIN(TestQuickCommandModel)
#include "tst_quickcommandmodel.moc"
