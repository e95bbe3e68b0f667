// SPDX-License-Identifier: MIT
#include "app/payload/DynamicContext.h"
#include "app/payload/DynamicText.h"
#include "app/payload/Payload.h"
#include "app/text/Encoding.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace netassist;

namespace {

constexpr auto textMode = PayloadMode::Text;
constexpr auto hexMode = PayloadMode::Hex;

const QDateTime kMoment(QDate(2026, 3, 7), QTime(9, 5, 2, 41), Qt::UTC);

QString utf16(const char16_t* text)
{
    return QString::fromUtf16(text);
}

} // namespace

class tst_Dynamic final : public QObject {
    Q_OBJECT

private:
    DynamicContext m_context;

    Result<QByteArray, PayloadError> build(QStringView text, PayloadMode mode = textMode,
                                           QStringView encoding = u"UTF-8")
    {
        PayloadOptions options{mode, Encoding::byName(encoding), true, Ending::None};
        options.dynamics = &m_context;
        return buildPayload(text, options);
    }

    QByteArray sent(QStringView text, PayloadMode mode = textMode)
    {
        const auto payload = build(text, mode);
        if (!payload)
            return "error: " + payload.error().reason.toUtf8();
        m_context.advance();
        return mode == hexMode ? toHex(payload.value()).toLatin1() : payload.value();
    }

private Q_SLOTS:
    void init();
    void fillsIn_data();
    void fillsIn();
    void errorsSayWhere_data();
    void errorsSayWhere();
    void isActiveWhereItShouldBe();
    void firstPlaceholderIsFound();
    void countersGoOnOncePerSend();
    void previewLeavesCountersAlone();
    void countersOfOneNameAreOne();
    void countersBeginAgain();
    void randomStaysInItsBounds();
    void choiceMeetsAll();
    void lengthsSettle();
    void checksumEqualsTheAppendedOne();
    void peerIsTold();
    void otherEncodings();
    void textShownHasNoPlaceholderInIt();
    void manyPlaceholdersAreRefused();
    void muchContentIsRefused();
    void anyTextGivesBytesOrAnErrorInsideIt();
};

void tst_Dynamic::init()
{
    m_context = DynamicContext();
    m_context.setClock([] { return kMoment; });
    m_context.seed(1);
    m_context.setPeer(QStringLiteral("127.0.0.1:56984"));
}

