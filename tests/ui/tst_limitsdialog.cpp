// SPDX-License-Identifier: MIT
#include "tests/ui/FindByName.h"
#include "ui/LimitsDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace netassist;

class TestLimitsDialog final : public QObject {
    Q_OBJECT

private:
    static constexpr qint64 kMiB = qint64{1} << 20;
    static constexpr qint64 kGiB = qint64{1} << 30;

    std::unique_ptr<LimitsDialog> m_dialog;

    void open(const SessionLimits& limits)
    {
        m_dialog = std::make_unique<LimitsDialog>(limits);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    template <class T>
    T* find(const char16_t* name) const
    {
        return findByName<T>(*m_dialog, QString::fromUtf16(name));
    }
    static void type(QSpinBox* box, const QString& text)
    {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    }

private Q_SLOTS:
    void cleanup() { m_dialog.reset(); }

    void givesBackWhatItGot_data()
    {
        QTest::addColumn<qint64>("capture");
        QTest::addColumn<qint64>("clients");
        QTest::addColumn<qint64>("waiting");
        const SessionLimits standard;
        QTest::newRow("defaults") << standard.captureBytes << qint64{standard.clients} << standard.waitingBytes;
        QTest::newRow("least") << SessionLimits::kLeastBytes << qint64{1} << SessionLimits::kLeastBytes;
        QTest::newRow("most") << SessionLimits::kMostCaptureBytes << qint64{SessionLimits::kMostClients}
                              << SessionLimits::kMostWaitingBytes;
        QTest::newRow("mebibytes") << 1500 * kMiB << qint64{77} << 3 * kMiB;
        QTest::newRow("gibibytes") << 12 * kGiB << qint64{10'001} << 4096 * kMiB;
    }
    void givesBackWhatItGot()
    {
        QFETCH(qint64, capture);
        QFETCH(qint64, clients);
        QFETCH(qint64, waiting);
        const SessionLimits limits{capture, static_cast<qsizetype>(clients), waiting};
        open(limits);
        QCOMPARE(m_dialog->limits(), limits);
        QCOMPARE(find<QSpinBox>(u"Capture limit")->isEnabled(), capture != 0);
        QCOMPARE(m_dialog->findChild<QComboBox*>()->isEnabled(), capture != 0);
    }

    void isSetByKeyboard()
    {
        open({});
        auto* automatic = find<QRadioButton>(u"Automatic: 4 GiB, or a quarter of the free disk space if that is less");
        QVERIFY(automatic->isChecked());
        automatic->setFocus();
        QTest::keyClick(automatic, Qt::Key_Down);
        QVERIFY(find<QRadioButton>(u"At most")->isChecked());
        type(find<QSpinBox>(u"Capture limit"), QStringLiteral("700"));
        auto* unit = m_dialog->findChild<QComboBox*>();
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_Home);
        type(find<QSpinBox>(u"Clients"), QStringLiteral("42"));
        type(find<QSpinBox>(u"Waiting to be sent"), QStringLiteral("5"));
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->limits(), (SessionLimits{700 * kMiB, 42, 5 * kMiB}));
    }

    /// Behind the last field comes Restore Defaults: Return there is not for it.
    void returnBehindTheLastFieldIsOk()
    {
        open({});
        auto* waiting = find<QSpinBox>(u"Waiting to be sent");
        type(waiting, QStringLiteral("5"));
        QTest::keyClick(waiting, Qt::Key_Tab);
        QWidget* const next = m_dialog->focusWidget();
        QCOMPARE(next, m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults));
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(m_dialog->limits(), (SessionLimits{0, SessionLimits().clients, 5 * kMiB}));
    }

    void escapeLeavesEverything()
    {
        open({});
        type(find<QSpinBox>(u"Clients"), QStringLiteral("42"));
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        QSignalSpy rejected(m_dialog.get(), &QDialog::rejected);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(rejected.size(), 1);
        QVERIFY(accepted.isEmpty());
    }

    void defaultsComeBack()
    {
        open({5 * kGiB, 3, kMiB});
        m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->limits(), SessionLimits());
        QVERIFY(!find<QSpinBox>(u"Capture limit")->isEnabled());
    }

    void everyControlHasAHintAndAName()
    {
        open({});
        const QList<QWidget*> widgets = m_dialog->findChildren<QWidget*>();
        int controls = 0;
        for (const QWidget* widget : widgets) {
            const bool isControl = qobject_cast<const QSpinBox*>(widget) != nullptr ||
                                   qobject_cast<const QComboBox*>(widget) != nullptr ||
                                   qobject_cast<const QRadioButton*>(widget) != nullptr;
            if (!isControl)
                continue;
            ++controls;
            QVERIFY(!widget->toolTip().isEmpty());
            const auto* radio = qobject_cast<const QRadioButton*>(widget);
            QVERIFY(!(radio != nullptr ? radio->text() : widget->accessibleName()).isEmpty());
        }
        QCOMPARE(controls, 6);
    }
};

QTEST_MAIN(TestLimitsDialog)
#include "tst_limitsdialog.moc"
