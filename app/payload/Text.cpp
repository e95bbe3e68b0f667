// SPDX-License-Identifier: MIT
#include "app/payload/Payload.h"
#include "app/payload/TextPosition.h"
#include "app/text/Encoding.h"
#include "app/text/Glyphs.h"

#include <QCoreApplication>

#include <optional>

namespace netassist {

namespace {

QString missingCharacter(const Encoding& encoding, char32_t codePoint)
{
    if (QChar::isSurrogate(codePoint)) {
        return QCoreApplication::translate("Payload", "U+%1 is only half of a character")
            .arg(QString::number(codePoint, 16).toUpper());
    }
    const QString visible = visibleForm(codePoint);
    return QCoreApplication::translate("Payload", "%1 does not have the character “%2”")
        .arg(encoding.name(), visible.isEmpty() ? QStringView(QChar::fromUcs4(codePoint)).toString() : visible);
}

int octalDigit(QChar c)
{
    return c >= u'0' && c <= u'7' ? c.unicode() - u'0' : -1;
}

int hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    return c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10 : -1;
}

/// The character a one-letter escape stands for.
std::optional<char32_t> namedEscape(QChar letter)
{
    switch (letter.unicode()) {
    case u'\\':
        return U'\\';
    case u'a':
        return 0x07;
    case u'b':
        return 0x08;
    case u'e':
        return 0x1B;
    case u'f':
        return 0x0C;
    case u'n':
        return 0x0A;
    case u'r':
        return 0x0D;
    case u't':
        return 0x09;
    case u'v':
        return 0x0B;
    default:
        return std::nullopt;
    }
}

class TextParser final {
public:
    TextParser(QStringView text, const Encoding& encoding) : m_text(text), m_encoding(encoding) {}

    Result<QByteArray, PayloadError> parse(bool escapes)
    {
        while (m_position < m_text.size() && !m_error) {
            const qsizetype backslash = escapes ? m_text.indexOf(u'\\', m_position) : -1;
            takeLiteral(backslash < 0 ? m_text.size() : backslash);
            if (m_position < m_text.size() && !m_error)
                takeEscape();
        }
        if (m_error)
            return *std::move(m_error);
        return std::move(m_bytes);
    }

private:
    void takeLiteral(qsizetype end)
    {
        const auto encoded = m_encoding.encode(m_text.sliced(m_position, end - m_position));
        if (encoded) {
            m_bytes += encoded.value();
            m_position = end;
            return;
        }
        const EncodeError& error = encoded.error();
        m_position += error.position;
        fail(QChar::requiresSurrogates(error.codePoint) ? 2 : 1, missingCharacter(m_encoding, error.codePoint));
    }

    /// At a backslash.
    void takeEscape()
    {
        if (m_position + 1 == m_text.size()) {
            fail(1, QCoreApplication::translate(
                        "Payload", "the backslash at the end escapes nothing; write \\\\ for a backslash"));
            return;
        }
        const QChar letter = m_text[m_position + 1];
        if (const auto named = namedEscape(letter))
            takeCharacter(*named, 2);
        else if (letter == u'x')
            takeHexByte();
        else if (letter == u'u' || letter == u'U')
            takeCodePoint(letter == u'u' ? 4 : 8);
        else if (octalDigit(letter) >= 0)
            takeOctal();
        else
            failUnknown();
    }

    void takeHexByte()
    {
        quint32 value = 0;
        const int digits = readHex(m_position + 2, 2, value);
        if (digits == 2)
            takeByte(value, 4);
        else
            fail(2 + digits, QCoreApplication::translate("Payload", "\\x needs two hexadecimal digits"));
    }

    void takeOctal()
    {
        quint32 value = 0;
        int digits = 0;
        for (qsizetype i = m_position + 1; i < m_text.size() && digits < 3 && octalDigit(m_text[i]) >= 0; ++i) {
            value = value * 8 + static_cast<quint32>(octalDigit(m_text[i]));
            ++digits;
        }
        if (digits == 3 && value <= 0xFF)
            takeByte(value, 4);
        else if (digits < 3 && m_text[m_position + 1] == u'0')
            takeCharacter(0, 2);
        else
            fail(1 + digits,
                 QCoreApplication::translate("Payload", "an octal byte has three digits, from \\000 to \\377"));
    }

    void takeCodePoint(int wanted)
    {
        quint32 value = 0;
        qsizetype length = 2 + readHex(m_position + 2, wanted, value);
        if (length != 2 + wanted) {
            fail(length, wanted == 4 ? QCoreApplication::translate("Payload", "\\u needs four hexadecimal digits")
                                     : QCoreApplication::translate("Payload", "\\U needs eight hexadecimal digits"));
            return;
        }
        char32_t codePoint = value;
        // Two halves, as JSON and Java write them, are one character.
        quint32 low = 0;
        const qsizetype next = m_position + length;
        if (QChar::isHighSurrogate(codePoint) && m_text.sliced(next).startsWith(u"\\u") &&
            readHex(next + 2, 4, low) == 4 && QChar::isLowSurrogate(low)) {
            codePoint = QChar::surrogateToUcs4(static_cast<char16_t>(value), static_cast<char16_t>(low));
            length += 6;
        }
        if (codePoint > QChar::LastValidCodePoint)
            fail(length, QCoreApplication::translate("Payload", "the last character is \\U0010FFFF"));
        else
            takeCharacter(codePoint, length);
    }

    void takeByte(quint32 value, qsizetype length)
    {
        m_bytes += static_cast<char>(static_cast<uchar>(value));
        m_position += length;
    }

