// SPDX-License-Identifier: MIT
#include "app/text/CodePoint.h"
#include "app/text/Encoding.h"
#include "tests/unit/Sanitized.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QTest>

#include <array>
#include <functional>

using namespace netassist;
using netassist::test::asMany;

namespace {

const QStringList Names{
    u"UTF-8"_qs,        u"GBK"_qs,          u"GB18030"_qs,      u"GB2312"_qs,       u"Big5"_qs,
    u"Big5-HKSCS"_qs,   u"Shift_JIS"_qs,    u"EUC-JP"_qs,       u"EUC-KR"_qs,       u"UTF-16LE"_qs,
    u"UTF-16BE"_qs,     u"UTF-32LE"_qs,     u"UTF-32BE"_qs,     u"ISO-8859-1"_qs,   u"ISO-8859-15"_qs,
    u"windows-1250"_qs, u"windows-1251"_qs, u"windows-1252"_qs, u"windows-1253"_qs, u"windows-1254"_qs,
    u"windows-1255"_qs, u"windows-1256"_qs, u"windows-1257"_qs, u"windows-1258"_qs, u"KOI8-R"_qs,
    u"IBM437"_qs,       u"US-ASCII"_qs,
};

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

/// The encodings whose characters come from Qt's tables.
void eachTableEncoding()
{
    QTest::addColumn<const Encoding*>("encoding");
    for (const Encoding* encoding : Encoding::all()) {
        if (encoding->isAsciiSuperset() && encoding != &Encoding::utf8())
            QTest::newRow(qPrintable(encoding->name())) << encoding;
    }
}

QString charactersOf(const DecodeStep& step)
{
    QString text;
    for (int i = 0; i < step.count; ++i)
        text += QChar::fromUcs4(step.codePoints[i]);
    return text;
}

/// The character that all of `bytes` is; empty if they are anything else.
QString wholeCharacter(const Encoding& encoding, QByteArrayView bytes)
{
    const DecodeStep step = encoding.decodeOne(bytes);
    return step.kind == DecodeStep::Kind::Character && step.length == bytes.size() ? charactersOf(step) : QString();
}

/// All sequences of one and two bytes, of three behind 8F and of four like those of GB18030's first plane, as far as
/// the encoding has such lengths.
void forEachSequence(const Encoding& encoding, const std::function<void(const QByteArray&)>& visit)
{
    const auto bytes = [](std::initializer_list<int> values) {
        QByteArray array;
        for (const int value : values)
            array += static_cast<char>(value);
        return array;
    };
    for (int a = 0; a <= 0xFF; ++a) {
        visit(bytes({a}));
        if (encoding.maxLength() == 1 || a < 0x80)
            continue;
        for (int b = 0; b <= 0xFF; ++b) {
            visit(bytes({a, b}));
            if (encoding.maxLength() == 3 && a == 0x8F) {
                for (int c = 0; c <= 0xFF; ++c)
                    visit(bytes({a, b, c}));
            }
            if (encoding.maxLength() == 4 && (a <= 0x84 || a == 0x90 || a >= 0xE3) && b >= 0x30 && b <= 0x39) {
                for (int c = 0x81; c <= 0xFE; ++c) {
                    for (int d = 0x30; d <= 0x39; ++d)
                        visit(bytes({a, b, c, d}));
                }
            }
        }
    }
}

/// Random bytes, dense in those that make long and broken characters.
QByteArray randomBytes(QRandomGenerator& random, int size)
{
    static const QByteArray edges =
        QByteArray::fromHex("000A0D2F30394041787E7F80818495A0A1BFC0C2C3D7D8DBDCDFE0E4EDEEEFF0F4F8FCFDFEFF8E8F");
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        const auto value = random.generate();
        bytes += (value & 0x100U) != 0 ? edges[static_cast<qsizetype>(value >> 16) % edges.size()]
                                       : static_cast<char>(static_cast<uchar>(value));
    }
    return bytes;
}

