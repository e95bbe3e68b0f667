// SPDX-License-Identifier: MIT
#include "app/session/Preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QLatin1String>

#include <array>
#include <limits>
#include <utility>

namespace netassist {

namespace {

template <class E>
using Names = std::pair<E, QLatin1String>;

constexpr std::array kProtocols{
    Names<Protocol>{Protocol::TcpServer, QLatin1String("tcp-server")},
    Names<Protocol>{Protocol::TcpClient, QLatin1String("tcp-client")},
};
constexpr std::array kPayloadModes{
    Names<PayloadMode>{PayloadMode::Text, QLatin1String("text")},
    Names<PayloadMode>{PayloadMode::Hex, QLatin1String("hex")},
};
constexpr std::array kEndings{
    Names<Ending>{Ending::None, QLatin1String("none")},
    Names<Ending>{Ending::Cr, QLatin1String("cr")},
    Names<Ending>{Ending::Lf, QLatin1String("lf")},
    Names<Ending>{Ending::CrLf, QLatin1String("crlf")},
    Names<Ending>{Ending::CrLfForAt, QLatin1String("crlf-for-at")},
};

template <class E, std::size_t n>
QString nameOf(E value, const std::array<Names<E>, n>& names)
{
    for (const auto& [candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return {};
}

/// Reads members of one JSON object into fields; a member that is missing, of another type or out of range leaves
/// the field as it is.
class Reader {
public:
    explicit Reader(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] Reader group(QLatin1String key) const { return Reader(m_object.value(key).toObject()); }

    void read(QLatin1String key, bool& field) const { field = m_object.value(key).toBool(field); }
    void read(QLatin1String key, QString& field) const { field = m_object.value(key).toString(field); }

    void read(QLatin1String key, QByteArray& field) const
    {
        const QByteArray base64 = m_object.value(key).toString().toLatin1();
        if (auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors))
            field = *decoded;
    }

    template <class Integer>
    void read(QLatin1String key, Integer& field, qint64 least, qint64 most) const
    {
        const qint64 value = m_object.value(key).toInteger(std::numeric_limits<qint64>::min());
        if (value >= least && value <= most)
            field = static_cast<Integer>(value);
    }

    template <class E, std::size_t n>
    void read(QLatin1String key, E& field, const std::array<Names<E>, n>& names) const
    {
        const QString text = m_object.value(key).toString();
        for (const auto& [value, name] : names) {
            if (text == name)
                field = value;
        }
    }

    /// Newest first; what is not a host's name and what is too much is left out.
    void readHistory(QLatin1String key, QStringList& field) const
    {
        QStringList history;
        const QJsonArray entries = m_object.value(key).toArray();
        for (const auto& entry : entries) {
            const QString host = entry.toString();
            if (!host.isEmpty() && !history.contains(host) && history.size() < Preferences::kHistoryLength)
                history.append(host);
        }
        field = history;
    }

private:
    QJsonObject m_object;
};

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
constexpr QLatin1String kReceive("receive");
constexpr QLatin1String kHex("hex");
constexpr QLatin1String kEncoding("encoding");
constexpr QLatin1String kLogMode("logMode");
constexpr QLatin1String kAutoLineFeed("autoLineFeed");
constexpr QLatin1String kHideReceived("hideReceived");
constexpr QLatin1String kAutoScroll("autoScroll");
constexpr QLatin1String kSend("send");
constexpr QLatin1String kMode("mode");
constexpr QLatin1String kEscapes("escapes");
constexpr QLatin1String kEnding("ending");
constexpr QLatin1String kText("text");
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
             {kProtocol, nameOf(protocol, kProtocols)},
             {kLocalHost, localHost},
             {kRemoteHost, remoteHost},
             {kLocalPort, localPort},
             {kRemotePort, remotePort},
             {kLocalHostHistory, QJsonArray::fromStringList(localHostHistory)},
             {kRemoteHostHistory, QJsonArray::fromStringList(remoteHostHistory)},
         }},
        {kReceive,
         QJsonObject{
             {kHex, receiveHex},
             {kEncoding, receiveEncoding},
             {kLogMode, logMode},
             {kAutoLineFeed, autoLineFeed},
             {kHideReceived, hideReceived},
             {kAutoScroll, autoScroll},
         }},
        {kSend,
         QJsonObject{
             {kMode, nameOf(sendMode, kPayloadModes)},
             {kEncoding, sendEncoding},
             {kEscapes, escapes},
             {kEnding, nameOf(ending, kEndings)},
             {kText, sendText},
         }},
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
    const Reader root(document.object());
    root.read(kLanguage, result.language);

    const Reader window = root.group(kWindow);
    window.read(kGeometry, result.windowGeometry);
    window.read(kSplitter, result.splitterState);
    window.read(kLeftColumnCollapsed, result.leftColumnCollapsed);
    window.read(kAlwaysOnTop, result.alwaysOnTop);
    window.read(kZoomSteps, result.zoomSteps, -kMostZoomSteps, kMostZoomSteps);

    const Reader network = root.group(kNetwork);
    network.read(kProtocol, result.protocol, kProtocols);
    network.read(kLocalHost, result.localHost);
    network.read(kRemoteHost, result.remoteHost);
    network.read(kLocalPort, result.localPort, 0, kHighestPort); // 0: any free one
    network.read(kRemotePort, result.remotePort, 1, kHighestPort);
    network.readHistory(kLocalHostHistory, result.localHostHistory);
    network.readHistory(kRemoteHostHistory, result.remoteHostHistory);

    const Reader receive = root.group(kReceive);
    receive.read(kHex, result.receiveHex);
    receive.read(kEncoding, result.receiveEncoding);
    receive.read(kLogMode, result.logMode);
    receive.read(kAutoLineFeed, result.autoLineFeed);
    receive.read(kHideReceived, result.hideReceived);
    receive.read(kAutoScroll, result.autoScroll);

    const Reader send = root.group(kSend);
    send.read(kMode, result.sendMode, kPayloadModes);
    send.read(kEncoding, result.sendEncoding);
    send.read(kEscapes, result.escapes);
    send.read(kEnding, result.ending, kEndings);
    send.read(kText, result.sendText);

    const Reader limits = root.group(kLimits);
    limits.read(kCaptureBytes, result.limits.captureBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostCaptureBytes);
    limits.read(kClients, result.limits.clients, 1, SessionLimits::kMostClients);
    limits.read(kWaitingBytes, result.limits.waitingBytes, SessionLimits::kLeastBytes,
                SessionLimits::kMostWaitingBytes);
    return result;
}

} // namespace netassist
