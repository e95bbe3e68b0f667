// SPDX-License-Identifier: MIT
#include "app/text/Gb18030.h"

namespace netassist {

namespace {

constexpr std::size_t Pairs = 0x8000;
/// Four-byte sequences of the BMP, 81308130 to 8431A439.
constexpr quint32 BmpCount = 39420;
/// Linear number of 90308130, which is U+10000.
constexpr quint32 SupplementaryFrom = 189000;
constexpr quint32 SupplementaryCount = 0x100000;
/// Linear number of 8431A437, which is U+FFFD: no table tells it from a byte sequence without a character.
constexpr quint32 ReplacementCharacter = 39417;

bool isLead(uchar byte)
{
    return byte >= 0x81 && byte <= 0xFE;
}

bool isDigit(uchar byte)
{
    return byte >= 0x30 && byte <= 0x39;
}

bool isTrail(uchar byte)
{
    return byte >= 0x40 && byte != 0x7F && byte != 0xFF;
}

/// Whether any of the sequences numbered from `first` on stands for a character.
bool anyAssigned(quint32 first, quint32 count)
{
    return first < BmpCount || (first + count > SupplementaryFrom && first < SupplementaryFrom + SupplementaryCount);
}

quint32 linear(quint32 first, quint32 second, quint32 third, quint32 fourth)
{
    return (((first - 0x81) * 10 + (second - 0x30)) * 126 + (third - 0x81)) * 10 + (fourth - 0x30);
}

quint32 sequenceOf(quint32 number)
{
    const quint32 fourth = 0x30 + number % 10;
    const quint32 third = 0x81 + number / 10 % 126;
    const quint32 second = 0x30 + number / 1260 % 10;
    const quint32 first = 0x81 + number / 12600;
    return first << 24 | second << 16 | third << 8 | fourth;
}

std::size_t slotOfTwo(quint32 lead, quint32 trail)
{
    return (lead & 0x7F) << 8 | trail;
}

} // namespace

Gb18030::Gb18030() : TableEncoding(QStringLiteral("GB18030"), 4) {}

bool Gb18030::startsCharacter(uchar byte) const
{
    return !isDigit(byte) && !isTrail(byte);
}

DecodeStep Gb18030::decodeOne(QByteArrayView bytes) const
{
    const auto first = static_cast<uchar>(bytes[0]);
    if (first < 0x80)
        return {DecodeStep::Kind::Character, 1, 1, {first}};
    if (!isLead(first))
        return {DecodeStep::Kind::Invalid, 1, 0, {}};
    if (bytes.size() < 2)
        return {DecodeStep::Kind::Incomplete, 1, 0, {}};
    const auto second = static_cast<uchar>(bytes[1]);
    if (isDigit(second))
        return decodeFour(bytes);
    const char32_t codePoint = isTrail(second) ? table()[slotOfTwo(first, second)] : 0;
    if (codePoint != 0)
        return {DecodeStep::Kind::Character, 2, 1, {codePoint}};
    const bool whole = second >= 0x80 && isTrail(second);
    return {DecodeStep::Kind::Invalid, static_cast<quint8>(whole ? 2 : 1), 0, {}};
}

qsizetype Gb18030::ideographsAt(QByteArrayView bytes) const
{
    return ideographPairsAt(bytes, table());
}

DecodeStep Gb18030::decodeFour(QByteArrayView bytes) const
{
    constexpr DecodeStep invalid{DecodeStep::Kind::Invalid, 1, 0, {}};
    const auto at = [bytes](qsizetype i) { return static_cast<uchar>(bytes[i]); };
    if (!anyAssigned(linear(at(0), at(1), 0x81, 0x30), 1260))
        return invalid;
    if (bytes.size() < 3)
        return {DecodeStep::Kind::Incomplete, 2, 0, {}};
    if (!isLead(at(2)) || !anyAssigned(linear(at(0), at(1), at(2), 0x30), 10))
        return invalid;
    if (bytes.size() < 4)
        return {DecodeStep::Kind::Incomplete, 3, 0, {}};
    if (!isDigit(at(3)))
        return invalid;
    const quint32 number = linear(at(0), at(1), at(2), at(3));
    if (!anyAssigned(number, 1))
        return invalid;
    const char32_t codePoint = number < BmpCount ? table()[Pairs + number] : number - SupplementaryFrom + 0x10000;
    return codePoint != 0 ? DecodeStep{DecodeStep::Kind::Character, 4, 1, {codePoint}} : invalid;
}

std::vector<TableEncoding::Sequence> Gb18030::sequences() const
{
    std::vector<Sequence> all;
    for (Sequence lead = 0x81; lead <= 0xFE; ++lead) {
        for (Sequence trail = 0x40; trail <= 0xFE; ++trail) {
            if (isTrail(static_cast<uchar>(trail)))
                all.push_back(lead << 8 | trail);
        }
    }
    for (quint32 number = 0; number < BmpCount; ++number)
        all.push_back(sequenceOf(number));
    return all;
}

std::size_t Gb18030::slotOf(Sequence sequence) const
{
    if (sequence <= 0xFFFF)
        return slotOfTwo(sequence >> 8, sequence & 0xFF);
    return Pairs + linear(sequence >> 24, sequence >> 16 & 0xFF, sequence >> 8 & 0xFF, sequence & 0xFF);
}

std::size_t Gb18030::slotCount() const
{
    return Pairs + BmpCount;
}

void Gb18030::correct(std::vector<char32_t>& table) const
{
    table[Pairs + ReplacementCharacter] = 0xFFFD;
}

int Gb18030::encodeOne(char32_t codePoint, uchar* out) const
{
    if (codePoint >= 0x10000)
        return put(sequenceOf(codePoint - 0x10000 + SupplementaryFrom), out);
    return TableEncoding::encodeOne(codePoint, out);
}

} // namespace netassist