/// Random bytes or random text with some bytes broken.
QByteArray randomSample(const Encoding& encoding, QRandomGenerator& random)
{
    if (random.bounded(2) == 0)
        return randomBytes(random, random.bounded(1, 60));
    QByteArray bytes;
    for (int i = random.bounded(1, 20); i > 0; --i) {
        static constexpr std::array<std::pair<int, int>, 6> ranges{
            {{0x20, 0x7F}, {0xA0, 0x180}, {0x3040, 0x3100}, {0x4E00, 0x9FA6}, {0xAC00, 0xD7A4}, {0x1F300, 0x20100}}};
        const auto& [from, to] = ranges.at(random.bounded(quint32(ranges.size())));
        const auto encoded = encoding.encode(QChar::fromUcs4(static_cast<char32_t>(random.bounded(from, to))));
        if (encoded)
            bytes += encoded.value();
    }
    if (random.bounded(3) == 0 && !bytes.isEmpty())
        bytes[random.bounded(bytes.size())] = static_cast<char>(static_cast<uchar>(random.generate()));
    return bytes;
}

using Steps = QList<std::pair<QByteArray, QString>>;

/// What a stream cut at `cuts` is decoded to: the bytes of each step and its characters.
Steps decodeInPieces(const Encoding& encoding, const QByteArray& stream, const QList<qsizetype>& cuts)
{
    Steps steps;
    QByteArray carry;
    qsizetype start = 0;
    for (const qsizetype cut : cuts) {
        const QByteArray piece = carry + stream.sliced(start, cut - start);
        start = cut;
        QByteArrayView rest = piece;
        carry.clear();
        while (!rest.isEmpty()) {
            const DecodeStep step = encoding.decodeOne(rest);
            if (step.kind == DecodeStep::Kind::Incomplete) {
                carry = rest.toByteArray();
                break;
            }
            steps.append({rest.first(step.length).toByteArray(), charactersOf(step)});
            rest = rest.sliced(step.length);
        }
    }
    if (!carry.isEmpty())
        steps.append({carry, u"…"_qs});
    return steps;
}

} // namespace

class TestEncoding final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatQtHas();
    void knowsAliases();
    void vectors_data();
    void vectors();
    void tablesAreQts_data() { eachTableEncoding(); }
    void tablesAreQts();
    void tablesAgreeWithPython_data();
    void tablesAgreeWithPython();
    void everyCharacterComesBack_data() { eachEncoding(); }
    void everyCharacterComesBack();
    void everySequenceIsStable_data() { eachTableEncoding(); }
    void everySequenceIsStable();
    void cuttingChangesNothing_data() { eachEncoding(); }
    void cuttingChangesNothing();
    void ideographsAreThoseDecoded_data() { eachEncoding(); }
    void ideographsAreThoseDecoded();
    void startsAreBorders_data() { eachTableEncoding(); }
    void startsAreBorders();
    void steps_data();
    void steps();
    void encodeErrors_data();
    void encodeErrors();
    void decodeShowsBrokenBytes();
    void countsInvalidBytes();
    void suggests_data();
    void suggests();
};

void TestEncoding::offersWhatQtHas()
{
    QStringList expected;
    for (const QString& name : Names) {
        if (QStringDecoder(name.toLatin1().constData()).isValid())
            expected += name;
    }
    QStringList offered;
    for (const Encoding* encoding : Encoding::all())
        offered += encoding->name();
    QCOMPARE(offered, expected);
    QCOMPARE(offered, Names); // a Qt without ICU would leave most of what the program is for untested
    QCOMPARE(&Encoding::utf8(), Encoding::all().first());
}

void TestEncoding::knowsAliases()
{
    for (const Encoding* encoding : Encoding::all())
        QCOMPARE(Encoding::byName(encoding->name().toLower()), encoding);
    const QList<std::pair<QString, QString>> aliases{
        {u"utf8"_qs, u"UTF-8"_qs},          {u"CP936"_qs, u"GBK"_qs},           {u"latin1"_qs, u"ISO-8859-1"_qs},
        {u"sjis"_qs, u"Shift_JIS"_qs},      {u"shift-jis"_qs, u"Shift_JIS"_qs}, {u"big5hkscs"_qs, u"Big5-HKSCS"_qs},
        {u"euc_kr"_qs, u"EUC-KR"_qs},       {u"ASCII"_qs, u"US-ASCII"_qs},      {u"utf-16-le"_qs, u"UTF-16LE"_qs},
        {u"cp1252"_qs, u"windows-1252"_qs}, {u"latin-9"_qs, u"ISO-8859-15"_qs}, {u"cp437"_qs, u"IBM437"_qs},
    };
    for (const auto& [alias, name] : aliases)
        QCOMPARE(named(alias).name(), name);
    QCOMPARE(Encoding::byName(u"klingon"), nullptr);
    QCOMPARE(Encoding::byName(u""), nullptr);
}

