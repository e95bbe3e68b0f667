// SPDX-License-Identifier: MIT
#include "app/session/QuickCommandFile.h"

#include "app/session/QuickCommandCsv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr QLatin1String kFilePages("pages");
constexpr QLatin1String kFileCommands("commands");

Note notJson(const QString& path, QByteArrayView bytes, qsizetype offset)
{
    const QByteArrayView before = bytes.first(qBound<qsizetype>(0, offset, bytes.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return {NoteKind::CommandsNotJson, {path, QString::number(line)}};
}

Result<QList<QuickCommandPage>, Note> readJson(const QString& path, const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return notJson(path, bytes, error.offset);
    QuickCommands read = QuickCommands::fromJson(document.object());
    const QJsonArray pages = document.object().value(kFilePages).toArray();
    if (read.pages.isEmpty())
        return Note{NoteKind::CommandsNone, {path}};
    qsizetype wanted = 0;
    for (const auto& page : pages)
        wanted += page.toObject().value(kFileCommands).toArray().size();
    if (pages.size() > QuickCommands::kMostPages || wanted > QuickCommands::kMostCommands)
        return Note{NoteKind::CommandsTooMany, {path, QString::number(QuickCommands::kMostCommands)}};
    return std::move(read.pages);
}

} // namespace

QByteArray exportQuickCommands(const QList<QuickCommandPage>& pages)
{
    QuickCommands all;
    all.pages = pages;
    return QJsonDocument(QJsonObject{{kFilePages, all.toJson().value(kFilePages)}}).toJson();
}

Result<QList<QuickCommandPage>, Note> importQuickCommands(const QString& path, const QByteArray& bytes)
{
    if (bytes.size() > kMostQuickCommandBytes)
        return Note{NoteKind::CommandsTooLarge, {path, QString::number(kMostQuickCommandBytes)}};
    QByteArray text = bytes;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (text.trimmed().startsWith('{'))
        return readJson(path, text);
    return readQuickCommandCsv(path, text);
}

} // namespace netassist
