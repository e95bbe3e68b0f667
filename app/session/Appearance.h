// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace netassist {

/// How the window looks and behaves where its user has chosen.
struct Appearance {
    QString font;          ///< of log and send box, as QFont::toString() writes it; empty: the system's of equal widths
    QString receivedColor; ///< of received data, `#rrggbb`; empty: the usual one
    QString sentColor;
    QString defaultText;   ///< what the send box holds at the start where nothing was left in it
    bool trayIcon = false; ///< closing the window leaves it in the system tray

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default. Whether a font or colour is one, is seen where it is used.
    [[nodiscard]] static Appearance fromJson(const QJsonObject& object);

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

} // namespace netassist
