// SPDX-License-Identifier: MIT
#include "tests/unit/NaiveLog.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::asMany;

namespace {

QStringList textsOf(const std::vector<Row>& rows)
{
    QStringList texts;
    for (const Row& row : rows) {
        texts += row.text;
    }
    return texts;
}

QString stylesOf(const Row& row)
{
    QString styles;
    for (const Cell& cell : row.cells) {
        styles += QLatin1Char("psuw"[static_cast<int>(cell.style)]); // w: waits for its rest
    }
    return styles;
}

} // namespace

class TestTypesetter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void emptyCapture();
    void logLines();
    void timeStamps();
    void errorSentences();
    void longHeadersWrap();
    void notesAreNotInterpreted();
    void zeroLengthRecords();
    void textRows_data();
    void textRows();
    void cellsOfARow();
    void rowsAreCapped();
    void hexRows();
    void lineEndsCutBetweenRecords_data();
    void lineEndsCutBetweenRecords();
    void pendingCharacterIsCompletedLater();
    void interleavedPeers();
    void interleavedPeersFlow();
    void modesAndHiding();
    void emptyRecordBeginsAHexLine();
    void megabyteRecord();
    void randomLogs();
    void cuttingDoesNotMatterInFlow_data();
    void cuttingDoesNotMatterInFlow();
    void earliestRecordIsAllThatMatters();

private:
    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }
    [[nodiscard]] static ViewSettings flow(const Encoding& encoding = Encoding::utf8(), int columns = 80)
    {
        return {false, &encoding, false, false, false, columns};
    }
    [[nodiscard]] QStringList flowRows(const QByteArray& bytes, const ViewSettings& settings) const
    {
        Capture capture(limits());
        (void)capture.append(RecordKind::Received, capture.addPeer(QStringLiteral("p")), bytes, 0);
        return textsOf(naive::rowsAtOnce(capture, settings));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Capture> m_capture;
    PeerId m_peer = kNoPeer;
};

void TestTypesetter::initTestCase()
{
    QVERIFY(m_dir.isValid());
    qputenv("TZ", "UTC");
}

void TestTypesetter::init()
{
    m_capture = std::make_unique<Capture>(limits());
    m_peer = m_capture->addPeer(QStringLiteral("172.16.1.241:56984"));
}

void TestTypesetter::emptyCapture()
{
    QVERIFY(naive::rowsAtOnce(*m_capture, ViewSettings()).empty());
    QVERIFY(naive::rowsAtOnce(*m_capture, flow()).empty());
}

void TestTypesetter::logLines()
{
    const qint64 time = 1'795'447'104'923'999; // 2026-11-23 15:18:24.923 UTC
    ViewSettings settings;
    settings.encoding = Encoding::byName(u"GBK");
    (void)m_capture->appendNote(
        {NoteKind::ClientConnected, {QStringLiteral("172.16.1.241:56984"), QStringLiteral("1")}}, time);
    (void)m_capture->append(RecordKind::Received, m_peer, "\xC4\xE3\xBA\xC3", time);
    const PeerId all = m_capture->addPeer(QStringLiteral("all 3 clients"));
    (void)m_capture->append(RecordKind::Sent, all, "hello", time);
    const auto rows = naive::rowsAtOnce(*m_capture, settings);
    QCOMPARE(textsOf(rows),
             (QStringList{QStringLiteral("[2026-11-23 15:18:24.923]# Client 172.16.1.241:56984 connected (1 client)"),
                          QStringLiteral("[2026-11-23 15:18:24.923]# RECV GBK/4 from 172.16.1.241:56984 <<<"),
                          QStringLiteral("你好"),
                          QStringLiteral("[2026-11-23 15:18:24.923]# SEND GBK/5 to all 3 clients >>>"),
                          QStringLiteral("hello")}));
    QCOMPARE(rows[0].kind, RecordKind::Note);
    QVERIFY(!rows[0].isError);
    QCOMPARE(rows[2].kind, RecordKind::Received);
    QCOMPARE(rows[2].peer, m_peer);
    QCOMPARE(rows[4].kind, RecordKind::Sent);
    QCOMPARE(rows[2].cells.size(), 2U);
    QCOMPARE(rows[2].cells[1].begin, (Position{1, RowPart::Payload, 2}));
    QCOMPARE(rows[2].cells[1].column, 2);
    QCOMPARE(rows[2].cells[1].columns, 2);
    for (const Row& row : rows) {
        QVERIFY(row.endsLine);
    }
    settings.hex = true;
    const QStringList hex = textsOf(naive::rowsAtOnce(*m_capture, settings));
    QCOMPARE(hex[1], QStringLiteral("[2026-11-23 15:18:24.923]# RECV HEX/4 from 172.16.1.241:56984 <<<"));
    QCOMPARE(hex[2], QStringLiteral("C4 E3 BA C3"));
}

