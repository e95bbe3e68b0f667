// SPDX-License-Identifier: MIT
#include "app/layout/LogWindow.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::asMany;

class TestLogWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyLog();
    void followsTheEnd();
    void scrollingStopsAndResumesFollowing();
    void shortLogIsAlwaysAtItsEnd();
    void placeIsKeptOnAppend();
    void placeIsKeptOnTrim();
    void placeIsKeptOnChanges();
    void placeIsKeptWhileItIsHidden_data();
    void placeIsKeptWhileItIsHidden();
    void placeDoesNotDrift();
    void scrollsByRowsAndNumbers();
    void revealsWithLittleScrolling();
    void randomScrolling();

private:
    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }
    void appendLines(int count)
    {
        for (int i = 0; i < count; ++i) {
            (void)m_capture->append(RecordKind::Received, m_peer, QByteArray::number(m_lines++) + '\n', 0);
        }
        m_layout->sync();
    }
    void layOutAll()
    {
        while (m_layout->layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)) != Layout::Left::Nothing) {
        }
    }
    [[nodiscard]] static QString topText(const LogWindow& window) { return window.rows().front().text; }
    [[nodiscard]] static ViewSettings plain()
    {
        ViewSettings settings;
        settings.logMode = false;
        return settings;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<Layout> m_layout;
    PeerId m_peer = kNoPeer;
    int m_lines = 0;
};

void TestLogWindow::init()
{
    m_capture = std::make_unique<Capture>(limits());
    m_peer = m_capture->addPeer(QStringLiteral("p"));
    m_layout = std::make_unique<Layout>(*m_capture, plain());
    m_lines = 0;
}

void TestLogWindow::emptyLog()
{
    LogWindow window(*m_layout);
    window.setHeight(0);
    QCOMPARE(window.height(), 1);
    window.setHeight(10);
    window.update();
    QVERIFY(window.rows().empty());
    QVERIFY(window.isAtEnd());
    QVERIFY(window.isFollowing());
    QCOMPARE(window.total(), 0);
    QCOMPARE(window.topNumber(), 0);
    window.scrollBy(5);
    window.scrollBy(-5);
    window.scrollToNumber(3);
    window.reveal({3, RowPart::Header, 0});
    QVERIFY(window.rows().empty());
    QVERIFY(window.isFollowing());
}

void TestLogWindow::followsTheEnd()
{
    LogWindow window(*m_layout);
    window.setHeight(10);
    for (int i = 0; i < 5; ++i) {
        appendLines(200);
        window.update();
        QCOMPARE(window.rows().size(), 10U);
        QCOMPARE(window.rows().back().text, QString::number(m_lines - 1));
        QVERIFY(window.isAtEnd());
    }
    m_capture->clear();
    m_layout->sync();
    window.update();
    QVERIFY(window.rows().empty());
    QVERIFY(window.isFollowing());
    appendLines(3);
    window.update();
    QCOMPARE(window.rows().size(), 3U);
}

void TestLogWindow::scrollingStopsAndResumesFollowing()
{
    LogWindow window(*m_layout);
    window.setHeight(10);
    appendLines(1000);
    window.update();
    window.scrollBy(-1);
    QVERIFY(!window.isFollowing());
    QVERIFY(!window.isAtEnd());
    QCOMPARE(topText(window), QStringLiteral("989"));
    QCOMPARE(window.rows().size(), 11U); // one more than fits wholly
    window.scrollBy(1);
    QVERIFY(window.isFollowing());
    QVERIFY(window.isAtEnd());
    window.scrollToNumber(0);
    QVERIFY(!window.isFollowing());
    QCOMPARE(topText(window), QStringLiteral("0"));
    window.scrollToNumber(1'000'000);
    QVERIFY(window.isFollowing());
    QCOMPARE(topText(window), QStringLiteral("990"));
    // Following can be switched off at the end: then new rows do not move what is seen.
    window.setFollowing(false);
    window.update();
    appendLines(50);
    window.update();
    QCOMPARE(topText(window), QStringLiteral("990"));
    QVERIFY(!window.isAtEnd());
    QVERIFY(!window.isFollowing());
    window.setFollowing(true);
    window.update();
    QCOMPARE(topText(window), QStringLiteral("1040"));
}

void TestLogWindow::shortLogIsAlwaysAtItsEnd()
{
    LogWindow window(*m_layout);
    window.setHeight(10);
    appendLines(4);
    window.update();
    window.scrollBy(-3);
    QVERIFY(window.isFollowing() && window.isAtEnd());
    QCOMPARE(topText(window), QStringLiteral("0"));
    window.scrollBy(3);
    QCOMPARE(topText(window), QStringLiteral("0"));
    QCOMPARE(window.topNumber(), 0);
    window.setFollowing(false);
    window.scrollBy(-1);
    window.scrollToNumber(0);
    QVERIFY(!window.isFollowing()); // going up never begins to follow
    window.scrollBy(1);
    QVERIFY(window.isFollowing());
}

