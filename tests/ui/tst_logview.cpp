// SPDX-License-Identifier: MIT
#include "app/capture/Capture.h"
#include "tests/unit/Patience.h"
#include "ui/LogView.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

QStringList lines(const LogView& view)
{
    return view.visibleText().split(QLatin1Char('\n'));
}

QByteArray numbered(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i) {
        text += "line " + QByteArray::number(i) + '\n';
    }
    return text;
}

} // namespace

class TestLogView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsHeaderAndPayload();
    void followsTheEndUntilTheUserLeavesIt();
    void everyScrollKeyLeavesTheEnd_data();
    void everyScrollKeyLeavesTheEnd();
    void wheelAndScrollBarLeaveAndRejoinTheEnd();
    void newDataMarkerShowsAndLeadsToTheEnd();
    void anotherViewOfTheSameIsNoNewData();
    void readerDoesNotDriftWhenDataComes();
    void switchingTheEncodingKeepsThePlace();
    void switchingToHexShowsTheBytesAtTheTop();
    void mouseSelectsAndCopies();
    void doubleClickSelectsAWordTripleARow();
    void keyboardSelectsOverAnyDistance();
    void copyAsHexGivesTheBytes();
    void tooMuchIsNotCopied();
    void whatGoesWhileItIsCopiedIsTold_data();
    void whatGoesWhileItIsCopiedIsTold();
    void wrappedLinesAreCopiedAsOne();
    void selectAllCopiesWhatIsOutOfSight();
    void fullWidthCharactersTakeTwoColumns();
    void aTabIsPaintedLikeBlanks();
    void lettersHaveNoGapsBehindThem();
    void clearEmptiesTheView();
    void zoomChangesTheColumns();
    void undecodableBytesAreToldWithTheRightEncoding();
    void isReadableByAssistiveTechnology();
    void hiddenViewCatchesUpWhenShown();
    void whatNobodySeesCostsNothing_data();
    void whatNobodySeesCostsNothing();
    void nothingDriftsWhenTheOldestGo();

private:
    [[nodiscard]] QPoint pointOf(const QString& text, int extra = 0) const;
    void receive(const QByteArray& bytes) { m_capture->append(RecordKind::Received, m_peer, bytes); }
    void plainText();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<LogView> m_view;
    PeerId m_peer = kNoPeer;
};

void TestLogView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    StoreLimits limits;
    limits.folder = m_folder->path();
    m_capture = std::make_unique<Capture>(limits);
    m_peer = m_capture->addPeer(QStringLiteral("127.0.0.1:5000"));
    m_view = std::make_unique<LogView>();
    m_view->setCapture(m_capture.get());
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLogView::cleanup()
{
    m_view.reset();
    m_capture.reset();
}

void TestLogView::plainText()
{
    ViewSettings settings;
    settings.logMode = false;
    m_view->setViewSettings(settings);
}

/// The middle of the first shown row that has `text`, at the left edge of its first character, `extra` characters on.
QPoint TestLogView::pointOf(const QString& text, int extra) const
{
    const auto index = static_cast<int>(m_view->visibleText().indexOf(text)) + extra;
    const QRect rect = m_view->visibleRect(index);
    return {rect.left() + 1, rect.center().y()};
}

void TestLogView::showsHeaderAndPayload()
{
    receive("hello");
    QTRY_VERIFY_WITH_TIMEOUT(
        m_view->visibleText().contains(QStringLiteral("# RECV UTF-8/5 from 127.0.0.1:5000 <<<\nhello")), kPatienceMs);
    m_capture->append(RecordKind::Sent, m_peer, "world");
    QTRY_VERIFY_WITH_TIMEOUT(
        m_view->visibleText().endsWith(QStringLiteral("# SEND UTF-8/5 to 127.0.0.1:5000 >>>\nworld")), kPatienceMs);
}

