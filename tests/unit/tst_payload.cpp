// SPDX-License-Identifier: MIT
#include "app/payload/Payload.h"

#include "app/text/Encoding.h"
#include "app/text/Glyphs.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace netassist;

namespace {

const Encoding& named(QStringView name)
{
    const Encoding* encoding = Encoding::byName(name);
    if (encoding == nullptr)
        qFatal("%s is not offered", qPrintable(name.toString()));
    return *encoding;
}

void eachEncoding()
{
    QTest::addColumn<const Encoding*>("encoding");
    for (const Encoding* encoding : Encoding::all())
        QTest::newRow(qPrintable(encoding->name())) << encoding;
}

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

/// A name for a row, on one line.
QByteArray title(const QString& text, const QString& encoding = {})
{
    return QString(text).replace(u'\n', u'\u2424').replace(u'\r', u'\u240D').toUtf8() + ' ' + encoding.toUtf8();
}

/// Text, broken text or plain random bytes.
QByteArray randomBytes(const Encoding& encoding, QRandomGenerator& random)
{
    QByteArray bytes;
    for (int i = random.bounded(1, 30); i > 0; --i) {
        static constexpr std::array<std::pair<int, int>, 8> ranges{{{0x00, 0x20},
                                                                    {0x20, 0x80},
                                                                    {0x80, 0x180},
                                                                    {0x200B, 0x2070},
                                                                    {0x3000, 0x3100},
                                                                    {0x4E00, 0x9FA6},
                                                                    {0xFDD0, 0x10000},
                                                                    {0x1F300, 0x1F700}}};
        const auto& [from, to] = ranges.at(random.bounded(quint32(ranges.size())));
        const auto encoded = encoding.encode(QChar::fromUcs4(static_cast<char32_t>(random.bounded(from, to))));
        if (encoded && random.bounded(4) != 0)
            bytes += encoded.value();
        else
            bytes += static_cast<char>(static_cast<uchar>(random.generate()));
    }
    return bytes;
}

} // namespace

class TestPayload final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void textErrors_data();
    void textErrors();
    void withoutEscapes();
    void everyByteByEscape_data() { eachEncoding(); }
    void everyByteByEscape();
    void hexes_data();
    void hexes();
    void hexErrors_data();
    void hexErrors();
    void hexComesBack();
    void endings_data();
    void endings();
    void errorPassesThrough();
    void shownAsText_data();
    void shownAsText();
    void textComesBack_data() { eachEncoding(); }
    void textComesBack();
    void refusesWhatIsNoText();
};

void TestPayload::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString& text, const char* encoding, const char* expected) {
        QTest::newRow(title(text, QString::fromLatin1(encoding)).constData())
            << text << QString::fromLatin1(encoding) << hex(expected);
    };
    row(u""_qs, "UTF-8", "");
    row(u"你好"_qs, "GBK", "C4E3BAC3");
    row(u"a\nb"_qs, "UTF-8", "610A62");
    row(u"a\nb"_qs, "UTF-16LE", "61000A006200");
    row(uR"(\\\a\b\f\n\r\t\v\e)"_qs, "UTF-8", "5C07080C0A0D090B1B");
    row(uR"(\n)"_qs, "UTF-16BE", "000A");
    row(uR"(\0)"_qs, "UTF-8", "00");
    row(uR"(\0)"_qs, "UTF-32LE", "00000000");
    row(uR"(\01)"_qs, "UTF-8", "0031");
    row(uR"(\09)"_qs, "UTF-8", "0039");
    row(uR"(\012)"_qs, "UTF-8", "0A");
    row(uR"(\0123)"_qs, "UTF-8", "0A33");
    row(uR"(\377\1013)"_qs, "UTF-16LE", "FF413300");
    row(uR"(\xFF\x00\xab7)"_qs, "UTF-8", "FF00AB37");
    row(uR"(\xFF)"_qs, "UTF-16BE", "FF");
    row(uR"(\u4F60\u597d)"_qs, "GBK", "C4E3BAC3");
    row(uR"(\U0001F600)"_qs, "UTF-8", "F09F9880");
    row(uR"(\uD83D\uDE00)"_qs, "UTF-8", "F09F9880");
    row(uR"(\U0010FFFF)"_qs, "GB18030", "E3329A35");
    row(uR"(你\x41\\好)"_qs, "UTF-8", "E4BDA0415CE5A5BD");
    // The second byte of these characters is a backslash: never taken for one.
    row(u"誠n"_qs, "GBK", "D55C6E");
    row(u"表n"_qs, "Shift_JIS", "955C6E");
}