void tst_Dynamic::fillsIn_data()
{
    QTest::addColumn<PayloadMode>("mode");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](PayloadMode mode, const char16_t* text, const char* expected) {
        QTest::newRow(qPrintable((mode == hexMode ? QStringLiteral("HEX ") : QString()) + utf16(text)))
            << mode << utf16(text) << QByteArray(expected);
    };
    row(textMode, u"a${counter}b", "a1b");
    row(textMode, u"${counter width=4}", "0001");
    row(textMode, u"${ counter\n start=-5 width=3 }", "-005");
    row(textMode, u"${counter 255 1 4 16}", "00FF");
    row(textMode, u"${counter start=0xff base=2}", "11111111");
    row(textMode, u"${counter start=35 base=36}", "Z");
    row(textMode, u"${counter start=258 as=bytes order=low}", "\x02\x01");
    row(hexMode, u"AA ${counter} BB", "AA 01 BB");
    row(hexMode, u"${counter start=16}", "10");
    row(hexMode, u"${counter start=256}", "01 00");
    row(hexMode, u"${counter start=256 width=8}", "00 00 01 00");
    row(hexMode, u"${counter start=256 width=8 order=low}", "00 01 00 00");
    row(hexMode, u"${counter start=42 base=10}", "42");
    row(hexMode, u"${counter start=42 as=text}", "34 32");
    row(hexMode, u"1${counter}2", "01 01 02");
    row(textMode, u"${date}T${time}", "2026-03-07T09:05:02");
    row(textMode, u"${time HH:mm:ss.zzz}", "09:05:02.041");
    row(textMode, u"${date \"dddd, d. MMMM yyyy\"}", "Saturday, 7. March 2026");
    row(textMode, u"${date format=\"'}' yy\"}", "} 26");
    row(textMode, u"${date \"\"\"\"}", "\"");
    row(hexMode, u"${date yyMMdd} ${time HHmmss}", "26 03 07 09 05 02");
    row(hexMode, u"${date}", "20 26 03 07");
    row(hexMode, u"${time as=text}", "30 39 3A 30 35 3A 30 32");
    row(textMode, u"${unix}", "1772874302");
    row(textMode, u"${unix ms}", "1772874302041");
    row(hexMode, u"${unix width=8}", "69 AB EA 3E");
    row(textMode, u"${random 7 7}", "7");
    row(textMode, u"${random min=-3 max=-3 width=2}", "-03");
    row(textMode, u"${choice \"a b\"}", "a b");
    row(textMode, u"${choice \"k=v\"}", "k=v");
    row(hexMode, u"${choice 0102}", "01 02");
    row(textMode, u"${choice 0102 as=bytes}", "\x01\x02");
    row(textMode, u"${length}:abc", "5:abc");
    row(textMode, u"${length from=2 width=4}abc", "0005abc");
    row(textMode, u"${length minus=3 add=10}abc", "12abc");
    row(hexMode, u"00 01 00 00 ${length from=6 width=4} 01 03 00 00 00 0A", "00 01 00 00 00 06 01 03 00 00 00 0A");
    row(textMode, u"to ${peer}", "to 127.0.0.1:56984");
    row(textMode, u"${peer host} ${peer part=port}", "127.0.0.1 56984");
    row(hexMode, u"${peer port}", "DE 98");
    row(textMode, u"$GPGLL,5057.970,N,00146.110,E,142451,A*${checksum XOR from=1 minus=1}",
        "$GPGLL,5057.970,N,00146.110,E,142451,A*27");
    row(textMode, u"123456789${checksum}", "1234567894B37");
    row(textMode, u"123456789${checksum crc-32 order=low}", "1234567892639F4CB");
    row(hexMode, u"01 03 00 00 00 0A ${checksum CRC-16/MODBUS order=low}", "01 03 00 00 00 0A C5 CD");
    row(hexMode, u"02 ${checksum LRC as=text} 03", "02 46 45 03");
    row(textMode, u"$${counter}", "${counter}");
    row(textMode, u"a$b $ $$ {x}", "a$b $ $$ {x}");
    row(textMode, u"$$${counter}", "$${counter}");
    row(textMode, u"\\x24${counter}", "$1");
    row(textMode, u"\\\\${counter}\\n", "\\1\n");
    row(textMode, u"${counter}${counter name=b start=5}", "15");
}

void tst_Dynamic::fillsIn()
{
    QFETCH(const PayloadMode, mode);
    QFETCH(const QString, text);
    QTEST(sent(text, mode), "expected");
}

void tst_Dynamic::errorsSayWhere_data()
{
    QTest::addColumn<PayloadMode>("mode");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("word");
    const auto row = [](PayloadMode mode, const char16_t* text, int column, int length, const char* word) {
        QTest::newRow(qPrintable((mode == hexMode ? QStringLiteral("HEX ") : QString()) + utf16(text)))
            << mode << utf16(text) << column << length << QString::fromUtf8(word);
    };
    row(textMode, u"ab ${foo}", 6, 3, "no ${foo}");
    row(textMode, u"${}", 3, 1, "name is missing");
    row(textMode, u"x${counter", 2, 2, "} is missing");
    row(textMode, u"${", 1, 2, "} is missing");
    row(textMode, u"${date \"yyyy}", 8, 1, "quotes are not closed");
    row(textMode, u"${date \"a\"b}", 8, 4, "behind the quotes");
    row(textMode, u"${counter speed=1}", 11, 7, "knows no");
    row(textMode, u"${counter step=x}", 11, 6, "number from");
    row(textMode, u"${counter width=65}", 11, 8, "number from 1 to 64");
    row(textMode, u"${counter base=37}", 11, 7, "number from 2 to 36");
    row(hexMode, u"${counter base=17}", 11, 7, "number from 2 to 16");
    row(textMode, u"${counter step=1 step=2}", 18, 6, "twice");
    row(textMode, u"${time a b c}", 12, 1, "too many");
    row(textMode, u"${counter last=0}", 11, 6, "never gets");
    row(textMode, u"${counter step=0 last=9}", 18, 6, "never gets");
    row(textMode, u"${counter order=low}", 11, 9, "as=bytes");
    row(textMode, u"${unix m}", 8, 1, "one of");
    row(textMode, u"${random 5 4}", 12, 1, "less than");
    row(textMode, u"${bytes 0}", 9, 1, "number from");
    row(textMode, u"${choice}", 1, 9, "nothing to choose");
    row(textMode, u"${choice a what=b}", 12, 6, "knows no");
    row(textMode, u"${checksum CRC-9}", 12, 5, "no checksum");
    row(textMode, u"ab${checksum from=3}", 3, 18, "only 2");
    row(textMode, u"a${length from=9}", 2, 16, "only 2");
    row(textMode, u"a${length add=-9}", 2, 16, "only");
    row(hexMode, u"00 ${counter start=-1}", 4, 19, "negative");
    row(hexMode, u"00 ${peer}", 4, 7, "as=text");
    row(hexMode, u"${choice zz}", 1, 12, "as=text");
    row(textMode, u"${choice abc as=bytes}", 1, 22, "whole bytes");
    row(hexMode, u"$${counter}", 2, 1, "not a hexadecimal digit");
    row(textMode, u"${counter}\\q", 11, 2, "not an escape");
    row(hexMode, u"${counter} 123", 12, 3, "whole bytes");
}

