// SPDX-License-Identifier: MIT
#include "app/payload/Placeholder.h"

#include "app/payload/TextPosition.h"

#include <QCoreApplication>

#include <utility>

namespace netassist {

namespace {

constexpr QStringView kOpening = u"${";
constexpr QStringView kLiteralOpening = u"$${";

bool isKeyLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Reads one placeholder. Whatever is wrong in it, it has an end or there is an error.
class PlaceholderParser final {
public:
    /// @param position of the `${`
    PlaceholderParser(QStringView text, qsizetype position) : m_text(text), m_position(position)
    {
        m_placeholder.range.position = position;
    }

    Result<Placeholder, PayloadError> parse()
    {
        m_position += kOpening.size();
        skipBlanks();
        m_placeholder.nameRange.position = m_position;
        m_placeholder.name = bareWord();
        m_placeholder.nameRange.length = m_position - m_placeholder.nameRange.position;
        skipBlanks();
        while (!m_error && !atEnd() && m_text[m_position] != u'}') {
            takeArgument();
            skipBlanks();
        }
        if (m_error)
            return *std::move(m_error);
        if (atEnd()) {
            return payloadErrorAt(
                m_text, m_placeholder.range.position, kOpening.size(),
                QCoreApplication::translate("Payload", "a } is missing behind ${; for the characters write $${"));
        }
        ++m_position;
        m_placeholder.range.length = m_position - m_placeholder.range.position;
        return std::move(m_placeholder);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] bool atBorder() const
    {
        return atEnd() || m_text[m_position].isSpace() || m_text[m_position] == u'}';
    }

    void skipBlanks()
    {
        while (!atEnd() && m_text[m_position].isSpace())
            ++m_position;
    }

    QString bareWord()
    {
        const qsizetype start = m_position;
        while (!atBorder())
            ++m_position;
        return m_text.sliced(start, m_position - start).toString();
    }

    QString key()
    {
        qsizetype end = m_position;
        while (end < m_text.size() && isKeyLetter(m_text[end]))
            ++end;
        if (end == m_position || end == m_text.size() || m_text[end] != u'=')
            return {};
        const qsizetype start = std::exchange(m_position, end + 1);
        return m_text.sliced(start, end - start).toString();
    }

    /// At a quote.
    QString quoted()
    {
        const qsizetype start = m_position++;
        QString value;
        for (; !atEnd(); ++m_position) {
            if (m_text[m_position] == u'"' && (++m_position == m_text.size() || m_text[m_position] != u'"')) {
                if (!atBorder())
                    fail(start, m_position - start + 1,
                         QCoreApplication::translate(
                             "Payload", "a blank or } is missing behind the quotes; a quote inside them is doubled"));
                return value;
            }
            value += m_text[m_position];
        }
        fail(start, 1, QCoreApplication::translate("Payload", "the quotes are not closed"));
        return {};
    }

    void takeArgument()
    {
        PlaceholderArgument argument;
        argument.range.position = m_position;
        argument.key = key();
        argument.value = !atEnd() && m_text[m_position] == u'"' ? quoted() : bareWord();
        argument.range.length = m_position - argument.range.position;
        m_placeholder.arguments.append(std::move(argument));
    }

    void fail(qsizetype position, qsizetype length, QString reason)
    {
        m_error = payloadErrorAt(m_text, position, length, std::move(reason));
    }

    QStringView m_text;
    qsizetype m_position;
    Placeholder m_placeholder;
    std::optional<PayloadError> m_error;
};

void addLiteral(std::vector<TextPart>& parts, qsizetype from, qsizetype to)
{
    if (to > from)
        parts.push_back({{from, to - from}, std::nullopt});
}

} // namespace

Result<std::vector<TextPart>, PayloadError> splitText(QStringView text)
{
    std::vector<TextPart> parts;
    qsizetype start = 0;
    qsizetype at = text.indexOf(u'$');
    while (at >= 0) {
        const QStringView rest = text.sliced(at);
        if (rest.startsWith(kLiteralOpening)) {
            addLiteral(parts, start, at);
            start = at + 1;
            at += kLiteralOpening.size();
        } else if (rest.startsWith(kOpening)) {
            addLiteral(parts, start, at);
            auto placeholder = PlaceholderParser(text, at).parse();
            if (!placeholder)
                return placeholder.error();
            parts.push_back({placeholder.value().range, std::move(placeholder).value()});
            start = parts.back().range.position + parts.back().range.length;
            at = start;
        } else {
            ++at;
        }
        at = text.indexOf(u'$', at);
    }
    addLiteral(parts, start, text.size());
    return parts;
}

} // namespace netassist
