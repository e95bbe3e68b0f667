// SPDX-License-Identifier: MIT
#include "app/reply/BytePattern.h"

#include "app/payload/TextPosition.h"

#include <QCoreApplication>

#include <utility>

namespace netassist {

namespace {

constexpr uchar kWhole = 0xFF;

/// The runs of mask bytes equal to `wanted`.
QList<ByteRange> runsOf(const QByteArray& mask, uchar wanted)
{
    QList<ByteRange> runs;
    for (qsizetype i = 0; i < mask.size(); ++i) {
        if (static_cast<uchar>(mask[i]) != wanted)
            continue;
        if (!runs.isEmpty() && runs.constLast().begin + runs.constLast().length == i)
            ++runs.last().length;
        else
            runs.append({i, 1});
    }
    return runs;
}

ByteRange longestOf(const QList<ByteRange>& runs)
{
    ByteRange longest;
    for (const ByteRange& run : runs) {
        if (run.length > longest.length)
            longest = run;
    }
    return longest;
}

/// HEX is read twice, each `?` once as 0 and once as F: the digits in which the two differ may be any.
QString withDigit(QStringView text, QChar digit)
{
    return text.toString().replace(u'?', digit);
}

bool isDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u'?';
}

/// A `?` by itself might be half a byte or a whole one.
qsizetype lonePlaceholder(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool alone = (i == 0 || !isDigit(text[i - 1])) && (i + 1 == text.size() || !isDigit(text[i + 1]));
        if (text[i] == u'?' && alone)
            return i;
    }
    return -1;
}

} // namespace

BytePattern::BytePattern(const QByteArray& bytes) : BytePattern(bytes, QByteArray(bytes.size(), '\xFF')) {}

BytePattern::BytePattern(QByteArray bytes, QByteArray mask)
    : m_bytes(std::move(bytes)),
      m_mask(std::move(mask)),
      m_wildcards(runsOf(m_mask, 0)),
      m_anchor(longestOf(runsOf(m_mask, kWhole))),
      m_anchorSearch(m_bytes.mid(m_anchor.begin, m_anchor.length))
{}

Result<BytePattern, PayloadError> BytePattern::parseHex(QStringView text)
{
    if (const qsizetype alone = lonePlaceholder(text); alone >= 0)
        return payloadErrorAt(
            text, alone, 1,
            QCoreApplication::translate("Payload", "a single “?” is half a byte: write ?? for any byte"));
    auto low = netassist::parseHex(withDigit(text, u'0'));
    const auto high = netassist::parseHex(withDigit(text, u'F'));
    if (!low)
        return low.error();
    if (!high) // cannot be: 0 and F are digits alike
        return high.error();
    QByteArray bytes = std::move(low).value();
    if (bytes.size() > kMostBytes)
        return tooLong(text, bytes.size());
    QByteArray mask = high.value();
    for (qsizetype i = 0; i < mask.size(); ++i)
        mask[i] = static_cast<char>(~(static_cast<uchar>(mask[i]) ^ static_cast<uchar>(bytes[i])));
    return BytePattern(std::move(bytes), std::move(mask));
}

PayloadError BytePattern::tooLong(QStringView text, qsizetype bytes)
{
    return payloadErrorAt(text, 0, qMax<qsizetype>(1, text.size()),
                          QCoreApplication::translate("Payload", "%1 bytes are too many to look for, the limit is %2")
                              .arg(bytes)
                              .arg(kMostBytes));
}

bool BytePattern::matchesFrontOf(QByteArrayView data) const
{
    return data.size() >= m_bytes.size() && mayBeginWith(data.first(m_bytes.size()));
}

bool BytePattern::mayBeginWith(QByteArrayView beginning) const
{
    const qsizetype length = qMin(beginning.size(), m_bytes.size());
    for (qsizetype i = 0; i < length; ++i) {
        if (((beginning[i] ^ m_bytes[i]) & m_mask[i]) != 0)
            return false;
    }
    return true;
}

qsizetype BytePattern::indexIn(QByteArrayView data, qsizetype from) const
{
    for (qsizetype at = from; at + m_bytes.size() <= data.size(); ++at) {
        if (m_anchor.length > 0) {
            const qsizetype anchor = m_anchorSearch.indexIn(data.data(), data.size(), at + m_anchor.begin);
            if (anchor < 0)
                return -1;
            at = anchor - m_anchor.begin;
        }
        if (matchesFrontOf(data.sliced(at)))
            return at;
    }
    return -1;
}

} // namespace netassist