void TestPayload::text()
{
    QFETCH(const QString, text);
    QFETCH(const QString, encoding);
    QFETCH(const QByteArray, expected);
    const auto parsed = parseText(text, named(encoding), true);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().reason));
    QCOMPARE(parsed.value().toHex(), expected.toHex());
}

void TestPayload::textErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");
    const auto row = [](const QString& text, const char* encoding, int position, int length, int line, int column,
                        const QString& reason) {
        QTest::newRow(title(text, QString::fromLatin1(encoding)).constData())
            << text << QString::fromLatin1(encoding) << position << length << line << column << reason;
    };
    const QString octal = u"an octal byte has three digits, from \\000 to \\377"_qs;
    row(uR"(ab\q)"_qs, "UTF-8", 2, 2, 1, 3, u"“\\q” is not an escape; write \\\\ for a backslash"_qs);
    row(uR"(\8)"_qs, "UTF-8", 0, 2, 1, 1, u"“\\8” is not an escape; write \\\\ for a backslash"_qs);
    row(uR"(\😀)"_qs, "UTF-8", 0, 3, 1, 1, u"“\\😀” is not an escape; write \\\\ for a backslash"_qs);
    row(u"\\\n"_qs, "UTF-8", 0, 2, 1, 1, u"“\\\u240A” is not an escape; write \\\\ for a backslash"_qs);
    row(uR"(a\)"_qs, "UTF-8", 1, 1, 1, 2, u"the backslash at the end escapes nothing; write \\\\ for a backslash"_qs);
    row(u"x\n😀é\\x4"_qs, "UTF-8", 5, 3, 2, 3, u"\\x needs two hexadecimal digits"_qs);
    row(uR"(\xg1)"_qs, "UTF-8", 0, 2, 1, 1, u"\\x needs two hexadecimal digits"_qs);
    row(uR"(\u12g4)"_qs, "UTF-8", 0, 4, 1, 1, u"\\u needs four hexadecimal digits"_qs);
    row(uR"(\U0001F60)"_qs, "UTF-8", 0, 9, 1, 1, u"\\U needs eight hexadecimal digits"_qs);
    row(uR"(\U00110000)"_qs, "UTF-8", 0, 10, 1, 1, u"the last character is \\U0010FFFF"_qs);
    row(uR"(\uD83Dx)"_qs, "UTF-8", 0, 6, 1, 1, u"U+D83D is only half of a character"_qs);
    row(uR"(\uDE00\uD83D)"_qs, "UTF-16LE", 0, 6, 1, 1, u"U+DE00 is only half of a character"_qs);
    row(uR"(\400)"_qs, "UTF-8", 0, 4, 1, 1, octal);
    row(uR"(\12)"_qs, "UTF-8", 0, 3, 1, 1, octal);
    row(uR"(\7)"_qs, "UTF-8", 0, 2, 1, 1, octal);
    row(u"你好😀!"_qs, "GBK", 2, 2, 1, 3, u"GBK does not have the character “😀”"_qs);
    row(u"好\n好é"_qs, "US-ASCII", 0, 1, 1, 1, u"US-ASCII does not have the character “好”"_qs);
    row(u"a\nbc\u202E"_qs, "GBK", 4, 1, 2, 3, u"GBK does not have the character “<U+202E>”"_qs);
    row(uR"(ab\u4F60)"_qs, "KOI8-R", 2, 6, 1, 3, u"KOI8-R does not have the character “你”"_qs);
    row(u"a"_qs + QChar(0xD83D), "UTF-8", 1, 1, 1, 2, u"U+D83D is only half of a character"_qs);
}

void TestPayload::textErrors()
{
    QFETCH(const QString, text);
    QFETCH(const QString, encoding);
    const auto parsed = parseText(text, named(encoding), true);
    QVERIFY(!parsed.ok());
    const PayloadError& error = parsed.error();
    QTEST(int(error.position), "position");
    QTEST(int(error.length), "length");
    QTEST(error.line, "line");
    QTEST(error.column, "column");
    QTEST(error.reason, "reason");
}

