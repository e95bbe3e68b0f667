// SPDX-License-Identifier: MIT
#include "app/net/ClientOptions.h"

#include "app/base/JsonReader.h"

namespace netassist {

namespace {

constexpr QLatin1String kLocalHost("localHost");
constexpr QLatin1String kLocalPort("localPort");
constexpr QLatin1String kTimeoutSeconds("timeoutSeconds");
constexpr QLatin1String kKeepAlive("keepAlive");
constexpr QLatin1String kReconnect("reconnect");
constexpr QLatin1String kReconnectSeconds("reconnectSeconds");

constexpr int kHighestPort = 65535;

} // namespace

QJsonObject ClientOptions::toJson() const
{
    return {
        {kLocalHost, localHost}, {kLocalPort, localPort}, {kTimeoutSeconds, timeoutSeconds},
        {kKeepAlive, keepAlive}, {kReconnect, reconnect}, {kReconnectSeconds, reconnectSeconds},
    };
}

ClientOptions ClientOptions::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    ClientOptions options;
    reader.read(kLocalHost, options.localHost);
    reader.read(kLocalPort, options.localPort, 0, kHighestPort);
    reader.read(kTimeoutSeconds, options.timeoutSeconds, 1, kLongestTimeoutSeconds);
    reader.read(kKeepAlive, options.keepAlive);
    reader.read(kReconnect, options.reconnect);
    reader.read(kReconnectSeconds, options.reconnectSeconds, 1, kLongestReconnectSeconds);
    return options;
}

} // namespace netassist