void TestLogView::followsTheEndUntilTheUserLeavesIt()
{
    plainText();
    receive(numbered(0, 500));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 499"), kPatienceMs);
    QVERIFY(m_view->isFollowing());
    QSignalSpy followed(m_view.get(), &LogView::followingChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(followed.size(), 1);
    receive(numbered(500, 600));
    QTest::qWait(80);
    QCOMPARE(lines(*m_view).last(), QStringLiteral("line 498"));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 599"), kPatienceMs);
    receive(numbered(600, 601));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 600"), kPatienceMs);
}

void TestLogView::everyScrollKeyLeavesTheEnd_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("up") << Qt::Key_Up;
    QTest::newRow("page up") << Qt::Key_PageUp;
    QTest::newRow("home") << Qt::Key_Home;
}

void TestLogView::everyScrollKeyLeavesTheEnd()
{
    QFETCH(Qt::Key, key);
    plainText();
    receive(numbered(0, 500));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 499"), kPatienceMs);
    QTest::keyClick(m_view.get(), key);
    QVERIFY(!m_view->isFollowing());
    const QString before = m_view->visibleText();
    receive(numbered(500, 700));
    QTest::qWait(80);
    QCOMPARE(m_view->visibleText(), before);
}

void TestLogView::wheelAndScrollBarLeaveAndRejoinTheEnd()
{
    plainText();
    receive(numbered(0, 500));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 499"), kPatienceMs);
    const QPointF middle = m_view->viewport()->rect().center();
    QWheelEvent up(middle, m_view->viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                   Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &up);
    QVERIFY(!m_view->isFollowing());
    QScrollBar* const bar = m_view->verticalScrollBar();
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    QCOMPARE(lines(*m_view).first(), QStringLiteral("line 0"));
    QCOMPARE(bar->value(), 0);
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    QVERIFY(lines(*m_view).first() != QStringLiteral("line 0"));
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(lines(*m_view).last(), QStringLiteral("line 499"));
}

void TestLogView::newDataMarkerShowsAndLeadsToTheEnd()
{
    plainText();
    receive(numbered(0, 500));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 499"), kPatienceMs);
    auto* const marker = m_view->viewport()->findChild<QToolButton*>();
    QVERIFY(marker);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(!marker->isVisible());
    receive(numbered(500, 501));
    QTRY_VERIFY_WITH_TIMEOUT(marker->isVisible(), kPatienceMs);
    QTest::mouseClick(marker, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!marker->isVisible());
    QCOMPARE(lines(*m_view).last(), QStringLiteral("line 500"));
}

void TestLogView::anotherViewOfTheSameIsNoNewData()
{
    plainText();
    receive(numbered(0, 5000));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 4999"), kPatienceMs);
    auto* const marker = m_view->viewport()->findChild<QToolButton*>();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    ViewSettings hex = m_view->viewSettings();
    hex.hex = true; // takes more rows
    m_view->setViewSettings(hex);
    QVERIFY(!m_view->isFollowing());
    m_view->resize(m_view->width() / 2, m_view->height());
    QTest::qWait(100); // laid out meanwhile
    QVERIFY(!marker->isVisible());
    hex.hideReceived = true;
    m_view->setViewSettings(hex);
    receive(numbered(5000, 5001));
    (void)m_capture->append(RecordKind::Sent, m_peer, "x");
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    receive(numbered(5001, 5100));
    QTest::qWait(100);
    QVERIFY(!marker->isVisible()); // nobody sees it
    hex.hideReceived = false;
    m_view->setViewSettings(hex);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QVERIFY(!m_view->isFollowing() && !marker->isVisible());
    receive(numbered(5100, 5101));
    hex.hex = false;
    m_view->setViewSettings(hex); // takes it in at the same time
    QVERIFY(marker->isVisible());
}