void TestLogWindow::placeIsKeptOnAppend()
{
    LogWindow window(*m_layout);
    window.setHeight(7);
    appendLines(2000);
    window.update();
    window.scrollToNumber(700);
    const QString text = topText(window);
    for (int i = 0; i < 10; ++i) {
        appendLines(500);
        (void)m_layout->layOutSome(0, QDeadlineTimer(0));
        window.update();
        QCOMPARE(topText(window), text);
        QVERIFY(!window.isFollowing());
    }
}

void TestLogWindow::placeIsKeptOnTrim()
{
    Capture capture({m_dir.path(), 1000, 20'000, qint64{64} << 20});
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    Layout layout(capture, plain());
    LogWindow window(layout);
    window.setHeight(7);
    int line = 0;
    const auto append = [&](int count) {
        for (int i = 0; i < count; ++i) {
            (void)capture.append(RecordKind::Received, peer, QByteArray::number(1'000'000 + line++) + '\n', 0);
        }
        layout.sync();
        window.update();
    };
    append(2000);
    window.scrollBy(-1000);
    const QString text = topText(window);
    qint64 number = window.topNumber();
    while (capture.begin() < 500) {
        append(100);
        QCOMPARE(topText(window), text);
        number = window.topNumber();
    }
    QVERIFY(number < 1000);
    // Gone at last: the oldest there is.
    append(4000);
    QCOMPARE(window.topNumber(), 0);
    QCOMPARE(window.rows().front().begin.record, capture.begin());
    QVERIFY(!window.isFollowing());
    QVERIFY(window.top().record >= capture.begin());
}

void TestLogWindow::placeIsKeptOnChanges()
{
    LogWindow window(*m_layout);
    window.setHeight(9);
    RandomLog log(2);
    (void)m_capture->append(RecordKind::Received, m_peer, log.text(*Encoding::byName(u"GBK"), 300'000), 0);
    appendLines(100);
    m_layout->sync();
    window.update();
    window.scrollToNumber(2000);
    const Position place = window.top();
    for (int i = 0; i < asMany(200); ++i) {
        ViewSettings settings = log.settings();
        settings.hideReceived = false;
        settings.columns = 16 + log.below(100);
        m_layout->setSettings(settings);
        window.update();
        QCOMPARE(window.top(), place);
        const Row& top = window.rows().front();
        QVERIFY(top.begin <= place);
        QVERIFY(place < top.end);
    }
}

void TestLogWindow::placeIsKeptWhileItIsHidden_data()
{
    QTest::addColumn<bool>("isSent"); ///< what is at the top: it stays
    QTest::newRow("received") << false;
    QTest::newRow("sent") << true;
}

void TestLogWindow::placeIsKeptWhileItIsHidden()
{
    QFETCH(bool, isSent);
    LogWindow window(*m_layout);
    window.setHeight(9);
    ViewSettings shown = plain();
    shown.logMode = true;
    ViewSettings hidden = shown;
    hidden.hideReceived = true;
    m_layout->setSettings(shown);
    for (int i = 0; i < 20; ++i)
        (void)m_capture->appendNote({NoteKind::Listening, {QString::number(i)}}, 0);
    appendLines(500);
    if (isSent)
        (void)m_capture->append(RecordKind::Sent, m_peer, "sent", 0);
    appendLines(500);
    window.update();
    const auto at = m_layout->find({20 + 500, RowPart::Header, 0});
    QVERIFY(at);
    window.scrollToNumber(m_layout->numberOf(*at));
    const Position place = window.top();
    QCOMPARE(place.record, 520);
    const QString text = topText(window);
    for (int i = 0; i < 5; ++i) {
        m_layout->setSettings(hidden);
        window.update();
        QVERIFY(window.isAtEnd()); // too few rows behind the place
        const qint64 top = window.topNumber();
        (void)m_capture->appendNote({NoteKind::Listening, {}}, 0);
        m_layout->sync();
        window.update();
        QCOMPARE(window.topNumber(), top);
        m_layout->setSettings(shown);
        window.update();
        QCOMPARE(window.top(), place);
        QCOMPARE(topText(window), text);
        QVERIFY(!window.isFollowing());
    }
    // Who scrolls meanwhile has chosen another place, and each step is seen.
    m_layout->setSettings(hidden);
    window.update();
    const qint64 number = window.topNumber();
    QVERIFY(number > 3 && window.isAtEnd());
    window.scrollBy(-1);
    QCOMPARE(window.topNumber(), number - 1);
    const Position chosen = window.top();
    m_layout->setSettings(shown);
    window.update();
    QCOMPARE(window.top(), chosen);
}

void TestLogWindow::placeDoesNotDrift()
{
    LogWindow window(*m_layout);
    window.setHeight(5);
    (void)m_capture->append(RecordKind::Received, m_peer, QByteArray(100'000, 'x'), 0);
    m_layout->sync();
    window.update();
    window.scrollToNumber(700);
    const QString before = topText(window);
    const Position begin = window.rows().front().begin;
    for (int i = 0; i < 50; ++i) {
        ViewSettings settings = plain();
        settings.columns = 33 + i;
        m_layout->setSettings(settings);
        window.update();
        settings = plain();
        settings.hex = true;
        m_layout->setSettings(settings);
        window.update();
    }
    m_layout->setSettings(plain());
    window.update();
    QCOMPARE(window.rows().front().begin, begin);
    QCOMPARE(topText(window), before);
}

void TestLogWindow::scrollsByRowsAndNumbers()
{
    LogWindow window(*m_layout);
    window.setHeight(10);
    appendLines(20'000);
    layOutAll();
    window.update();
    QCOMPARE(window.total(), 20'000);
    window.scrollToNumber(100);
    QCOMPARE(topText(window), QStringLiteral("100"));
    QCOMPARE(window.topNumber(), 100);
    window.scrollBy(3);
    QCOMPARE(topText(window), QStringLiteral("103"));
    window.scrollBy(10'000); // by number
    QCOMPARE(topText(window), QStringLiteral("10103"));
    window.scrollBy(-10'000);
    QCOMPARE(topText(window), QStringLiteral("103"));
    window.scrollBy(-500);
    QCOMPARE(topText(window), QStringLiteral("0"));
    window.scrollBy(-10'000);
    QCOMPARE(topText(window), QStringLiteral("0"));
    QVERIFY(!window.isFollowing());
    window.scrollBy(100'000);
    QCOMPARE(topText(window), QStringLiteral("19990"));
    QVERIFY(window.isFollowing());
    window.scrollBy(0);
    QVERIFY(window.isFollowing());
}

void TestLogWindow::revealsWithLittleScrolling()
{
    LogWindow window(*m_layout);
    window.setHeight(10);
    appendLines(1000);
    layOutAll();
    window.update();
    const auto line = [](int number) { return Position{number, RowPart::Payload, 0}; };
    window.scrollToNumber(500);
    window.reveal(line(505));
    QCOMPARE(topText(window), QStringLiteral("500"));
    window.reveal(line(509));
    QCOMPARE(topText(window), QStringLiteral("500"));
    window.reveal(line(510));
    QCOMPARE(topText(window), QStringLiteral("501"));
    window.reveal(line(490));
    QCOMPARE(topText(window), QStringLiteral("490"));
    window.reveal(line(2));
    QCOMPARE(topText(window), QStringLiteral("2"));
    window.reveal(line(999));
    QCOMPARE(topText(window), QStringLiteral("990"));
    QVERIFY(!window.isFollowing()); // that is for scrolling to decide
    window.setFollowing(true);
    window.update();
    window.reveal(line(995));
    QVERIFY(window.isFollowing());
    window.reveal(line(100));
    QVERIFY(!window.isFollowing());
    QCOMPARE(topText(window), QStringLiteral("100"));
}

void TestLogWindow::randomScrolling()
{
    for (quint32 seed = 1; seed <= asMany(20U); ++seed) {
        RandomLog log(seed);
        Capture capture({m_dir.path(), 500, 30'000, qint64{64} << 20});
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        Layout layout(capture, log.settings());
        LogWindow window(layout);
        for (int i = 0; i < 150; ++i) {
            switch (log.below(8)) {
            case 0:
            case 1:
                log.appendCut(capture, peer, log.oneIn(3) ? RecordKind::Sent : RecordKind::Received,
                              log.text(*layout.settings().encoding, log.below(2000)), log.below(5));
                break;
            case 2:
                window.scrollBy(log.below(200) - 100);
                break;
            case 3:
                window.scrollToNumber(log.below(3000) - 10);
                break;
            case 4:
                window.reveal({capture.begin() + log.below(300) - 10, RowPart::Payload, log.below(20)});
                break;
            case 5:
                window.setHeight(log.below(40));
                break;
            case 6:
                if (log.oneIn(4)) {
                    layout.setSettings(log.settings());
                }
                break;
            default:
                if (log.oneIn(15)) {
                    capture.clear();
                }
                break;
            }
            layout.sync();
            window.update();
            const std::vector<Row>& rows = window.rows();
            QVERIFY(rows.empty() || (window.topNumber() >= 0 && window.topNumber() < window.total()));
            QVERIFY(rows.size() <= static_cast<std::size_t>(window.height()) + 1);
            QCOMPARE(rows.empty(), !layout.first());
            QVERIFY(window.isAtEnd() || !window.isFollowing());
            if (rows.empty()) {
                continue;
            }
            const auto last = layout.last();
            const bool lastIsIn = rows.back().begin == layout.startOf(*last);
            QCOMPARE(window.isAtEnd(), lastIsIn && rows.size() <= static_cast<std::size_t>(window.height()));
            if (!window.isAtEnd()) {
                QCOMPARE(rows.size(), static_cast<std::size_t>(window.height()) + 1);
            }
            for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
                QVERIFY(rows[r].begin < rows[r + 1].begin);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLogWindow)
#include "tst_logwindow.moc"