void TestPayload::withoutEscapes()
{
    const auto literal = parseText(uR"(\x41\q\)", named(u"UTF-8"), false);
    QVERIFY(literal.ok());
    QCOMPARE(literal.value(), QByteArray(R"(\x41\q\)"));
    const auto missing = parseText(u"\\n\n😀", named(u"GBK"), false);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().position, 3);
    QCOMPARE(missing.error().length, 2);
    QCOMPARE(missing.error().line, 2);
    QCOMPARE(missing.error().column, 1);
}

void TestPayload::everyByteByEscape()
{
    QFETCH(const Encoding*, encoding);
    for (uint byte = 0; byte <= 0xFF; ++byte) {
        const QByteArray expected(1, static_cast<char>(static_cast<uchar>(byte)));
        for (const QString& text : {u"\\x%1"_qs.arg(byte, 2, 16, QLatin1Char('0')),
                                    u"\\x"_qs + u"%1"_qs.arg(byte, 2, 16, QLatin1Char('0')).toUpper(),
                                    u"\\%1"_qs.arg(byte, 3, 8, QLatin1Char('0'))}) {
            const auto parsed = parseText(text, *encoding, true);
            QVERIFY2(parsed.ok(), qPrintable(text));
            QCOMPARE(parsed.value(), expected);
        }
    }
}

void TestPayload::hexes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString& text, const char* expected) {
        QTest::newRow(title(text).constData()) << text << hex(expected);
    };
    row(u""_qs, "");
    row(u" \t\n,;:-_ "_qs, "");
    row(u"01 0A FF"_qs, "010AFF");
    row(u"010aff"_qs, "010AFF");
    row(u"01,0A;FF:00-aa_bb\tcc\r\ndd"_qs, "010AFF00AABBCCDD");
    row(u"0x0A,0x0B"_qs, "0A0B");
    row(u"0X0A 0x0B0C"_qs, "0A0B0C");
    row(uR"(\x01\x02)"_qs, "0102");
    row(uR"(\x0102 \x3)"_qs, "010203");
    row(u"0AH 0Bh"_qs, "0A0B");
    row(u"0AH0BH"_qs, "0A0B");
    row(u"1 2 a F"_qs, "01020A0F");
    row(u"0x1, 5h"_qs, "0105");
    row(u"0"_qs, "00");
    row(u"1_2"_qs, "0102");
    row(u"12_34"_qs, "1234");
    row(u"de:ad-be ef"_qs, "DEADBEEF");
}

void TestPayload::hexes()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, expected);
    const auto parsed = parseHex(text);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().reason));
    QCOMPARE(parsed.value().toHex(), expected.toHex());
}

void TestPayload::hexErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");
    const auto row = [](const QString& text, int position, int length, int line, int column, const QString& reason) {
        QTest::newRow(title(text).constData()) << text << position << length << line << column << reason;
    };
    row(u"12345"_qs, 0, 5, 1, 1, u"5 hexadecimal digits are not whole bytes"_qs);
    row(u"00 123"_qs, 3, 3, 1, 4, u"3 hexadecimal digits are not whole bytes"_qs);
    row(u"0x123"_qs, 2, 3, 1, 3, u"3 hexadecimal digits are not whole bytes"_qs);
    row(u"01\n0 2 3G"_qs, 8, 1, 2, 6, u"“G” is not a hexadecimal digit"_qs);
    row(u"0x"_qs, 0, 2, 1, 1, u"no hexadecimal digits behind “0x”"_qs);
    row(uR"(01 \x)"_qs, 3, 2, 1, 4, u"no hexadecimal digits behind “\\x”"_qs);
    row(u"0x 01"_qs, 0, 2, 1, 1, u"no hexadecimal digits behind “0x”"_qs);
    row(u"0xG"_qs, 2, 1, 1, 3, u"“G” is not a hexadecimal digit"_qs);
    row(u"h"_qs, 0, 1, 1, 1, u"“h” is not a hexadecimal digit"_qs);
    row(u"0Ahh"_qs, 3, 1, 1, 4, u"“h” is not a hexadecimal digit"_qs);
    row(uR"(\n)"_qs, 0, 1, 1, 1, u"“\\” is not a hexadecimal digit"_qs);
    row(u"x1"_qs, 0, 1, 1, 1, u"“x” is not a hexadecimal digit"_qs);
    row(u"01 😀"_qs, 3, 2, 1, 4, u"“😀” is not a hexadecimal digit"_qs);
    row(u"😀"_qs, 0, 2, 1, 1, u"“😀” is not a hexadecimal digit"_qs);
    row(u"１"_qs, 0, 1, 1, 1, u"“１” is not a hexadecimal digit"_qs);
}