void TestLogView::readerDoesNotDriftWhenDataComes()
{
    receive(numbered(0, 20000));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 19999"), kPatienceMs);
    m_view->verticalScrollBar()->setSliderPosition(m_view->verticalScrollBar()->maximum() / 2);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderMove);
    QVERIFY(!m_view->isFollowing());
    const QString before = m_view->visibleText();
    for (int i = 0; i < 50; ++i) {
        receive(numbered(0, 1000));
        QTest::qWait(5);
    }
    QTest::qWait(100);
    QCOMPARE(m_view->visibleText(), before);
}

void TestLogView::switchingTheEncodingKeepsThePlace()
{
    QByteArray text;
    for (int i = 0; i < 3000; ++i) {
        text += "第" + QByteArray::number(i) + "行\n";
    }
    plainText();
    receive(text);
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("第2999行"), kPatienceMs);
    m_view->verticalScrollBar()->setSliderPosition(1000);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderMove);
    const QString before = m_view->visibleText();
    ViewSettings settings = m_view->viewSettings();
    settings.encoding = Encoding::byName(u"GBK");
    m_view->setViewSettings(settings);
    QVERIFY(m_view->visibleText() != before);
    settings.encoding = Encoding::byName(u"UTF-8");
    m_view->setViewSettings(settings);
    QCOMPARE(m_view->visibleText(), before);
}

void TestLogView::switchingToHexShowsTheBytesAtTheTop()
{
    plainText();
    receive(numbered(0, 2000));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 1999"), kPatienceMs);
    m_view->verticalScrollBar()->setSliderPosition(700);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderMove);
    const QByteArray top = lines(*m_view).first().toLatin1() + '\n';
    ViewSettings settings = m_view->viewSettings();
    settings.hex = true;
    m_view->setViewSettings(settings);
    const QString hex = lines(*m_view).mid(0, 3).join(QLatin1Char(' '));
    QVERIFY2(hex.contains(QString::fromLatin1(top.toHex(' ').toUpper())), qPrintable(hex));
}

void TestLogView::mouseSelectsAndCopies()
{
    plainText();
    receive("alpha beta\ngamma 你好 delta\n");
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).size(), 2, kPatienceMs);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("beta")));
    QTest::mouseMove(m_view->viewport(), pointOf(QStringLiteral("好")));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("好")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("beta\ngamma 你"));
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), QStringLiteral("beta\ngamma 你"), kPatienceMs);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(QStringLiteral("alpha")));
    QVERIFY(!m_view->hasSelection());
}

void TestLogView::doubleClickSelectsAWordTripleARow()
{
    plainText();
    receive("alpha beta\ngamma\n");
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).size(), 2, kPatienceMs);
    const QPoint at = pointOf(QStringLiteral("beta"), 2);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_view->selectedText(), QStringLiteral("beta"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_view->selectedText(), QStringLiteral("alpha beta\n"));
}

void TestLogView::keyboardSelectsOverAnyDistance()
{
    plainText();
    receive(numbered(0, 1000));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 999"), kPatienceMs);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("l"));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("line 0\nl"));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(m_view->selectedText(), QString::fromLatin1(numbered(0, 1000).chopped(1)));
    QCOMPARE(lines(*m_view).last(), QStringLiteral("line 999"));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY(!m_view->hasSelection());
}

void TestLogView::copyAsHexGivesTheBytes()
{
    plainText();
    receive(QByteArray("\xE4\xBD", 2));
    receive(QByteArray("\xA0\xFF!", 3));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->visibleText().contains(QStringLiteral("你\\xFF!")), kPatienceMs);
    m_view->selectAll();
    QCOMPARE(m_view->selectedText().trimmed(), QStringLiteral("你\\xFF!"));
    m_view->copyAsHex();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), QStringLiteral("E4 BD A0 FF 21"), kPatienceMs);
}

