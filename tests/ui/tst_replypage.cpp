// SPDX-License-Identifier: MIT
#include "app/reply/Replier.h"
#include "app/session/Session.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/Patience.h"
#include "ui/ChecksumDialog.h"
#include "ui/ElidedLabel.h"
#include "ui/ReplyPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

ReplySettings threeRules()
{
    ReplySettings settings;
    settings.enabled = true;
    settings.perSecond = 77;
    for (const char* name : {"one", "two", "three"}) {
        ReplyRule rule;
        rule.name = QString::fromLatin1(name);
        rule.pattern = rule.name;
        rule.reply.text = QStringLiteral("ok\nyes");
        rule.peer = QStringLiteral("::1");
        rule.delayMs = 5;
        rule.kind = MatchKind::Equals;
        settings.rules.append(rule);
    }
    settings.rules[1].enabled = false;
    return settings;
}

} // namespace

class TestReplyPage final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Replier> m_replier;
    std::unique_ptr<ReplyPage> m_page;

    template <class T>
    T* named(const QString& name)
    {
        for (T* control : m_page->findChildren<T*>()) {
            if (control->accessibleName() == name)
                return control;
        }
        return nullptr;
    }
    void press(const QString& name) { named<QToolButton>(name)->click(); }
    QTableView* table() { return m_page->findChild<QTableView*>(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }

private Q_SLOTS:
    void init()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        m_session = std::make_unique<Session>(limits);
        m_replier = std::make_unique<Replier>(*m_session);
        m_page = std::make_unique<ReplyPage>(*m_replier);
        m_page->resize(400, 600);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_replier.reset();
        m_session.reset();
    }

    void whatIsRestoredComesBackAndCounts()
    {
        m_page->restore(threeRules());
        QCOMPARE(m_page->settings(), threeRules());
        QCOMPARE(m_replier->settings(), threeRules());
        QCOMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(cell(0, 0), QStringLiteral("one"));
        QCOMPARE(cell(0, 1), QStringLiteral("equals one"));
        QCOMPARE(cell(0, 2), QStringLiteral("ok↵yes"));
        QCOMPARE(cell(0, 3), QStringLiteral("0"));
        QCOMPARE(named<QLineEdit>(QStringLiteral("Pattern"))->text(), QStringLiteral("one"));
        QCOMPARE(named<QPlainTextEdit>(QStringLiteral("Reply"))->toPlainText(), QStringLiteral("ok\nyes"));
        table()->setCurrentIndex(table()->model()->index(2, 1));
        QCOMPARE(named<QLineEdit>(QStringLiteral("Pattern"))->text(), QStringLiteral("three"));
        QCOMPARE(m_page->settings(), threeRules()); // looking changes nothing
    }

    void settingsCountBeforeThePageIsShown()
    {
        m_page = std::make_unique<ReplyPage>(*m_replier);
        m_page->restore(threeRules());
        QVERIFY(table() == nullptr);
        QCOMPARE(m_replier->settings(), threeRules());
        QCOMPARE(m_page->settings(), threeRules());
        QSignalSpy changed(m_page.get(), &ReplyPage::changed);
        m_page->show();
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(table()->isVisible()); // at once, not a moment after the page
        QCOMPARE(named<QLineEdit>(QStringLiteral("Pattern"))->text(), QStringLiteral("one"));
        QCOMPARE(m_page->settings(), threeRules());
        QCOMPARE(m_replier->settings(), threeRules());
        QVERIFY(changed.isEmpty()); // looking changes nothing
        press(QStringLiteral("Delete"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_replier->settings().rules.size(), 2);
    }

    void rulesAreAddedMovedAndDeleted()
    {
        QVERIFY(!named<QToolButton>(QStringLiteral("Delete"))->isEnabled());
        m_page->restore(threeRules());
        QSignalSpy changed(m_page.get(), &ReplyPage::changed);
        const auto names = [this] {
            QStringList list;
            for (const ReplyRule& rule : m_page->settings().rules)
                list.append(rule.name);
            return list.join(u',');
        };
        press(QStringLiteral("Down"));
        QCOMPARE(names(), QStringLiteral("two,one,three"));
        press(QStringLiteral("Duplicate"));
        QCOMPARE(names(), QStringLiteral("two,one,one,three"));
        press(QStringLiteral("Down"));
        QVERIFY(!named<QToolButton>(QStringLiteral("Down"))->isEnabled());
        QCOMPARE(names(), QStringLiteral("two,one,three,one"));
        press(QStringLiteral("Delete"));
        QCOMPARE(names(), QStringLiteral("two,one,three"));
        press(QStringLiteral("Up"));
        press(QStringLiteral("Add"));
        QCOMPARE(m_page->settings().rules.size(), 4);
        QCOMPARE(m_replier->settings(), m_page->settings());
        QVERIFY(changed.size() >= 6);
        for (int i = 0; i < 4; ++i)
            press(QStringLiteral("Delete"));
        QVERIFY(m_page->settings().rules.isEmpty());
        QVERIFY(!named<QLineEdit>(QStringLiteral("Pattern"))->isEnabled());
        for (qsizetype i = 0; i <= ReplySettings::kMostRules; ++i)
            press(QStringLiteral("Add"));
        QCOMPARE(m_page->settings().rules.size(), ReplySettings::kMostRules);
    }

    void languageChangesWhatTheFieldsAreCalled()
    {
        m_page->restore(threeRules());
        auto* reply = named<QPlainTextEdit>(QStringLiteral("Reply"));
        QVERIFY(reply != nullptr);
        const QString hint = reply->toolTip();
        QSignalSpy heading(table()->model(), &QAbstractItemModel::headerDataChanged);
        QEvent event(QEvent::LanguageChange);
        QApplication::sendEvent(m_page.get(), &event);
        QVERIFY(!heading.isEmpty());
        QCOMPARE(reply->accessibleName(), QStringLiteral("Reply"));
        QCOMPARE(reply->toolTip(), hint);
        QCOMPARE(reply->placeholderText(), QString());
    }

    void fileIsForTheSendBoxOnly()
    {
        m_page->restore(threeRules());
        auto* reply = named<QPlainTextEdit>(QStringLiteral("Reply"));
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(1, 1), reply->viewport()->mapToGlobal(QPoint(1, 1)),
                                {});
        QApplication::sendEvent(reply->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (const QAction* action : menu->actions())
            QVERIFY(!action->text().contains(QStringLiteral("Load file")));
        menu->close();
    }

    void everyFieldIsEdited()
    {
        press(QStringLiteral("Add"));
        ReplyRule rule;
        rule.name = QStringLiteral("a rule");
        rule.kind = MatchKind::BeginsWith;
        rule.mode = PayloadMode::Hex;
        rule.pattern = QStringLiteral("01 ??");
        rule.peer = QStringLiteral("127.0.0.1");
        rule.unlessAnswered = true;
        rule.reply.text = QStringLiteral("${1}");
        rule.reply.mode = PayloadMode::Hex;
        rule.reply.ending = Ending::CrLf;
        rule.delayMs = 20;
        rule.perSecond = 30;
        const auto pick = [this](const QString& name, const QString& entry) {
            auto* combo = named<QComboBox>(name);
            combo->setCurrentIndex(combo->findText(entry));
        };
        named<QLineEdit>(QStringLiteral("Rule name"))->setText(rule.name);
        pick(QStringLiteral("Received data"), QStringLiteral("begins with"));
        pick(QStringLiteral("Pattern as"), QStringLiteral("HEX"));
        named<QLineEdit>(QStringLiteral("Pattern"))->setText(rule.pattern);
        named<QLineEdit>(QStringLiteral("Only peer"))->setText(rule.peer);
        for (QCheckBox* box : m_page->findChildren<QCheckBox*>()) {
            if (box->text() == QStringLiteral("Only if no other rule answers"))
                box->setChecked(true);
        }
        named<QPlainTextEdit>(QStringLiteral("Reply"))->setPlainText(rule.reply.text);
        pick(QStringLiteral("Reply as"), QStringLiteral("HEX"));
        pick(QStringLiteral("Append ending"), QStringLiteral("CRLF"));
        named<QSpinBox>(QStringLiteral("Delay"))->setValue(rule.delayMs);
        named<QSpinBox>(QStringLiteral("At most per second"))->setValue(rule.perSecond);
        QCOMPARE(m_page->settings().rules, QList<ReplyRule>{rule});
        // When typing pauses, it counts.
        QTRY_COMPARE_WITH_TIMEOUT(m_replier->settings().rules, QList<ReplyRule>{rule}, kPatienceMs);
        pick(QStringLiteral("Received data"), QStringLiteral("matches expression"));
        QVERIFY(!named<QComboBox>(QStringLiteral("Pattern as"))->isEnabled());
    }

    void replyHasAChecksumOfItsOwn()
    {
        m_page->restore(threeRules());
        QCheckBox* check = nullptr;
        for (QCheckBox* box : m_page->findChildren<QCheckBox*>()) {
            if (box->text() == QStringLiteral("Append checksum…"))
                check = box;
        }
        QVERIFY(check != nullptr);
        QVERIFY(!check->isChecked());
        named<QPlainTextEdit>(QStringLiteral("Reply"))->setPlainText(QStringLiteral("123456789"));
        check->click();
        auto* dialog = m_page->findChild<ChecksumDialog*>();
        QVERIFY(dialog != nullptr);
        const auto shows = [&dialog](const QString& text) {
            const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&text](const QLabel* label) { return label->text().contains(text); });
        };
        QVERIFY(shows(QStringLiteral("38 39 <b>37 4B</b>")));
        // What has not been confirmed is not sent.
        QCOMPARE(m_page->settings().rules[0].reply.checksum, std::nullopt);
        dialog->reject();
        QVERIFY(!check->isChecked());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // What is matched is not known yet.
        named<QPlainTextEdit>(QStringLiteral("Reply"))->setPlainText(QStringLiteral("123456789${0}"));
        check->click();
        dialog = m_page->findChild<ChecksumDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(shows(QStringLiteral("not known before")));
        dialog->accept();
        QCOMPARE(m_page->settings().rules[0].reply.checksum, ChecksumSettings());
        QCOMPARE(m_page->settings().rules[1].reply.checksum, std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(m_replier->settings().rules, m_page->settings().rules, kPatienceMs);
        // Each rule shows its own.
        table()->setCurrentIndex(table()->model()->index(1, 1));
        QVERIFY(!check->isChecked());
        table()->setCurrentIndex(table()->model()->index(0, 1));
        QVERIFY(check->isChecked());
        check->click();
        QCOMPARE(m_page->settings().rules[0].reply.checksum, std::nullopt);
    }

    void whatIsWrongIsSaid()
    {
        press(QStringLiteral("Add"));
        named<QLineEdit>(QStringLiteral("Pattern"))->setText(QStringLiteral("ab\\q"));
        auto* trouble = m_page->findChild<ElidedLabel*>(QStringLiteral("trouble"));
        QTRY_VERIFY_WITH_TIMEOUT(trouble->text().startsWith(QStringLiteral("Pattern, column 3: ")), kPatienceMs);
        named<QLineEdit>(QStringLiteral("Pattern"))->setText(QStringLiteral("ab"));
        named<QPlainTextEdit>(QStringLiteral("Reply"))->setPlainText(QStringLiteral("x\n${"));
        QTRY_VERIFY_WITH_TIMEOUT(trouble->text().startsWith(QStringLiteral("Reply, line 2, column 1: ")), kPatienceMs);
        named<QPlainTextEdit>(QStringLiteral("Reply"))->setPlainText(QStringLiteral("x"));
        QTRY_VERIFY_WITH_TIMEOUT(trouble->text().isEmpty(), kPatienceMs);
    }

    void switchesCount()
    {
        m_page->restore(threeRules());
        QSignalSpy changed(m_page.get(), &ReplyPage::changed);
        QVERIFY(table()->model()->setData(table()->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(m_replier->settings().rules[1].enabled);
        for (QCheckBox* box : m_page->findChildren<QCheckBox*>()) {
            if (box->text() == QStringLiteral("Echo") || box->text() == QStringLiteral("Reply automatically"))
                box->toggle();
        }
        QVERIFY(m_replier->settings().echo);
        QVERIFY(!m_replier->settings().enabled);
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_MAIN(TestReplyPage)
#include "tst_replypage.moc"