void tst_Dynamic::errorsSayWhere()
{
    QFETCH(const PayloadMode, mode);
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    const auto payload = build(text, mode);
    QVERIFY2(!payload.ok(), payload.ok() ? payload.value().constData() : "");
    QTEST(payload.error().column, "column");
    QTEST(int(payload.error().length), "length");
    QVERIFY2(payload.error().reason.contains(word), qPrintable(payload.error().reason));
}

void tst_Dynamic::isActiveWhereItShouldBe()
{
    PayloadOptions options{textMode, &Encoding::utf8(), true, Ending::None};
    const QByteArray asItStands("${counter}");
    QCOMPARE(buildPayload(u"${counter}", options).value(), asItStands); // nobody fills it in
    options.dynamics = &m_context;
    QCOMPARE(buildPayload(u"${counter}", options).value(), QByteArray("1"));
    options.escapes = false;
    QCOMPARE(buildPayload(u"${counter}", options).value(), asItStands);
    options.mode = hexMode;
    QCOMPARE(buildPayload(u"${counter}", options).value(), QByteArray("\x01"));
    options.dynamics = nullptr;
    QVERIFY(!buildPayload(u"${counter}", options).ok());
}

void tst_Dynamic::firstPlaceholderIsFound()
{
    PayloadOptions options{textMode, &Encoding::utf8(), true, Ending::None};
    QCOMPARE(firstPlaceholder(u"${counter}", options), -1);
    options.dynamics = &m_context;
    QCOMPARE(firstPlaceholder(u"a ${counter} ${date}", options), 2);
    QCOMPARE(firstPlaceholder(u"$${counter}", options), -1);
    QCOMPARE(firstPlaceholder(u"$${ ${date}", options), 4);
    QCOMPARE(firstPlaceholder(u"ab${date", options), 2);
    options.escapes = false;
    QCOMPARE(firstPlaceholder(u"a ${counter}", options), -1);
}

void tst_Dynamic::countersGoOnOncePerSend()
{
    QCOMPARE(sent(u"${counter}${counter}"), QByteArray("11"));
    QCOMPARE(sent(u"${counter}"), QByteArray("2"));
    QCOMPARE(sent(u"none"), QByteArray("none"));
    QCOMPARE(sent(u"${counter}"), QByteArray("3"));
    QCOMPARE(sent(u"${counter step=10}"), QByteArray("31")); // the fourth of 1, 11, 21, 31
    QCOMPARE(sent(u"${counter name=b}"), QByteArray("1"));
    m_context.restartCounters();
    QCOMPARE(sent(u"${counter}"), QByteArray("1"));
}

