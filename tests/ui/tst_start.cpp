// SPDX-License-Identifier: MIT
// How the window comes up: its frame first, then all that is in it.
#include "app/session/PreferencesFile.h"
#include "resources/Resources.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/NoSync.h"
#include "tests/unit/Patience.h"
#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/SessionView.h"
#include "ui/StatusLine.h"
#include "ui/ToolColumn.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QFontInfo>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

/// What becomes of a window, in order.
class Course final : public QObject {
public:
    explicit Course(MainWindow& window) : m_window(&window) { window.installEventFilter(this); }

    int hidden = 0;
    QList<QSize> sizes;               ///< at each paint of the window
    QStringList frames;               ///< what was in it then
    bool isPainted = true;            ///< else no paint reaches the window
    std::function<void()> firstPaint; ///< is called at it

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Hide)
            ++hidden;
        if (event->type() == QEvent::Paint) {
            sizes.append(m_window->size());
            frames.append(content());
            if (sizes.size() == 1 && firstPaint)
                firstPaint();
            return !isPainted;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    [[nodiscard]] QString content() const
    {
        const auto isThere = [this](const QWidget* part) { return part != nullptr && part->isVisibleTo(m_window); };
        QStringList parts;
        if (isThere(m_window->findChild<QMenuBar*>()))
            parts.append(QStringLiteral("menu"));
        if (isThere(m_window->findChild<SessionView*>()))
            parts.append(QStringLiteral("session"));
        if (isThere(m_window->findChild<StatusLine*>()))
            parts.append(QStringLiteral("status"));
        return parts.join(u'+');
    }

    MainWindow* m_window;
};

} // namespace