void TestEncoding::vectors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QFile file(QStringLiteral(TEST_DATA "/encodings.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
    file.readLine();
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        const qsizetype quote = line.lastIndexOf(u'"');
        const QStringList columns = line.sliced(quote + 2).split(u',');
        QCOMPARE(columns.size(), 2);
        const QString text = line.sliced(1, quote - 1);
        QTest::newRow(qPrintable(text + u' ' + columns[0]))
            << text << columns[0] << QByteArray::fromHex(columns[1].toLatin1());
    }
}

void TestEncoding::vectors()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    const Encoding& encoding = named(name);
    QCOMPARE(encoding.decode(bytes), text);
    QCOMPARE(encoding.invalidBytes(bytes), 0);
    const auto encoded = encoding.encode(text);
    QVERIFY(encoded.ok());
    QCOMPARE(encoded.value(), bytes);
}

/// Every sequence for itself through Qt's decoder, against our tables that were filled in bulk.
void TestEncoding::tablesAreQts()
{
    QFETCH(const Encoding*, encoding);
    const QByteArray codec = encoding->name().toLatin1();
    QStringDecoder decoder(codec.constData(), QStringConverter::Flag::ConvertInitialBom);
    int characters = 0;
    forEachSequence(*encoding, [&](const QByteArray& bytes) {
        decoder.resetState();
        const QString head = bytes.size() > 1 ? decoder.decode(bytes.first(1)) : QString();
        const QString decoded = head + decoder.decode(bytes.sliced(bytes.size() > 1 ? 1 : 0));
        const QList<uint> codePoints = decoded.toUcs4();
        const bool one = head.isEmpty() && codePoints.size() == 1 && codePoints[0] != 0xFFFD && codePoints[0] != 0x1A;
        QString expected = one ? decoded : QString();
        const auto first = static_cast<uchar>(bytes[0]);
        if (first < 0x80)
            expected = QLatin1Char(bytes[0]);
        else if ((encoding->maxLength() == 2 || encoding->maxLength() == 3) && !codePoints.isEmpty() &&
                 (codePoints[0] < 0xA0 || (codePoints[0] >= 0xE000 && codePoints[0] <= 0xF8FF)))
            expected.clear();
        if (encoding->name() == u"Big5-HKSCS") {
            for (const auto& [hex, text] : {std::pair("8862", u"\u00CA\u0304"),
                                            {"8864", u"\u00CA\u030C"},
                                            {"88a3", u"\u00EA\u0304"},
                                            {"88a5", u"\u00EA\u030C"}}) {
                if (bytes.toHex() == hex)
                    expected = QStringView(text).toString();
            }
        }
        if (encoding->name() == u"GB18030" && bytes.toHex() == "8431a437")
            expected = QChar(u'\uFFFD');
        if (encoding->name() == u"GB2312" && bytes.toHex() == "a3a7")
            expected = QChar(u'\uFF07');
        const QString actual = wholeCharacter(*encoding, bytes);
        QVERIFY2(actual == expected, bytes.toHex().constData());
        characters += actual.isEmpty() ? 0 : 1;
    });
    QVERIFY(characters >= 0x80);
}

void TestEncoding::tablesAgreeWithPython_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("python");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<QStringList>("differs");
    const auto row = [](const char* name, const char* python, int atLeast, const QStringList& differs = {}) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(python) << atLeast << differs;
    };
    row("GBK", "gbk", 21700);
    row("GB18030", "gb18030", 21700);
    row("GB2312", "gb2312", 7400);
    row("Shift_JIS", "cp932", 7700, {u"80"_qs});
    row("EUC-KR", "euc_kr", 8200, {u"a2e6"_qs, u"a2e7"_qs});
    row("KOI8-R", "koi8_r", 256);
    row("ISO-8859-15", "iso8859-15", 256);
    row("windows-1250", "cp1250", 250);
    row("windows-1251", "cp1251", 250);
    row("windows-1252", "cp1252", 250);
    row("windows-1256", "cp1256", 250);
    row("IBM437", "cp437", 255, {u"e6"_qs}); // micro sign or the Greek letter
}

