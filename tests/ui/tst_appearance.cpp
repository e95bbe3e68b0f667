// SPDX-License-Identifier: MIT
#include "app/capture/Capture.h"
#include "app/session/PreferencesFile.h"
#include "tests/unit/NoSync.h"
#include "tests/unit/Patience.h"
#include "ui/AppearanceMenu.h"
#include "ui/ColorsDialog.h"
#include "ui/DefaultTextDialog.h"
#include "ui/FirstHint.h"
#include "ui/Language.h"
#include "ui/LogColors.h"
#include "ui/LogView.h"
#include "ui/MainWindow.h"
#include "ui/PayloadEdit.h"
#include "ui/SessionView.h"

#include <QAction>
#include <QColorDialog>
#include <QDialogButtonBox>
#include <QFontDialog>
#include <QFontInfo>
#include <QGlyphRun>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRawFont>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestAppearance final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PreferencesFile> m_file;
    std::unique_ptr<MainWindow> m_window;
    QString m_usualFamily;

    void start(const Preferences& preferences)
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_language, *m_file, preferences);
        QSignalSpy filled(m_window.get(), &MainWindow::filled);
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(filled.count(), 1, kPatienceMs);
    }
    void trigger(const QString& text)
    {
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (action->text().remove(u'&') == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    template <class T>
    T* dialog()
    {
        return m_window->findChild<T*>();
    }
    PayloadEdit* box()
    {
        for (PayloadEdit* edit : m_window->sessionView().findChildren<PayloadEdit*>()) {
            if (edit->accessibleName() == QStringLiteral("Data to send"))
                return edit;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_usualFamily = QFontInfo(QApplication::font()).family(); }

    void init()
    {
        m_language = std::make_unique<Language>();
        m_language->use(QStringLiteral("en"));
        m_file = std::make_unique<PreferencesFile>(m_folder.filePath(QStringLiteral("settings.json")));
        start({});
    }
    void cleanup()
    {
        m_window.reset();
        m_file.reset();
        m_language.reset();
    }

    void anyColorCanBeRead()
    {
        for (const QColor& ground :
             {QColor(Qt::white), QColor(0x1b, 0x1e, 0x20), QColor(Qt::black), QColor(0x80, 0x80, 0x80)}) {
            for (const QColor& wanted :
                 {QColor(Qt::white), QColor(Qt::black), QColor(Qt::yellow), QColor(Qt::darkBlue), ground}) {
                const QColor shown = readableOn(ground, wanted);
                QVERIFY(qAbs(shown.lightness() - ground.lightness()) > 60 || shown.hue() != ground.hue());
                QVERIFY(shown != ground);
            }
        }
        // One that can be read already stays as it is.
        QCOMPARE(readableOn(Qt::white, QColor(0, 0, 0x80)), QColor(0, 0, 0x80));
        QCOMPARE(readableOn(Qt::black, QColor(0xff, 0xff, 0)), QColor(0xff, 0xff, 0));
    }

    void fontIsChosenAndReset()
    {
        const QFont usual = box()->font();
        trigger(QStringLiteral("Font…"));
        auto* fonts = dialog<QFontDialog>();
        QVERIFY(fonts != nullptr && fonts->isVisible());
        QFont large = usual;
        large.setPointSize(usual.pointSize() + 9);
        fonts->setCurrentFont(large);
        QVERIFY(QMetaObject::invokeMethod(fonts, "accept"));
        QCOMPARE(box()->font().pointSize(), large.pointSize());
        QCOMPARE(m_window->sessionView().dataFont().pointSize(), large.pointSize());
        const Preferences chosen = m_window->preferences();
        QVERIFY(!chosen.appearance.font.isEmpty());
        start(chosen);
        QCOMPARE(box()->font().pointSize(), large.pointSize());
        QCOMPARE(m_window->preferences().appearance, chosen.appearance);
        trigger(QStringLiteral("Default font"));
        QCOMPARE(box()->font().pointSize(), usual.pointSize());
        QVERIFY(m_window->preferences().appearance.font.isEmpty());
        // What is no font changes nothing.
        Preferences wrong;
        wrong.appearance.font = QStringLiteral("no font");
        wrong.appearance.sentColor = QStringLiteral("no colour");
        start(wrong);
        QCOMPARE(box()->font().pointSize(), usual.pointSize());
    }

    void colorsAreChosenAndReset()
    {
        trigger(QStringLiteral("Colours…"));
        auto* colors = dialog<ColorsDialog>();
        QVERIFY(colors != nullptr && colors->isVisible());
        for (QPushButton* button : colors->findChildren<QPushButton*>()) {
            if (button->accessibleName() == QStringLiteral("Received data"))
                button->click();
        }
        auto* picker = colors->findChild<QColorDialog*>();
        QVERIFY(picker != nullptr);
        picker->setCurrentColor(QColor(0x12, 0x34, 0x56));
        QVERIFY(QMetaObject::invokeMethod(picker, "accept"));
        QCOMPARE(m_window->preferences().appearance.receivedColor, QStringLiteral("#123456"));
        QVERIFY(m_window->preferences().appearance.sentColor.isEmpty());
        colors->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
        QVERIFY(m_window->preferences().appearance.receivedColor.isEmpty());
    }

    void defaultTextFillsAnEmptyBox()
    {
        trigger(QStringLiteral("Default text…"));
        auto* edit = dialog<DefaultTextDialog>();
        QVERIFY(edit != nullptr && edit->isVisible());
        edit->findChild<PayloadEdit*>()->setText(QStringLiteral("hello\nthere"));
        edit->accept();
        Preferences preferences = m_window->preferences();
        QCOMPARE(preferences.appearance.defaultText, QStringLiteral("hello\nthere"));
        QVERIFY(box()->text().isEmpty()); // now it is not the start
        start(preferences);
        QCOMPARE(box()->text(), QStringLiteral("hello\nthere"));
        preferences.send.text = QStringLiteral("left here");
        start(preferences);
        QCOMPARE(box()->text(), QStringLiteral("left here"));
    }

    void firstHintGoesWithTheFirstRecord()
    {
        auto* hint = m_window->findChild<FirstHint*>();
        QVERIFY(hint != nullptr && hint->isVisible());
        const QString listening = hint->text();
        hint->setSubject(FirstHint::Subject::Connecting);
        QVERIFY(hint->text() != listening);
        m_window->sessionView().session().tell({NoteKind::FileSaved, {QStringLiteral("/x")}});
        QVERIFY(!hint->isVisible());
        m_window->sessionView().clearLog();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<FirstHint*>() == nullptr, kPatienceMs);
    }

    void placeholdersAreReadableInTheDarkToo_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << QColor(Qt::black) << QColor(Qt::white);
        QTest::newRow("dark") << QColor(252, 252, 252) << QColor(27, 30, 32);
    }
    void placeholdersAreReadableInTheDarkToo()
    {
        QFETCH(const QColor, text);
        QFETCH(const QColor, ground);
        start({});
        const QPalette before = QApplication::palette();
        QPalette palette = before;
        palette.setColor(QPalette::Text, text);
        palette.setColor(QPalette::Base, ground);
        palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128)); // as Qt leaves it
        QApplication::setPalette(palette);
        const auto boxes = m_window->findChildren<PayloadEdit*>();
        const auto placeholder = [&boxes] { return boxes.first()->palette().color(QPalette::PlaceholderText); };
        QTRY_COMPARE_WITH_TIMEOUT(placeholder().alpha(), 255, kPatienceMs);
        const QColor shown = placeholder();
        QCOMPARE(boxes.first()->palette().color(QPalette::Base), ground);
        // readableOn() leaves what has a contrast of 4.5 to 1 as it is.
        QCOMPARE(readableOn(boxes.first()->palette().color(QPalette::Base), shown), shown);
        // And they are not taken for text.
        QVERIFY(qAbs(shown.lightness() - text.lightness()) * 5 > qAbs(ground.lightness() - text.lightness()) * 2);
        QApplication::setPalette(before);
    }

    /// Not in those of whatever locale there is: 直 and 骨 are written in another way in Japan.
    void chineseComesInItsOwnForms_data()
    {
        QTest::addColumn<QFont>("font");
        QFont large = QApplication::font();
        large.setBold(true);
        large.setPointSize(2 * large.pointSize());
        QTest::newRow("usual") << QApplication::font();
        QTest::newRow("large") << large;
    }
    void chineseComesInItsOwnForms()
    {
        QFETCH(QFont, font);
        QTextLayout text(QStringLiteral("ab直骨"), font);
        text.beginLayout();
        QTextLine line = text.createLine();
        text.endLayout();
        QStringList families;
        const QList<QGlyphRun> runs = line.glyphRuns();
        for (const QGlyphRun& run : runs)
            families += run.rawFont().familyName().toLower();
        QCOMPARE(families, QStringList({m_usualFamily.toLower(), QStringLiteral("noto sans cjk sc")}));
    }

    /// Without a tray the window must not vanish into it.
    void noTrayNoHiding()
    {
        Preferences preferences;
        preferences.appearance.trayIcon = true;
        start(preferences);
        const auto menus = m_window->menuBar()->findChildren<QMenu*>();
        for (QMenu* menu : menus)
            Q_EMIT menu->aboutToShow();
        QAction* entry = nullptr;
        const auto actions = m_window->findChildren<QAction*>();
        for (QAction* action : actions)
            entry = action->text() == QStringLiteral("Tra&y icon") ? action : entry;
        QVERIFY(entry != nullptr && !entry->isEnabled());
        QCOMPARE(entry->statusTip(), QStringLiteral("This desktop has no system tray"));
        QVERIFY(m_window->close());
        QVERIFY(m_window->preferences().appearance.trayIcon); // remembered for a desktop that has one
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
