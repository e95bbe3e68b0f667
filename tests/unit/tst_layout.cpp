// SPDX-License-Identifier: MIT
#include "app/layout/Layout.h"
#include "tests/unit/NaiveLog.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::asMany;

class TestLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothing();
    void nothingShown();
    void positionsThatAreNotShown();
    void estimatesSettle();
    void blocksNearestFirst();
    void undecodable();
    void pendingBytesOfManyBlocks();
    void clearAndGoOn();
    void endOfAPeerThatHasGone();
    void arrivingOneByOne();
    void longStreamsByBlocks();
    void trimming();
    void whatGoesUnseen();

private:
    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }
    static void layOutAll(Layout& layout)
    {
        while (layout.layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)) != Layout::Left::Nothing) {
        }
    }

    QTemporaryDir m_dir;
};

void TestLayout::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

void TestLayout::nothing()
{
    const Capture capture(limits());
    Layout layout(capture, ViewSettings());
    QCOMPARE(layout.rowCount(), 0);
    QVERIFY(!layout.first());
    QVERIFY(!layout.last());
    QVERIFY(!layout.find({0, RowPart::Header, 0}));
    QVERIFY(!layout.at(0));
    QCOMPARE(layout.layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)), Layout::Left::Nothing);
    QCOMPARE(layout.undecodableBytes(), 0);
    QCOMPARE(layout.undecodableRecord(), kNoRecord);
}

void TestLayout::nothingShown()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    for (int i = 0; i < 1000; ++i) {
        (void)capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
    }
    ViewSettings settings;
    settings.logMode = false;
    settings.hideReceived = true;
    Layout layout(capture, settings);
    QVERIFY(!layout.first());
    QVERIFY(!layout.last());
    QVERIFY(!layout.at(0));
    QVERIFY(!layout.find({500, RowPart::Header, 0}));
    (void)capture.append(RecordKind::Received, peer, "hidden", 0);
    (void)capture.append(RecordKind::Sent, peer, "", 0); // no row either
    layout.sync();
    QVERIFY(!layout.first());
    QVERIFY(!layout.at(0));
    layOutAll(layout);
    QCOMPARE(layout.rowCount(), 0);
    (void)capture.append(RecordKind::Sent, peer, "shown", 0);
    layout.sync();
    QCOMPARE(layout.row(*layout.find({0, RowPart::Header, 0})).text, QStringLiteral("shown"));
    QCOMPARE(layout.row(*layout.at(100)).text, QStringLiteral("shown"));
    settings.hideReceived = false;
    layout.setSettings(settings);
    QCOMPARE(layout.row(*layout.first()).text, QStringLiteral("hidden"));
}

void TestLayout::positionsThatAreNotShown()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const PeerId other = capture.addPeer(QStringLiteral("o"));
    (void)capture.append(RecordKind::Received, peer, "one\ntwo", 0);              // 0
    (void)capture.append(RecordKind::Received, peer, " goes\non", 0);             // 1: flows
    (void)capture.append(RecordKind::Received, other, "three\xE4", 0);            // 2
    (void)capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0); // 3
    (void)capture.append(RecordKind::Received, other, "\xBD\xA0\nfour", 0);       // 4
    ViewSettings settings;
    settings.logMode = false;
    settings.autoLineFeed = false;
    Layout layout(capture, settings);
    const auto text = [&layout](Position position) {
        const auto row = layout.find(position);
        return row ? layout.row(*row).text : QString();
    };
    QCOMPARE(text({-5, RowPart::Header, 0}), QStringLiteral("one"));
    QCOMPARE(text({0, RowPart::Header, 0}), QStringLiteral("one"));
    QCOMPARE(text({0, RowPart::Payload, 3}), QStringLiteral("one")); // the LF
    QCOMPARE(text({0, RowPart::Payload, 4}), QStringLiteral("two goes"));
    QCOMPARE(text({1, RowPart::Payload, 0}), QStringLiteral("two goes")); // shown in a row that began before
    QCOMPARE(text({1, RowPart::Header, 0}), QStringLiteral("two goes"));
    QCOMPARE(text({1, RowPart::Payload, 6}), QStringLiteral("on"));
    QCOMPARE(text({2, RowPart::Header, 0}), QStringLiteral("three你"));
    QCOMPARE(text({3, RowPart::Header, 0}), QStringLiteral("three你"));
    QCOMPARE(text({4, RowPart::Payload, -1}), QStringLiteral("three你"));
    QCOMPARE(text({4, RowPart::Payload, 3}), QStringLiteral("four"));
    QCOMPARE(text({9, RowPart::Header, 0}), QStringLiteral("four"));
    settings.autoLineFeed = true;
    layout.setSettings(settings);
    QCOMPARE(text({1, RowPart::Header, 0}), QStringLiteral(" goes"));
    QCOMPARE(text({3, RowPart::Sentence, 0}), QStringLiteral("three"));
    QCOMPARE(text({4, RowPart::Header, 0}), QStringLiteral("你"));
    settings.logMode = true;
    layout.setSettings(settings);
    QVERIFY(text({1, RowPart::Header, 5}).contains(QLatin1String("RECV UTF-8/8 from p")));
    QCOMPARE(text({1, RowPart::Payload, 0}), QStringLiteral(" goes"));
}