void TestEncoding::tablesAgreeWithPython()
{
    QFETCH(const QString, name);
    QFETCH(const QString, python);
    QFETCH(const int, atLeast);
    QFETCH(const QStringList, differs);
    static const QString script = uR"(
import sys
def show(b):
    try: c = b.decode(sys.argv[1])
    except UnicodeDecodeError: return False
    if len(c) == 1 and not '\ue000' <= c <= '\uf8ff': print(b.hex(), c.encode('utf-8').hex())
    return True
for a in range(256):
    if show(bytes([a])): continue
    for b in range(256): show(bytes([a, b]))
)"_qs;
    QProcess process;
    process.start(u"python3"_qs, {u"-c"_qs, script, python});
    QVERIFY2(process.waitForFinished(60000), qPrintable(process.errorString()));
    QCOMPARE(process.exitCode(), 0);
    int same = 0;
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        QCOMPARE(columns.size(), 2);
        if (differs.contains(QString::fromLatin1(columns[0])))
            continue;
        QCOMPARE(wholeCharacter(named(name), QByteArray::fromHex(columns[0])),
                 QString::fromUtf8(QByteArray::fromHex(columns[1])));
        ++same;
    }
    QVERIFY2(same >= atLeast, qPrintable(QString::number(same)));
}

void TestEncoding::everyCharacterComesBack()
{
    QFETCH(const Encoding*, encoding);
    const bool everything = encoding->name().startsWith(u"UTF-") || encoding->name() == u"GB18030";
    // Every character of the planes that have any, and samples of the others.
    for (char32_t codePoint = 0; codePoint <= QChar::LastValidCodePoint; codePoint += codePoint < 0x30000 ? 1 : 251) {
        if (QChar::isSurrogate(codePoint))
            continue;
        const QString text = QStringView(QChar::fromUcs4(codePoint)).toString();
        const auto encoded = encoding->encode(text);
        if (encoded) {
            const QString back = wholeCharacter(*encoding, encoded.value());
            QVERIFY2(back == text, qPrintable(QString::number(codePoint, 16)));
        } else {
            QVERIFY2(!everything, qPrintable(QString::number(codePoint, 16)));
            QCOMPARE(encoded.error().codePoint, codePoint);
            QCOMPARE(encoded.error().position, 0);
        }
    }
}

void TestEncoding::everySequenceIsStable()
{
    QFETCH(const Encoding*, encoding);
    const QByteArray codec = encoding->name().toLatin1();
    QStringEncoder encoder(codec.constData());
    forEachSequence(*encoding, [&](const QByteArray& bytes) {
        const QString text = wholeCharacter(*encoding, bytes);
        if (text.isEmpty())
            return;
        const auto encoded = encoding->encode(text);
        QVERIFY2(encoded.ok(), bytes.toHex().constData());
        QCOMPARE(encoding->decode(encoded.value()), text);
        // Of several sequences, the one that Qt writes.
        const QByteArray usual = encoder.encode(text);
        if (wholeCharacter(*encoding, usual) == text)
            QCOMPARE(encoded.value(), usual);
    });
}

void TestEncoding::cuttingChangesNothing()
{
    QFETCH(const Encoding*, encoding);
    QRandomGenerator random(20240229);
    for (int round = 0; round < asMany(4000); ++round) {
        const QByteArray stream = randomSample(*encoding, random);
        const Steps whole = decodeInPieces(*encoding, stream, {stream.size()});
        QByteArray together;
        for (const auto& [bytes, text] : whole)
            together += bytes;
        QCOMPARE(together, stream);
        QList<qsizetype> cuts;
        QList<qsizetype> everywhere;
        for (qsizetype i = 0; i < stream.size(); ++i) {
            everywhere += i;
            if (random.bounded(3) == 0)
                cuts += i;
        }
        QCOMPARE(decodeInPieces(*encoding, stream, cuts + QList{stream.size()}), whole);
        QCOMPARE(decodeInPieces(*encoding, stream, everywhere + QList{stream.size()}), whole);
    }
}