    void takeCharacter(char32_t codePoint, qsizetype length)
    {
        if (QChar::isSurrogate(codePoint)) {
            fail(length, missingCharacter(m_encoding, codePoint));
            return;
        }
        const auto encoded = m_encoding.encode(QChar::fromUcs4(codePoint));
        if (!encoded) {
            fail(length, missingCharacter(m_encoding, codePoint));
            return;
        }
        m_bytes += encoded.value();
        m_position += length;
    }

    /// Reads up to `wanted` digits; returns how many there are.
    int readHex(qsizetype from, int wanted, quint32& value) const
    {
        int digits = 0;
        for (qsizetype i = from; i < m_text.size() && digits < wanted && hexDigit(m_text[i]) >= 0; ++i) {
            value = value << 4 | static_cast<quint32>(hexDigit(m_text[i]));
            ++digits;
        }
        return digits;
    }

    void failUnknown()
    {
        const QStringView rest = m_text.sliced(m_position + 1);
        const bool pair = rest.size() > 1 && rest[0].isHighSurrogate() && rest[1].isLowSurrogate();
        const QStringView character = rest.first(pair ? 2 : 1);
        const QString visible = pair ? QString() : visibleForm(character[0].unicode());
        fail(1 + character.size(),
             QCoreApplication::translate("Payload", "“\\%1” is not an escape; write \\\\ for a backslash")
                 .arg(visible.isEmpty() ? character.toString() : visible));
    }

    void fail(qsizetype length, QString reason)
    {
        m_error = payloadErrorAt(m_text, m_position, length, std::move(reason));
    }

    QStringView m_text;
    const Encoding& m_encoding;
    qsizetype m_position = 0;
    QByteArray m_bytes;
    std::optional<PayloadError> m_error;
};

/// What a text box turns into its own line break.
bool isOtherLineBreak(char32_t codePoint)
{
    return codePoint == u'\r' || codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0xFDD0 ||
           codePoint == 0xFDD1;
}

/// With escapes on: what would be invisible, or look like something else, as itself.
bool needsEscape(char32_t codePoint)
{
    if (codePoint == u'\n' || codePoint == u' ' || codePoint == 0x3000)
        return false;
    return !visibleForm(codePoint).isEmpty() || QChar::category(codePoint) == QChar::Separator_Space;
}

void appendHex(QString& text, QLatin1String prefix, char32_t value, int digits)
{
    text += prefix + QString::number(value, 16).toUpper().rightJustified(digits, u'0');
}

void appendBytes(QString& text, QByteArrayView bytes)
{
    for (const char byte : bytes)
        appendHex(text, QLatin1String("\\x"), static_cast<uchar>(byte), 2);
}

/// The character that `bytes` are as an escape.
void appendEscape(QString& text, char32_t codePoint, QByteArrayView bytes)
{
    for (const QChar letter : QStringView(u"abefrtv")) {
        if (namedEscape(letter) == codePoint) {
            text += u'\\';
            text += letter;
            return;
        }
    }
    if (bytes.size() == 1)
        appendBytes(text, bytes);
    else if (QChar::requiresSurrogates(codePoint))
        appendHex(text, QLatin1String("\\U"), codePoint, 8);
    else
        appendHex(text, QLatin1String("\\u"), codePoint, 4);
}

/// The characters of a step; empty if there are none or encoding them gives other bytes (several sequences may stand
/// for one character).
QString exactCharacters(const DecodeStep& step, QByteArrayView bytes, const Encoding& encoding)
{
    if (step.kind != DecodeStep::Kind::Character)
        return {};
    QString characters;
    for (int i = 0; i < step.count; ++i)
        characters += QChar::fromUcs4(step.codePoints[i]);
    if (step.codePoints[0] < 0x80 && encoding.isAsciiSuperset() && step.length == 1)
        return characters;
    const auto encoded = encoding.encode(characters);
    return encoded && encoded.value() == bytes ? characters : QString();
}

/// A dollar before it would begin a placeholder.
bool startsWithBrace(QByteArrayView bytes, const Encoding& encoding)
{
    if (bytes.isEmpty())
        return false;
    const DecodeStep step = encoding.decodeOne(bytes);
    return step.kind == DecodeStep::Kind::Character && step.codePoints[0] == u'{';
}

} // namespace

Result<QByteArray, PayloadError> parseText(QStringView text, const Encoding& encoding, bool escapes)
{
    return TextParser(text, encoding).parse(escapes);
}

Result<QString, PayloadError> toText(QByteArrayView bytes, const Encoding& encoding, bool escapes)
{
    QString text;
    text.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const DecodeStep step = encoding.decodeOne(bytes);
        const QByteArrayView own = bytes.first(step.length);
        bytes = bytes.sliced(step.length);
        const QString characters = exactCharacters(step, own, encoding);
        const char32_t first = step.codePoints[0];
        if (!escapes && (characters.isEmpty() || isOtherLineBreak(first))) {
            const QString reason =
                QCoreApplication::translate("Payload", "%1 cannot stand as %2 text; parse escapes, or stay with HEX")
                    .arg(toHex(own), encoding.name());
            return payloadErrorAt(text, text.size(), 1, reason);
        }
        if (characters.isEmpty())
            appendBytes(text, own);
        else if (escapes && first == u'\\')
            text += u"\\\\";
        else if (escapes && (needsEscape(first) || (first == u'$' && startsWithBrace(bytes, encoding))))
            appendEscape(text, first, own);
        else
            text += characters;
    }
    return text;
}

} // namespace netassist