void TestLogView::tooMuchIsNotCopied()
{
    plainText();
    QSignalSpy refused(m_view.get(), &LogView::copyRefused);
    const QByteArray megabyte(1 << 20, 'x');
    for (int i = 0; i < 42; ++i) // as HEX three characters each
        receive(megabyte);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->laidOutBytes() >= 42 * megabyte.size(), kPatienceMs);
    m_view->selectAll();
    m_view->copyAsHex();
    const qsizetype characters = 42 * 3 * megabyte.size() - 1;
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text().size(), characters, kPatienceMs);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("78 78 78")));
    QCOMPARE(refused.size(), 0);

    receive(megabyte);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->laidOutBytes() >= 43 * megabyte.size(), kPatienceMs);
    m_view->selectAll();
    m_view->copyAsHex();
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, kPatienceMs);
    QCOMPARE(QGuiApplication::clipboard()->text().size(), characters); // as it was
    m_view->copy();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().size() < characters, kPatienceMs);
}

void TestLogView::whatGoesWhileItIsCopiedIsTold_data()
{
    QTest::addColumn<bool>("isHex");
    QTest::newRow("text") << false;
    QTest::newRow("HEX") << true;
}

void TestLogView::whatGoesWhileItIsCopiedIsTold()
{
    QFETCH(const bool, isHex);
    constexpr qint64 records = 20;
    plainText();
    for (int i = 0; i < records; ++i) // far more than one slice copies
        receive(QByteArray((1 << 20) - 1, 'x') + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(m_view->laidOutBytes() >= records << 20, kPatienceMs);
    m_view->selectAll();
    QSignalSpy cut(m_view.get(), &LogView::copyCut);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    isHex ? m_view->copyAsHex() : m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before")); // it runs
    m_capture->clear();
    QTRY_COMPARE_WITH_TIMEOUT(cut.size(), 1, kPatienceMs);
    const QString copied = QGuiApplication::clipboard()->text();
    const auto ends = copied.count(isHex ? QStringLiteral("0A") : QStringLiteral("\n"));
    QCOMPARE(ends + cut.at(0).at(0).toLongLong(), records);
}

void TestLogView::wrappedLinesAreCopiedAsOne()
{
    plainText();
    const QByteArray line(1000, 'a');
    receive(line + "\nend");
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("end"), kPatienceMs);
    QVERIFY(lines(*m_view).size() > 3);
    m_view->selectAll();
    m_view->copy();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text().trimmed(), QString::fromLatin1(line + "\nend"),
                              kPatienceMs);
}

void TestLogView::selectAllCopiesWhatIsOutOfSight()
{
    plainText();
    const QByteArray text = numbered(0, 50000);
    for (qsizetype at = 0; at < text.size(); at += 60000) {
        receive(text.mid(at, 60000));
    }
    ViewSettings flow = m_view->viewSettings();
    flow.autoLineFeed = false;
    m_view->setViewSettings(flow);
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 49999"), kPatienceMs);
    m_view->selectAll();
    QGuiApplication::clipboard()->clear();
    m_view->copy();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), QString::fromLatin1(text), kPatienceMs);
}

void TestLogView::fullWidthCharactersTakeTwoColumns()
{
    plainText();
    receive("你好|\nabcd|\n");
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).size(), 2, kPatienceMs);
    QCOMPARE(m_view->visibleRect(2).left(), m_view->visibleRect(8).left());
}

/// Whatever stands behind it, and also where it is two columns wide, as a Chinese character is.
void TestLogView::aTabIsPaintedLikeBlanks()
{
    plainText();
    const auto picture = [this](const QByteArray& text) {
        m_capture->clear();
        receive(text);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_view->visibleText().endsWith(u'|'), kPatienceMs); }();
        return m_view->viewport()->grab().toImage();
    };
    for (int before = 0; before < 9; ++before) {
        const QByteArray begin(before, 'a');
        QVERIFY2(picture(begin + "\t常温|") == picture(begin + QByteArray(8 - before % 8, ' ') + "常温|"),
                 qPrintable(QString::number(before)));
    }
}

