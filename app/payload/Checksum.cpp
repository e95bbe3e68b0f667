// SPDX-License-Identifier: MIT
#include "app/payload/Checksum.h"

#include "app/base/JsonReader.h"
#include "app/payload/Payload.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace netassist {

namespace {

constexpr std::array kNamedCrcs{
    NamedCrc{QLatin1String("CRC-8/SMBUS"), {8, 0x07, 0x00, false, false, 0x00}},
    NamedCrc{QLatin1String("CRC-8/ITU"), {8, 0x07, 0x00, false, false, 0x55}},
    NamedCrc{QLatin1String("CRC-8/ROHC"), {8, 0x07, 0xFF, true, true, 0x00}},
    NamedCrc{QLatin1String("CRC-8/MAXIM"), {8, 0x31, 0x00, true, true, 0x00}},
    NamedCrc{QLatin1String("CRC-8/SAE-J1850"), {8, 0x1D, 0xFF, false, false, 0xFF}},
    NamedCrc{QLatin1String("CRC-8/CDMA2000"), {8, 0x9B, 0xFF, false, false, 0x00}},
    NamedCrc{QLatin1String("CRC-16/MODBUS"), {16, 0x8005, 0xFFFF, true, true, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/ARC"), {16, 0x8005, 0x0000, true, true, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/USB"), {16, 0x8005, 0xFFFF, true, true, 0xFFFF}},
    NamedCrc{QLatin1String("CRC-16/MAXIM"), {16, 0x8005, 0x0000, true, true, 0xFFFF}},
    NamedCrc{QLatin1String("CRC-16/CCITT-FALSE"), {16, 0x1021, 0xFFFF, false, false, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/XMODEM"), {16, 0x1021, 0x0000, false, false, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/KERMIT"), {16, 0x1021, 0x0000, true, true, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/X-25"), {16, 0x1021, 0xFFFF, true, true, 0xFFFF}},
    NamedCrc{QLatin1String("CRC-16/AUG-CCITT"), {16, 0x1021, 0x1D0F, false, false, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/GENIBUS"), {16, 0x1021, 0xFFFF, false, false, 0xFFFF}},
    NamedCrc{QLatin1String("CRC-16/MCRF4XX"), {16, 0x1021, 0xFFFF, true, true, 0x0000}},
    NamedCrc{QLatin1String("CRC-16/DNP"), {16, 0x3D65, 0x0000, true, true, 0xFFFF}},
    NamedCrc{QLatin1String("CRC-32"), {32, 0x04C11DB7, 0xFFFFFFFF, true, true, 0xFFFFFFFF}},
    NamedCrc{QLatin1String("CRC-32/MPEG-2"), {32, 0x04C11DB7, 0xFFFFFFFF, false, false, 0x00000000}},
    NamedCrc{QLatin1String("CRC-32/BZIP2"), {32, 0x04C11DB7, 0xFFFFFFFF, false, false, 0xFFFFFFFF}},
    NamedCrc{QLatin1String("CRC-32C"), {32, 0x1EDC6F41, 0xFFFFFFFF, true, true, 0xFFFFFFFF}},
    NamedCrc{QLatin1String("CRC-32/JAMCRC"), {32, 0x04C11DB7, 0xFFFFFFFF, true, true, 0x00000000}},
};

/// Kinds other than a named CRC.
constexpr std::array kKinds{
    JsonName<ChecksumKind>{ChecksumKind::Sum8, QLatin1String("SUM8")},
    JsonName<ChecksumKind>{ChecksumKind::Sum16, QLatin1String("SUM16")},
    JsonName<ChecksumKind>{ChecksumKind::Sum32, QLatin1String("SUM32")},
    JsonName<ChecksumKind>{ChecksumKind::Lrc, QLatin1String("LRC")},
    JsonName<ChecksumKind>{ChecksumKind::Xor, QLatin1String("XOR")},
    JsonName<ChecksumKind>{ChecksumKind::Crc, QLatin1String("CRC")},
    JsonName<ChecksumKind>{ChecksumKind::Fixed, QLatin1String("FIXED")},
};
constexpr std::array kOrders{
    JsonName<ByteOrder>{ByteOrder::HighFirst, QLatin1String("high")},
    JsonName<ByteOrder>{ByteOrder::LowFirst, QLatin1String("low")},
};

constexpr QLatin1String kAlgorithm("algorithm");
constexpr QLatin1String kOrder("order");
constexpr QLatin1String kFrom("from");
constexpr QLatin1String kMinus("minus");
constexpr QLatin1String kFixed("bytes");
constexpr QLatin1String kWidth("width");
constexpr QLatin1String kPoly("poly");
constexpr QLatin1String kInit("init");
constexpr QLatin1String kReflectIn("reflectIn");
constexpr QLatin1String kReflectOut("reflectOut");
constexpr QLatin1String kXorOut("xorOut");

quint32 mirrored(quint32 value, int width)
{
    quint32 result = 0;
    for (int i = 0; i < width; ++i)
        result = result << 1 | (value >> i & 1U);
    return result;
}

quint32 crcOf(QByteArrayView bytes, const CrcModel& model)
{
    // The register stands at the top of 32 bits, whatever its width; bytes that come mirrored are found so in the table.
    const int shift = 32 - model.width;
    const quint32 poly = model.poly << shift;
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 remainder = i << 24;
        for (int bit = 0; bit < 8; ++bit)
            remainder = remainder << 1 ^ ((remainder >> 31) != 0 ? poly : 0);
        table.at(i) = remainder;
    }
    std::array<quint32, 256> taken{};
    for (quint32 i = 0; i < taken.size(); ++i)
        taken.at(i) = model.reflectIn ? mirrored(i, 8) : i;
    quint32 crc = model.init << shift;
    for (const char byte : bytes)
        crc = crc << 8 ^ table[crc >> 24 ^ taken[static_cast<uchar>(byte)]];
    crc >>= shift;
    return (model.reflectOut ? mirrored(crc, model.width) : crc) ^ model.xorOut;
}

quint32 sumOf(QByteArrayView bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), quint32{0},
                           [](quint32 sum, char byte) { return sum + static_cast<uchar>(byte); });
}

quint32 valueOf(QByteArrayView bytes, const ChecksumSettings& settings)
{
    switch (settings.kind) {
    case ChecksumKind::Sum8:
    case ChecksumKind::Sum16:
    case ChecksumKind::Sum32:
        return sumOf(bytes);
    case ChecksumKind::Lrc:
        return 0U - sumOf(bytes);
    case ChecksumKind::Xor:
        return std::accumulate(bytes.begin(), bytes.end(), quint32{0},
                               [](quint32 sum, char byte) { return sum ^ static_cast<uchar>(byte); });
    case ChecksumKind::Crc:
        return crcOf(bytes, settings.crc);
    case ChecksumKind::Fixed:
        break;
    }
    return 0;
}

const NamedCrc* named(const CrcModel& model)
{
    const auto* const found = std::find_if(kNamedCrcs.begin(), kNamedCrcs.end(),
                                           [&](const NamedCrc& candidate) { return candidate.model == model; });
    return found != kNamedCrcs.end() ? &*found : nullptr;
}

QString digits(quint32 value, int width)
{
    return QStringLiteral("%1").arg(value, width / 4, 16, QLatin1Char('0')).toUpper();
}

/// Reads so many bits of hexadecimal digits; what is wrong leaves the field as it is.
void readDigits(const JsonReader& reader, QLatin1String key, int width, quint32& field)
{
    bool ok = false;
    const quint32 value = reader.value(key).toString().toUInt(&ok, 16);
    if (ok && (width == 32 || value >> width == 0))
        field = value;
}

CrcModel readModel(const JsonReader& reader)
{
    int width = 16;
    reader.read(kWidth, width, 8, 32);
    CrcModel model{width == 8 || width == 32 ? width : 16, 0, 0, false, false, 0};
    readDigits(reader, kPoly, model.width, model.poly);
    readDigits(reader, kInit, model.width, model.init);
    readDigits(reader, kXorOut, model.width, model.xorOut);
    reader.read(kReflectIn, model.reflectIn);
    reader.read(kReflectOut, model.reflectOut);
    return model;
}

QString crcTitle(const CrcModel& model)
{
    const NamedCrc* const known = named(model);
    const QString name = known != nullptr ? QString(known->name) : QStringLiteral("CRC-%1").arg(model.width);
    QStringList parts{QCoreApplication::translate("Checksum", "poly %1").arg(digits(model.poly, model.width)),
                      QCoreApplication::translate("Checksum", "init %1").arg(digits(model.init, model.width))};
    if (model.reflectIn && model.reflectOut)
        parts += QCoreApplication::translate("Checksum", "reflected");
    else if (model.reflectIn)
        parts += QCoreApplication::translate("Checksum", "input reflected");
    else if (model.reflectOut)
        parts += QCoreApplication::translate("Checksum", "output reflected");
    if (model.xorOut != 0)
        parts += QCoreApplication::translate("Checksum", "xor %1").arg(digits(model.xorOut, model.width));
    return QCoreApplication::translate("Checksum", "%1 (%2)").arg(name, parts.join(QStringLiteral(", ")));
}

} // namespace

std::span<const NamedCrc> namedCrcs()
{
    return kNamedCrcs;
}

QJsonObject ChecksumSettings::toJson() const
{
    const NamedCrc* const known = kind == ChecksumKind::Crc ? named(crc) : nullptr;
    QJsonObject object{
        {kAlgorithm, known != nullptr ? QString(known->name) : jsonNameOf(kind, kKinds)},
        {kOrder, jsonNameOf(order, kOrders)},
        {kFrom, qint64{from}},
        {kMinus, qint64{minus}},
    };
    if (kind == ChecksumKind::Crc && known == nullptr) {
        object.insert(kWidth, crc.width);
        object.insert(kPoly, digits(crc.poly, crc.width));
        object.insert(kInit, digits(crc.init, crc.width));
        object.insert(kReflectIn, crc.reflectIn);
        object.insert(kReflectOut, crc.reflectOut);
        object.insert(kXorOut, digits(crc.xorOut, crc.width));
    }
    if (kind == ChecksumKind::Fixed)
        object.insert(kFixed, toHex(fixed));
    return object;
}

ChecksumSettings ChecksumSettings::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    const QString algorithm = reader.value(kAlgorithm).toString();
    ChecksumSettings settings = checksumByName(algorithm).value_or(ChecksumSettings{});
    if (algorithm == jsonNameOf(ChecksumKind::Crc, kKinds)) {
        settings.crc = readModel(reader);
        settings.order = usualOrder(settings.kind, settings.crc);
    } else if (algorithm == jsonNameOf(ChecksumKind::Fixed, kKinds)) {
        settings.kind = ChecksumKind::Fixed;
        const auto bytes = parseHex(reader.value(kFixed).toString());
        if (bytes && !bytes.value().isEmpty() && bytes.value().size() <= kMostFixed)
            settings.fixed = bytes.value();
    }
    reader.read(kOrder, settings.order, kOrders);
    reader.read(kFrom, settings.from, 0, kMostBytes);
    reader.read(kMinus, settings.minus, 0, kMostBytes);
    return settings;
}

