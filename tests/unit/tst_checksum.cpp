// SPDX-License-Identifier: MIT
#include "app/payload/Checksum.h"

#include "app/payload/Message.h"
#include "app/payload/Payload.h"
#include "app/text/Encoding.h"
#include "tests/unit/RandomBytes.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace netassist;

namespace {

const QByteArray kCheck("123456789");

quint32 number(const QByteArray& digits)
{
    bool ok = false;
    const quint32 value = digits.toUInt(&ok, 16);
    if (!ok)
        qFatal("%s is no number", digits.constData());
    return value;
}

/// Bit by bit, as the definition says; not how checksumOf() does it.
quint32 crcByDefinition(const QByteArray& bytes, const CrcModel& model)
{
    const auto mirrored = [](quint32 value, int width) {
        quint32 result = 0;
        for (int bit = 0; bit < width; ++bit) {
            if ((value >> bit & 1U) != 0)
                result |= 1U << (width - 1 - bit);
        }
        return result;
    };
    const quint32 top = 1U << (model.width - 1);
    quint32 crc = model.init;
    for (const char byte : bytes) {
        const quint32 taken = model.reflectIn ? mirrored(static_cast<uchar>(byte), 8) : static_cast<uchar>(byte);
        for (int bit = 7; bit >= 0; --bit) {
            const bool out = ((crc & top) != 0) != ((taken >> bit & 1U) != 0);
            crc = (crc << 1) ^ (out ? model.poly : 0U);
        }
    }
    crc &= top | (top - 1);
    return (model.reflectOut ? mirrored(crc, model.width) : crc) ^ model.xorOut;
}

ChecksumSettings of(ChecksumKind kind, ByteOrder order = ByteOrder::HighFirst)
{
    ChecksumSettings settings;
    settings.kind = kind;
    settings.order = order;
    return settings;
}

} // namespace

class tst_Checksum final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namedCrcs_data();
    void namedCrcs();
    void everyNamedModelIsInTheTable();
    void crcsOfOnesOwn();
    void sums_data();
    void sums();
    void range_data();
    void range();
    void standsBeforeTheEnding();
    void titlesTellTheParameters();
    void settingsComeBack();
    void wrongSettingsKeepTheirDefaults();
    void foundByName();
    void messageKeepsIt();
};