class TestStart final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PreferencesFile> m_file;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Course> m_course;
    std::unique_ptr<QSignalSpy> m_filled;
    QFont m_usualFont;

    void make(const Preferences& preferences = {})
    {
        m_window = std::make_unique<MainWindow>(*m_language, *m_file, preferences);
        m_course = std::make_unique<Course>(*m_window);
        m_filled = std::make_unique<QSignalSpy>(m_window.get(), &MainWindow::filled);
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        m_usualFont = QApplication::font();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<PreferencesFile>(m_folder->filePath(QStringLiteral("settings.json")));
        m_language = std::make_unique<Language>();
        m_language->use(QStringLiteral("en"));
    }

    void cleanup()
    {
        m_filled.reset();
        m_course.reset();
        m_window.reset();
        m_language.reset();
        m_file.reset();
        m_folder.reset();
    }

    void theFrameComesFirstThenAllAtOnce()
    {
        make();
        m_window->show();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Network Debugging Assistant"));
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_course->frames.size() >= 2, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_course->frames.constLast(), QStringLiteral("menu+session+status"), kPatienceMs);
        QCOMPARE(m_course->frames.value(0), QString());
        m_course->frames.removeAll(QString()); // the window system may want it more than once
        m_course->frames.removeAll(QStringLiteral("menu+session+status"));
        QCOMPARE(m_course->frames, QStringList()); // nothing by halves
        QCOMPARE(m_filled->count(), 1);
    }

    void theOpenButtonHasTheKeyboard()
    {
        make();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
        auto* open = findByName<QPushButton>(*m_window, QStringLiteral("Open"));
        QVERIFY(open != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget*>(open), kPatienceMs);
    }

    /// What is remembered of the window counts for the frame already: nothing jumps or flickers.
    void theFrameIsInItsPlace_data()
    {
        QTest::addColumn<bool>("onTop");
        QTest::addColumn<bool>("tools");
        QTest::newRow("as it was left") << false << false;
        QTest::newRow("above the others") << true << false;
        QTest::newRow("with tools") << false << true;
    }

    void theFrameIsInItsPlace()
    {
        QFETCH(const bool, onTop);
        QFETCH(const bool, tools);
        Preferences preferences;
        preferences.alwaysOnTop = onTop;
        preferences.toolColumn.shown = tools;
        QWidget left;
        left.setGeometry(0, 60, 800, 610); // as wide as the screen
        preferences.windowGeometry = left.saveGeometry();
        make(preferences);
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_course->frames.value(m_course->frames.size() - 1).contains(QStringLiteral("session")), kPatienceMs);
        QTest::qWait(50);
        QCOMPARE(m_course->hidden, 0);
        QCOMPARE(m_window->windowFlags().testFlag(Qt::WindowStaysOnTopHint), onTop);
        QCOMPARE(m_window->findChild<ToolColumn*>()->isVisible(), tools);
        for (const QSize& size : std::as_const(m_course->sizes))
            QCOMPARE(size, QSize(800, 610));
    }

    /// The screen of these tests is 800 wide.
    void toolsDoNotMakeItWiderThanTheScreen()
    {
        make();
        m_window->resize(800, 600);
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
        m_window->sessionView().setToolColumnShown(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ToolColumn*>()->isVisible(), kPatienceMs);
        QVERIFY(m_window->minimumWidth() <= m_window->screen()->availableGeometry().width());
        QCOMPARE(m_window->width(), 800);
    }

    void aWindowThatIsNotPaintedIsFilledTooInTheEnd()
    {
        make();
        m_course->isPainted = false;
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
    }

    void askedForSoonerItIsAllThere()
    {
        make();
        QVERIFY(m_window->sessionView().isEnabled());
        QCOMPARE(m_filled->count(), 1);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(!m_course->frames.isEmpty(), kPatienceMs);
        QCOMPARE(m_course->frames.value(0), QStringLiteral("menu+session+status"));
        QTest::qWait(50);
        QCOMPARE(m_filled->count(), 1);
    }

    /// A screen reader, or a program that drives the window, never meets an empty frame.
    void readAloudItIsAllThere()
    {
        make();
        QAccessible::setActive(true);
        QCOMPARE(m_filled->count(), 1);
        QAccessible::setActive(false);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(!m_course->frames.isEmpty(), kPatienceMs);
        QCOMPARE(m_course->frames.value(0), QStringLiteral("menu+session+status"));
    }

    /// In a frame that was there before its fonts were chosen as in one that comes with all that is in it.
    void allIsWrittenInTheSameFont()
    {
        QApplication::setFont(m_usualFont); // windows before have chosen another
        make();
        QCOMPARE(m_window->font(), m_usualFont);
        QSet<QString> families;
        connect(m_window.get(), &MainWindow::filled, m_window.get(), [&] {
            families.insert(m_window->font().family());
            const auto boxes = m_window->findChildren<QCheckBox*>();
            for (const QCheckBox* box : boxes)
                families.insert(box->font().family());
        });
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_filled->count(), 1, kPatienceMs);
        QCOMPARE(families, QSet<QString>{QFontInfo(m_usualFont).family()});
    }

    void closedBeforeItIsFilledItStaysSo_data()
    {
        QTest::addColumn<bool>("bySignal");
        QTest::newRow("by its user") << false;
        QTest::newRow("by a signal") << true;
    }

    void closedBeforeItIsFilledItStaysSo()
    {
        QFETCH(const bool, bySignal);
        Preferences preferences;
        preferences.remotePort = 6379;
        make(preferences);
        m_window->prepareForSessionEnd();
        m_language->use(QStringLiteral("zh_CN"));
        m_course->firstPaint = [this, bySignal] {
            // Before the turn in which it would be filled.
            QTimer::singleShot(0, m_window.get(), [this, bySignal] {
                if (bySignal)
                    m_window->quitAtOnce();
                else
                    m_window->close();
            });
        };
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_course->hidden > 0, kPatienceMs);
        QCOMPARE(m_window->preferences().remotePort, 6379); // as they were
        QCOMPARE(m_window->windowTitle(), QStringLiteral("网络调试助手"));
        QTest::qWait(50);
        QCOMPARE(m_filled->count(), 0);
    }
};

QTEST_MAIN(TestStart)
#include "tst_start.moc"