/// Fonts for Chinese draw some characters of ambiguous width as wide as Chinese ones, but not all.
void TestLogView::lettersHaveNoGapsBehindThem()
{
    plainText();
    for (const QString& letter :
         {QStringLiteral("é"), QStringLiteral("ü"), QStringLiteral("ß"), QStringLiteral("Ж"), QStringLiteral("℃")}) {
        m_capture->clear();
        receive(letter.toUtf8() + " \n");
        QTRY_VERIFY_WITH_TIMEOUT(m_view->visibleText().startsWith(letter), kPatienceMs);
        const QImage picture = m_view->viewport()->grab().toImage();
        const QRect behind = m_view->visibleRect(1);
        const QRgb ground = picture.pixel(picture.width() - 1, behind.center().y());
        int inked = 0; // behind the last column of pixels that has something
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = behind.top(); y <= behind.bottom(); ++y)
                inked = picture.pixel(x, y) != ground ? x + 1 : inked;
        }
        QVERIFY2(inked > 0 && behind.left() - inked <= (behind.width() + 1) / 2, qPrintable(letter));
        QVERIFY2(inked - behind.left() < behind.width() / 2, qPrintable(letter)); // nor is it painted over
    }
}

void TestLogView::clearEmptiesTheView()
{
    receive(numbered(0, 300));
    QTRY_VERIFY_WITH_TIMEOUT(!m_view->visibleText().isEmpty(), kPatienceMs);
    m_view->selectAll();
    m_capture->clear();
    QVERIFY(m_view->visibleText().isEmpty());
    QVERIFY(!m_view->hasSelection());
    receive("again");
    QTRY_VERIFY_WITH_TIMEOUT(m_view->visibleText().endsWith(QStringLiteral("again")), kPatienceMs);
}

void TestLogView::zoomChangesTheColumns()
{
    const int columns = m_view->viewSettings().columns;
    QSignalSpy zoomed(m_view.get(), &LogView::zoomChanged);
    m_view->setZoomSteps(6);
    QVERIFY(m_view->viewSettings().columns < columns);
    QCOMPARE(zoomed.size(), 1);
    m_view->setZoomSteps(0);
    QCOMPARE(m_view->viewSettings().columns, columns);
}

void TestLogView::undecodableBytesAreToldWithTheRightEncoding()
{
    QSignalSpy told(m_view.get(), &LogView::undecodableChanged);
    receive(QByteArray::fromHex("c4e3bac3b7fecef1b6cb2cced2cac7bfcdbba7b6cb")); // Chinese in GBK
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), kPatienceMs);
    QVERIFY(told.last().at(0).toLongLong() > 0);
    QCOMPARE(told.last().at(1).value<const Encoding*>(), Encoding::byName(u"GBK"));
    ViewSettings settings = m_view->viewSettings();
    settings.encoding = Encoding::byName(u"GBK");
    m_view->setViewSettings(settings);
    QTRY_COMPARE_WITH_TIMEOUT(told.last().at(0).toLongLong(), 0, kPatienceMs);
}

void TestLogView::isReadableByAssistiveTechnology()
{
    plainText();
    receive("one\ntwo 二\n");
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).size(), 2, kPatienceMs);
    QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Data log"));
    QAccessibleTextInterface* const text = interface->textInterface();
    QVERIFY(text);
    QCOMPARE(text->characterCount(), 9);
    QCOMPARE(text->text(0, -1), QStringLiteral("one\ntwo 二"));
    QCOMPARE(text->text(4, 7), QStringLiteral("two"));
    text->setSelection(0, 4, 7);
    QCOMPARE(m_view->selectedText(), QStringLiteral("two"));
    int from = 0;
    int to = 0;
    text->selection(0, &from, &to);
    QCOMPARE(from, 4);
    QCOMPARE(to, 7);
    QVERIFY(interface->state().readOnly);
}