void TestEncoding::ideographsAreThoseDecoded()
{
    QFETCH(const Encoding*, encoding);
    const int length = encoding->ideographLength();
    const auto isOne = [length](const DecodeStep& step) {
        return step.kind == DecodeStep::Kind::Character && step.count == 1 && step.length == length &&
               isCommonIdeograph(step.codePoints[0]);
    };
    QByteArray stream;
    for (char32_t codePoint = 0x80; codePoint < 0x10000; ++codePoint) {
        if (QChar::isSurrogate(codePoint))
            continue;
        const auto bytes = encoding->encode(QString(QChar(static_cast<char16_t>(codePoint))));
        if (!bytes)
            continue;
        QCOMPARE(encoding->ideographsAt(bytes.value()), isOne(encoding->decodeOne(bytes.value())) ? 1 : 0);
        QCOMPARE(encoding->ideographsAt(QByteArrayView(bytes.value()).chopped(1)), 0);
        stream += bytes.value();
    }
    QRandomGenerator random(2600);
    for (int round = 0; round < 1000; ++round)
        stream += randomSample(*encoding, random);
    qsizetype count = 0; // one behind the other, from `begin` on
    qsizetype begin = 0;
    for (qsizetype at = 0; at < stream.size();) {
        const DecodeStep step = encoding->decodeOne(QByteArrayView(stream).sliced(at));
        if (isOne(step)) {
            ++count;
        } else {
            QCOMPARE(encoding->ideographsAt(QByteArrayView(stream).sliced(begin)), count);
            count = 0;
            begin = at + step.length;
        }
        at += step.length;
    }
    QCOMPARE(length > 0, encoding == &Encoding::utf8() || (encoding->maxLength() > 1 && encoding->unitSize() == 1));
}

void TestEncoding::startsAreBorders()
{
    QFETCH(const Encoding*, encoding);
    QRandomGenerator random(19700101);
    QSet<uchar> laterBytes;
    for (int round = 0; round < 4000; ++round) {
        const QByteArray stream = randomSample(*encoding, random);
        QByteArrayView rest = stream;
        while (!rest.isEmpty()) {
            const DecodeStep step = encoding->decodeOne(rest);
            for (qsizetype i = 1; i < step.length; ++i) {
                const auto byte = static_cast<uchar>(rest[i]);
                QVERIFY2(!encoding->startsCharacter(byte), stream.toHex().constData());
                laterBytes.insert(byte);
            }
            rest = rest.sliced(step.length);
        }
    }
    // Exact: each byte that is no start does occur behind another one.
    for (int byte = 0; byte <= 0xFF; ++byte)
        QCOMPARE(laterBytes.contains(static_cast<uchar>(byte)), !encoding->startsCharacter(static_cast<uchar>(byte)));
}

