// SPDX-License-Identifier: MIT
#include "app/reply/DecodedText.h"

#include "app/text/Encoding.h"

#include <algorithm>

namespace netassist {

DecodedText::DecodedText(QByteArrayView bytes, const Encoding& encoding)
{
    constexpr uchar kFirstBeyondAscii = 0x80;
    const auto add = [this](QStringView units, qsizetype at) {
        m_text += units;
        m_bytes.insert(m_bytes.end(), static_cast<std::size_t>(units.size()), static_cast<quint32>(at));
    };
    m_text.reserve(bytes.size());
    m_bytes.reserve(static_cast<std::size_t>(bytes.size()) + 1);
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto first = static_cast<uchar>(bytes[at]);
        if (first < kFirstBeyondAscii && encoding.isAsciiSuperset()) {
            m_text += QLatin1Char(static_cast<char>(first));
            m_bytes.push_back(static_cast<quint32>(at++));
            continue;
        }
        const DecodeStep step = encoding.decodeOne(bytes.sliced(at));
        if (step.kind == DecodeStep::Kind::Incomplete)
            break;
        if (step.kind == DecodeStep::Kind::Character) {
            for (int i = 0; i < step.count; ++i)
                add(QStringView(QChar::fromUcs4(step.codePoints[i])), at);
        } else {
            for (int i = 0; i < step.length; ++i)
                add(u"\uFFFD", at + i);
        }
        at += step.length;
    }
    m_bytes.push_back(static_cast<quint32>(at));
}

qsizetype DecodedText::unitAt(qsizetype byte) const
{
    return std::lower_bound(m_bytes.begin(), m_bytes.end() - 1, static_cast<quint32>(byte)) - m_bytes.begin();
}

qsizetype DecodedText::characterAt(qsizetype unit) const
{
    return unitAt(byteAt(unit));
}

qsizetype DecodedText::unitsOfCharacter(qsizetype unit) const
{
    qsizetype end = unit + 1;
    while (end < m_text.size() && byteAt(end) == byteAt(unit))
        ++end;
    return end - unit;
}

ByteRange DecodedText::bytesOf(qsizetype firstUnit, qsizetype endUnit) const
{
    const qsizetype begin = byteAt(firstUnit);
    // A match may end between two code points that are one character: then the next character is the end.
    const qsizetype behind = endUnit > firstUnit && endUnit < m_text.size() && byteAt(endUnit) == byteAt(endUnit - 1)
                                 ? endUnit - 1 + unitsOfCharacter(endUnit - 1)
                                 : endUnit;
    return {begin, byteAt(behind) - begin};
}

} // namespace netassist
