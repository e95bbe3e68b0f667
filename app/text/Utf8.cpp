// SPDX-License-Identifier: MIT
#include "app/text/Utf8.h"

#include "app/text/CodePoint.h"

namespace netassist {

namespace {

/// Length, range of the second byte and the bits that the first byte gives (Unicode, table 3-7). Length 0: never
/// the first byte of a character.
struct Lead {
    int length = 0;
    uchar secondFrom = 0x80;
    uchar secondTo = 0xBF;
    uchar bits = 0;
};

Lead leadOf(uchar byte)
{
    const auto low = [byte](int mask) { return static_cast<uchar>(byte & mask); };
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2, 0x80, 0xBF, low(0x1F)};
    if (byte == 0xE0)
        return {3, 0xA0, 0xBF, low(0x0F)};
    if (byte == 0xED)
        return {3, 0x80, 0x9F, low(0x0F)};
    if (byte >= 0xE1 && byte <= 0xEF)
        return {3, 0x80, 0xBF, low(0x0F)};
    if (byte == 0xF0)
        return {4, 0x90, 0xBF, low(0x07)};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {4, 0x80, 0xBF, low(0x07)};
    if (byte == 0xF4)
        return {4, 0x80, 0x8F, low(0x07)};
    return {};
}

constexpr int kIdeographLength = 3;

} // namespace

Utf8::Utf8() : Encoding(QStringLiteral("UTF-8"), 1, 4, kIdeographLength) {}

DecodeStep Utf8::decodeOne(QByteArrayView bytes) const
{
    const auto at = [bytes](qsizetype i) { return static_cast<uchar>(bytes[i]); };
    const uchar first = at(0);
    if (first < 0x80)
        return {DecodeStep::Kind::Character, 1, 1, {first}};
    const Lead lead = leadOf(first);
    if (lead.length == 0)
        return {DecodeStep::Kind::Invalid, 1, 0, {}};
    char32_t codePoint = lead.bits;
    for (int i = 1; i < lead.length; ++i) {
        if (i == bytes.size())
            return {DecodeStep::Kind::Incomplete, static_cast<quint8>(i), 0, {}};
        const uchar byte = at(i);
        if (byte < (i == 1 ? lead.secondFrom : 0x80) || byte > (i == 1 ? lead.secondTo : 0xBF))
            return {DecodeStep::Kind::Invalid, 1, 0, {}};
        codePoint = codePoint << 6 | (byte & 0x3FU);
    }
    return {DecodeStep::Kind::Character, static_cast<quint8>(lead.length), 1, {codePoint}};
}

qsizetype Utf8::ideographsAt(QByteArrayView bytes) const
{
    const auto isTail = [](quint32 byte) { return (byte & 0xC0) == 0x80; };
    qsizetype at = 0;
    for (; at + kIdeographLength <= bytes.size(); at += kIdeographLength) {
        const auto byte = [bytes, at](qsizetype i) { return static_cast<quint32>(static_cast<uchar>(bytes[at + i])); };
        const char32_t codePoint = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        if (byte(0) >> 4 != 0xE || !isTail(byte(1)) || !isTail(byte(2)) || !isCommonIdeograph(codePoint))
            break;
    }
    return at / kIdeographLength;
}

int Utf8::encodeOne(char32_t codePoint, uchar* out) const
{
    const auto tail = [codePoint](int shift) { return static_cast<uchar>(0x80 | (codePoint >> shift & 0x3F)); };
    if (codePoint < 0x80) {
        out[0] = static_cast<uchar>(codePoint);
        return 1;
    }
    if (codePoint < 0x800) {
        out[0] = static_cast<uchar>(0xC0 | codePoint >> 6);
        out[1] = tail(0);
        return 2;
    }
    if (codePoint < 0x10000) {
        out[0] = static_cast<uchar>(0xE0 | codePoint >> 12);
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<uchar>(0xF0 | codePoint >> 18);
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

} // namespace netassist