void TestEncoding::steps_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DecodeStep::Kind>("kind");
    QTest::addColumn<int>("length");
    constexpr auto character = DecodeStep::Kind::Character;
    constexpr auto invalid = DecodeStep::Kind::Invalid;
    constexpr auto incomplete = DecodeStep::Kind::Incomplete;
    const auto row = [](const char* name, const char* hex, DecodeStep::Kind kind, int length) {
        QTest::addRow("%s %s", name, hex) << QString::fromLatin1(name) << QByteArray::fromHex(hex) << kind << length;
    };
    row("UTF-8", "7F", character, 1);
    row("UTF-8", "C080", invalid, 1);
    row("UTF-8", "C1BF", invalid, 1);
    row("UTF-8", "C280", character, 2);
    row("UTF-8", "DFBF", character, 2);
    row("UTF-8", "DF7F", invalid, 1);
    row("UTF-8", "E09F", invalid, 1);
    row("UTF-8", "E0A080", character, 3);
    row("UTF-8", "ED9FBF", character, 3);
    row("UTF-8", "EDA0", invalid, 1);
    row("UTF-8", "EFBFBF", character, 3);
    row("UTF-8", "EFBBBF", character, 3);
    row("UTF-8", "F08F", invalid, 1);
    row("UTF-8", "F0908080", character, 4);
    row("UTF-8", "F48FBFBF", character, 4);
    row("UTF-8", "F490", invalid, 1);
    row("UTF-8", "F5", invalid, 1);
    row("UTF-8", "80", invalid, 1);
    row("UTF-8", "FF", invalid, 1);
    row("UTF-8", "E4BD", incomplete, 2);
    row("UTF-8", "F09F98", incomplete, 3);
    row("UTF-8", "E4BD41", invalid, 1);
    row("GBK", "80", character, 1);
    row("GBK", "FF", invalid, 1);
    row("GBK", "81", incomplete, 1);
    row("GBK", "8130", invalid, 1);
    row("GBK", "817F", invalid, 1);
    row("GBK", "81FF", invalid, 1);
    row("GBK", "A2AB", invalid, 2); // user-defined
    row("GBK", "A140", invalid, 1);
    row("GBK", "A996", character, 2);
    row("GB2312", "80", invalid, 1);
    row("GB2312", "AAA1", invalid, 2);
    row("GB2312", "B0A0", invalid, 1);
    row("GB18030", "80", invalid, 1);
    row("GB18030", "8130", incomplete, 2);
    row("GB18030", "813081", incomplete, 3);
    row("GB18030", "81308130", character, 4);
    row("GB18030", "8431A439", character, 4);
    row("GB18030", "8431A530", invalid, 1);
    row("GB18030", "8432", invalid, 1);
    row("GB18030", "90308130", character, 4);
    row("GB18030", "8F39", invalid, 1);
    row("GB18030", "E3329A35", character, 4);
    row("GB18030", "E3329A36", invalid, 1);
    row("GB18030", "E3329B", invalid, 1);
    row("GB18030", "E333", invalid, 1);
    row("GB18030", "8130FF", invalid, 1);
    row("GB18030", "81308140", invalid, 1);
    row("Big5", "A440", character, 2);
    row("Big5", "A480", invalid, 1);
    row("Big5", "80", invalid, 1);
    row("Big5-HKSCS", "8862", character, 2);
    row("Shift_JIS", "A1", character, 1);
    row("Shift_JIS", "80", invalid, 1);
    row("Shift_JIS", "A0", invalid, 1);
    row("Shift_JIS", "FD", invalid, 1);
    row("Shift_JIS", "815C", character, 2);
    row("EUC-JP", "8EB1", character, 2);
    row("EUC-JP", "8F", incomplete, 1);
    row("EUC-JP", "8FB0", incomplete, 2);
    row("EUC-JP", "8FB0A1", character, 3);
    row("EUC-JP", "8FA1A1", invalid, 3);
    row("EUC-JP", "8FB041", invalid, 1);
    row("EUC-JP", "90", invalid, 1);
    row("EUC-KR", "B0A1", character, 2);
    row("EUC-KR", "8141", invalid, 1);
    row("UTF-16LE", "60", incomplete, 1);
    row("UTF-16LE", "604F", character, 2);
    row("UTF-16LE", "FFFE", character, 2);
    row("UTF-16LE", "42D8", incomplete, 2);
    row("UTF-16LE", "42D8B7", incomplete, 3);
    row("UTF-16LE", "42D8B7DF", character, 4);
    row("UTF-16LE", "42D84100", invalid, 2);
    row("UTF-16LE", "42D842D8", invalid, 2);
    row("UTF-16LE", "B7DF", invalid, 2);
    row("UTF-16BE", "D842DF", incomplete, 3);
    row("UTF-16BE", "D84200", invalid, 2);
    row("UTF-16BE", "D842DFB7", character, 4);
    row("UTF-32LE", "FFFF1000", character, 4);
    row("UTF-32LE", "FFFF10", incomplete, 3);
    row("UTF-32BE", "0010FFFF", character, 4);
    row("UTF-32BE", "00110000", invalid, 4);
    row("UTF-32BE", "0000D800", invalid, 4);
    row("UTF-32BE", "FFFFFFFF", invalid, 4);
    row("US-ASCII", "80", invalid, 1);
    row("windows-1253", "FF", invalid, 1);
    row("IBM437", "1A", character, 1);
}

