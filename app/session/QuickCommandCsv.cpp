// SPDX-License-Identifier: MIT
#include "app/session/QuickCommandCsv.h"

#include "app/base/Csv.h"
#include "app/base/JsonReader.h"
#include "app/text/Encoding.h"

#include <QFileInfo>
#include <QStringDecoder>

#include <array>
#include <optional>

namespace netassist {

namespace {

enum class Column : quint8 { Ticked, Name, Mode, Content, Escapes, Encoding, Ending, Checksum, Delay, Shortcut };

struct ColumnName {
    Column column = Column::Content;
    QLatin1String english;
    QStringView chinese;
};

constexpr std::array kColumnNames{
    ColumnName{Column::Ticked, QLatin1String("ticked"), u"勾选"},
    ColumnName{Column::Name, QLatin1String("name"), u"名称"},
    ColumnName{Column::Mode, QLatin1String("mode"), u"模式"},
    ColumnName{Column::Content, QLatin1String("content"), u"内容"},
    ColumnName{Column::Content, QLatin1String("text"), u"指令"},
    ColumnName{Column::Escapes, QLatin1String("escapes"), u"转义"},
    ColumnName{Column::Encoding, QLatin1String("encoding"), u"编码"},
    ColumnName{Column::Ending, QLatin1String("ending"), u"结尾"},
    ColumnName{Column::Checksum, QLatin1String("checksum"), u"附加位"},
    ColumnName{Column::Delay, QLatin1String("delay"), u"延时"},
    ColumnName{Column::Shortcut, QLatin1String("shortcut"), u"快捷键"},
};

using Columns = QList<Column>;

std::optional<Column> columnCalled(const QString& field)
{
    const QString name = field.trimmed();
    for (const ColumnName& candidate : kColumnNames) {
        if (name.compare(candidate.english, Qt::CaseInsensitive) == 0 || name == candidate.chinese)
            return candidate.column;
    }
    return std::nullopt;
}

/// The columns that a first row calls by their names; none if it is a command like the others.
Columns columnsNamedBy(const CsvRow& row)
{
    Columns columns;
    for (const QString& field : row.fields) {
        const std::optional<Column> column = columnCalled(field);
        if (!column || columns.contains(*column))
            return {};
        columns.append(*column);
    }
    return columns.contains(Column::Content) ? columns : Columns();
}

Columns usualColumns(qsizetype count)
{
    if (count == 1)
        return {Column::Content};
    if (count == 2)
        return {Column::Name, Column::Content};
    return {Column::Name, Column::Mode, Column::Content, Column::Ending, Column::Delay, Column::Shortcut};
}

std::optional<bool> truthOf(const QString& field)
{
    const QString word = field.trimmed().toLower();
    for (const QStringView yes : {u"1", u"true", u"yes", u"x", u"是", u"√"}) {
        if (word == yes)
            return true;
    }
    for (const QStringView no : {u"0", u"false", u"no", u"", u"否"}) {
        if (word == no)
            return false;
    }
    return std::nullopt;
}

bool readTruth(const QString& field, bool& truth)
{
    const std::optional<bool> read = truthOf(field);
    truth = read.value_or(truth);
    return read.has_value();
}

bool readMode(const QString& field, Message& message)
{
    const QString word = field.trimmed().toLower();
    if (word == u"hex" || word == u"十六进制")
        message.mode = PayloadMode::Hex;
    else
        return word.isEmpty() || word == u"text" || word == u"ascii" || word == u"文本";
    return true;
}

bool readEnding(const QString& field, QuickCommand& command)
{
    const QString word = field.trimmed().toLower();
    if (word.isEmpty())
        return true;
    // By the names that JSON files have for them.
    constexpr QLatin1String kEndingKey("ending");
    const Message read = Message::fromJson({{kEndingKey, word}});
    command.ownEnding = true;
    command.message.ending = read.ending;
    return read.toJson().value(kEndingKey).toString() == word;
}

bool readChecksum(const QString& field, QuickCommand& command)
{
    const QString word = field.trimmed();
    command.ownChecksum = !word.isEmpty();
    command.message.checksum = checksumByName(word);
    return !command.ownChecksum || command.message.checksum || word.compare(u"none", Qt::CaseInsensitive) == 0 ||
           word == u"无";
}

bool readDelay(const QString& field, int& delayMs)
{
    if (field.trimmed().isEmpty())
        return true;
    bool isNumber = false;
    const int read = field.trimmed().toInt(&isNumber);
    if (!isNumber || read < 0 || read > QuickCommand::kMostDelayMs)
        return false;
    delayMs = read;
    return true;
}

/// @return false if the field does not say anything that this column can hold
bool readField(Column column, const QString& field, QuickCommand& command)
{
    switch (column) {
    case Column::Ticked:
        return readTruth(field, command.ticked);
    case Column::Name:
        command.name = field;
        return true;
    case Column::Mode:
        return readMode(field, command.message);
    case Column::Content:
        command.message.text = field;
        return true;
    case Column::Escapes:
        return field.trimmed().isEmpty() || readTruth(field, command.message.escapes);
    case Column::Encoding:
        command.ownEncoding = !field.trimmed().isEmpty();
        command.message.encoding = field.trimmed();
        return !command.ownEncoding || Encoding::byName(command.message.encoding) != nullptr;
    case Column::Ending:
        return readEnding(field, command);
    case Column::Checksum:
        return readChecksum(field, command);
    case Column::Delay:
        return readDelay(field, command.delayMs);
    case Column::Shortcut:
        command.shortcut = field.trimmed();
        return true;
    }
    return false;
}

/// What is not UTF-8 is GBK, as Chinese Windows programs write it; a byte that is neither comes out as `\xNN`.
Result<QString, Note> textOf(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (!decoder.hasError())
        return text;
    const Encoding* const gbk = Encoding::byName(u"GBK");
    if (gbk == nullptr)
        return Note{NoteKind::EncodingUnavailable, {QStringLiteral("GBK")}};
    return gbk->decode(bytes);
}

} // namespace

Result<QList<QuickCommandPage>, Note> readQuickCommandCsv(const QString& path, const QByteArray& bytes)
{
    const Result<QString, Note> text = textOf(bytes);
    if (!text)
        return text.error();
    const Result<QList<CsvRow>, CsvError> parsed = parseCsv(text.value());
    if (!parsed)
        return Note{NoteKind::CommandsBadQuotes, {path, QString::number(parsed.error().line)}};
    const QList<CsvRow>& rows = parsed.value();
    const Columns named = rows.isEmpty() ? Columns() : columnsNamedBy(rows.first());
    const qsizetype first = named.isEmpty() ? 0 : 1;
    if (rows.size() <= first)
        return Note{NoteKind::CommandsNone, {path}};
    if (rows.size() - first > QuickCommands::kMostCommands)
        return Note{NoteKind::CommandsTooMany, {path, QString::number(QuickCommands::kMostCommands)}};

    QuickCommandPage page{QFileInfo(path).completeBaseName(), {}};
    for (const CsvRow& row : rows.sliced(first)) {
        const Columns columns = named.isEmpty() ? usualColumns(row.fields.size()) : named;
        QuickCommand command;
        for (qsizetype i = 0; i < row.fields.size(); ++i) {
            const QString& field = row.fields.at(i);
            // Behind the last column there may be nothing but commas.
            const bool understood =
                i < columns.size() ? readField(columns.at(i), field, command) : field.trimmed().isEmpty();
            if (!understood)
                return Note{NoteKind::CommandsBadField, {path, QString::number(row.line), field.left(60)}};
        }
        page.commands.append(command);
    }
    return QList{page};
}

} // namespace netassist
