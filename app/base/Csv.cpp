// SPDX-License-Identifier: MIT
#include "app/base/Csv.h"

#include <optional>

namespace netassist {

namespace {

class Parser {
public:
    explicit Parser(QStringView text) : m_text(text) {}

    [[nodiscard]] Result<QList<CsvRow>, CsvError> rows()
    {
        QList<CsvRow> rows;
        while (m_at < m_text.size()) {
            CsvRow row{m_line, {}};
            bool more = true;
            while (more) {
                if (const std::optional<CsvError> error = readField(row.fields))
                    return *error;
                more = m_at < m_text.size() && m_text[m_at] == u',';
                if (more)
                    ++m_at;
            }
            endRow();
            if (row.fields.size() > 1 || !row.fields.first().isEmpty())
                rows.append(row);
        }
        return rows;
    }

private:
    [[nodiscard]] bool atRowEnd() const
    {
        return m_at == m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
    }

    void endRow()
    {
        if (m_at == m_text.size())
            return;
        m_at += m_text.sliced(m_at).startsWith(u"\r\n") ? 2 : 1;
        ++m_line;
    }

    [[nodiscard]] std::optional<CsvError> readField(QStringList& fields)
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return readQuoted(fields);
        const qsizetype begin = m_at;
        while (!atRowEnd() && m_text[m_at] != u',')
            ++m_at;
        fields.append(m_text.sliced(begin, m_at - begin).toString());
        return std::nullopt;
    }

    [[nodiscard]] std::optional<CsvError> readQuoted(QStringList& fields)
    {
        const CsvError broken{m_line};
        QString field;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar unit = m_text[m_at];
            if (unit == u'"') {
                ++m_at;
                if (m_at == m_text.size() || m_text[m_at] != u'"') {
                    fields.append(field);
                    return atRowEnd() || m_text[m_at] == u',' ? std::nullopt : std::optional(broken);
                }
            }
            if (unit == u'\n' || (unit == u'\r' && !m_text.sliced(m_at).startsWith(u"\r\n")))
                ++m_line;
            field += unit;
        }
        return broken;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

Result<QList<CsvRow>, CsvError> parseCsv(QStringView text)
{
    return Parser(text).rows();
}

} // namespace netassist
