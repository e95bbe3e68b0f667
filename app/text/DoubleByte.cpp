// SPDX-License-Identifier: MIT
#include "app/text/DoubleByte.h"

#include <array>

namespace netassist {

namespace {

constexpr std::size_t Singles = 0x80;
constexpr std::size_t Plane = 0x8000;
/// Table values from here on are indexes of CodePointPairs.
constexpr char32_t FirstPair = QChar::LastValidCodePoint + 1;

struct CodePointPair {
    quint32 sequence;
    char32_t first;
    char32_t second;
};

/// HKSCS-2008: the characters of Big5-HKSCS that Unicode spells with a combining mark. Codecs know them as private-use
/// characters of an older edition.
constexpr std::array<CodePointPair, 4> CodePointPairs{{
    {0x8862, 0x00CA, 0x0304},
    {0x8864, 0x00CA, 0x030C},
    {0x88A3, 0x00EA, 0x0304},
    {0x88A5, 0x00EA, 0x030C},
}};

/// GB 2312 row 3 is ISO 646 in full width; IBM's table has an acute accent in the place of the apostrophe.
constexpr quint32 Gb2312Apostrophe = 0xA3A7;

bool isPrivateUse(char32_t codePoint)
{
    return codePoint >= 0xE000 && codePoint <= 0xF8FF;
}

std::size_t slotOfPair(uchar lead, uchar trail)
{
    return Singles + (static_cast<std::size_t>(lead & 0x7F) << 8 | trail);
}

} // namespace

ByteSet::ByteSet(std::initializer_list<std::pair<uchar, uchar>> ranges)
{
    for (const auto& [from, to] : ranges) {
        for (std::size_t byte = from; byte <= to; ++byte)
            m_bytes.set(byte);
    }
}

DoubleByte::DoubleByte(const QString& name, const DoubleByteForm& form)
    : TableEncoding(name, form.tripleLead != 0 ? 3 : 2),
      m_form(form),
      m_hasCodePointPairs(name == QLatin1String("Big5-HKSCS"))
{}

DecodeStep DoubleByte::decodeOne(QByteArrayView bytes) const
{
    const auto first = static_cast<uchar>(bytes[0]);
    if (first < 0x80)
        return {DecodeStep::Kind::Character, 1, 1, {first}};
    if (!m_form.leads.contains(first)) {
        if (first == m_form.tripleLead)
            return decodeTriple(bytes);
        const char32_t codePoint = table()[first - 0x80];
        return {codePoint != 0 ? DecodeStep::Kind::Character : DecodeStep::Kind::Invalid,
                1,
                static_cast<quint8>(codePoint != 0),
                {codePoint}};
    }
    if (bytes.size() < 2)
        return {DecodeStep::Kind::Incomplete, 1, 0, {}};
    const auto second = static_cast<uchar>(bytes[1]);
    const char32_t codePoint = m_form.trails.contains(second) ? table()[slotOfPair(first, second)] : 0;
    if (codePoint >= FirstPair) {
        const CodePointPair& pair = CodePointPairs[codePoint - FirstPair];
        return {DecodeStep::Kind::Character, 2, 2, {pair.first, pair.second}};
    }
    if (codePoint != 0)
        return {DecodeStep::Kind::Character, 2, 1, {codePoint}};
    const bool whole = second >= 0x80 && m_form.trails.contains(second);
    return {DecodeStep::Kind::Invalid, static_cast<quint8>(whole ? 2 : 1), 0, {}};
}

qsizetype DoubleByte::ideographsAt(QByteArrayView bytes) const
{
    return ideographPairsAt(bytes, table() + Singles);
}

DecodeStep DoubleByte::decodeTriple(QByteArrayView bytes) const
{
    for (qsizetype i = 1; i < 3; ++i) {
        if (i == bytes.size())
            return {DecodeStep::Kind::Incomplete, static_cast<quint8>(i), 0, {}};
        if (!m_form.trails.contains(static_cast<uchar>(bytes[i])))
            return {DecodeStep::Kind::Invalid, 1, 0, {}};
    }
    const char32_t codePoint = table()[Plane + slotOfPair(static_cast<uchar>(bytes[1]), static_cast<uchar>(bytes[2]))];
    if (codePoint == 0)
        return {DecodeStep::Kind::Invalid, 3, 0, {}};
    return {DecodeStep::Kind::Character, 3, 1, {codePoint}};
}

std::vector<TableEncoding::Sequence> DoubleByte::sequences() const
{
    std::vector<Sequence> all;
    for (Sequence lead = 0x80; lead <= 0xFF; ++lead) {
        const bool isLead = m_form.leads.contains(static_cast<uchar>(lead));
        if (!isLead && lead != m_form.tripleLead) {
            all.push_back(lead);
            continue;
        }
        for (Sequence second = 0; second <= 0xFF; ++second) {
            if (!m_form.trails.contains(static_cast<uchar>(second)))
                continue;
            if (isLead) {
                all.push_back(lead << 8 | second);
                continue;
            }
            for (Sequence third = 0; third <= 0xFF; ++third) {
                if (m_form.trails.contains(static_cast<uchar>(third)))
                    all.push_back(lead << 16 | second << 8 | third);
            }
        }
    }
    return all;
}

std::size_t DoubleByte::slotOf(Sequence sequence) const
{
    if (sequence <= 0xFF)
        return sequence - 0x80;
    const std::size_t slot = slotOfPair(static_cast<uchar>(sequence >> 8), static_cast<uchar>(sequence));
    return sequence <= 0xFFFF ? slot : Plane + slot;
}

std::size_t DoubleByte::slotCount() const
{
    return Singles + (m_form.tripleLead != 0 ? 2 * Plane : Plane);
}

void DoubleByte::correct(std::vector<char32_t>& table) const
{
    // Codecs pass bytes that stand for nothing through as C1 controls, and sequences that every vendor or user may give
    // a meaning of his own as private-use characters: text in another encoding would count as valid.
    for (char32_t& codePoint : table) {
        if (codePoint < 0xA0 || isPrivateUse(codePoint))
            codePoint = 0;
    }
    if (name() == QLatin1String("GB2312"))
        table[slotOf(Gb2312Apostrophe)] = 0xFF07;
    if (!m_hasCodePointPairs)
        return;
    for (std::size_t i = 0; i < CodePointPairs.size(); ++i)
        table[slotOf(CodePointPairs[i].sequence)] = FirstPair + static_cast<char32_t>(i);
}

int DoubleByte::encodePair(char32_t first, char32_t second, uchar* out) const
{
    if (!m_hasCodePointPairs)
        return 0;
    for (const CodePointPair& pair : CodePointPairs) {
        if (pair.first == first && pair.second == second)
            return put(pair.sequence, out);
    }
    return 0;
}

} // namespace netassist