void TestTypesetter::timeStamps()
{
    QCOMPARE(timeStamp(0), QStringLiteral("[1970-01-01 00:00:00.000]"));
    QCOMPARE(timeStamp(999), QStringLiteral("[1970-01-01 00:00:00.000]"));
    QCOMPARE(timeStamp(1'999'999), QStringLiteral("[1970-01-01 00:00:01.999]"));
    QCOMPARE(timeStamp(1'070'000), QStringLiteral("[1970-01-01 00:00:01.070]"));
    QCOMPARE(timeStamp(86'400'000'000), QStringLiteral("[1970-01-02 00:00:00.000]"));
    QCOMPARE(timeStamp(5'000), QStringLiteral("[1970-01-01 00:00:00.005]"));
}

void TestTypesetter::errorSentences()
{
    (void)m_capture->appendNote({NoteKind::Refused, {QStringLiteral("1.2.3.4:5")}}, 0);
    const auto rows = naive::rowsAtOnce(*m_capture, ViewSettings());
    QCOMPARE(rows.size(), 2U); // in English the sentence is the line; 80 columns wrap it
    QVERIFY(rows[0].isError && rows[1].isError);
    QVERIFY(!rows[0].endsLine && rows[1].endsLine);
    QCOMPARE(rows[0].text + rows[1].text,
             QStringLiteral("[1970-01-01 00:00:00.000]# Error: connection to 1.2.3.4:5 refused: is a server listening "
                            "there?"));
    QVERIFY(naive::rowsAtOnce(*m_capture, flow()).empty());
}

void TestTypesetter::longHeadersWrap()
{
    const PeerId peer = m_capture->addPeer(QString(100, QLatin1Char('x')) + QStringLiteral("\U0001F600你"));
    (void)m_capture->append(RecordKind::Sent, peer, "1", 0);
    for (int columns = 8; columns < 160; ++columns) {
        ViewSettings settings;
        settings.columns = columns;
        const auto rows = naive::rowsAtOnce(*m_capture, settings);
        QString joined;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            joined += rows[i].text;
            QCOMPARE(rows[i].endsLine, i + 2 == rows.size());
            QVERIFY(!rows[i].text.back().isHighSurrogate());
            QVERIFY(rows[i].cells.back().column + rows[i].cells.back().columns <= columns);
        }
        QCOMPARE(joined, recordHeader(*m_capture, 0, settings));
        QCOMPARE(naive::checkLog(*m_capture, settings), QString());
    }
}

void TestTypesetter::notesAreNotInterpreted()
{
    (void)m_capture->appendNote({NoteKind::AddressInvalid, {QStringLiteral("a\nb\u202E\u0007")}}, 0);
    ViewSettings settings;
    settings.columns = 200;
    const auto rows = naive::rowsAtOnce(*m_capture, settings);
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows[0].text.contains(QStringLiteral("a\u240Ab<U+202E>\u2407")));
}

void TestTypesetter::zeroLengthRecords()
{
    (void)m_capture->append(RecordKind::Received, m_peer, "", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "a", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "b", 0);
    ViewSettings settings;
    QCOMPARE(naive::rowsAtOnce(*m_capture, settings).size(), 6U);
    settings.logMode = false;
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, flow())), QStringList{QStringLiteral("ab")});
}