void TestLayout::estimatesSettle()
{
    RandomLog log(4);
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    log.appendCut(capture, peer, RecordKind::Received, log.text(Encoding::utf8(), 1'500'000), 2);
    Layout layout(capture, ViewSettings());
    QVERIFY(layout.rowCount() > 0);
    for (const qint64 number : {qint64{0}, layout.rowCount() / 2, layout.rowCount() - 1, 10 * layout.rowCount()}) {
        const auto row = layout.at(number);
        QVERIFY(row);
        QCOMPARE(layout.find(layout.startOf(*row)), row);
    }
    const auto middle = layout.at(layout.rowCount() / 2);
    int slices = 1;
    while (layout.layOutSome(layout.startOf(*middle).record, QDeadlineTimer(0)) !=
           Layout::Left::Nothing) { // each gets somewhere
        ++slices;
    }
    QVERIFY(slices > 5 && slices < 5000);
    const qint64 exact = layout.rowCount();
    QCOMPARE(exact, static_cast<qint64>(naive::rowsAtOnce(capture, ViewSettings()).size()));
    QCOMPARE(naive::checkLog(capture, layout.settings(), &layout), QString());
    QCOMPARE(layout.rowCount(), exact);
}

void TestLayout::blocksNearestFirst()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    for (int i = 0; i < 20; ++i) {
        (void)capture.append(RecordKind::Received, peer, QByteArray(Layout::kBlockBytes, i == 10 ? '\xFF' : 'x'), 0);
    }
    Layout layout(capture, ViewSettings());
    QCOMPARE(layout.layOutSome(10, QDeadlineTimer(0)), Layout::Left::Some);
    QCOMPARE(layout.undecodableBytes(), Layout::kBlockBytes);
    QCOMPARE(layout.undecodableRecord(), 10);
}

void TestLayout::undecodable()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    for (int i = 0; i < 600; ++i) {
        (void)capture.append(RecordKind::Received, peer, i == 300 ? "a\xFF\xFF" : "abc", 0);
        (void)capture.append(RecordKind::Sent, peer, "\xFF", 0); // what we send is our own affair
    }
    for (const bool logMode : {true, false}) {
        ViewSettings settings;
        settings.logMode = logMode;
        settings.autoLineFeed = false;
        Layout layout(capture, settings);
        layOutAll(layout);
        QCOMPARE(layout.undecodableBytes(), 2);
        QCOMPARE(layout.undecodableRecord(), 600);
        settings.encoding = Encoding::byName(u"ISO-8859-1");
        layout.setSettings(settings);
        layOutAll(layout);
        QCOMPARE(layout.undecodableBytes(), 0);
    }
    // In flow mode a line over the border of blocks is counted once.
    Capture flowing(limits());
    const PeerId other = flowing.addPeer(QStringLiteral("p"));
    for (int i = 0; i < 700; ++i) {
        (void)flowing.append(RecordKind::Received, other, "\xFF", 0);
    }
    ViewSettings settings;
    settings.logMode = false;
    settings.autoLineFeed = false;
    Layout layout(flowing, settings);
    layOutAll(layout);
    QCOMPARE(layout.undecodableBytes(), 700);
}

