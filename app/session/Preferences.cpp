// SPDX-License-Identifier: MIT
#include "app/session/Preferences.h"

#include "app/base/JsonReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QLatin1String>

#include <array>

namespace netassist {

namespace {

constexpr std::array kProtocols{
    JsonName<Protocol>{Protocol::TcpServer, QLatin1String("tcp-server")},
    JsonName<Protocol>{Protocol::TcpClient, QLatin1String("tcp-client")},
    JsonName<Protocol>{Protocol::Udp, QLatin1String("udp")},
};

/// Newest first; what is not a host's name and what is too much is left out.
QStringList historyIn(const JsonReader& reader, QLatin1String key)
{
    QStringList history;
    const QJsonArray entries = reader.value(key).toArray();
    for (const auto& entry : entries) {
        const QString host = entry.toString();
        if (!host.isEmpty() && !history.contains(host) && history.size() < Preferences::kHistoryLength)
            history.append(host);
    }
    return history;
}

// The members' names; each is used once to write and once to read.
constexpr QLatin1String kLanguage("language");
constexpr QLatin1String kWindow("window");
constexpr QLatin1String kGeometry("geometry");
constexpr QLatin1String kSplitter("splitter");
constexpr QLatin1String kLeftColumnCollapsed("leftColumnCollapsed");
constexpr QLatin1String kAlwaysOnTop("alwaysOnTop");
constexpr QLatin1String kZoomSteps("zoomSteps");
constexpr QLatin1String kNetwork("network");
constexpr QLatin1String kProtocol("protocol");
constexpr QLatin1String kLocalHost("localHost");
constexpr QLatin1String kRemoteHost("remoteHost");
constexpr QLatin1String kLocalPort("localPort");
constexpr QLatin1String kRemotePort("remotePort");
constexpr QLatin1String kLocalHostHistory("localHostHistory");
constexpr QLatin1String kRemoteHostHistory("remoteHostHistory");
constexpr QLatin1String kUdpRemote("udpRemote");
constexpr QLatin1String kUdpPeers("udpPeers");
constexpr QLatin1String kClient("client");
constexpr QLatin1String kMulticast("multicast");
constexpr QLatin1String kReceive("receive");
constexpr QLatin1String kHex("hex");
constexpr QLatin1String kEncoding("encoding");
constexpr QLatin1String kLogMode("logMode");
constexpr QLatin1String kAutoLineFeed("autoLineFeed");
constexpr QLatin1String kHideReceived("hideReceived");
constexpr QLatin1String kAutoScroll("autoScroll");
constexpr QLatin1String kSend("send");
constexpr QLatin1String kLimits("limits");
constexpr QLatin1String kCaptureBytes("captureBytes");
constexpr QLatin1String kClients("clients");
constexpr QLatin1String kWaitingBytes("waitingBytes");

constexpr int kMostZoomSteps = 100; ///< either way; the log view has narrower limits of its own
constexpr int kHighestPort = 65535;

} // namespace

QByteArray Preferences::toJson() const
{
    const QJsonObject root{
        {kLanguage, language},
        {kWindow,
         QJsonObject{
             {kGeometry, QLatin1String(windowGeometry.toBase64())},
             {kSplitter, QLatin1String(splitterState.toBase64())},
             {kLeftColumnCollapsed, leftColumnCollapsed},
             {kAlwaysOnTop, alwaysOnTop},
             {kZoomSteps, zoomSteps},
         }},
        {kNetwork,
         QJsonObject{
             {kProtocol, jsonNameOf(protocol, kProtocols)},
             {kLocalHost, localHost},
             {kRemoteHost, remoteHost},
             {kLocalPort, localPort},
             {kRemotePort, remotePort},
             {kLocalHostHistory, QJsonArray::fromStringList(localHostHistory)},
             {kRemoteHostHistory, QJsonArray::fromStringList(remoteHostHistory)},
             {kUdpRemote, udpRemote},
             {kUdpPeers, QJsonArray::fromStringList(udpPeers)},
         }},
        {kClient, clientOptions.toJson()},
        {kMulticast, multicastOptions.toJson()},
        {kReceive,
         QJsonObject{
             {kHex, receiveHex},
             {kEncoding, receiveEncoding},
             {kLogMode, logMode},
             {kAutoLineFeed, autoLineFeed},
             {kHideReceived, hideReceived},
             {kAutoScroll, autoScroll},
         }},
        {kSend, send.toJson()},
        {kLimits,
         QJsonObject{
             {kCaptureBytes, limits.captureBytes},
             {kClients, static_cast<qint64>(limits.clients)},
             {kWaitingBytes, limits.waitingBytes},
         }},
    };
    return QJsonDocument(root).toJson();
}

Result<Preferences, QString> Preferences::fromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset);
    if (!document.isObject())
        return QStringLiteral("no JSON object at byte 0");

    Preferences result;
    const JsonReader root(document.object());
    root.read(kLanguage, result.language);

    const JsonReader window = root.group(kWindow);
    window.read(kGeometry, result.windowGeometry);
    window.read(kSplitter, result.splitterState);
    window.read(kLeftColumnCollapsed, result.leftColumnCollapsed);
    window.read(kAlwaysOnTop, result.alwaysOnTop);
    window.read(kZoomSteps, result.zoomSteps, -kMostZoomSteps, kMostZoomSteps);

    const JsonReader network = root.group(kNetwork);
    network.read(kProtocol, result.protocol, kProtocols);
    network.read(kLocalHost, result.localHost);
    network.read(kRemoteHost, result.remoteHost);
    network.read(kLocalPort, result.localPort, 0, kHighestPort); // 0: any free one
    network.read(kRemotePort, result.remotePort, 1, kHighestPort);
    result.localHostHistory = historyIn(network, kLocalHostHistory);
    result.remoteHostHistory = historyIn(network, kRemoteHostHistory);
    network.read(kUdpRemote, result.udpRemote);
    result.udpPeers = historyIn(network, kUdpPeers);
    result.clientOptions = ClientOptions::fromJson(root.group(kClient).object());
    result.multicastOptions = MulticastOptions::fromJson(root.group(kMulticast).object());

    const JsonReader receive = root.group(kReceive);
    receive.read(kHex, result.receiveHex);
    receive.read(kEncoding, result.receiveEncoding);
    receive.read(kLogMode, result.logMode);
    receive.read(kAutoLineFeed, result.autoLineFeed);
    receive.read(kHideReceived, result.hideReceived);
    receive.read(kAutoScroll, result.autoScroll);

    result.send = Message::fromJson(root.group(kSend).object());

    const JsonReader limits = root.group(kLimits);
    limits.read(kCaptureBytes, result.limits.captureBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostCaptureBytes);
    limits.read(kClients, result.limits.clients, 1, SessionLimits::kMostClients);
    limits.read(kWaitingBytes, result.limits.waitingBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostWaitingBytes);
    return result;
}

} // namespace netassist