void TestTypesetter::textRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char* name, const QString& text, const QStringList& rows) {
        QTest::newRow(name) << text << rows;
    };
    const QString full(16, QLatin1Char('x'));
    row("full row", full, {full});
    row("one more", full + QStringLiteral("y"), {full, QStringLiteral("y")});
    row("full row and LF", full + QStringLiteral("\ny"), {full, QStringLiteral("y")});
    row("full row and CRLF", full + QStringLiteral("\r\ny"), {full, QStringLiteral("y")});
    row("full width fits", full.left(14) + QStringLiteral("你"), {full.left(14) + QStringLiteral("你")});
    row("full width at the edge", full.left(15) + QStringLiteral("你"), {full.left(15), QStringLiteral("你")});
    row("only full width", QString(9, u'你'), {QString(8, u'你'), QStringLiteral("你")});
    row("combining mark at the edge", full + QStringLiteral("\u0301y"),
        {full + QStringLiteral("\u0301"), QStringLiteral("y")});
    row("combining mark alone", QStringLiteral("\u0301"), {QStringLiteral("\u0301")});
    row("control symbols", QStringLiteral("\u0000\u0007\u001B\u007F"), {QStringLiteral("\u2400\u2407\u241B\u2421")});
    row("bidi control", full.left(8) + QStringLiteral("\u202Ey"),
        {full.left(8) + QStringLiteral("<U+202E>"), QStringLiteral("y")});
    row("bidi control wraps", full.left(9) + QStringLiteral("\u202Ey"), {full.left(9), QStringLiteral("<U+202E>y")});
    row("byte order mark", QStringLiteral("\uFEFFa"), {QStringLiteral("<U+FEFF>a")});
    row("tab", QStringLiteral("a\tb"), {QStringLiteral("a\tb")});
    row("tab to the edge", full.left(9) + QStringLiteral("\ty"),
        {full.left(9) + QStringLiteral("\t"), QStringLiteral("y")});
    row("tab at the edge", full + QStringLiteral("\ty"), {full, QStringLiteral("\ty")});
    row("LF", QStringLiteral("a\nb\n"), {QStringLiteral("a"), QStringLiteral("b")});
    row("empty lines", QStringLiteral("\n\na\n\n"), {QString(), QString(), QStringLiteral("a"), QString()});
    row("CR", QStringLiteral("a\rb\r\rc"), {QStringLiteral("a"), QStringLiteral("b"), QString(), QStringLiteral("c")});
    row("CRLF", QStringLiteral("a\r\n\r\nb"), {QStringLiteral("a"), QString(), QStringLiteral("b")});
    row("LF CR", QStringLiteral("a\n\rb"), {QStringLiteral("a"), QString(), QStringLiteral("b")});
    row("no characters of a terminal", QStringLiteral("\u001B[31m<b>&amp;"), {QStringLiteral("\u241B[31m<b>&amp;")});
}

void TestTypesetter::textRows()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, rows);
    ViewSettings record;
    record.logMode = false;
    record.columns = 16;
    QCOMPARE(flowRows(text.toUtf8(), flow(Encoding::utf8(), 16)), rows);
    QCOMPARE(flowRows(text.toUtf8(), record), rows);
    for (const char16_t* const name : {u"UTF-16LE", u"UTF-16BE", u"UTF-32LE", u"UTF-32BE", u"GB18030"}) {
        const Encoding* const encoding = Encoding::byName(name);
        QVERIFY(encoding != nullptr);
        QCOMPARE(flowRows(encoding->encode(text).value(), flow(*encoding, 16)), rows);
    }
}

void TestTypesetter::cellsOfARow()
{
    (void)m_capture->append(RecordKind::Received, m_peer,
                            "a\xFF\t\xE4\xBD\xA0"
                            "e\xCC\x81\x01\xE4\xBD",
                            0);
    const auto rows = naive::rowsAtOnce(*m_capture, flow());
    QCOMPARE(rows.size(), 1U);
    const Row& row = rows[0];
    QCOMPARE(row.text, QStringLiteral("a\\xFF\t你e\u0301\u2401\\xE4\\xBD"));
    QCOMPARE(stylesOf(row), QStringLiteral("puppppsw"));
    QList<int> columns;
    for (const Cell& cell : row.cells) {
        columns += cell.column;
    }
    QCOMPARE(columns, (QList<int>{0, 1, 5, 8, 10, 11, 11, 12}));
    QCOMPARE(row.cells[3].begin.offset, 3);
    QCOMPARE(row.cells[3].endOffset, 6);
    QCOMPARE(Typesetter(*m_capture, flow()).rowStarts(0, 1).undecodable, 1);
    QVERIFY(Typesetter(*m_capture, flow()).rowStarts(0, 1).mayChange);
}

