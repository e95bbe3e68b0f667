// SPDX-License-Identifier: MIT
#include "app/session/Appearance.h"

#include "app/base/JsonReader.h"

namespace netassist {

namespace {

constexpr QLatin1String kFont("font");
constexpr QLatin1String kReceivedColor("receivedColor");
constexpr QLatin1String kSentColor("sentColor");
constexpr QLatin1String kDefaultText("defaultText");
constexpr QLatin1String kTrayIcon("trayIcon");

} // namespace

QJsonObject Appearance::toJson() const
{
    return {
        {kFont, font},         {kReceivedColor, receivedColor}, {kSentColor, sentColor}, {kDefaultText, defaultText},
        {kTrayIcon, trayIcon},
    };
}

Appearance Appearance::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    Appearance appearance;
    reader.read(kFont, appearance.font);
    reader.read(kReceivedColor, appearance.receivedColor);
    reader.read(kSentColor, appearance.sentColor);
    reader.read(kDefaultText, appearance.defaultText);
    reader.read(kTrayIcon, appearance.trayIcon);
    return appearance;
}

} // namespace netassist