void tst_Dynamic::previewLeavesCountersAlone()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(build(u"${counter}").value(), QByteArray("1"));
    QVERIFY(!build(u"${counter} ${foo}").ok());
    QCOMPARE(sent(u"${counter}"), QByteArray("1"));
    QCOMPARE(build(u"${counter}").value(), QByteArray("2"));
}

void tst_Dynamic::countersOfOneNameAreOne()
{
    QCOMPARE(sent(u"${counter name=a}${counter name=a start=10}"), QByteArray("110"));
    QCOMPARE(sent(u"${counter name=a}${counter name=a start=10}"), QByteArray("211"));
}

void tst_Dynamic::countersBeginAgain()
{
    QByteArrayList seen;
    for (int i = 0; i < 5; ++i)
        seen += sent(u"${counter start=250 step=3 last=255}", hexMode);
    QCOMPARE(seen.join(' '), QByteArray("FA FD FA FD FA"));
    m_context.restartCounters();
    seen.clear();
    for (int i = 0; i < 4; ++i)
        seen += sent(u"${counter 2 -1 last=0}");
    QCOMPARE(seen.join(' '), QByteArray("2 1 0 2"));
    QCOMPARE(sent(u"${counter name=c 7 last=7}"), QByteArray("7"));
    QCOMPARE(sent(u"${counter name=c 7 last=7}"), QByteArray("7"));
}

void tst_Dynamic::randomStaysInItsBounds()
{
    QSet<QByteArray> numbers;
    QSet<qsizetype> sizes;
    for (int i = 0; i < 400; ++i) {
        numbers += sent(u"${random -2 3}");
        const QByteArray one = sent(u"${random}", hexMode);
        QCOMPARE(one.size(), 2);
        const auto bytes = build(u"${bytes 5}");
        sizes += bytes.value().size();
        QCOMPARE(build(u"${bytes count=3 as=text}").value().size(), 6);
        QCOMPARE(build(u"${bytes count=3}", hexMode).value().size(), 3);
    }
    QCOMPARE(numbers, (QSet<QByteArray>{"-2", "-1", "0", "1", "2", "3"}));
    QCOMPARE(sizes, QSet<qsizetype>{5});
    QVERIFY(build(u"${bytes 32}").value() != build(u"${bytes 32}").value());
    QVERIFY(build(u"${random 300}").value().toInt() == 300);
}

void tst_Dynamic::choiceMeetsAll()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 200; ++i)
        seen += sent(u"${choice red \"dark green\" \"\"}");
    QCOMPARE(seen, (QSet<QByteArray>{"red", "dark green", ""}));
}

void tst_Dynamic::lengthsSettle()
{
    // Its own digits count, and there may be several: each tells the true length.
    for (int other = 0; other < 1200; ++other) {
        const QString text = QString(other, u'x') + QStringLiteral("${length} ${length base=2}");
        const QByteArray payload = build(text).value();
        const QByteArrayList numbers = payload.sliced(other).split(' ');
        QCOMPARE(numbers[0].toInt(), payload.size());
        QCOMPARE(numbers[1].toInt(nullptr, 2), payload.size());
    }
    QCOMPARE(build(u"${length as=bytes width=8 order=low}ab").value(), QByteArray("\x06\0\0\0ab", 6));
}

void tst_Dynamic::checksumEqualsTheAppendedOne()
{
    QStringList names{QStringLiteral("SUM8"), QStringLiteral("SUM16"), QStringLiteral("SUM32"), QStringLiteral("LRC"),
                      QStringLiteral("XOR")};
    for (const NamedCrc& crc : namedCrcs())
        names += crc.name;
    for (const QString& name : std::as_const(names)) {
        PayloadOptions options{textMode, &Encoding::utf8(), true, Ending::None};
        options.dynamics = &m_context;
        const auto inside = buildPayload(
            QStringLiteral("${counter}-${length}${checksum %1 as=bytes from=1 minus=2}").arg(name), options);
        QVERIFY2(inside.ok(), inside.ok() ? "" : qPrintable(inside.error().reason));
        options.checksum = checksumByName(name);
        options.checksum->order = ByteOrder::HighFirst;
        options.checksum->from = 1;
        options.checksum->minus = 2;
        const qsizetype size = checksumSize(*options.checksum);
        const auto appended = buildPayload(QStringLiteral("${counter}-${length add=%1}").arg(size), options);
        QCOMPARE(inside.value().toHex(), appended.value().toHex());
    }
}

