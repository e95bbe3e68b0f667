// SPDX-License-Identifier: MIT
#include "app/net/MulticastOptions.h"

#include "app/base/JsonReader.h"

#include <QJsonArray>

namespace netassist {

namespace {

constexpr QLatin1String kGroups("groups");
constexpr QLatin1String kAddress("address");
constexpr QLatin1String kInterface("interface");
constexpr QLatin1String kSendInterface("sendInterface");
constexpr QLatin1String kHops("hops");
constexpr QLatin1String kLoopback("loopback");
constexpr QLatin1String kSharePort("sharePort");

} // namespace

QJsonObject MulticastOptions::toJson() const
{
    QJsonArray entries;
    for (const MulticastGroup& group : groups)
        entries.append(QJsonObject{{kAddress, group.address}, {kInterface, group.interfaceName}});
    return {
        {kGroups, entries},    {kSendInterface, sendInterface}, {kHops, hops},
        {kLoopback, loopback}, {kSharePort, sharePort},
    };
}

MulticastOptions MulticastOptions::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    MulticastOptions options;
    const QJsonArray entries = reader.value(kGroups).toArray();
    for (const auto& entry : entries) {
        const MulticastGroup group{entry[kAddress].toString(), entry[kInterface].toString()};
        if (!group.address.isEmpty() && !options.groups.contains(group) && options.groups.size() < kMostGroups)
            options.groups.append(group);
    }
    reader.read(kSendInterface, options.sendInterface);
    reader.read(kHops, options.hops, 0, kMostHops);
    reader.read(kLoopback, options.loopback);
    reader.read(kSharePort, options.sharePort);
    return options;
}

} // namespace netassist
