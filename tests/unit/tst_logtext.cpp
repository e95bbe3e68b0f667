// SPDX-License-Identifier: MIT
#include "app/layout/LogText.h"
#include "tests/unit/NaiveLog.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::asMany;

namespace {

QString readAll(LogText& text)
{
    QString all;
    double progress = 0;
    while (!text.atEnd()) {
        all += text.next();
        if (text.progress() < progress || text.progress() > 1) {
            return QStringLiteral("progress");
        }
        progress = text.progress();
    }
    return text.progress() < 1 || !text.next().isEmpty() ? QStringLiteral("end") : all;
}

/// Rows with the wrapped ones joined.
QString joined(const std::vector<Row>& rows)
{
    QString text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += rows[i].text;
        if (i + 1 < rows.size()) {
            text += QLatin1String(rows[i].endsLine ? "\n" : rows[i].wrapsAtBlank ? " " : "");
        }
    }
    return text;
}

} // namespace

class TestLogText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void empty();
    void wholeLogIsRowsJoined();
    void selections();
    void hexSelections();
    void randomSelections();
    void laterRecordsAreNotPart();
    void recordsGoneMeanwhile();
    void bytesGoneMeanwhile();
    void bytesOfCutCharacters();
    void bytesOfRandomSelections();

private:
    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }
    [[nodiscard]] QString selected(const ViewSettings& settings, Position begin, Position end) const
    {
        LogText text(*m_capture, settings, begin, end);
        return readAll(text);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Capture> m_capture;
    PeerId m_peer = kNoPeer;
};

void TestLogText::init()
{
    m_capture = std::make_unique<Capture>(limits());
    m_peer = m_capture->addPeer(QStringLiteral("p"));
}

void TestLogText::empty()
{
    LogText text(*m_capture, ViewSettings());
    QCOMPARE(readAll(text), QString());
    QCOMPARE(payloadBytes(*m_capture, ViewSettings(), {0, RowPart::Header, 0}, {9, RowPart::Header, 0}), QByteArray());
    (void)m_capture->append(RecordKind::Received, m_peer, "abc", 0);
    QCOMPARE(selected(ViewSettings(), {0, RowPart::Payload, 1}, {0, RowPart::Payload, 1}), QString());
    QCOMPARE(selected(ViewSettings(), {0, RowPart::Payload, 2}, {0, RowPart::Payload, 1}), QString());
}

