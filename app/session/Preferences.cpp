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
constexpr QLatin1String kToolColumn("toolColumn");
constexpr QLatin1String kShown("shown");
constexpr QLatin1String kWidth("width");
constexpr QLatin1String kPage("page");
constexpr QLatin1String kCommandColumns("commandColumns");
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
constexpr QLatin1String kQuickCommands("quickCommands");
constexpr QLatin1String kSendHistory("sendHistory");
constexpr QLatin1String kFiles("files");
constexpr QLatin1String kChecksum("checksum");
constexpr QLatin1String kRepeat("repeat");
constexpr QLatin1String kOn("on");
constexpr QLatin1String kEveryMs("everyMs");
constexpr QLatin1String kTimes("times");
constexpr QLatin1String kReplies("replies");
constexpr QLatin1String kAppearance("appearance");

constexpr int kMostZoomSteps = 100; ///< either way; the log view has narrower limits of its own
constexpr int kHighestPort = 65535;
constexpr int kMostPixels = 100'000;

} // namespace

QJsonObject ToolColumnState::toJson() const
{
    return {
        {kShown, shown}, {kWidth, width}, {kPage, page}, {kCommandColumns, QLatin1String(commandColumns.toBase64())}};
}

ToolColumnState ToolColumnState::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    ToolColumnState state;
    reader.read(kShown, state.shown);
    reader.read(kPage, state.page);
    reader.read(kCommandColumns, state.commandColumns);
    reader.read(kWidth, state.width, 0, kMostPixels);
    return state;
}

QByteArray Preferences::toJson() const
{
    const QJsonObject root{
        {kLanguage, language},
        {kWindow,
         QJsonObject{
             {kGeometry, QLatin1String(windowGeometry.toBase64())},
             {kSplitter, QLatin1String(splitterState.toBase64())},
             {kLeftColumnCollapsed, leftColumnCollapsed},
             {kToolColumn, toolColumn.toJson()},
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
        {kQuickCommands, quickCommands.toJson()},
        {kSendHistory, sendHistory.toJson()},
        {kFiles, files.toJson()},
        {kChecksum, checksum.toJson()},
        {kRepeat, QJsonObject{{kOn, repeatOn}, {kEveryMs, repeat.periodMs}, {kTimes, repeat.times}}},
        {kReplies, replies.toJson()},
        {kAppearance, appearance.toJson()},
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
    result.toolColumn = ToolColumnState::fromJson(window.group(kToolColumn).object());
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
    result.checksum = ChecksumSettings::fromJson(root.group(kChecksum).object());

    const JsonReader limits = root.group(kLimits);
    limits.read(kCaptureBytes, result.limits.captureBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostCaptureBytes);
    limits.read(kClients, result.limits.clients, 1, SessionLimits::kMostClients);
    limits.read(kWaitingBytes, result.limits.waitingBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostWaitingBytes);
    result.quickCommands = QuickCommands::fromJson(root.group(kQuickCommands).object());
    result.sendHistory = SendHistory::fromJson(root.group(kSendHistory).object());
    result.files = FilePreferences::fromJson(root.group(kFiles).object());
    const JsonReader repeat = root.group(kRepeat);
    repeat.read(kOn, result.repeatOn);
    repeat.read(kEveryMs, result.repeat.periodMs, RepeatSettings::kLeastMs, RepeatSettings::kMostMs);
    repeat.read(kTimes, result.repeat.times, 0, RepeatSettings::kMostTimes);
    result.appearance = Appearance::fromJson(root.group(kAppearance).object());
    result.replies = ReplySettings::fromJson(root.group(kReplies).object());
    return result;
}

} // namespace netassist
