// SPDX-License-Identifier: MIT
#include "app/text/Utf16.h"

#include <QtEndian>

namespace netassist {

Utf16::Utf16(QSysInfo::Endian order)
    : Encoding(order == QSysInfo::LittleEndian ? QStringLiteral("UTF-16LE") : QStringLiteral("UTF-16BE"), 2, 4),
      m_order(order)
{}

DecodeStep Utf16::decodeOne(QByteArrayView bytes) const
{
    const auto unitAt = [this, bytes](qsizetype position) {
        const char* data = bytes.data() + position;
        return m_order == QSysInfo::LittleEndian ? qFromLittleEndian<char16_t>(data) : qFromBigEndian<char16_t>(data);
    };
    constexpr DecodeStep invalid{DecodeStep::Kind::Invalid, 2, 0, {}};
    if (bytes.size() < 2)
        return {DecodeStep::Kind::Incomplete, 1, 0, {}};
    const char16_t first = unitAt(0);
    if (!QChar::isSurrogate(first))
        return {DecodeStep::Kind::Character, 2, 1, {first}};
    if (QChar::isLowSurrogate(first))
        return invalid;
    if (bytes.size() < 4) {
        // In big-endian order the third byte alone tells whether a low surrogate can follow.
        if (bytes.size() == 3 && m_order == QSysInfo::BigEndian && (static_cast<uchar>(bytes[2]) & 0xFC) != 0xDC)
            return invalid;
        return {DecodeStep::Kind::Incomplete, static_cast<quint8>(bytes.size()), 0, {}};
    }
    const char16_t second = unitAt(2);
    if (!QChar::isLowSurrogate(second))
        return invalid;
    return {DecodeStep::Kind::Character, 4, 1, {QChar::surrogateToUcs4(first, second)}};
}

int Utf16::encodeOne(char32_t codePoint, uchar* out) const
{
    const auto put = [this, out](int position, char16_t unit) {
        if (m_order == QSysInfo::LittleEndian)
            qToLittleEndian(unit, out + position);
        else
            qToBigEndian(unit, out + position);
    };
    if (!QChar::requiresSurrogates(codePoint)) {
        put(0, static_cast<char16_t>(codePoint));
        return 2;
    }
    put(0, QChar::highSurrogate(codePoint));
    put(2, QChar::lowSurrogate(codePoint));
    return 4;
}

} // namespace netassist