void TestLogText::wholeLogIsRowsJoined()
{
    for (quint32 seed = 1; seed <= asMany(25U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        const QList<PeerId> peers{capture.addPeer(QStringLiteral("a")), capture.addPeer(QStringLiteral("b"))};
        const ViewSettings settings = log.settings();
        for (int i = 0; i < 8; ++i) {
            log.appendCut(capture, peers.at(log.oneIn(3) ? 1 : 0),
                          log.oneIn(4) ? RecordKind::Sent : RecordKind::Received,
                          log.text(*settings.encoding, log.below(log.oneIn(3) ? 9000 : 200)), log.below(5));
        }
        LogText text(capture, settings);
        const QString all = readAll(text);
        const QString expected = joined(naive::rowsAtOnce(capture, settings));
        QVERIFY2(all == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void TestLogText::selections()
{
    (void)m_capture->append(RecordKind::Received, m_peer, "你好\r\nabc\ndef\n", 0);
    (void)m_capture->append(RecordKind::Sent, m_peer, "xyz", 0);
    ViewSettings settings;
    settings.logMode = false;
    settings.columns = 8;
    const auto payload = [](RecordId record, qint32 offset) { return Position{record, RowPart::Payload, offset}; };
    QCOMPARE(selected(settings, payload(0, 0), payload(0, 3)), QStringLiteral("你"));
    QCOMPARE(selected(settings, payload(0, 3), payload(0, 6)), QStringLiteral("好"));
    QCOMPARE(selected(settings, payload(0, 3), payload(0, 8)), QStringLiteral("好\n")); // up to the next row's start
    QCOMPARE(selected(settings, payload(0, 3), payload(0, 10)), QStringLiteral("好\nab"));
    QCOMPARE(selected(settings, payload(0, 9), payload(1, 0)), QStringLiteral("bc\ndef\n"));
    QCOMPARE(selected(settings, payload(0, 12), payload(1, 2)), QStringLiteral("def\nxy"));
    QCOMPARE(selected(settings, payload(1, 1), payload(1, 3)), QStringLiteral("yz"));
    settings.logMode = true;
    const QString header = recordHeader(*m_capture, 1, settings);
    QCOMPARE(selected(settings, {1, RowPart::Header, 28}, payload(1, 1)), header.mid(28) + QStringLiteral("\nx"));
    QCOMPARE(selected(settings, {1, RowPart::Header, 2}, {1, RowPart::Header, 31}), header.mid(2, 29));
}

void TestLogText::hexSelections()
{
    QByteArray bytes;
    for (int i = 0; i < 40; ++i) {
        bytes += static_cast<char>(i);
    }
    (void)m_capture->append(RecordKind::Received, m_peer, bytes, 0);
    ViewSettings settings;
    settings.hex = true;
    settings.logMode = false;
    const auto payload = [](qint32 offset) { return Position{0, RowPart::Payload, offset}; };
    QCOMPARE(selected(settings, payload(3), payload(6)), QStringLiteral("03 04 05"));
    QCOMPARE(selected(settings, payload(0), payload(1)), QStringLiteral("00"));
    QCOMPARE(selected(settings, payload(0), payload(40)), QString::fromLatin1(bytes.toHex(' ').toUpper()));
}

void TestLogText::randomSelections()
{
    // Two selections that meet give together what one over both gives.
    for (quint32 seed = 1; seed <= asMany(30U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("a"));
        ViewSettings settings = log.settings();
        settings.hex = false;
        settings.hideReceived = false;
        log.appendCut(capture, peer, RecordKind::Received, log.text(*settings.encoding, log.below(3000)), log.below(5));
        const std::vector<Row> rows = naive::rowsAtOnce(capture, settings);
        std::vector<Position> places;
        for (const Row& row : rows) {
            for (const Cell& cell : row.cells) {
                places.push_back(cell.begin);
            }
        }
        if (places.empty()) {
            continue;
        }
        LogText whole(capture, settings);
        const QString all = readAll(whole);
        for (int i = 0; i < 5; ++i) {
            const Position at = places[static_cast<std::size_t>(log.below(static_cast<int>(places.size())))];
            LogText before(capture, settings, {0, RowPart::Header, 0}, at);
            LogText behind(capture, settings, at, {capture.end(), RowPart::Header, -1});
            QVERIFY2(readAll(before) + readAll(behind) == all, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
}

void TestLogText::laterRecordsAreNotPart()
{
    for (int i = 0; i < 3000; ++i) {
        (void)m_capture->append(RecordKind::Received, m_peer, "line\n", 0);
    }
    (void)m_capture->append(RecordKind::Received, m_peer, "end", 0);
    for (const bool logMode : {true, false}) {
        ViewSettings settings;
        settings.logMode = logMode;
        settings.autoLineFeed = false;
        const QString expected = joined(naive::rowsAtOnce(*m_capture, settings));
        LogText text(*m_capture, settings);
        QString all = text.next();
        for (int i = 0; i < 500; ++i) {
            (void)m_capture->append(RecordKind::Received, m_peer, "more\n", 0);
        }
        QVERIFY(!text.atEnd() || !logMode);
        all += readAll(text);
        QCOMPARE(all, expected);
        m_capture->clear();
        for (int i = 0; i < 3000; ++i) {
            (void)m_capture->append(RecordKind::Received, m_peer, "line\n", 0);
        }
        (void)m_capture->append(RecordKind::Received, m_peer, "end", 0);
    }
}

void TestLogText::recordsGoneMeanwhile()
{
    Capture capture({m_dir.path(), 1000, 100'000, qint64{64} << 20});
    const PeerId peer = capture.addPeer(QStringLiteral("a"));
    for (int i = 0; i < 9000; ++i) {
        (void)capture.append(RecordKind::Received, peer, QByteArray::number(i) + '\n', 0);
    }
    ViewSettings settings;
    settings.logMode = false;
    LogText text(capture, settings);
    LogText cleared(capture, settings);
    QStringList lines = text.next().split(QLatin1Char('\n'));
    const auto copied = static_cast<RecordId>(cleared.next().count(QLatin1Char('\n')));
    for (int i = 0; i < 15'000; ++i) {
        (void)capture.append(RecordKind::Received, peer, "later\n", 0);
    }
    QVERIFY(capture.begin() > lines.size());
    lines.removeLast(); // nothing behind the last LF
    lines += readAll(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.last(), QStringLiteral("8999"));
    int last = -1;
    for (const QString& line : lines) {
        QVERIFY(line.toInt() > last);
        last = line.toInt();
    }
    QVERIFY(text.leftOut() > 0);
    QCOMPARE(lines.size() + text.leftOut(), RecordId{9000}); // a line each
    capture.clear();
    (void)capture.append(RecordKind::Received, peer, "new\n", 0);
    QCOMPARE(readAll(cleared), QString());
    QCOMPARE(cleared.leftOut() + copied, RecordId{9000});
}

void TestLogText::bytesGoneMeanwhile()
{
    constexpr int records = 100;
    for (int i = 0; i < records; ++i) {
        (void)m_capture->append(RecordKind::Received, m_peer, "r", 0);
    }
    const auto place = [](RecordId record) { return Position{record, RowPart::Payload, 0}; };
    PayloadBytes whole(*m_capture, ViewSettings(), place(10), {90, RowPart::Payload, 1});
    PayloadBytes done(*m_capture, ViewSettings(), place(10), {10, RowPart::Payload, 1});
    PayloadBytes toHeader(*m_capture, ViewSettings(), place(10), {90, RowPart::Header, 0});
    QCOMPARE(whole.next() + whole.next(), QByteArray("rr"));
    QCOMPARE(done.next(), QByteArray("r"));
    m_capture->clear();
    QCOMPARE(whole.next(), QByteArray());
    QVERIFY(whole.atEnd() && done.atEnd());
    QCOMPARE(whole.leftOut(), RecordId{79});
    QCOMPARE(done.leftOut(), RecordId{0});
    QCOMPARE(toHeader.next(), QByteArray());
    QVERIFY(toHeader.atEnd());
    QCOMPARE(toHeader.leftOut(), RecordId{80});
}

void TestLogText::bytesOfCutCharacters()
{
    const QByteArray text = QStringLiteral("你好\U0001F600!").toUtf8();
    for (const char byte : text) {
        (void)m_capture->append(RecordKind::Received, m_peer, QByteArrayView(&byte, 1), 0);
        (void)m_capture->append(RecordKind::Sent, m_peer, "s", 0);
    }
    ViewSettings settings;
    const auto received = [](qsizetype byte, qint32 offset) { return Position{2 * byte, RowPart::Payload, offset}; };
    // The second character is shown in the record of its last byte.
    const auto bytes = [&](Position begin, Position end) { return payloadBytes(*m_capture, settings, begin, end); };
    QCOMPARE(bytes(received(5, -2), received(5, 1)), text.mid(3, 3));
    QCOMPARE(bytes(received(9, -3), received(9, 1)), text.mid(6, 4));
    QCOMPARE(bytes({10, RowPart::Header, 0}, {11, RowPart::Header, 0}), text.mid(3, 3));
    QCOMPARE(bytes({6, RowPart::Header, 0}, {9, RowPart::Header, 0}), QByteArray("s")); // its beginning is not shown
    settings.hideReceived = true;
    QCOMPARE(bytes({0, RowPart::Header, 0}, {100, RowPart::Header, 0}), QByteArray(text.size(), 's'));
    settings.hideReceived = false;
    settings.hex = true;
    QCOMPARE(bytes(received(3, 0), received(3, 1)), text.mid(3, 1));
    QCOMPARE(bytes({6, RowPart::Header, 0}, {9, RowPart::Header, 0}), text.mid(3, 1) + 's' + text.mid(4, 1));
}

void TestLogText::bytesOfRandomSelections()
{
    for (quint32 seed = 1; seed <= asMany(30U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("a"));
        ViewSettings settings = log.settings();
        settings.hideReceived = false;
        const QByteArray bytes = log.text(*settings.encoding, log.below(400));
        log.appendCut(capture, peer, RecordKind::Received, bytes, log.below(3));
        const Position end{capture.end(), RowPart::Header, 0};
        QCOMPARE(payloadBytes(capture, settings, {0, RowPart::Header, 0}, end), bytes);
        for (const Row& row : naive::rowsAtOnce(capture, settings)) {
            for (const Cell& cell : row.cells) {
                if (cell.begin.part != RowPart::Payload) {
                    continue;
                }
                const Position behind{cell.begin.record, RowPart::Payload, cell.endOffset};
                const qint64 at = capture.record(cell.begin.record).streamOffset + cell.begin.offset;
                QCOMPARE(payloadBytes(capture, settings, cell.begin, behind),
                         bytes.mid(at, cell.endOffset - cell.begin.offset));
                QCOMPARE(payloadBytes(capture, settings, {0, RowPart::Header, 0}, cell.begin), bytes.first(at));
                QCOMPARE(payloadBytes(capture, settings, cell.begin, end), bytes.sliced(at));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