void TestLogView::hiddenViewCatchesUpWhenShown()
{
    plainText();
    m_view->hide();
    receive(numbered(0, 100));
    QTest::qWait(80);
    m_view->show();
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 99"), kPatienceMs);
}

void TestLogView::whatNobodySeesCostsNothing_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char* how : {"hidden", "minimised", "screen locked", "received data hidden"})
        QTest::newRow(how) << QByteArray(how);
}

void TestLogView::whatNobodySeesCostsNothing()
{
    QFETCH(QByteArray, how);
    plainText();
    receive(numbered(0, 1000));
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("line 999"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->laidOutBytes() > 0, kPatienceMs);
    ViewSettings settings = m_view->viewSettings();
    if (how == "hidden") {
        m_view->hide();
    } else if (how == "minimised") {
        m_view->showMinimized();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isMinimized(), kPatienceMs);
    } else if (how == "screen locked") {
        m_view->setScreenLocked(true);
    } else {
        settings.hideReceived = true;
        settings.logMode = true; // with notes between
        m_view->setViewSettings(settings);
    }
    QTest::qWait(100);
    const qint64 before = m_view->laidOutBytes();
    for (int i = 0; i < 20; ++i) {
        for (int k = 0; k < 10; ++k)
            receive(numbered(0, 2000));
        m_capture->appendNote({NoteKind::Listening, {QStringLiteral("127.0.0.1:1")}});
        QTest::qWait(20);
    }
    QTest::qWait(300);
    QCOMPARE(m_view->laidOutBytes(), before);

    // And it is all there as soon as somebody looks.
    receive("the end\n");
    settings.hideReceived = false;
    settings.logMode = false;
    m_view->setViewSettings(settings);
    m_view->showNormal();
    m_view->setScreenLocked(false);
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).last(), QStringLiteral("the end"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->laidOutBytes() > before + 20 * 10 * 2000, kPatienceMs);
}

void TestLogView::nothingDriftsWhenTheOldestGo()
{
    constexpr qint64 kLimit = 4 << 20;
    StoreLimits limits;
    limits.folder = m_folder->path();
    limits.segmentBytes = kLimit / 4;
    limits.limitBytes = kLimit;
    m_capture->setLimits(limits);
    plainText();
    int line = 0;
    const auto receiveSome = [&] {
        receive(numbered(line, line + 5000));
        line += 5000;
        QTest::qWait(15);
    };
    while (m_capture->begin() == 0)
        receiveSome();
    QTRY_VERIFY_WITH_TIMEOUT(lines(*m_view).last() == QStringLiteral("line %1").arg(line - 1) ||
                                 lines(*m_view).last().contains(QStringLiteral("dropped")),
                             kPatienceMs);
    // Somewhere in the newest part, with something selected.
    m_view->verticalScrollBar()->setSliderPosition(m_view->verticalScrollBar()->maximum() / 10 * 9);
    m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderMove);
    const QString seen = m_view->visibleText();
    const auto from = static_cast<int>(seen.indexOf(u'\n')) + 1;
    m_view->selectVisible(from, from + 30);
    const QString selected = m_view->selectedText();
    QCOMPARE(selected.size(), 30);
    const qint64 stillKept = m_capture->end();
    const RecordId dropped = m_capture->begin();
    // The limit is passed again and again, but what is looked at is not yet the oldest.
    while (m_capture->begin() < dropped + (stillKept - dropped) / 2) {
        receiveSome();
        QCOMPARE(m_view->visibleText(), seen);
        QCOMPARE(m_view->selectedText(), selected);
    }
    // Now it goes, and with it the selection; the view shows the oldest that there is.
    while (m_capture->begin() < stillKept)
        receiveSome();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->visibleText() != seen, kPatienceMs);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->selectedText(), QString());
    const auto oldest = QString::fromUtf8(m_capture->bytes(m_capture->begin()).split('\n').constFirst());
    QTRY_COMPARE_WITH_TIMEOUT(lines(*m_view).first(), oldest, kPatienceMs);
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
