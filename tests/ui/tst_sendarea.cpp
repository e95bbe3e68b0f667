// SPDX-License-Identifier: MIT
#include "app/payload/DynamicContext.h"
#include "app/text/Encoding.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/Patience.h"
#include "ui/ElidedLabel.h"
#include "ui/PayloadEdit.h"
#include "ui/SendArea.h"

#include <QHelpEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

const PeerInfo kSomebody{1, 1, QStringLiteral("127.0.0.1:50001")};

} // namespace

class TestSendArea final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SendArea> m_area;
    PayloadEdit* m_edit = nullptr;
    QPushButton* m_send = nullptr;
    ElidedLabel* m_hint = nullptr;

    void setOptions(PayloadMode mode, QStringView encoding, Ending ending = Ending::None, bool escapes = true)
    {
        m_area->setOptions({mode, Encoding::byName(encoding), escapes, ending});
    }

private Q_SLOTS:
    void init()
    {
        m_area = std::make_unique<SendArea>();
        m_area->show();
        m_edit = findByName<PayloadEdit>(*m_area, QStringLiteral("Data to send"));
        m_send = findByName<QPushButton>(*m_area, QStringLiteral("Send"));
        m_hint = m_area->findChild<ElidedLabel*>();
        QVERIFY(m_edit != nullptr && m_send != nullptr && m_hint != nullptr);
        m_area->setPeers({kSomebody});
    }

    void emptyBoxSendsNothing()
    {
        QVERIFY(!m_send->isEnabled());
        setOptions(PayloadMode::Text, u"UTF-8", Ending::CrLf);
        QVERIFY(!m_send->isEnabled());
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        m_area->send();
        QVERIFY(sent.isEmpty());
    }

    /// Pressing it and losing the peer leaves the keys where one types, not at whatever comes behind in the window.
    void focusOfTheButtonGoesBackToTheBox()
    {
        m_edit->setPlainText(QStringLiteral("x"));
        m_send->setFocus();
        QCOMPARE(m_area->focusWidget(), m_send);
        m_area->setPeers({});
        QVERIFY(!m_send->isEnabled());
        QCOMPARE(m_area->focusWidget(), m_edit);
        // Elsewhere it is not taken away.
        m_area->setPeers({kSomebody});
        auto* clear = findByName<QPushButton>(*m_area, QStringLiteral("Clear send"));
        QVERIFY(clear != nullptr);
        clear->setFocus();
        m_area->setPeers({});
        QCOMPARE(m_area->focusWidget(), clear);
    }

    /// A shortcut that there is not must not change what will be sent.
    void altAndALetterIsNoText()
    {
        QTest::keyClicks(m_edit, QStringLiteral("ab"));
        QTest::keyClick(m_edit, 's', Qt::AltModifier);
        QTest::keyClick(m_edit, '1', Qt::AltModifier | Qt::KeypadModifier);
        QTest::keyClick(m_edit, 'B', Qt::AltModifier | Qt::ShiftModifier);
        QTest::keyClick(m_edit, 'C');
        QTest::keyClick(m_edit, '@', Qt::AltModifier | Qt::ControlModifier); // AltGr
        QCOMPARE(m_edit->text(), QStringLiteral("abC@"));
    }

    void countsTheBytesThatWouldGoOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("hint");
        QTest::newRow("one") << QStringLiteral("a") << QStringLiteral("UTF-8") << Ending::None << QByteArray("a")
                             << QStringLiteral("1 byte");
        QTest::newRow("GBK") << QStringLiteral("你好") << QStringLiteral("GBK") << Ending::None
                             << QByteArray::fromHex("C4E3BAC3") << QStringLiteral("4 bytes");
        QTest::newRow("UTF-8") << QStringLiteral("你好") << QStringLiteral("UTF-8") << Ending::CrLf
                               << QByteArray::fromHex("E4BDA0E5A5BD0D0A") << QStringLiteral("8 bytes");
        QTest::newRow("escapes") << QStringLiteral("\\xFF\\n") << QStringLiteral("UTF-8") << Ending::None
                                 << QByteArray::fromHex("FF0A") << QStringLiteral("2 bytes");
        QTest::newRow("lines") << QStringLiteral("a\nb") << QStringLiteral("UTF-8") << Ending::None
                               << QByteArray("a\nb") << QStringLiteral("3 bytes");
        QTest::newRow("no-break space stays") << QStringLiteral("a\u00A0b") << QStringLiteral("UTF-8") << Ending::None
                                              << QByteArray("a\xC2\xA0"
                                                            "b")
                                              << QStringLiteral("4 bytes");
    }

    void countsTheBytesThatWouldGoOut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, encoding);
        QFETCH(const Ending, ending);
        setOptions(PayloadMode::Text, encoding, ending);
        m_edit->insertPlainText(text);
        QTEST(m_hint->text(), "hint");
        QVERIFY(m_send->isEnabled());
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        QTest::mouseClick(m_send, Qt::LeftButton);
        QCOMPARE(sent.size(), 1);
        QTEST(sent.at(0).at(0).toByteArray(), "bytes");
    }

    void errorIsMarkedAndNothingGoesOut()
    {
        setOptions(PayloadMode::Text, u"GBK");
        QTest::keyClicks(m_edit, QStringLiteral("abc\\q"));
        QVERIFY(!m_send->isEnabled());
        QVERIFY2(m_hint->text().startsWith(QStringLiteral("Column 4: ")), qPrintable(m_hint->text()));
        QCOMPARE(m_hint->tone(), ElidedLabel::Tone::Warning);
        QCOMPARE(m_edit->extraSelections().size(), 1);
        QCOMPARE(m_edit->extraSelections().at(0).cursor.selectionStart(), 3);
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sent.isEmpty());
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QTest::keyClick(m_edit, Qt::Key_N);
        QVERIFY(m_send->isEnabled());
        QVERIFY(m_edit->extraSelections().isEmpty());
        QCOMPARE(m_hint->text(), QStringLiteral("4 bytes"));
    }

    void longErrorTakesTwoLinesWhereOneIsTooNarrow()
    {
        const auto settledHeight = [this] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            return m_hint->height();
        };
        PayloadError error;
        error.reason = QStringLiteral("a word ").repeated(20).trimmed();
        m_area->resize(3000, 300);
        const int oneLine = settledHeight();
        m_area->showError(error);
        QCOMPARE(settledHeight(), oneLine);
        m_area->resize(m_hint->fontMetrics().horizontalAdvance(m_hint->text()) * 2 / 3, 300);
        QVERIFY(settledHeight() > oneLine);
        QVERIFY(settledHeight() < 3 * oneLine);
        error.reason = error.reason.repeated(20); // the rest is in the tooltip
        m_area->showError(error);
        QVERIFY(settledHeight() < 3 * oneLine);
        m_area->setText(QStringLiteral("abc"));
        QCOMPARE(settledHeight(), oneLine);
    }

    void wordWiderThanTheErrorsLinesIsWhole()
    {
        m_area->resize(m_hint->fontMetrics().horizontalAdvance(QString(60, QLatin1Char('x'))), 300);
        PayloadError error;
        error.reason = QString(400, QLatin1Char('x')) + QStringLiteral(" end");
        m_area->showError(error);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QPoint middle = m_hint->rect().center();
        QHelpEvent event(QEvent::ToolTip, middle, m_hint->mapToGlobal(middle));
        QCoreApplication::sendEvent(m_hint, &event);
        QVERIFY2(QToolTip::text().contains(error.reason), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void errorInALaterLineSaysWhere()
    {
        setOptions(PayloadMode::Hex, u"UTF-8");
        m_area->setText(QStringLiteral("01 02\n0G"));
        QVERIFY2(m_hint->text().startsWith(QStringLiteral("Line 2, column 2: ")), qPrintable(m_hint->text()));
    }

    void ctrlEnterSends()
    {
        setOptions(PayloadMode::Text, u"UTF-8");
        QTest::keyClicks(m_edit, QStringLiteral("hi"));
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(m_edit, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.at(0).at(0).toByteArray(), QByteArray("hi"));
        QCOMPARE(m_area->text(), QStringLiteral("hi"));
    }

    void nobodyThereIsSaid()
    {
        m_area->setText(QStringLiteral("hi"));
        QVERIFY(m_send->isEnabled());
        m_area->setPeers({});
        QVERIFY(!m_send->isEnabled());
        QVERIFY(m_send->toolTip().contains(QStringLiteral("open the server")));
        m_area->setProtocol(Protocol::TcpClient);
        QVERIFY(m_send->toolTip().contains(QStringLiteral("connect to a server")));
    }

    void convertsThroughTheSendEncoding_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hex");
        QTest::newRow("ASCII") << QStringLiteral("UTF-8") << QStringLiteral("PING") << QStringLiteral("50 49 4E 47");
        QTest::newRow("GBK") << QStringLiteral("GBK") << QStringLiteral("你好") << QStringLiteral("C4 E3 BA C3");
        QTest::newRow("UTF-8") << QStringLiteral("UTF-8") << QStringLiteral("你") << QStringLiteral("E4 BD A0");
        QTest::newRow("byte") << QStringLiteral("UTF-8") << QStringLiteral("a\\xFF") << QStringLiteral("61 FF");
        QTest::newRow("empty") << QStringLiteral("UTF-8") << QString() << QString();
    }

    void convertsThroughTheSendEncoding()
    {
        QFETCH(const QString, encoding);
        QFETCH(const QString, text);
        QFETCH(const QString, hex);
        // The ending is sent, not part of what the box holds.
        setOptions(PayloadMode::Text, encoding, Ending::CrLf);
        m_area->setText(text);
        QVERIFY(m_area->convertTo(PayloadMode::Hex));
        QCOMPARE(m_area->text(), hex);
        QVERIFY(m_area->convertTo(PayloadMode::Text));
        QCOMPARE(m_area->text(), text);
    }

    void refusesToConvertWhatDoesNotParse()
    {
        setOptions(PayloadMode::Text, u"GBK");
        m_area->setText(QStringLiteral("ab😀"));
        QVERIFY(!m_area->convertTo(PayloadMode::Hex));
        QCOMPARE(m_area->text(), QStringLiteral("ab😀"));
        QVERIFY(m_hint->text().contains(QStringLiteral("Column 3")));
    }

    void refusesToConvertWhatTextCannotExpress()
    {
        setOptions(PayloadMode::Hex, u"UTF-8", Ending::None, false);
        m_area->setText(QStringLiteral("41 FF"));
        QVERIFY(!m_area->convertTo(PayloadMode::Text));
        QCOMPARE(m_area->text(), QStringLiteral("41 FF"));
        QVERIFY(m_hint->text().startsWith(QStringLiteral("Cannot be converted to text.")));
        // A text box would make a line feed of the carriage return.
        m_area->setText(QStringLiteral("41 0D 42"));
        QVERIFY(!m_area->convertTo(PayloadMode::Text));
        QCOMPARE(m_area->text(), QStringLiteral("41 0D 42"));
    }

    void everyByteSurvivesThereAndBack()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(static_cast<char>(byte));
        for (const Encoding* encoding : Encoding::all()) {
            setOptions(PayloadMode::Hex, encoding->name());
            const QString hex = toHex(all);
            m_area->setText(hex);
            QVERIFY2(m_area->convertTo(PayloadMode::Text), qPrintable(encoding->name()));
            QVERIFY2(m_area->convertTo(PayloadMode::Hex), qPrintable(encoding->name()));
            QCOMPARE(m_area->text(), hex);
        }
    }

    void countersGoOnWithEachSend()
    {
        DynamicContext dynamics;
        PayloadOptions options{PayloadMode::Text, &Encoding::utf8(), true, Ending::None};
        options.dynamics = &dynamics;
        m_area->setOptions(options);
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        m_area->setText(QStringLiteral("n${counter start=9}"));
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes"));
        m_area->send();
        m_area->send();
        QCOMPARE(sent.at(0).at(0).toByteArray(), QByteArray("n9"));
        QCOMPARE(sent.at(1).at(0).toByteArray(), QByteArray("n10"));
        QTest::mouseClick(findByName<QPushButton>(*m_area, QStringLiteral("Clear send")), Qt::LeftButton);
        m_area->setText(QStringLiteral("n${counter}"));
        m_area->send();
        QCOMPARE(sent.at(2).at(0).toByteArray(), QByteArray("n1"));
        m_area->setText(QStringLiteral("${foo}"));
        QVERIFY2(m_hint->text().startsWith(QStringLiteral("Column 3: ")), qPrintable(m_hint->text()));
        QVERIFY(!m_send->isEnabled());
    }

    void whatDependsOnThePeerIsLeftToOthers()
    {
        DynamicContext dynamics;
        PayloadOptions options{PayloadMode::Text, &Encoding::utf8(), true, Ending::None};
        options.dynamics = &dynamics;
        m_area->setOptions(options);
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        QSignalSpy forPeer(m_area.get(), &SendArea::sendForPeerRequested);
        m_area->setText(QStringLiteral("${peer}"));
        m_area->send();
        QVERIFY(sent.isEmpty());
        QCOMPARE(forPeer.size(), 1);
        QCOMPARE(forPeer.at(0).at(0).toString(), QStringLiteral("${peer}"));
    }

    void placeholdersAreNotLostByAConversion()
    {
        DynamicContext dynamics;
        PayloadOptions options{PayloadMode::Text, &Encoding::utf8(), true, Ending::None};
        options.dynamics = &dynamics;
        m_area->setOptions(options);
        m_area->setText(QStringLiteral("ab ${counter}"));
        QVERIFY(!m_area->convertTo(PayloadMode::Hex));
        QCOMPARE(m_area->text(), QStringLiteral("ab ${counter}"));
        QVERIFY2(m_hint->text().contains(QStringLiteral("Column 4")), qPrintable(m_hint->text()));
        options.mode = PayloadMode::Hex;
        m_area->setOptions(options);
        m_area->setText(QStringLiteral("01 ${counter}"));
        QVERIFY(!m_area->convertTo(PayloadMode::Text));
        QCOMPARE(m_area->text(), QStringLiteral("01 ${counter}"));
        // The characters themselves convert, there and back.
        m_area->setText(QStringLiteral("24 7B 78 7D"));
        QVERIFY(m_area->convertTo(PayloadMode::Text));
        QVERIFY(m_area->convertTo(PayloadMode::Hex));
        QCOMPARE(m_area->text(), QStringLiteral("24 7B 78 7D"));
        options.mode = PayloadMode::Text;
        m_area->setOptions(options);
        m_area->setText(QStringLiteral("$${x}"));
        QVERIFY(m_area->convertTo(PayloadMode::Hex));
        QCOMPARE(m_area->text(), QStringLiteral("24 7B 78 7D"));
    }

    void checksumIsPreviewedInParts()
    {
        setOptions(PayloadMode::Text, u"UTF-8", Ending::CrLf);
        m_area->setText(QStringLiteral("123456789"));
        const auto preview = m_area->preview(ChecksumSettings{});
        QVERIFY(preview.ok());
        QCOMPARE(preview.value().content, QByteArray("123456789"));
        QCOMPARE(preview.value().checksum.toHex(), QByteArray("374b"));
        QCOMPARE(preview.value().ending, QByteArray("\r\n"));
    }

    void theButtonRepeatsAndStops()
    {
        QSignalSpy toggled(m_area.get(), &SendArea::repeatToggled);
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        m_area->setText(QStringLiteral("hi"));
        m_area->setRepeats(true);
        QTest::mouseClick(m_send, Qt::LeftButton);
        QCOMPARE(toggled.size(), 1);
        QVERIFY(sent.isEmpty());
        m_area->showRepeat(true, 3, 1);
        QCOMPARE(m_send->text(), QStringLiteral("Stop"));
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes  ·  3 sent, 1 skipped"));
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(toggled.size(), 2);
        m_area->showRepeat(false, 3, 0);
        QCOMPARE(m_send->text(), QStringLiteral("Send"));
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes  ·  3 sent"));
        m_area->setPeers({});
        m_area->send(); // nobody there: nothing starts
        QCOMPARE(toggled.size(), 2);
        m_area->setRepeats(false);
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes"));
    }

    void longBoxIsReadWhenTypingPauses()
    {
        setOptions(PayloadMode::Text, u"UTF-8");
        const qsizetype size = qsizetype{300} << 10;
        m_area->setText(QString(size, u'x'));
        QTRY_COMPARE_WITH_TIMEOUT(m_hint->text(), QStringLiteral("%1 bytes").arg(size), kPatienceMs);
        QSignalSpy sent(m_area.get(), &SendArea::sendRequested);
        m_edit->insertPlainText(QStringLiteral("y"));
        m_area->send(); // what is there now, not what was read before
        QCOMPARE(sent.at(0).at(0).toByteArray().size(), size + 1);
    }

    void waitingBytesAreShown()
    {
        m_area->setText(QStringLiteral("hi"));
        m_area->setWaitingBytes(4096);
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes  ·  4096 bytes waiting to be sent"));
        m_area->setWaitingBytes(0);
        QCOMPARE(m_hint->text(), QStringLiteral("2 bytes"));
    }
};

QTEST_MAIN(TestSendArea)
#include "tst_sendarea.moc"
