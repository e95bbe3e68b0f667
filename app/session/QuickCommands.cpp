// SPDX-License-Identifier: MIT
#include "app/session/QuickCommands.h"

#include "app/base/JsonReader.h"

#include <QJsonArray>

#include <numeric>

namespace netassist {

namespace {

constexpr QLatin1String kName("name");
constexpr QLatin1String kMessageEncoding("encoding"); // as in Message
constexpr QLatin1String kMessageEnding("ending");     // as in Message
constexpr QLatin1String kMessageChecksum("checksum"); // as in Message, or kNone
constexpr QLatin1String kNone("none");
constexpr QLatin1String kDelay("delay");
constexpr QLatin1String kShortcut("shortcut");
constexpr QLatin1String kTicked("ticked");
constexpr QLatin1String kPages("pages");
constexpr QLatin1String kCommands("commands");
constexpr QLatin1String kPageShown("page");
constexpr QLatin1String kRounds("rounds");

constexpr qsizetype kTitleLength = 40; // UTF-16 units

} // namespace

Message QuickCommand::complete(const Message& sendSettings) const
{
    Message complete = message;
    if (!ownEncoding)
        complete.encoding = sendSettings.encoding;
    if (!ownEnding)
        complete.ending = sendSettings.ending;
    if (!ownChecksum)
        complete.checksum = sendSettings.checksum;
    return complete;
}

QString QuickCommand::title() const
{
    return name.isEmpty() ? message.text.left(kTitleLength).simplified() : name;
}

QJsonObject QuickCommand::toJson() const
{
    QJsonObject object = message.toJson();
    if (!ownEncoding)
        object.remove(kMessageEncoding);
    if (!ownEnding)
        object.remove(kMessageEnding);
    if (!ownChecksum)
        object.remove(kMessageChecksum);
    else if (!message.checksum)
        object.insert(kMessageChecksum, kNone);
    object.insert(kName, name);
    object.insert(kDelay, delayMs);
    if (!shortcut.isEmpty())
        object.insert(kShortcut, shortcut);
    object.insert(kTicked, ticked);
    return object;
}

QuickCommand QuickCommand::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    QuickCommand command;
    command.message = Message::fromJson(object);
    command.ownEncoding = reader.value(kMessageEncoding).isString();
    command.ownEnding = reader.value(kMessageEnding).isString();
    command.ownChecksum = command.message.checksum || reader.value(kMessageChecksum).toString() == kNone;
    reader.read(kName, command.name);
    reader.read(kDelay, command.delayMs, 0, kMostDelayMs);
    reader.read(kShortcut, command.shortcut);
    reader.read(kTicked, command.ticked);
    return command;
}

qsizetype QuickCommands::count() const
{
    return std::accumulate(pages.begin(), pages.end(), qsizetype{0},
                           [](qsizetype sum, const QuickCommandPage& each) { return sum + each.commands.size(); });
}

QJsonObject QuickCommands::toJson() const
{
    QJsonArray pageArray;
    for (const QuickCommandPage& each : pages) {
        QJsonArray commandArray;
        for (const QuickCommand& command : each.commands)
            commandArray.append(command.toJson());
        pageArray.append(QJsonObject{{kName, each.name}, {kCommands, commandArray}});
    }
    return {{kPages, pageArray}, {kPageShown, page}, {kRounds, rounds}};
}

QuickCommands QuickCommands::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    QuickCommands result;
    qsizetype room = kMostCommands;
    const QJsonArray pageArray = reader.value(kPages).toArray();
    for (const auto& entry : pageArray) {
        if (!entry.isObject() || result.pages.size() == kMostPages)
            continue;
        const JsonReader pageReader(entry.toObject());
        QuickCommandPage read;
        pageReader.read(kName, read.name);
        const QJsonArray commandArray = pageReader.value(kCommands).toArray();
        for (const auto& command : commandArray) {
            if (command.isObject() && room-- > 0)
                read.commands.append(QuickCommand::fromJson(command.toObject()));
        }
        result.pages.append(read);
    }
    reader.read(kPageShown, result.page, 0, qMax<qint64>(0, result.pages.size() - 1));
    reader.read(kRounds, result.rounds, 0, kMostRounds);
    return result;
}

} // namespace netassist
