// SPDX-License-Identifier: MIT
#include "app/payload/Payload.h"
#include "app/payload/TextPosition.h"
#include "app/text/Glyphs.h"

#include <QCoreApplication>

#include <optional>

namespace netassist {

namespace {

bool isSeparator(QChar c)
{
    return QStringView(u" \t\r\n,;:-_").contains(c);
}

int digitOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    return c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10 : -1;
}

/// A sequence of runs: [`0x` | `0X` | `\x`] digits [`h` | `H`].
class HexParser final {
public:
    explicit HexParser(QStringView text) : m_text(text) {}

    Result<QByteArray, PayloadError> parse()
    {
        m_bytes.reserve(m_text.size() / 2);
        while (!m_error) {
            while (m_position < m_text.size() && isSeparator(m_text[m_position]))
                ++m_position;
            if (m_position == m_text.size())
                return std::move(m_bytes);
            takeRun();
        }
        return *std::move(m_error);
    }

private:
    void takeRun()
    {
        const qsizetype start = m_position;
        const QStringView rest = m_text.sliced(start);
        const bool prefixed = rest.startsWith(u"0x") || rest.startsWith(u"0X") || rest.startsWith(u"\\x");
        const qsizetype first = start + (prefixed ? 2 : 0);
        qsizetype end = first;
        while (end < m_text.size() && digitOf(m_text[end]) >= 0)
            ++end;
        if (end == first && prefixed && (end == m_text.size() || isSeparator(m_text[end]))) {
            fail(start, 2,
                 QCoreApplication::translate("Payload", "no hexadecimal digits behind “%1”").arg(rest.first(2)));
            return;
        }
        if (end == first) {
            failNoDigit(first);
            return;
        }
        const qsizetype digits = end - first;
        if (digits % 2 != 0 && digits > 1) {
            fail(first, digits,
                 QCoreApplication::translate("Payload", "%1 hexadecimal digits are not whole bytes").arg(digits));
            return;
        }
        takeDigits(m_text.sliced(first, digits));
        m_position = end;
        if (end < m_text.size() && (m_text[end] == u'h' || m_text[end] == u'H'))
            ++m_position;
    }

    void takeDigits(QStringView digits)
    {
        if (digits.size() == 1) {
            m_bytes += static_cast<char>(digitOf(digits[0]));
            return;
        }
        for (qsizetype i = 0; i < digits.size(); i += 2)
            m_bytes += static_cast<char>(digitOf(digits[i]) << 4 | digitOf(digits[i + 1]));
    }

    void failNoDigit(qsizetype position)
    {
        const QStringView rest = m_text.sliced(position);
        const bool pair = rest.size() > 1 && rest[0].isHighSurrogate() && rest[1].isLowSurrogate();
        const QStringView character = rest.first(pair ? 2 : 1);
        const QString visible = pair ? QString() : visibleForm(character[0].unicode());
        fail(position, character.size(),
             QCoreApplication::translate("Payload", "“%1” is not a hexadecimal digit")
                 .arg(visible.isEmpty() ? character.toString() : visible));
    }

    void fail(qsizetype position, qsizetype length, QString reason)
    {
        m_error = payloadErrorAt(m_text, position, length, std::move(reason));
    }

    QStringView m_text;
    qsizetype m_position = 0;
    QByteArray m_bytes;
    std::optional<PayloadError> m_error;
};

} // namespace

Result<QByteArray, PayloadError> parseHex(QStringView text)
{
    return HexParser(text).parse();
}

QString toHex(QByteArrayView bytes)
{
    static constexpr char16_t digits[] = u"0123456789ABCDEF";
    QString text;
    text.reserve(bytes.size() * 3);
    for (const char byte : bytes) {
        if (!text.isEmpty())
            text += u' ';
        text += digits[static_cast<uchar>(byte) >> 4];
        text += digits[static_cast<uchar>(byte) & 0x0F];
    }
    return text;
}

} // namespace netassist
