// SPDX-License-Identifier: MIT
#include "app/reply/ReplyRule.h"

#include "app/base/JsonReader.h"

#include <QJsonArray>

namespace netassist {

namespace {

constexpr std::array kKinds{
    JsonName<MatchKind>{MatchKind::Contains, QLatin1String("contains")},
    JsonName<MatchKind>{MatchKind::BeginsWith, QLatin1String("begins-with")},
    JsonName<MatchKind>{MatchKind::Equals, QLatin1String("equals")},
    JsonName<MatchKind>{MatchKind::Expression, QLatin1String("expression")},
};
constexpr std::array kModes{
    JsonName<PayloadMode>{PayloadMode::Text, QLatin1String("text")},
    JsonName<PayloadMode>{PayloadMode::Hex, QLatin1String("hex")},
};

constexpr QLatin1String kEnabled("enabled");
constexpr QLatin1String kRuleName("name");
constexpr QLatin1String kKind("kind");
constexpr QLatin1String kPatternMode("mode");
constexpr QLatin1String kPatternEncoding("encoding");
constexpr QLatin1String kPattern("pattern");
constexpr QLatin1String kPeer("peer");
constexpr QLatin1String kUnlessAnswered("unlessAnswered");
constexpr QLatin1String kReply("reply");
constexpr QLatin1String kDelayMs("delayMs");
constexpr QLatin1String kPerSecond("perSecond");
constexpr QLatin1String kEcho("echo");
constexpr QLatin1String kRules("rules");

} // namespace

QJsonObject ReplyRule::toJson() const
{
    return {
        {kEnabled, enabled},
        {kRuleName, name},
        {kKind, jsonNameOf(kind, kKinds)},
        {kPatternMode, jsonNameOf(mode, kModes)},
        {kPatternEncoding, encoding},
        {kPattern, pattern},
        {kPeer, peer},
        {kUnlessAnswered, unlessAnswered},
        {kReply, reply.toJson()},
        {kDelayMs, delayMs},
        {kPerSecond, perSecond},
    };
}

ReplyRule ReplyRule::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    ReplyRule rule;
    reader.read(kEnabled, rule.enabled);
    reader.read(kRuleName, rule.name);
    reader.read(kKind, rule.kind, kKinds);
    reader.read(kPatternMode, rule.mode, kModes);
    reader.read(kPatternEncoding, rule.encoding);
    reader.read(kPattern, rule.pattern);
    reader.read(kPeer, rule.peer);
    reader.read(kUnlessAnswered, rule.unlessAnswered);
    rule.reply = Message::fromJson(reader.group(kReply).object());
    reader.read(kDelayMs, rule.delayMs, 0, kMostDelayMs);
    reader.read(kPerSecond, rule.perSecond, 1, kMostPerSecond);
    return rule;
}

QJsonObject ReplySettings::toJson() const
{
    QJsonArray array;
    for (const ReplyRule& rule : rules)
        array.append(rule.toJson());
    return {{kEnabled, enabled}, {kEcho, echo}, {kPerSecond, perSecond}, {kRules, array}};
}

ReplySettings ReplySettings::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    ReplySettings settings;
    reader.read(kEnabled, settings.enabled);
    reader.read(kEcho, settings.echo);
    reader.read(kPerSecond, settings.perSecond, 1, kMostPerSecond);
    const QJsonArray array = reader.value(kRules).toArray();
    for (const auto& entry : array) {
        if (entry.isObject() && settings.rules.size() < kMostRules)
            settings.rules.append(ReplyRule::fromJson(entry.toObject()));
    }
    return settings;
}

} // namespace netassist
