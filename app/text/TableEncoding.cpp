// SPDX-License-Identifier: MIT
#include "app/text/TableEncoding.h"

#include "app/text/CodePoint.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <array>

namespace netassist {

namespace {

/// What a codec gives for bytes it cannot map: U+FFFD, or SUB from some tables of IBM's.
bool isSubstitute(char32_t codePoint)
{
    return codePoint == 0xFFFD || codePoint == 0x1A;
}

/// The one character that `decoded` is; 0 if it is none or several.
char32_t characterOf(QStringView decoded)
{
    if (decoded.size() == 2 && decoded[0].isHighSurrogate() && decoded[1].isLowSurrogate())
        return QChar::surrogateToUcs4(decoded[0], decoded[1]);
    if (decoded.size() != 1 || decoded[0].isSurrogate() || isSubstitute(decoded[0].unicode()))
        return 0;
    return decoded[0].unicode();
}

constexpr int kPair = 2; // bytes

} // namespace

TableEncoding::TableEncoding(const QString& name, int maxLength)
    : Encoding(name, 1, maxLength, maxLength > 1 ? kPair : 0)
{}

TableEncoding::~TableEncoding() = default;

void TableEncoding::correct(std::vector<char32_t>& /*table*/) const {}

int TableEncoding::put(Sequence sequence, uchar* out)
{
    int length = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const auto byte = static_cast<uchar>(sequence >> shift);
        if (byte != 0 || length > 0)
            out[length++] = byte;
    }
    return length;
}

qsizetype TableEncoding::ideographPairsAt(QByteArrayView bytes, const char32_t* pairs)
{
    qsizetype at = 0;
    for (; at + kPair <= bytes.size(); at += kPair) {
        const auto lead = static_cast<uchar>(bytes[at]);
        const auto trail = static_cast<uchar>(bytes[at + 1]);
        if (lead < 0x80 || !isCommonIdeograph(pairs[(lead & 0x7F) << 8 | trail]))
            break;
    }
    return at / kPair;
}

const char32_t* TableEncoding::fillTable() const
{
    std::call_once(m_tableOnce, [this] {
        const std::vector<Sequence> all = sequences();
        // A line each: a line feed is part of no longer character and ends a broken one.
        QByteArray lines;
        lines.reserve(static_cast<qsizetype>(all.size()) * (maxLength() + 1));
        for (const Sequence sequence : all) {
            std::array<uchar, MaxEncodedLength> bytes{};
            const int length = put(sequence, bytes.data());
            lines += '\n';
            lines.append(reinterpret_cast<const char*>(bytes.data()), length);
        }
        const QByteArray codec = name().toLatin1();
        QStringDecoder decoder(codec.constData(), QStringConverter::Flag::ConvertInitialBom);
        const QString text = decoder.decode(lines);
        m_table.assign(slotCount(), 0);
        qsizetype start = 1;
        for (const Sequence sequence : all) {
            qsizetype end = text.indexOf(u'\n', start);
            end = end < 0 ? text.size() : end;
            if (start <= end)
                m_table[slotOf(sequence)] = characterOf(QStringView(text).sliced(start, end - start));
            start = end + 1;
        }
        correct(m_table);
        m_ready.store(m_table.data(), std::memory_order_release);
    });
    return m_table.data();
}

void TableEncoding::fillReverse() const
{
    std::call_once(m_reverseOnce, [this] {
        const char32_t* characters = table();
        QString lines;
        for (const Sequence sequence : sequences()) {
            const char32_t codePoint = characters[slotOf(sequence)];
            if (codePoint < 0x80 || codePoint > QChar::LastValidCodePoint || m_reverse.contains(codePoint))
                continue;
            m_reverse.insert(codePoint, sequence);
            lines += u'\n';
            lines += QChar::fromUcs4(codePoint);
        }
        // Of several sequences for one character the codec knows the usual one.
        const QByteArray codec = name().toLatin1();
        QStringEncoder encoder(codec.constData());
        const QByteArray encoded = encoder.encode(lines);
        for (const QByteArray& bytes : encoded.split('\n')) {
            if (bytes.isEmpty() || bytes.size() > MaxEncodedLength)
                continue;
            const DecodeStep step = decodeOne(bytes);
            if (step.kind != DecodeStep::Kind::Character || step.length != bytes.size() || step.count != 1)
                continue;
            const auto known = m_reverse.find(step.codePoints[0]);
            if (known == m_reverse.end())
                continue;
            *known = 0;
            for (const char byte : bytes)
                *known = *known << 8 | static_cast<uchar>(byte);
        }
    });
}

int TableEncoding::encodeOne(char32_t codePoint, uchar* out) const
{
    fillReverse();
    const auto known = m_reverse.constFind(codePoint);
    return known == m_reverse.constEnd() ? 0 : put(*known, out);
}

} // namespace netassist