void TestTypesetter::rowsAreCapped()
{
    // Combining marks take no column: only the cap ends such a row. Three bytes each do not divide it.
    const QByteArray marks = QString(5000, QChar(u'\u20D0')).toUtf8();
    (void)m_capture->append(RecordKind::Received, m_peer, "x" + marks + "abc", 0);
    const auto rows = naive::rowsAtOnce(*m_capture, flow());
    QVERIFY(rows.size() >= 4);
    for (const Row& row : rows) {
        QVERIFY(row.text.toUtf8().size() < Typesetter::kRowBytes + 4);
    }
    QCOMPARE(textsOf(rows).join(QString()), QString::fromUtf8("x" + marks + "abc"));
    QCOMPARE(naive::checkLog(*m_capture, flow()), QString());
    // A symbol wider than the window does not lead past it.
    (void)m_capture->append(RecordKind::Received, m_peer, QStringLiteral("\U0010FFFFabc").toUtf8(), 0);
    QCOMPARE(naive::checkLog(*m_capture, flow(Encoding::utf8(), 8)), QString());
    const QStringList narrow = flowRows(QStringLiteral("\U0010FFFFabc").toUtf8(), flow(Encoding::utf8(), 8));
    QCOMPARE(narrow, (QStringList{QStringLiteral("<U+10FFFF>"), QStringLiteral("abc")}));
}

void TestTypesetter::hexRows()
{
    QByteArray bytes;
    for (int i = 0; i < 20; ++i) {
        bytes += static_cast<char>(i * 13);
    }
    (void)m_capture->append(RecordKind::Received, m_peer, bytes.first(5), 0);
    (void)m_capture->append(RecordKind::Received, m_peer, bytes.sliced(5), 0);
    ViewSettings settings = flow(Encoding::utf8(), 26); // 9 would fit: 8
    settings.hex = true;
    const auto rows = naive::rowsAtOnce(*m_capture, settings);
    QCOMPARE(textsOf(rows), (QStringList{QStringLiteral("00 0D 1A 27 34 41 4E 5B"),
                                         QStringLiteral("68 75 82 8F 9C A9 B6 C3"), QStringLiteral("D0 DD EA F7")}));
    QVERIFY(rows[0].wrapsAtBlank && !rows[0].endsLine);
    QVERIFY(!rows[2].wrapsAtBlank && rows[2].endsLine);
    QCOMPARE(rows[0].cells[5].begin, (Position{1, RowPart::Payload, 0}));
    QCOMPARE(rows[0].cells[5].column, 15);
    settings.autoLineFeed = true;
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)),
             (QStringList{QStringLiteral("00 0D 1A 27 34"), QStringLiteral("41 4E 5B 68 75 82 8F 9C"),
                          QStringLiteral("A9 B6 C3 D0 DD EA F7")}));
    settings.columns = 8; // three bytes: the last has no blank behind it
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)).first(), QStringLiteral("00 0D 1A"));
}

void TestTypesetter::lineEndsCutBetweenRecords_data()
{
    QTest::addColumn<QString>("encoding");
    for (const Encoding* const encoding : Encoding::all()) {
        QTest::newRow(qPrintable(encoding->name())) << encoding->name();
    }
}

void TestTypesetter::lineEndsCutBetweenRecords()
{
    QFETCH(const QString, encoding);
    const Encoding& how = *Encoding::byName(encoding);
    const QByteArray bytes = how.encode(u"a\r\nb\n\r\nc\r").value();
    const QByteArray end = how.encode(u"\n").value();
    const QStringList expected{QStringLiteral("a"), QStringLiteral("b"), QString(), QStringLiteral("c")};
    ViewSettings records;
    records.logMode = false;
    records.encoding = &how;
    // In flow mode at every byte.
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        (void)capture.append(RecordKind::Received, peer, bytes.first(cut), 0);
        (void)capture.append(RecordKind::Received, peer, bytes.sliced(cut), 0);
        (void)capture.append(RecordKind::Received, peer, end, 0);
        QCOMPARE(textsOf(naive::rowsAtOnce(capture, flow(how))), expected);
        QCOMPARE(naive::checkLog(capture, flow(how)), QString());
        QCOMPARE(naive::checkLog(capture, records), QString());
    }
    // Where every record begins a row, the LF behind the CR of another record adds none: with another peer between,
    // and with single bytes too.
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const PeerId other = capture.addPeer(QStringLiteral("o"));
    (void)capture.append(RecordKind::Received, peer, how.encode(u"a\r").value(), 0);
    (void)capture.append(RecordKind::Received, other, how.encode(u"x").value(), 0);
    for (const char byte : end) {
        (void)capture.append(RecordKind::Received, peer, QByteArrayView(&byte, 1), 0);
    }
    (void)capture.append(RecordKind::Received, peer, how.encode(u"b").value(), 0);
    QCOMPARE(textsOf(naive::rowsAtOnce(capture, records)),
             (QStringList{QStringLiteral("a"), QStringLiteral("x"), QStringLiteral("b")}));
}

