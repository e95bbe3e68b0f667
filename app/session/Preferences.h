// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/payload/Message.h"
#include "app/reply/ReplyRule.h"
#include "app/session/Appearance.h"
#include "app/session/FilePreferences.h"
#include "app/session/QuickCommands.h"
#include "app/session/Repeater.h"
#include "app/session/SendHistory.h"
#include "app/session/Session.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace netassist {

/// The column at the right edge of the window, as it was left.
struct ToolColumnState {
    bool shown = false;
    int width = 0;             ///< in pixels; 0: the usual one
    QString page;              ///< the one in front; empty: the first
    QByteArray commandColumns; ///< QHeaderView::saveState() of the quick commands

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ToolColumnState fromJson(const QJsonObject& object);

    friend bool operator==(const ToolColumnState&, const ToolColumnState&) = default;
};

/// Everything that is remembered from one start to the next. Plain values; the names of encodings may be unknown to
/// this Qt and are looked up where they are used.
struct Preferences {           // NOLINT(clang-analyzer-optin.performance.Padding): in the order of the window
    QString language;          ///< `zh_CN`, `en`; empty: from the locale
    QByteArray windowGeometry; ///< QWidget::saveGeometry()
    QByteArray splitterState;  ///< QSplitter::saveState() between log and send box
    bool leftColumnCollapsed = false;
    ToolColumnState toolColumn;
    bool alwaysOnTop = false;
    int zoomSteps = 0; ///< of the log's font, in points from the default
    Appearance appearance;

    Protocol protocol = Protocol::TcpServer;
    QString localHost = QStringLiteral("127.0.0.1");
    QString remoteHost = QStringLiteral("127.0.0.1");
    quint16 localPort = 8080;
    quint16 remotePort = 8080;
    QStringList localHostHistory;                         ///< newest first, at most kHistoryLength
    QStringList remoteHostHistory;                        ///< `host:port`; of old, a host alone
    QString udpRemote = QStringLiteral("127.0.0.1:8080"); ///< whom UDP sends to
    QStringList udpPeers;                                 ///< to choose from, newest first, at most kHistoryLength
    ClientOptions clientOptions;
    MulticastOptions multicastOptions;

    bool receiveHex = false;
    QString receiveEncoding; ///< empty: GBK in a Chinese UI, else UTF-8
    bool logMode = true;
    bool autoLineFeed = true;
    bool hideReceived = false;
    bool autoScroll = true;

    Message send; ///< the box and its settings
    QuickCommands quickCommands;
    SendHistory sendHistory;
    FilePreferences files;
    ReplySettings replies;

    SessionLimits limits;
    ChecksumSettings checksum; ///< last used, whether one is appended or not
    bool repeatOn = false;
    RepeatSettings repeat;

    static constexpr int kHistoryLength = 20;

    [[nodiscard]] QByteArray toJson() const;
    /// A value of the wrong type or out of range keeps its default; only bytes that are no JSON object at all are an
    /// error (where it is, in English).
    [[nodiscard]] static Result<Preferences, QString> fromJson(const QByteArray& json);

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace netassist