QByteArray checksumOfRange(QByteArrayView bytes, const ChecksumSettings& settings)
{
    if (settings.kind == ChecksumKind::Fixed)
        return settings.fixed;
    quint32 value = valueOf(bytes, settings);
    QByteArray result(checksumSize(settings), Qt::Uninitialized);
    for (char& byte : result) {
        byte = static_cast<char>(static_cast<uchar>(value));
        value >>= 8;
    }
    if (settings.order == ByteOrder::HighFirst)
        std::reverse(result.begin(), result.end());
    return result;
}

std::optional<QByteArray> checksumOf(QByteArrayView content, const ChecksumSettings& settings)
{
    if (settings.kind == ChecksumKind::Fixed)
        return settings.fixed;
    if (settings.from > content.size() || settings.minus > content.size() - settings.from)
        return std::nullopt;
    return checksumOfRange(content.sliced(settings.from).chopped(settings.minus), settings);
}

qsizetype checksumSize(const ChecksumSettings& settings)
{
    switch (settings.kind) {
    case ChecksumKind::Sum8:
    case ChecksumKind::Lrc:
    case ChecksumKind::Xor:
        return 1;
    case ChecksumKind::Sum16:
        return 2;
    case ChecksumKind::Sum32:
        return 4;
    case ChecksumKind::Crc:
        return settings.crc.width / 8;
    case ChecksumKind::Fixed:
        break;
    }
    return settings.fixed.size();
}

