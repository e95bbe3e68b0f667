// SPDX-License-Identifier: MIT
#include "app/text/Encoding.h"

#include "app/text/CodePoint.h"

#include <array>

namespace netassist {

namespace {

void appendHexEscape(QString& text, uchar byte)
{
    static constexpr char16_t digits[] = u"0123456789ABCDEF";
    text += u"\\x";
    text += digits[byte >> 4];
    text += digits[byte & 0x0F];
}

} // namespace

Encoding::Encoding(QString name, int unitSize, int maxLength, int ideographLength)
    : m_name(std::move(name)), m_unitSize(unitSize), m_maxLength(maxLength), m_ideographLength(ideographLength)
{}

qsizetype Encoding::ideographsAt(QByteArrayView /*bytes*/) const
{
    return 0;
}

int Encoding::encodePair(char32_t /*first*/, char32_t /*second*/, uchar* /*out*/) const
{
    return 0;
}

Result<QByteArray, EncodeError> Encoding::encode(QStringView text) const
{
    QByteArray bytes;
    bytes.reserve(text.size() * m_unitSize);
    std::array<uchar, MaxEncodedLength> buffer{};
    qsizetype position = 0;
    while (position < text.size()) {
        const CodePoint current = codePointAt(text, position);
        if (current.value < 0x80 && isAsciiSuperset()) {
            bytes += static_cast<char>(current.value);
            ++position;
            continue;
        }
        if (QChar::isSurrogate(current.value))
            return EncodeError{position, current.value};
        int length = 0;
        qsizetype units = current.units;
        if (position + units < text.size()) {
            const CodePoint next = codePointAt(text, position + units);
            length = encodePair(current.value, next.value, buffer.data());
            units += length > 0 ? next.units : 0;
        }
        if (length == 0)
            length = encodeOne(current.value, buffer.data());
        if (length == 0)
            return EncodeError{position, current.value};
        bytes.append(reinterpret_cast<const char*>(buffer.data()), length);
        position += units;
    }
    return bytes;
}

QString Encoding::decode(QByteArrayView bytes) const
{
    QString text;
    text.reserve(bytes.size() / m_unitSize);
    while (!bytes.isEmpty()) {
        const DecodeStep step = decodeOne(bytes);
        if (step.kind == DecodeStep::Kind::Character) {
            for (int i = 0; i < step.count; ++i)
                text += QChar::fromUcs4(step.codePoints[i]);
        } else {
            for (const char byte : bytes.first(step.length))
                appendHexEscape(text, static_cast<uchar>(byte));
        }
        bytes = bytes.sliced(step.length);
    }
    return text;
}

qint64 Encoding::invalidBytes(QByteArrayView bytes) const
{
    qint64 invalid = 0;
    while (!bytes.isEmpty()) {
        const DecodeStep step = decodeOne(bytes);
        if (step.kind == DecodeStep::Kind::Invalid)
            invalid += step.length;
        bytes = bytes.sliced(step.length);
    }
    return invalid;
}

} // namespace netassist