void tst_Dynamic::peerIsTold()
{
    (void)build(u"${peer}");
    QVERIFY(m_context.isPeerUsed());
    (void)build(u"${counter}");
    QVERIFY(!m_context.isPeerUsed());
    (void)build(u"${peer port}");
    QVERIFY(m_context.isPeerUsed());
    (void)build(u"plain");
    QVERIFY(!m_context.isPeerUsed());
    m_context.setPeer(QStringLiteral("[::1]:8080"));
    QCOMPARE(build(u"${peer}|${peer host}|${peer port}").value(), QByteArray("[::1]:8080|::1|8080"));
}

void tst_Dynamic::otherEncodings()
{
    QCOMPARE(build(u"好${counter}", textMode, u"GBK").value(), QByteArray("\xBA\xC3\x31"));
    QCOMPARE(build(u"${counter}${checksum SUM8}", textMode, u"UTF-16BE").value(), QByteArray("\0\x31\0\x33\0\x31", 6));
    const auto missing = build(u"${choice 好}", textMode, u"ISO-8859-1");
    QVERIFY(!missing.ok());
    QVERIFY(missing.error().reason.contains(utf16(u"好")));
}

void tst_Dynamic::textShownHasNoPlaceholderInIt()
{
    for (const Encoding* encoding : Encoding::all()) {
        const QString text = QStringLiteral("$${counter} ${peer} $ {} $$");
        const auto bytes = encoding->encode(text);
        QVERIFY(bytes.ok());
        const auto shown = toText(bytes.value(), *encoding, true);
        QVERIFY(shown.ok());
        PayloadOptions options{textMode, encoding, true, Ending::None};
        options.dynamics = &m_context;
        QVERIFY2(!isDynamic(shown.value(), options), qPrintable(shown.value()));
        QCOMPARE(buildPayload(shown.value(), options).value().toHex(), bytes.value().toHex());
    }
}

void tst_Dynamic::manyPlaceholdersAreRefused()
{
    const QString one = QStringLiteral("${bytes}");
    QCOMPARE(build(one.repeated(256)).value().size(), 256);
    const auto more = build(one.repeated(257));
    QVERIFY(!more.ok());
    QCOMPARE(more.error().position, 256 * one.size());
}

void tst_Dynamic::muchContentIsRefused()
{
    const QString room(64 << 20, u'x');
    QVERIFY(build(room).ok());
    QVERIFY(!build(room + QStringLiteral("${bytes}")).ok());
}

void tst_Dynamic::anyTextGivesBytesOrAnErrorInsideIt()
{
    static const std::array pieces{u"${",      u"}",      u"$",      u"$$",        u"\"",      u" ",         u"=",
                                   u"counter", u"date",   u"length", u"checksum",  u"random",  u"choice",    u"peer",
                                   u"as=",     u"bytes",  u"text",   u"width=",    u"base=16", u"from=1",    u"minus=",
                                   u"9",       u"-1",     u"\\x41",  u"\\",        u"AB",      u"\n",        u"好",
                                   u"XOR",     u"step=2", u"last=5", u"order=low", u"add=",    u"\U0001F600"};
    QRandomGenerator random(20261124);
    int good = 0;
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int i = random.bounded(14); i > 0; --i) {
            if (random.bounded(4) == 0)
                text += QStringLiteral("${");
            text += utf16(pieces.at(random.bounded(quint32(pieces.size()))));
            if (random.bounded(3) == 0)
                text += u' ';
            if (random.bounded(4) == 0)
                text += u'}';
        }
        const auto payload = build(text, random.bounded(2) == 0 ? textMode : hexMode);
        if (payload) {
            ++good;
            continue;
        }
        const PayloadError& error = payload.error();
        QVERIFY2(error.position >= 0 && error.length >= 1 && error.position + error.length <= text.size() + 1 &&
                     !error.reason.isEmpty(),
                 qPrintable(text));
    }
    QVERIFY(good > 1000);
}

QTEST_APPLESS_MAIN(tst_Dynamic)
#include "tst_dynamic.moc"
