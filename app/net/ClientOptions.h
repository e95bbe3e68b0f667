// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace netassist {

/// How a TCP client connects.
struct ClientOptions {
    static constexpr int kLongestTimeoutSeconds = 30; ///< Qt gives up then by itself
    static constexpr int kLongestReconnectSeconds = 30;

    QString localHost;     ///< address of this machine to connect from; empty: the system chooses
    quint16 localPort = 0; ///< 0: any free one
    int timeoutSeconds = 10;
    bool keepAlive = false;   ///< ask a silent peer now and then whether it is still there (SO_KEEPALIVE)
    bool reconnect = false;   ///< when the connection fails or is ended by the other side
    int reconnectSeconds = 1; ///< before the first attempt; each further one waits twice as long, up to the longest

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static ClientOptions fromJson(const QJsonObject& object);

    friend bool operator==(const ClientOptions&, const ClientOptions&) = default;
};

} // namespace netassist