void TestPayload::hexErrors()
{
    QFETCH(const QString, text);
    const auto parsed = parseHex(text);
    QVERIFY(!parsed.ok());
    const PayloadError& error = parsed.error();
    QTEST(int(error.position), "position");
    QTEST(int(error.length), "length");
    QTEST(error.line, "line");
    QTEST(error.column, "column");
    QTEST(error.reason, "reason");
}

void TestPayload::hexComesBack()
{
    QCOMPARE(toHex({}), QString());
    QCOMPARE(toHex(hex("010AFF")), u"01 0A FF"_qs);
    QByteArray all;
    for (int byte = 0; byte <= 0xFF; ++byte)
        all += static_cast<char>(byte);
    const auto back = parseHex(toHex(all));
    QVERIFY(back.ok());
    QCOMPARE(back.value(), all);
}

void TestPayload::endings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PayloadMode>("mode");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* title, const QString& text, PayloadMode mode, const char* encoding, Ending ending,
                        const char* expected) {
        QTest::newRow(title) << text << mode << QString::fromLatin1(encoding) << ending << hex(expected);
    };
    constexpr auto textMode = PayloadMode::Text;
    constexpr auto hexMode = PayloadMode::Hex;
    row("none", u"a"_qs, textMode, "UTF-8", Ending::None, "61");
    row("CR", u"a"_qs, textMode, "UTF-8", Ending::Cr, "610D");
    row("LF", u"a"_qs, textMode, "GBK", Ending::Lf, "610A");
    row("CRLF", u"a"_qs, textMode, "UTF-8", Ending::CrLf, "610D0A");
    row("CRLF in UTF-16", u"a"_qs, textMode, "UTF-16LE", Ending::CrLf, "61000D000A00");
    row("CRLF behind HEX", u"61"_qs, hexMode, "UTF-8", Ending::CrLf, "610D0A");
    row("CRLF behind HEX in UTF-16", u"6100"_qs, hexMode, "UTF-16LE", Ending::CrLf, "61000D000A00");
    row("CRLF behind nothing", u""_qs, textMode, "UTF-8", Ending::CrLf, "0D0A");
    row("AT", u"AT+GMR"_qs, textMode, "UTF-8", Ending::CrLfForAt, "41542B474D520D0A");
    row("at", u"at"_qs, textMode, "UTF-8", Ending::CrLfForAt, "61740D0A");
    row("AT in HEX", u"41 54"_qs, hexMode, "UTF-8", Ending::CrLfForAt, "41540D0A");
    row("AT in UTF-16", u"At"_qs, textMode, "UTF-16BE", Ending::CrLfForAt, "00410074000D000A");
    row("AT with LF already", u"AT\n"_qs, textMode, "UTF-8", Ending::CrLfForAt, "41540A");
    row("AT with CR already", u"AT\\r"_qs, textMode, "UTF-8", Ending::CrLfForAt, "41540D");
    row("no AT", u"A T"_qs, textMode, "UTF-8", Ending::CrLfForAt, "412054");
    row("too short for AT", u"A"_qs, textMode, "UTF-8", Ending::CrLfForAt, "41");
    row("nothing for AT", u""_qs, textMode, "UTF-8", Ending::CrLfForAt, "");
}

void TestPayload::endings()
{
    QFETCH(const QString, text);
    QFETCH(const PayloadMode, mode);
    QFETCH(const QString, encoding);
    QFETCH(const Ending, ending);
    QFETCH(const QByteArray, expected);
    const auto built = buildPayload(text, {mode, &named(encoding), true, ending});
    QVERIFY2(built.ok(), built.ok() ? "" : qPrintable(built.error().reason));
    QCOMPARE(built.value().toHex(), expected.toHex());
}