void TestTypesetter::pendingCharacterIsCompletedLater()
{
    (void)m_capture->append(RecordKind::Received, m_peer, "ab\xE4\xBD", 0);
    ViewSettings settings;
    settings.logMode = false;
    auto rows = naive::rowsAtOnce(*m_capture, settings);
    QCOMPARE(rows[0].text, QStringLiteral("ab\\xE4\\xBD"));
    QCOMPARE(stylesOf(rows[0]), QStringLiteral("ppw"));
    QVERIFY(Typesetter(*m_capture, settings).rowStarts(0, 1).mayChange);
    QCOMPARE(Typesetter(*m_capture, settings).rowStarts(0, 1).undecodable, 0);
    // Other peers between do not matter.
    (void)m_capture->append(RecordKind::Received, m_capture->addPeer(QStringLiteral("o")), "\xA0", 0);
    (void)m_capture->append(RecordKind::Sent, m_peer, "\xA0", 0);
    (void)m_capture->append(RecordKind::Received, m_peer,
                            "\xA0"
                            "c",
                            0);
    rows = naive::rowsAtOnce(*m_capture, settings);
    QCOMPARE(textsOf(rows), (QStringList{QStringLiteral("ab"), QStringLiteral("\\xA0"), QStringLiteral("\\xA0"),
                                         QStringLiteral("你c")}));
    QCOMPARE(rows[3].cells[0].begin, (Position{3, RowPart::Payload, -2}));
    QCOMPARE(rows[3].cells[0].endOffset, 1);
    QCOMPARE(stylesOf(rows[1]), QStringLiteral("u"));
    QVERIFY(!Typesetter(*m_capture, settings).rowStarts(0, 1).mayChange);
    // In GB18030 the rest of an unfinished character looks like a digit.
    Capture other(limits());
    (void)other.append(RecordKind::Received, other.addPeer(QStringLiteral("p")), "ab\x81\x30\x81", 0);
    settings.encoding = Encoding::byName(u"GB18030");
    rows = naive::rowsAtOnce(other, settings);
    QCOMPARE(rows[0].text, QStringLiteral("ab\\x81\\x30\\x81"));
    settings.columns = 12;
    QCOMPARE(naive::checkLog(other, settings), QString());
}

void TestTypesetter::interleavedPeers()
{
    const PeerId other = m_capture->addPeer(QStringLiteral("[::1]:2"));
    const QByteArray text = QStringLiteral("你好世界，再见").toUtf8();
    for (qsizetype i = 0; i < text.size(); ++i) {
        (void)m_capture->append(RecordKind::Received, m_peer, text.mid(i, 1), 0);
        (void)m_capture->append(RecordKind::Sent, m_peer, text.mid(text.size() - 1 - i, 1), 0);
        (void)m_capture->append(RecordKind::Received, other, text.mid((i + 6) % text.size(), 1), 0);
    }
    for (const bool logMode : {false, true}) {
        ViewSettings settings;
        settings.logMode = logMode;
        QCOMPARE(naive::checkLog(*m_capture, settings), QString());
        QString received;
        for (const Row& row : naive::rowsAtOnce(*m_capture, settings)) {
            const bool isPayload = row.begin.part == RowPart::Payload;
            received += isPayload && row.kind == RecordKind::Received && row.peer == m_peer ? row.text : QString();
        }
        QCOMPARE(received, QStringLiteral("你好世界，再见"));
    }
}

void TestTypesetter::interleavedPeersFlow()
{
    const PeerId other = m_capture->addPeer(QStringLiteral("o"));
    (void)m_capture->append(RecordKind::Received, m_peer, "ab", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "cd\xE4", 0);
    (void)m_capture->append(RecordKind::Received, other, "x\n", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "\xBD\xA0", 0);
    (void)m_capture->appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "e\nf", 0);
    (void)m_capture->append(RecordKind::Sent, m_peer, "g", 0);
    const auto rows = naive::rowsAtOnce(*m_capture, flow());
    QCOMPARE(textsOf(rows), (QStringList{QStringLiteral("abcd"), QStringLiteral("x"), QStringLiteral("你e"),
                                         QStringLiteral("f"), QStringLiteral("g")}));
    for (const Row& row : rows) {
        QVERIFY(row.endsLine);
    }
    QCOMPARE(naive::checkLog(*m_capture, flow()), QString());
}

