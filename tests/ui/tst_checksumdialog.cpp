// SPDX-License-Identifier: MIT
#include "app/text/Encoding.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/Patience.h"
#include "ui/ChecksumDialog.h"
#include "ui/ChecksumRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

Result<PayloadParts, PayloadError> previewOf(const ChecksumSettings& checksum)
{
    PayloadOptions options{PayloadMode::Text, &Encoding::utf8(), true, Ending::CrLf};
    options.checksum = checksum;
    return buildParts(u"123456789", options);
}

} // namespace

class TestChecksumDialog final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ChecksumDialog> m_dialog;

    void openDialog(const ChecksumSettings& settings = {})
    {
        m_dialog = std::make_unique<ChecksumDialog>(settings, previewOf);
        m_dialog->show();
    }
    template <class T>
    T* find(const char* name) const
    {
        return findByName<T>(*m_dialog, QString::fromUtf8(name));
    }
    void pick(const char* beginning) const
    {
        auto* algorithm = find<QComboBox>("Algorithm");
        const int index = algorithm->findText(QString::fromUtf8(beginning), Qt::MatchStartsWith);
        QVERIFY2(index >= 0, beginning);
        algorithm->setCurrentIndex(index);
    }
    [[nodiscard]] QString preview() const
    {
        const auto labels = m_dialog->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->wordWrap())
                return label->text();
        }
        return {};
    }
    [[nodiscard]] bool canAccept() const
    {
        return m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
    }

