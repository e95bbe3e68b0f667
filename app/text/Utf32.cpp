// SPDX-License-Identifier: MIT
#include "app/text/Utf32.h"

#include <QtEndian>

namespace netassist {

Utf32::Utf32(QSysInfo::Endian order)
    : Encoding(order == QSysInfo::LittleEndian ? QStringLiteral("UTF-32LE") : QStringLiteral("UTF-32BE"), 4, 4),
      m_order(order)
{}

DecodeStep Utf32::decodeOne(QByteArrayView bytes) const
{
    if (bytes.size() < 4)
        return {DecodeStep::Kind::Incomplete, static_cast<quint8>(bytes.size()), 0, {}};
    const char32_t value = m_order == QSysInfo::LittleEndian ? qFromLittleEndian<char32_t>(bytes.data())
                                                             : qFromBigEndian<char32_t>(bytes.data());
    if (value > QChar::LastValidCodePoint || QChar::isSurrogate(value))
        return {DecodeStep::Kind::Invalid, 4, 0, {}};
    return {DecodeStep::Kind::Character, 4, 1, {value}};
}

int Utf32::encodeOne(char32_t codePoint, uchar* out) const
{
    if (m_order == QSysInfo::LittleEndian)
        qToLittleEndian(codePoint, out);
    else
        qToBigEndian(codePoint, out);
    return 4;
}

} // namespace netassist