void TestTypesetter::modesAndHiding()
{
    (void)m_capture->append(RecordKind::Received, m_peer, "in", 0);
    (void)m_capture->append(RecordKind::Sent, m_peer, "out", 0);
    (void)m_capture->appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
    (void)m_capture->append(RecordKind::Sent, m_peer, "more", 0);
    ViewSettings settings;
    settings.hideReceived = true;
    QCOMPARE(naive::rowsAtOnce(*m_capture, settings).size(), 5U);
    settings.logMode = false;
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)),
             (QStringList{QStringLiteral("out"), QStringLiteral("more")}));
    settings.autoLineFeed = false;
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)), QStringList{QStringLiteral("outmore")});
    settings.hideReceived = false;
    QCOMPARE(textsOf(naive::rowsAtOnce(*m_capture, settings)),
             (QStringList{QStringLiteral("in"), QStringLiteral("outmore")}));
}

void TestTypesetter::emptyRecordBeginsAHexLine()
{
    const PeerId other = m_capture->addPeer(QStringLiteral("o"));
    (void)m_capture->append(RecordKind::Received, m_peer, "abc", 0);
    (void)m_capture->append(RecordKind::Received, other, "x", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "", 0);
    (void)m_capture->append(RecordKind::Received, m_peer, "defghijk", 0);
    ViewSettings settings = flow(Encoding::utf8(), 24);
    settings.hex = true;
    const RowStarts rows = Typesetter(*m_capture, settings).rowStarts(3, 4);
    QCOMPARE(rows.starts.size(), 2U);
    QCOMPARE(rows.starts[0], (Position{3, RowPart::Payload, 0}));
    QCOMPARE(rows.starts[1], (Position{3, RowPart::Payload, 5}));
}

void TestTypesetter::megabyteRecord()
{
    RandomLog log(5);
    (void)m_capture->append(RecordKind::Received, m_peer, log.text(Encoding::utf8(), asMany(1 << 20)), 0);
    for (const bool logMode : {true, false}) {
        ViewSettings settings = flow();
        settings.logMode = logMode;
        QCOMPARE(naive::checkLog(*m_capture, settings), QString());
        settings.hex = true;
        QCOMPARE(naive::checkLog(*m_capture, settings), QString());
    }
}