void TestLayout::pendingBytesOfManyBlocks()
{
    Capture capture(limits());
    ViewSettings settings;
    settings.logMode = false;
    Layout layout(capture, settings);
    QList<PeerId> peers;
    for (int i = 0; i < 600; ++i) {
        peers += capture.addPeer(QString::number(i));
        (void)capture.append(RecordKind::Received, peers.last(), "x\xE4\xBD", 0);
    }
    layout.sync();
    layOutAll(layout);
    QCOMPARE(layout.row(*layout.first()).text, QStringLiteral("x\\xE4\\xBD"));
    (void)capture.append(RecordKind::Received, peers.first(), "\xA0", 0);
    layout.sync();
    QCOMPARE(layout.row(*layout.first()).text, QStringLiteral("x"));
    QCOMPARE(layout.row(*layout.last()).text, QStringLiteral("你"));
    QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
}

void TestLayout::clearAndGoOn()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    ViewSettings settings;
    settings.logMode = false;
    settings.autoLineFeed = false;
    Layout layout(capture, settings);
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 400 * round; ++i) {
            (void)capture.append(RecordKind::Received, peer, "text \xE4\xBD", 0);
        }
        layout.sync();
        QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
        capture.clear();
        if (round % 2 == 0) {
            layout.sync();
            QCOMPARE(layout.rowCount(), 0);
            QVERIFY(!layout.first());
            QCOMPARE(layout.layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)), Layout::Left::Nothing);
        }
        (void)capture.append(RecordKind::Received, peer, "\xA0 after", 0);
        layout.sync();
        QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
    }
}

void TestLayout::endOfAPeerThatHasGone()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const PeerId other = capture.addPeer(QStringLiteral("o"));
    ViewSettings settings;
    settings.encoding = &Encoding::utf8();
    Layout layout(capture, settings);
    (void)capture.append(RecordKind::Received, peer, "abc\xE4\xBD", 0);
    (void)capture.append(RecordKind::Received, other, "x\xE4\xBD", 0);
    (void)capture.append(RecordKind::Sent, peer, "\xE4", 0); // what is sent is nobody's mistake
    layout.sync();
    layOutAll(layout);
    QCOMPARE(layout.undecodableBytes(), 0); // the rest may be on its way
    capture.endPeer(peer);
    (void)capture.appendNote({NoteKind::ClientDisconnected, {QStringLiteral("p"), QStringLiteral("1")}}, 0);
    layout.sync();
    layOutAll(layout);
    QCOMPARE(layout.undecodableBytes(), 2);
    QCOMPARE(layout.undecodableRecord(), 0);
    QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
    (void)capture.append(RecordKind::Received, other, "\xA0", 0); // it is still there
    layout.sync();
    layOutAll(layout);
    QCOMPARE(layout.undecodableBytes(), 2);
    const auto last = layout.last();
    QVERIFY(last);
    QCOMPARE(layout.row(*last).text, QStringLiteral("\u4F60"));
    QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
}