void tst_Checksum::namedCrcs_data()
{
    QTest::addColumn<CrcModel>("model");
    QTest::addColumn<QByteArray>("expected");
    QFile file(QStringLiteral(TEST_DATA "/checksums.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine(); // the titles
    while (!file.atEnd()) {
        const QList<QByteArray> field = file.readLine().trimmed().split(',');
        QCOMPARE(field.size(), 8);
        const CrcModel model{field[1].toInt(),   number(field[2]),   number(field[3]),
                             field[4] == "true", field[5] == "true", number(field[6])};
        QTest::newRow(field[0].constData()) << model << QByteArray::fromHex(field[7]);
    }
}

void tst_Checksum::namedCrcs()
{
    QFETCH(const CrcModel, model);
    QFETCH(const QByteArray, expected);
    const auto settings = checksumByName(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(settings.has_value());
    QVERIFY(settings->crc == model);
    ChecksumSettings high = *settings;
    high.order = ByteOrder::HighFirst;
    QCOMPARE(checksumOf(kCheck, high).value().toHex(), expected.toHex());
    ChecksumSettings low = *settings;
    low.order = ByteOrder::LowFirst;
    QByteArray reversed = expected;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(checksumOf(kCheck, low).value().toHex(), reversed.toHex());
    QCOMPARE(checksumSize(*settings), expected.size());
}

void tst_Checksum::everyNamedModelIsInTheTable()
{
    QFile file(QStringLiteral(TEST_DATA "/checksums.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray table = file.readAll();
    for (const NamedCrc& crc : ::netassist::namedCrcs())
        QVERIFY2(table.contains('\n' + QByteArray(crc.name.data()) + ','), crc.name.data());
    QCOMPARE(::netassist::namedCrcs().size(), std::size_t(table.count('\n')) - 1);
}

void tst_Checksum::crcsOfOnesOwn()
{
    QRandomGenerator random(20261124);
    for (int round = 0; round < 2000; ++round) {
        static constexpr int widths[] = {8, 16, 32};
        CrcModel model;
        model.width = widths[random.bounded(3)];
        const quint32 mask = 0xFFFFFFFFU >> (32 - model.width);
        model.poly = random.generate() & mask;
        model.init = random.generate() & mask;
        model.xorOut = random.generate() & mask;
        model.reflectIn = random.bounded(2) == 0;
        model.reflectOut = random.bounded(2) == 0;
        ChecksumSettings settings = of(ChecksumKind::Crc);
        settings.crc = model;
        const QByteArray bytes = test::randomBytes(random.bounded(40), random.generate());
        const quint32 expected = crcByDefinition(bytes, model);
        QCOMPARE(checksumOf(bytes, settings).value().toHex(),
                 QByteArray::number(expected, 16).rightJustified(model.width / 4, '0'));
    }
}

void tst_Checksum::sums_data()
{
    QTest::addColumn<ChecksumSettings>("settings");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("SUM8") << of(ChecksumKind::Sum8) << kCheck << QByteArray("dd");
    QTest::newRow("SUM16") << of(ChecksumKind::Sum16) << kCheck << QByteArray("01dd");
    QTest::newRow("SUM16, low first") << of(ChecksumKind::Sum16, ByteOrder::LowFirst) << kCheck << QByteArray("dd01");
    QTest::newRow("SUM32") << of(ChecksumKind::Sum32) << kCheck << QByteArray("000001dd");
    QTest::newRow("SUM16 carries") << of(ChecksumKind::Sum16) << QByteArray(258, '\xFF') << QByteArray("00fe");
    QTest::newRow("LRC") << of(ChecksumKind::Lrc) << kCheck << QByteArray("23");
    QTest::newRow("LRC of Modbus ASCII") << of(ChecksumKind::Lrc) << QByteArray::fromHex("010300000001")
                                         << QByteArray("fb");
    QTest::newRow("XOR") << of(ChecksumKind::Xor) << kCheck << QByteArray("31");
    QTest::newRow("nothing") << of(ChecksumKind::Sum8) << QByteArray() << QByteArray("00");
    ChecksumSettings fixed = of(ChecksumKind::Fixed);
    QTest::newRow("fixed, as at first") << fixed << kCheck << QByteArray("0d");
    fixed.fixed = QByteArray::fromHex("0D0A7E");
    fixed.from = 100;
    QTest::newRow("fixed, whatever the content") << fixed << kCheck << QByteArray("0d0a7e");
}

void tst_Checksum::sums()
{
    QFETCH(const ChecksumSettings, settings);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    QCOMPARE(checksumOf(bytes, settings).value().toHex(), expected);
}

void tst_Checksum::range_data()
{
    QTest::addColumn<qsizetype>("from");
    QTest::addColumn<qsizetype>("minus");
    QTest::addColumn<QByteArray>("covered"); // null: none
    QTest::newRow("all") << qsizetype{0} << qsizetype{0} << kCheck;
    QTest::newRow("from 2") << qsizetype{2} << qsizetype{0} << QByteArray("3456789");
    QTest::newRow("minus 1") << qsizetype{0} << qsizetype{1} << QByteArray("12345678");
    QTest::newRow("both") << qsizetype{3} << qsizetype{3} << QByteArray("456");
    QTest::newRow("nothing") << qsizetype{4} << qsizetype{5} << QByteArray("");
    QTest::newRow("from the end") << qsizetype{9} << qsizetype{0} << QByteArray("");
    QTest::newRow("too much in all") << qsizetype{5} << qsizetype{5} << QByteArray();
    QTest::newRow("from behind the end") << qsizetype{10} << qsizetype{0} << QByteArray();
    QTest::newRow("much too much") << ChecksumSettings::kMostBytes << ChecksumSettings::kMostBytes << QByteArray();
}

void tst_Checksum::range()
{
    QFETCH(const qsizetype, from);
    QFETCH(const qsizetype, minus);
    QFETCH(const QByteArray, covered);
    ChecksumSettings settings = of(ChecksumKind::Sum16);
    settings.from = from;
    settings.minus = minus;
    const auto checksum = checksumOf(kCheck, settings);
    QCOMPARE(checksum.has_value(), !covered.isNull());
    if (checksum)
        QCOMPARE(*checksum, checksumOfRange(covered, settings));
    const PayloadOptions options{PayloadMode::Text, &Encoding::utf8(), true, Ending::None, settings};
    const auto payload = buildPayload(QString::fromLatin1(kCheck), options);
    QCOMPARE(payload.ok(), !covered.isNull());
    if (payload)
        QCOMPARE(payload.value(), kCheck + *checksum);
    else
        QVERIFY(payload.error().reason.contains(QStringLiteral("only 9")));
}

void tst_Checksum::standsBeforeTheEnding()
{
    PayloadOptions options{PayloadMode::Hex, &Encoding::utf8(), true, Ending::CrLf, ChecksumSettings{}};
    QCOMPARE(buildPayload(u"01 03 00 00 00 0A", options).value().toHex(), QByteArray("01030000000ac5cd0d0a"));
    // Whether a command is one of AT's is told from its content.
    options.mode = PayloadMode::Text;
    options.ending = Ending::CrLfForAt;
    options.checksum->kind = ChecksumKind::Fixed;
    QCOMPARE(buildPayload(u"AT", options).value(), QByteArray("AT\r\r\n"));
    QCOMPARE(buildPayload(u"AT\\r", options).value(), QByteArray("AT\r\r"));
}

void tst_Checksum::titlesTellTheParameters()
{
    const auto title = [](const char* name) { return checksumTitle(*checksumByName(QString::fromLatin1(name))); };
    QCOMPARE(title("CRC-16/MODBUS"), QStringLiteral("CRC-16/MODBUS (poly 8005, init FFFF, reflected)"));
    QCOMPARE(title("CRC-16/XMODEM"), QStringLiteral("CRC-16/XMODEM (poly 1021, init 0000)"));
    QCOMPARE(title("CRC-32"), QStringLiteral("CRC-32 (poly 04C11DB7, init FFFFFFFF, reflected, xor FFFFFFFF)"));
    ChecksumSettings own;
    own.crc = {8, 0x2F, 0, true, false, 0};
    QCOMPARE(checksumTitle(own), QStringLiteral("CRC-8 (poly 2F, init 00, input reflected)"));
    own.kind = ChecksumKind::Fixed;
    own.fixed = "\x0D\x0A";
    QCOMPARE(checksumTitle(own), QStringLiteral("Fixed bytes (0D 0A)"));
}

void tst_Checksum::settingsComeBack()
{
    QList<ChecksumSettings> all;
    for (const NamedCrc& crc : ::netassist::namedCrcs()) {
        ChecksumSettings settings;
        settings.crc = crc.model;
        all += settings;
    }
    for (const ChecksumKind kind :
         {ChecksumKind::Sum8, ChecksumKind::Sum16, ChecksumKind::Sum32, ChecksumKind::Lrc, ChecksumKind::Xor})
        all += of(kind);
    ChecksumSettings own;
    own.crc = {32, 0x1, 0xFFFFFFFE, false, true, 0x80000000};
    own.from = 7;
    own.minus = ChecksumSettings::kMostBytes;
    all += own;
    ChecksumSettings fixed = of(ChecksumKind::Fixed, ByteOrder::LowFirst);
    fixed.fixed = QByteArray("\x00\xFF", 2);
    all += fixed;
    for (const ChecksumSettings& settings : std::as_const(all)) {
        const QByteArray json = QJsonDocument(settings.toJson()).toJson();
        QVERIFY2(ChecksumSettings::fromJson(QJsonDocument::fromJson(json).object()) == settings, json.constData());
    }
}

void tst_Checksum::wrongSettingsKeepTheirDefaults()
{
    const auto read = [](const char* json) {
        return ChecksumSettings::fromJson(QJsonDocument::fromJson(json).object());
    };
    QVERIFY(read("{}") == ChecksumSettings());
    QVERIFY(read(R"({"algorithm":"CRC-99","order":"middle","from":-1,"minus":1e15})") == ChecksumSettings());
    QVERIFY(read(R"({"algorithm":"FIXED","bytes":"0"})").fixed == QByteArray("\0", 1));
    QVERIFY(read(R"({"algorithm":"FIXED","bytes":""})").fixed == QByteArray("\r"));
    QVERIFY(read(R"({"algorithm":"FIXED","bytes":"xy"})").fixed == QByteArray("\r"));
    const CrcModel odd = read(R"({"algorithm":"CRC","width":9,"poly":"10000","init":"FFFF"})").crc;
    QVERIFY((odd == CrcModel{16, 0, 0xFFFF, false, false, 0}));
}

void tst_Checksum::foundByName()
{
    QVERIFY(checksumByName(u"crc-16/modbus")->order == ByteOrder::LowFirst);
    QVERIFY(checksumByName(u"CRC-16/XMODEM")->order == ByteOrder::HighFirst);
    QVERIFY(checksumByName(u"lrc")->kind == ChecksumKind::Lrc);
    QVERIFY(!checksumByName(u"CRC"));
    QVERIFY(!checksumByName(u"FIXED"));
    QVERIFY(!checksumByName(u""));
}

void tst_Checksum::messageKeepsIt()
{
    Message message;
    QVERIFY(!message.toJson().contains(QLatin1String("checksum")));
    QVERIFY(Message::fromJson(message.toJson()) == message);
    message.checksum = *checksumByName(u"XOR");
    QVERIFY(Message::fromJson(message.toJson()) == message);
    QVERIFY(message.options(Encoding::utf8()).checksum == message.checksum);
}

QTEST_APPLESS_MAIN(tst_Checksum)
#include "tst_checksum.moc"