void TestTypesetter::randomLogs()
{
    for (quint32 seed = 1; seed <= asMany(150U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        QList<PeerId> peers;
        for (int i = log.below(3); i >= 0; --i) {
            peers += capture.addPeer(QStringLiteral("127.0.0.1:%1").arg(i));
        }
        ViewSettings settings = log.settings();
        const int style = log.below(5);
        for (int i = log.below(30); i >= 0; --i) {
            const RecordKind kind = log.oneIn(3) ? RecordKind::Sent : RecordKind::Received;
            const PeerId peer = peers.at(log.below(static_cast<int>(peers.size())));
            const QByteArray bytes = log.oneIn(5) ? log.noise(log.below(200))
                                                  : log.text(*settings.encoding, log.below(log.oneIn(9) ? 3000 : 60));
            log.appendCut(capture, peer, kind, bytes, style);
        }
        QString error = naive::checkLog(capture, settings);
        if (error.isEmpty()) {
            settings.encoding = log.encoding();
            error = naive::checkLog(capture, settings);
        }
        QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
    }
}

void TestTypesetter::cuttingDoesNotMatterInFlow_data()
{
    QTest::addColumn<QString>("encoding");
    for (const Encoding* const encoding : Encoding::all()) {
        QTest::newRow(qPrintable(encoding->name())) << encoding->name();
    }
}

void TestTypesetter::cuttingDoesNotMatterInFlow()
{
    QFETCH(const QString, encoding);
    const Encoding& how = *Encoding::byName(encoding);
    // In the long runs one encoding stands for all of its structure.
    static const QStringList structures{QStringLiteral("UTF-8"),    QStringLiteral("GBK"),
                                        QStringLiteral("GB18030"),  QStringLiteral("UTF-16BE"),
                                        QStringLiteral("UTF-32LE"), QStringLiteral("IBM437")};
    const bool isSimple = !structures.contains(encoding);
    for (quint32 seed = 1; seed <= (isSimple ? 2U : 4U); ++seed) {
        RandomLog log(seed);
        ViewSettings settings = flow(how, 16 + log.below(185));
        settings.hex = seed == 2;
        // From the third seed on: long, with few or no line ends, so that only sections break it.
        const bool isLong = seed >= 3;
        const qsizetype length = isLong ? 3 * Typesetter::kFlowSection + log.below(70'000) : log.below(20'000);
        QByteArray bytes = log.text(*settings.encoding, length, !isLong);
        if (seed == 4) {
            const QByteArray lineEnd = settings.encoding->encode(u"\n").value();
            for (int i = 0; i < 4; ++i) {
                qsizetype at = log.oneIn(2) ? log.below(static_cast<int>(length) - 8)
                                            : (1 + log.below(3)) * Typesetter::kFlowSection - 8 + log.below(16);
                at -= at % settings.encoding->unitSize();
                bytes.replace(at, lineEnd.size(), lineEnd);
            }
        }
        std::vector<Row> expected;
        for (const int style : isLong ? QList<int>{3, 2, 4} : QList<int>{3, 2, 0, 4}) {
            Capture capture(limits());
            const PeerId peer = capture.addPeer(QStringLiteral("p"));
            log.appendCut(capture, peer, RecordKind::Received, bytes, style);
            const std::vector<Row> rows = naive::rowsAtOnce(capture, settings);
            if (expected.empty()) {
                expected = rows;
                const QString error = naive::checkLog(capture, settings);
                QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(error)));
            }
            QCOMPARE(textsOf(rows), textsOf(expected));
            // In blocks of records, each by itself.
            const Typesetter typesetter(capture, settings);
            std::size_t at = 0;
            for (RecordId first = capture.begin(); first < capture.end();) {
                const RecordId end = std::min(capture.end(), first + 1 + log.below(style == 3 ? 3 : 300));
                const RowStarts part = typesetter.rowStarts(first, end);
                for (const Position& start : part.starts) {
                    QVERIFY(at < rows.size());
                    QVERIFY2(start == rows[at].begin, qPrintable(QStringLiteral("seed %1 row %2").arg(seed).arg(at)));
                    ++at;
                }
                first = end;
            }
            QCOMPARE(at, rows.size());
        }
    }
}

void TestTypesetter::earliestRecordIsAllThatMatters()
{
    // Rows of a run of records are the same when everything before `earliest` is gone.
    for (quint32 seed = 1; seed <= asMany(300U); ++seed) {
        RandomLog log(seed);
        ViewSettings settings = log.settings();
        settings.logMode = settings.logMode && log.oneIn(2);
        QList<std::pair<int, QByteArray>> records;
        for (int i = 0; i < 60; ++i) {
            records += {log.below(2), log.text(*settings.encoding, log.below(log.oneIn(5) ? 40 : 4))};
        }
        // The limit goes down and takes the oldest segments, one record each.
        Capture capture({m_dir.path(), 100, 1'000'000, qint64{64} << 20});
        const QList<PeerId> peers{capture.addPeer(QStringLiteral("a")), capture.addPeer(QStringLiteral("b"))};
        for (const auto& [peer, bytes] : records) {
            (void)capture.append(RecordKind::Received, peers.at(peer), bytes, 0);
        }
        const RecordId first = 30 + log.below(25);
        const RecordId end = first + 1 + log.below(4);
        const Typesetter typesetter(capture, settings);
        const RowStarts before = typesetter.rowStarts(first, end);
        QVERIFY(before.earliest <= first);
        const qint64 kept = capture.storedBytes() - capture.record(before.earliest).offset;
        capture.setLimits({m_dir.path(), 100, std::max<qint64>(1, kept + 99), qint64{64} << 20});
        if (capture.begin() > before.earliest) {
            continue;
        }
        const RowStarts after = typesetter.rowStarts(first, end);
        QVERIFY2(after.starts == before.starts, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QCOMPARE(after.undecodable, before.undecodable);
    }
}

QTEST_GUILESS_MAIN(TestTypesetter)
#include "tst_typesetter.moc"