private Q_SLOTS:
    void cleanup() { m_dialog.reset(); }

    void showsAndGivesBackWhatItGot_data()
    {
        QTest::addColumn<ChecksumSettings>("settings");
        QTest::newRow("first") << ChecksumSettings();
        for (const char* name : {"SUM8", "SUM16", "SUM32", "LRC", "XOR", "CRC-32", "CRC-8/MAXIM"})
            QTest::newRow(name) << *checksumByName(QString::fromLatin1(name));
        ChecksumSettings own;
        own.crc = {8, 0x2F, 0x01, true, false, 0xFE};
        own.from = 2;
        own.minus = 1;
        own.order = ByteOrder::HighFirst;
        QTest::newRow("own") << own;
        ChecksumSettings fixed;
        fixed.kind = ChecksumKind::Fixed;
        fixed.fixed = QByteArray::fromHex("0D0A00");
        QTest::newRow("fixed") << fixed;
    }

    void showsAndGivesBackWhatItGot()
    {
        QFETCH(const ChecksumSettings, settings);
        openDialog(settings);
        QVERIFY(m_dialog->settings() == settings);
        QVERIFY(canAccept());
        QVERIFY2(preview().contains(toHex(*checksumOf("123456789", settings))), qPrintable(preview()));
    }

    void offersEveryModelWithItsParameters()
    {
        openDialog();
        const auto* algorithm = find<QComboBox>("Algorithm");
        QStringList entries;
        for (int i = 0; i < algorithm->count(); ++i)
            entries += algorithm->itemText(i);
        for (const NamedCrc& crc : namedCrcs()) {
            ChecksumSettings settings;
            settings.crc = crc.model;
            QVERIFY(entries.contains(checksumTitle(settings)));
        }
    }

    void aModelBringsItsUsualOrder()
    {
        openDialog();
        pick("CRC-16/XMODEM");
        QCOMPARE(m_dialog->settings()->order, ByteOrder::HighFirst);
        pick("CRC-16/KERMIT");
        QCOMPARE(m_dialog->settings()->order, ByteOrder::LowFirst);
        find<QComboBox>("Byte order")->setCurrentIndex(0);
        QCOMPARE(m_dialog->settings()->order, ByteOrder::HighFirst);
    }

    void previewFollowsEveryField()
    {
        openDialog();
        QVERIFY2(preview().contains(QStringLiteral("<b>37 4B</b> 0D 0A")), qPrintable(preview()));
        find<QSpinBox>("From byte")->setValue(8);
        find<QSpinBox>("To the end minus")->setValue(0);
        pick("SUM8");
        QVERIFY2(preview().contains(QStringLiteral("<b>39</b> 0D 0A")), qPrintable(preview()));
        find<QSpinBox>("To the end minus")->setValue(2);
        QVERIFY2(preview().contains(QStringLiteral("only 9")), qPrintable(preview()));
        QVERIFY(canAccept()); // another content may be long enough
    }

    void ownCrcStartsFromTheModelShown()
    {
        openDialog();
        QVERIFY(!find<QLineEdit>("Polynomial")->isEnabled());
        pick("CRC of your own");
        auto* poly = find<QLineEdit>("Polynomial");
        QVERIFY(poly->isEnabled());
        QCOMPARE(poly->text(), QStringLiteral("8005"));
        poly->setText(QStringLiteral("1021"));
        find<QLineEdit>("Start value")->setText(QStringLiteral("0"));
        find<QCheckBox>("Input reflected")->setChecked(false);
        find<QCheckBox>("Output reflected")->setChecked(false);
        find<QComboBox>("Byte order")->setCurrentIndex(0);
        QVERIFY2(preview().contains(QStringLiteral("<b>31 C3</b>")), qPrintable(preview()));
        poly->setText(QStringLiteral("11021"));
        QVERIFY(!canAccept());
        QVERIFY(!m_dialog->settings());
        QVERIFY(preview().contains(QStringLiteral("16 bits")));
        find<QComboBox>("Width")->setCurrentText(QStringLiteral("32"));
        QVERIFY(canAccept());
        poly->clear();
        QVERIFY(!canAccept());
    }

    void fixedBytesAreHex()
    {
        openDialog();
        pick("Fixed");
        QVERIFY(find<QSpinBox>("From byte") == nullptr);
        auto* bytes = find<QLineEdit>("Bytes");
        bytes->setText(QStringLiteral("7E 7"));
        QVERIFY(canAccept());
        QCOMPARE(m_dialog->settings()->fixed, QByteArray("\x7E\x07"));
        bytes->setText(QStringLiteral("7E 123"));
        QVERIFY(!canAccept());
        bytes->clear();
        QVERIFY(!canAccept());
        pick("XOR");
        QVERIFY(canAccept());
    }

    void tickingAsksAndCancelUnticks()
    {
        ChecksumRow row;
        row.setPreview(previewOf);
        row.show();
        auto* check = row.findChild<QCheckBox*>();
        check->click();
        auto* dialog = row.findChild<ChecksumDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        dialog->reject();
        QVERIFY(!check->isChecked());
        QVERIFY(!row.checksum());
        QTRY_VERIFY_WITH_TIMEOUT(row.findChild<ChecksumDialog*>() == nullptr, kPatienceMs);

        check->click();
        row.findChild<ChecksumDialog*>()->accept();
        QVERIFY(row.checksum() == ChecksumSettings());
        QTRY_VERIFY_WITH_TIMEOUT(row.findChild<ChecksumDialog*>() == nullptr, kPatienceMs);

        // The button edits, and a cancelled edit leaves it ticked.
        auto* edit = findByName<QAbstractButton>(row, QStringLiteral("Checksum settings"));
        edit->click();
        row.findChild<ChecksumDialog*>()->reject();
        QVERIFY(row.checksum().has_value());
        QTRY_VERIFY_WITH_TIMEOUT(row.findChild<ChecksumDialog*>() == nullptr, kPatienceMs);
        QSignalSpy changed(&row, &ChecksumRow::changed);
        check->click();
        QVERIFY(!row.checksum());
        QCOMPARE(changed.size(), 1);
        QVERIFY(row.findChild<ChecksumDialog*>() == nullptr);
        row.setChecksum(checksumByName(u"LRC"), {});
        QVERIFY(check->isChecked());
        QVERIFY(row.settings().kind == ChecksumKind::Lrc);
    }
};

QTEST_MAIN(TestChecksumDialog)
#include "tst_checksumdialog.moc"
