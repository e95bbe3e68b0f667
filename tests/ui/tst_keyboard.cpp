// SPDX-License-Identifier: MIT
// The window for those who use no mouse, or do not see it.
#include "app/reply/Replier.h"
#include "app/session/PreferencesFile.h"
#include "app/session/Session.h"
#include "resources/Resources.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/NoSync.h"
#include "tests/unit/Patience.h"
#include "ui/HistoryList.h"
#include "ui/HistoryPage.h"
#include "ui/Language.h"
#include "ui/LogView.h"
#include "ui/MainWindow.h"
#include "ui/PayloadEdit.h"
#include "ui/PortEdit.h"
#include "ui/QuickCommandsPage.h"
#include "ui/ReplyEditor.h"
#include "ui/SessionView.h"
#include "ui/ToolColumn.h"

#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestKeyboard final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PreferencesFile> m_file;
    std::unique_ptr<MainWindow> m_window;

    void open(const Preferences& preferences)
    {
        m_window = std::make_unique<MainWindow>(*m_language, *m_file, preferences);
        QSignalSpy filled(m_window.get(), &MainWindow::filled);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE_WITH_TIMEOUT(filled.count(), 1, kPatienceMs);
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void init()
    {
        m_file = std::make_unique<PreferencesFile>(m_folder.filePath(QStringLiteral("settings.json")));
        m_language = std::make_unique<Language>();
        m_language->use(QStringLiteral("en"));
        open({});
    }

    void cleanup()
    {
        m_window.reset();
        m_file.reset();
        m_language.reset();
    }

    void f6GoesRoundTheAreas()
    {
        auto* view = m_window->findChild<SessionView*>();
        auto* protocol = findByName<QComboBox>(*m_window, QStringLiteral("Protocol"));
        auto* port = findByName<PortEdit>(*m_window, QStringLiteral("Local port"));
        auto* box = findByName<PayloadEdit>(*m_window, QStringLiteral("Data to send"));
        QVERIFY(view != nullptr && protocol != nullptr && port != nullptr && box != nullptr);
        const auto press = [](Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
            return QApplication::focusWidget();
        };
        box->setFocus();
        // The open button has had the keyboard at the start.
        QCOMPARE(press(), findByName<QPushButton>(*m_window, QStringLiteral("Open")));
        port->setFocus();
        QCOMPARE(press(), static_cast<QWidget*>(&view->logView()));
        QCOMPARE(press(), box);
        QCOMPARE(press(), port); // there are no tools to be seen
        QCOMPARE(press(Qt::ShiftModifier), box);

        view->setToolColumnShown(true);
        auto* tools = m_window->findChild<ToolColumn*>();
        for (int page = 0; page < tools->count(); ++page) {
            tools->setCurrentIndex(page);
            box->setFocus();
            QWidget* const tool = press();
            QVERIFY(tools->currentWidget()->isAncestorOf(tool));
            QVERIFY((tool->focusPolicy() & Qt::TabFocus) != 0);
            QCOMPARE(press(Qt::ShiftModifier), box);
        }
        // From what is in none of them.
        findByName<QPushButton>(*m_window, QStringLiteral("Reset counters"))->setFocus();
        QCOMPARE(press(), port);
        // Where it was may not be had any more.
        box->setFocus();
        port->setEnabled(false);
        view->setToolColumnShown(false);
        QCOMPARE(press(), protocol);
    }

    void keysOfTheMenuStayTheMenus()
    {
        QuickCommand command;
        command.shortcut = QStringLiteral("F6");
        Preferences preferences;
        preferences.quickCommands.pages = {QuickCommandPage{{}, {command}}};
        open(preferences);
        auto* log = &m_window->sessionView().logView();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(log));
    }

    void aToolMadeLateIsInItsPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("translated");
        QTest::newRow("quick commands") << QStringLiteral("quickCommands") << QStringLiteral("从发送区添加");
        QTest::newRow("replies") << QStringLiteral("replies") << QStringLiteral("启用自动应答");
        QTest::newRow("history") << QStringLiteral("history") << QStringLiteral("记录历史");
    }

    void aToolMadeLateIsInItsPlace()
    {
        /// What the Tab key visits behind this one.
        const auto visited = [](const QWidget& start) {
            QWidgetList list;
            for (QWidget* widget = start.nextInFocusChain(); widget != &start; widget = widget->nextInFocusChain()) {
                if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
                    list.append(widget);
            }
            return list;
        };
        const auto names = [](const QWidgetList& widgets) {
            QStringList list;
            for (const QWidget* widget : widgets)
                list.append(QString::fromLatin1(widget->metaObject()->className()) + widget->accessibleName());
            return list;
        };
        QFETCH(const QString, name);
        Session session;
        Replier replier(session);
        auto* commands = m_window->findChild<QuickCommandsPage*>();
        auto* history = m_window->findChild<HistoryPage*>();
        std::unique_ptr<QWidget> alone;
        if (name == commands->objectName())
            alone = std::make_unique<QuickCommandsEditor>(commands->model(), commands->files());
        else if (name == history->objectName())
            alone = std::make_unique<HistoryList>(history->model());
        else
            alone = std::make_unique<ReplyEditor>(replier);
        const QStringList wanted = names(visited(*alone));
        QVERIFY(wanted.size() >= 4);
        auto* page = m_window->findChild<LatePage*>(name);
        QVERIFY(page->layout() == nullptr);
        const QWidget& tabs = *m_window->findChild<ToolColumn*>()->tabBar();
        const QStringList before = names(visited(tabs));

        m_window->sessionView().showTool(*page);
        QVERIFY(page->isVisible());
        // Behind the tabs' own two buttons.
        QCOMPARE(names(visited(tabs)), before.first(2) + wanted + before.sliced(2));

        QFETCH(const QString, translated);
        m_language->use(QStringLiteral("zh_CN"));
        QTRY_VERIFY_WITH_TIMEOUT(findByName<QWidget>(*m_window, translated) != nullptr, kPatienceMs);
    }

    void whatIsReadAloudHasNoMarkup()
    {
        auto* tools = m_window->findChild<ToolColumn*>();
        for (int page = 0; page < tools->count(); ++page) // they are made when they are shown
            m_window->sessionView().showTool(*tools->widget(page));
        static const QRegularExpression markup(QStringLiteral("</?[a-z]+[ >]|&[a-z]+;"));
        const auto widgets = m_window->findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible == nullptr)
                continue;
            for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Description})
                QVERIFY2(!accessible->text(text).contains(markup), qPrintable(accessible->text(text)));
        }
        auto* escapes = findByName<QToolButton>(*m_window, QStringLiteral("Escapes"));
        QVERIFY(escapes != nullptr);
        QVERIFY2(escapes->accessibleDescription().contains(QStringLiteral("\n\\n \\r \\t: LF, CR, tab\n")),
                 qPrintable(escapes->accessibleDescription()));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