void TestLayout::arrivingOneByOne()
{
    // Blocks are laid out early, looked at, and the way of looking changes there and back.
    for (quint32 seed = 1; seed <= asMany(25U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        QList<PeerId> peers{capture.addPeer(QStringLiteral("127.0.0.1:1")), capture.addPeer(QStringLiteral("[::1]:2"))};
        ViewSettings settings = log.settings();
        Layout layout(capture, settings);
        const int style = log.below(3);
        for (int i = 0; i < 25; ++i) {
            log.appendCut(capture, peers.at(log.oneIn(5) ? 1 : 0),
                          log.oneIn(6) ? RecordKind::Sent : RecordKind::Received,
                          log.text(*settings.encoding, log.below(300)), style);
            layout.sync();
            if (log.oneIn(2)) {
                (void)layout.layOutSome(log.below(static_cast<int>(capture.end()) + 1), QDeadlineTimer(0));
            }
            if (const auto row = layout.at(log.below(1000)); row && layout.previous(*row)) {
                QCOMPARE(layout.next(*layout.previous(*row)), row);
            }
            if (log.oneIn(8)) {
                const ViewSettings before = settings;
                layout.setSettings(log.settings());
                (void)layout.last();
                layout.setSettings(before);
            }
            if (log.oneIn(10)) {
                settings = log.settings();
                layout.setSettings(settings);
            }
            if (log.oneIn(6)) {
                PeerId& gone = peers[log.below(2)];
                capture.endPeer(gone);
                (void)capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
                gone = capture.addPeer(QStringLiteral("n"));
                layout.sync();
            }
        }
        const QString error = naive::checkLog(capture, settings, &layout);
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
    }
}

void TestLayout::longStreamsByBlocks()
{
    for (quint32 seed = 1; seed <= 4; ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        ViewSettings settings = log.settings();
        settings.logMode = false;
        settings.autoLineFeed = false;
        settings.hideReceived = false;
        const QByteArray text = log.text(*settings.encoding, 230'000, seed % 3 == 0);
        Layout layout(capture, settings);
        qsizetype at = 0;
        while (at < text.size()) {
            const qsizetype length = log.below(30'000);
            log.appendCut(capture, peer, RecordKind::Received, text.mid(at, length), seed % 2 == 0 ? 2 : 3);
            at += length;
            layout.sync();
            (void)layout.last();
        }
        const QString error = naive::checkLog(capture, settings, &layout);
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
    }
}

void TestLayout::trimming()
{
    for (quint32 seed = 1; seed <= asMany(25U); ++seed) {
        RandomLog log(seed);
        Capture capture({m_dir.path(), 50 + log.below(800), 3000 + log.below(4000), qint64{64} << 20});
        const QList<PeerId> peers{capture.addPeer(QStringLiteral("a")), capture.addPeer(QStringLiteral("b"))};
        ViewSettings settings = log.settings();
        Layout layout(capture, settings);
        for (int i = 0; i < 60; ++i) {
            log.appendCut(capture, peers.at(log.oneIn(5) ? 1 : 0), RecordKind::Received,
                          log.text(*settings.encoding, log.below(600)), log.below(3));
            layout.sync();
            if (log.oneIn(3)) {
                layOutAll(layout);
            }
            if (log.oneIn(20)) {
                const QString error = naive::checkLog(capture, settings, &layout);
                QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
            }
        }
        const QString error = naive::checkLog(capture, settings, &layout);
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
    }
}

void TestLayout::whatGoesUnseen()
{
    // Between two looks at what is new the capture may drop what is laid out, or about to be.
    for (const int kind : {0, 1, 2, 3, 4, 5, 6}) {
        Capture capture({m_dir.path(), 1000, 20'000, qint64{64} << 20});
        // They end while their records are there, and are forgotten with them.
        for (int i = 0; i < 10; ++i) {
            const PeerId peer = capture.addPeer(QStringLiteral("gone"));
            for (int k = 0; k < 50; ++k) {
                (void)capture.append(RecordKind::Received, peer, "some line\n", 0);
            }
            capture.endPeer(peer);
        }
        ViewSettings settings;
        settings.logMode = false;
        Layout layout(capture, settings);
        if (kind % 2 == 0) {
            layOutAll(layout);
        }
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        for (int i = 0; i < 3000; ++i) {
            (void)capture.append(RecordKind::Received, peer, "another line\n", 0);
        }
        QVERIFY(capture.begin() > 500);
        switch (kind) {
        case 0:
        case 1:
            layOutAll(layout);
            break;
        case 2:
            QVERIFY(!layout.first()); // it has not been told of the others yet
            break;
        case 3:
            QVERIFY(!layout.last());
            break;
        case 4:
            QVERIFY(!layout.find({3, RowPart::Payload, 0}));
            break;
        case 5:
            QVERIFY(!layout.at(2));
            break;
        default:
            layout.setSettings(settings);
            break;
        }
        layout.sync();
        QCOMPARE(naive::checkLog(capture, settings, &layout), QString());
    }
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