QString checksumTitle(const ChecksumSettings& settings)
{
    switch (settings.kind) {
    case ChecksumKind::Sum8:
        return QCoreApplication::translate("Checksum", "SUM8 (sum of all bytes, 8 bits)");
    case ChecksumKind::Sum16:
        return QCoreApplication::translate("Checksum", "SUM16 (sum of all bytes, 16 bits)");
    case ChecksumKind::Sum32:
        return QCoreApplication::translate("Checksum", "SUM32 (sum of all bytes, 32 bits)");
    case ChecksumKind::Lrc:
        return QCoreApplication::translate("Checksum", "LRC (negative of the 8-bit sum)");
    case ChecksumKind::Xor:
        return QCoreApplication::translate("Checksum", "XOR / BCC (exclusive or of all bytes)");
    case ChecksumKind::Crc:
        return crcTitle(settings.crc);
    case ChecksumKind::Fixed:
        break;
    }
    return QCoreApplication::translate("Checksum", "Fixed bytes (%1)").arg(toHex(settings.fixed));
}

std::optional<ChecksumSettings> checksumByName(QStringView name)
{
    ChecksumSettings settings;
    const auto* const crc = std::find_if(kNamedCrcs.begin(), kNamedCrcs.end(), [&](const NamedCrc& candidate) {
        return name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
    if (crc != kNamedCrcs.end()) {
        settings.crc = crc->model;
    } else {
        const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& candidate) {
            return name.compare(candidate.second, Qt::CaseInsensitive) == 0;
        });
        if (kind == kKinds.end() || kind->first == ChecksumKind::Crc || kind->first == ChecksumKind::Fixed)
            return std::nullopt;
        settings.kind = kind->first;
    }
    settings.order = usualOrder(settings.kind, settings.crc);
    return settings;
}

ByteOrder usualOrder(ChecksumKind kind, const CrcModel& crc)
{
    return kind == ChecksumKind::Crc && crc.reflectOut ? ByteOrder::LowFirst : ByteOrder::HighFirst;
}

} // namespace netassist