void TestEncoding::steps()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const DecodeStep::Kind, kind);
    QFETCH(const int, length);
    const DecodeStep step = named(name).decodeOne(bytes);
    QCOMPARE(step.kind, kind);
    QCOMPARE(int(step.length), length);
    QCOMPARE(step.count > 0, kind == DecodeStep::Kind::Character);
    if (bytes.size() == 1 && static_cast<uchar>(bytes[0]) < 0x80 && named(name).isAsciiSuperset())
        QCOMPARE(step.codePoints[0], char32_t(static_cast<uchar>(bytes[0])));
}

void TestEncoding::encodeErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<uint>("codePoint");
    QTest::newRow("emoji in GBK") << u"GBK"_qs << u"你好😀!"_qs << 2 << 0x1F600U;
    QTest::newRow("behind a surrogate pair") << u"Big5-HKSCS"_qs << u"𧉧é😀"_qs << 3 << 0x1F600U;
    QTest::newRow("Chinese in Latin-1") << u"ISO-8859-1"_qs << u"a你"_qs << 1 << 0x4F60U;
    QTest::newRow("accent in ASCII") << u"US-ASCII"_qs << u"café"_qs << 3 << 0xE9U;
    QTest::newRow("lone high surrogate") << u"UTF-8"_qs << u"a"_qs + QChar(0xD83D) << 1 << 0xD83DU;
    QTest::newRow("lone low surrogate") << u"UTF-16LE"_qs << QChar(0xDE00) + u"a"_qs << 0 << 0xDE00U;
    QTest::newRow("surrogates in the wrong order")
        << u"UTF-32BE"_qs << QString(QChar(0xDE00)) + QChar(0xD83D) << 0 << 0xDE00U;
    QTest::newRow("surrogate in GB18030") << u"GB18030"_qs << QString(QChar(0xD800)) << 0 << 0xD800U;
    QTest::newRow("yen sign in Shift_JIS") << u"Shift_JIS"_qs << u"\u00A5"_qs << 0 << 0xA5U;
}

void TestEncoding::encodeErrors()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const int, position);
    QFETCH(const uint, codePoint);
    const auto encoded = named(name).encode(text);
    QVERIFY(!encoded.ok());
    QCOMPARE(encoded.error().position, position);
    QCOMPARE(encoded.error().codePoint, char32_t(codePoint));
}

void TestEncoding::decodeShowsBrokenBytes()
{
    QCOMPARE(named(u"UTF-8").decode(QByteArray::fromHex("41C4E342E4BD")), u"A\\xC4\\xE3B\\xE4\\xBD"_qs);
    QCOMPARE(named(u"GBK").decode(QByteArray::fromHex("C4E3FFC4")), u"你\\xFF\\xC4"_qs);
    QCOMPARE(named(u"Big5-HKSCS").decode(QByteArray::fromHex("8862")), u"\u00CA\u0304"_qs);
    const auto pair = named(u"Big5-HKSCS").encode(u"\u00CA\u0304\u00CA");
    QVERIFY(pair.ok());
    QCOMPARE(pair.value(), QByteArray::fromHex("88628866"));
}

void TestEncoding::countsInvalidBytes()
{
    QCOMPARE(named(u"UTF-8").invalidBytes(QByteArray::fromHex("C4E3BAC341")), 4);
    QCOMPARE(named(u"UTF-8").invalidBytes(QByteArray::fromHex("41E4BDA0E4BD")), 0);
    QCOMPARE(named(u"UTF-16BE").invalidBytes(QByteArray::fromHex("D8004F60DC00")), 4);
    QCOMPARE(named(u"GBK").invalidBytes({}), 0);
}