void TestPayload::errorPassesThrough()
{
    const auto text = buildPayload(u"a\\q", {PayloadMode::Text, &named(u"GBK"), true, Ending::CrLf});
    QVERIFY(!text.ok());
    QCOMPARE(text.error().position, 1);
    const auto odd = buildPayload(u"00 123", {PayloadMode::Hex, &named(u"GBK"), true, Ending::CrLf});
    QVERIFY(!odd.ok());
    QCOMPARE(odd.error().column, 4);
}

void TestPayload::shownAsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* bytes, const char* encoding, const QString& expected) {
        QTest::addRow("%s in %s", bytes, encoding) << hex(bytes) << QString::fromLatin1(encoding) << expected;
    };
    row("C4E3BAC30A", "GBK", u"你好\n"_qs);
    row("5C6E", "UTF-8", uR"(\\n)"_qs);
    row("000708090B0C0D1B7F", "UTF-8", uR"(\x00\a\b\t\v\f\r\e\x7F)"_qs);
    row("C4E3", "UTF-8", uR"(\xC4\xE3)"_qs);
    row("C4E3C4", "GBK", uR"(你\xC4)"_qs);
    row("E280AE41", "UTF-8", uR"(\u202EA)"_qs);
    row("EFBBBF41", "UTF-8", uR"(\uFEFFA)"_qs);
    row("C2A0E38080", "UTF-8", u"\\u00A0\u3000"_qs);
    row("F3A081A7", "UTF-8", uR"(\U000E0067)"_qs);
    row("42D84100", "UTF-16LE", uR"(\x42\xD8A)"_qs);
    row("000000010D00", "UTF-16BE", uR"(\u0000\u0001\u0D00)"_qs.replace(uR"(\u0D00)"_qs, u"\u0D00"_qs));
    row("41", "UTF-16BE", uR"(\x41)"_qs);
}

void TestPayload::shownAsText()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, encoding);
    QFETCH(const QString, expected);
    const auto text = toText(bytes, named(encoding), true);
    QVERIFY(text.ok());
    QCOMPARE(text.value(), expected);
}

void TestPayload::textComesBack()
{
    QFETCH(const Encoding*, encoding);
    QRandomGenerator random(404);
    int literal = 0;
    for (int round = 0; round < 3000; ++round) {
        const QByteArray bytes = randomBytes(*encoding, random);
        const auto escaped = toText(bytes, *encoding, true);
        QVERIFY(escaped.ok());
        for (const uint codePoint : escaped.value().toUcs4())
            QVERIFY2(codePoint == '\n' || visibleForm(codePoint).isEmpty(), bytes.toHex().constData());
        const auto back = parseText(escaped.value(), *encoding, true);
        QVERIFY2(back.ok(), bytes.toHex().constData());
        QCOMPARE(back.value().toHex(), bytes.toHex());

        const auto plain = toText(bytes, *encoding, false);
        if (plain) {
            const auto plainBack = parseText(plain.value(), *encoding, false);
            QVERIFY2(plainBack.ok(), bytes.toHex().constData());
            QCOMPARE(plainBack.value().toHex(), bytes.toHex());
            ++literal;
        }
    }
    QVERIFY(literal > 0);
}

void TestPayload::refusesWhatIsNoText()
{
    const auto broken = toText(hex("C4E30AC3FF41"), named(u"GBK"), false);
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().position, 2);
    QCOMPARE(broken.error().line, 2);
    QCOMPARE(broken.error().column, 1);
    QCOMPARE(broken.error().reason, u"C3 cannot stand as GBK text; parse escapes, or stay with HEX"_qs);
    // A text box has one kind of line break only.
    QVERIFY(!toText(hex("410D"), named(u"UTF-8"), false).ok());
    QVERIFY(!toText(hex("E280A8"), named(u"UTF-8"), false).ok());
    // Two sequences, one character: the second would come back as the first.
    QVERIFY(toText(hex("81CA"), named(u"Shift_JIS"), false).ok());
    QVERIFY(!toText(hex("EEF9"), named(u"Shift_JIS"), false).ok());
}

QTEST_GUILESS_MAIN(TestPayload)
#include "tst_payload.moc"