void TestEncoding::suggests_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* title, const QString& text, const char* written, const char* current,
                        const char* expected, int dropped = 0) {
        QByteArray sample = named(QString::fromLatin1(written)).encode(text).value();
        sample.chop(dropped);
        QTest::newRow(title) << sample << QString::fromLatin1(current) << QString::fromLatin1(expected);
    };
    const QString chinese = u"你好服务端,我是客户端小黑!"_qs;
    const QString traditional = u"請問這個問題要怎麼處理？我們沒有時間了。"_qs;
    const QString japanese = u"こんにちは、元気ですか。データを送信しました。"_qs;
    const QString korean = u"안녕하세요. 서버에 연결되었습니다."_qs;
    row("GBK seen as UTF-8", chinese, "GBK", "UTF-8", "GBK");
    row("GBK cut in a character", u"你好服务端"_qs, "GBK", "UTF-8", "GBK", 1);
    row("UTF-8 seen as GB2312", chinese, "UTF-8", "GB2312", "UTF-8");
    row("UTF-8 seen as ASCII, cut", u"abc 你好"_qs, "UTF-8", "US-ASCII", "UTF-8", 2);
    row("Big5 seen as GBK", traditional, "Big5", "GBK", "Big5");
    row("UTF-8 that is valid GBK too", u"你好"_qs, "UTF-8", "GBK", "UTF-8");
    row("longer UTF-8 that is valid GBK too", u"你好服务器"_qs + u"\n"_qs, "UTF-8", "GB18030", "UTF-8");
    row("UTF-8 seen as one byte each", u"déjà"_qs, "UTF-8", "ISO-8859-1", "UTF-8");
    row("one letter proves nothing", u"é"_qs, "UTF-8", "ISO-8859-1", "");
    row("GBK that is valid UTF-8 too", u"联通"_qs, "GBK", "GBK", "");
    row("right already", chinese, "GBK", "GBK", "");
    row("ASCII says nothing", u"hello"_qs, "UTF-8", "GBK", "");
    row("four bytes", u"你好😀，我们的客户"_qs, "GB18030", "UTF-8", "GB18030");
    row("Big5", traditional, "Big5", "UTF-8", "Big5");
    row("Shift_JIS", japanese, "Shift_JIS", "UTF-8", "Shift_JIS");
    row("EUC-JP", japanese, "EUC-JP", "UTF-8", "EUC-JP");
    row("EUC-KR", korean, "EUC-KR", "UTF-8", "EUC-KR");
    row("UTF-16LE seen as UTF-8", u"ÿ data: 你好，我们的客户"_qs, "UTF-16LE", "UTF-8", "UTF-16LE");
    row("UTF-16BE seen as UTF-8", u"ÿ data: 你好，我们的客户"_qs, "UTF-16BE", "UTF-8", "UTF-16BE");
    const auto flawed = [](const char* title, const QString& text, const char* written, int lines,
                           const char* expected) {
        const QByteArray line = named(QString::fromLatin1(written)).encode(text).value();
        QTest::newRow(title) << "\xd0" + line.repeated(lines) << QString::fromLatin1(written)
                             << QString::fromLatin1(expected);
    };
    flawed("GBK without the beginning", u"00022 很长的文字\n"_qs, "GBK", 10, "");
    flawed("much GBK without the beginning", u"00022 很长的文字\n"_qs, "GBK", 300, "");
    flawed("UTF-8 without the beginning", u"00022 很长的文字\n"_qs, "UTF-8", 10, "");
    flawed("Russian in UTF-8 without the beginning", u"Съешь же ещё этих мягких французских булок."_qs, "UTF-8", 1, "");
    flawed("German in UTF-8 without the beginning", u"Zwölf Boxkämpfer jagen Viktor über den Sylter Deich "_qs, "UTF-8",
           3, "");
    flawed("Big5 without the beginning", u"1 "_qs + traditional, "Big5", 10, "");
    flawed("EUC-KR without the beginning", u"1 "_qs + korean, "EUC-KR", 10, "");
    QTest::newRow("nothing fits") << QByteArray::fromHex("FFFE00FF80FFFF81FF") << u"UTF-8"_qs << QString();
    QTest::newRow("empty") << QByteArray() << u"UTF-8"_qs << QString();
}

void TestEncoding::suggests()
{
    QFETCH(const QByteArray, sample);
    QFETCH(const QString, current);
    QFETCH(const QString, expected);
    const Encoding* suggested = suggestEncoding(sample, named(current));
    QCOMPARE(suggested != nullptr ? suggested->name() : QString(), expected);
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
