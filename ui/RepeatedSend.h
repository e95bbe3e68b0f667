// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Repeater.h"

#include <QObject>
#include <QTimer>

namespace netassist {

class SendArea;
class Session;

/// Sends what is in the send box again and again, while somebody is there and the box holds a payload. Says in the
/// log why it ended, unless that was wanted.
class RepeatedSend final : public QObject {
    Q_OBJECT

public:
    /// @param area, session outlive this
    RepeatedSend(SendArea& area, Session& session, QObject* parent = nullptr);

    /// Off stops. While it runs, other settings count from the next tick on after a short pause in their typing.
    void setSettings(bool on, const RepeatSettings& settings);

private:
    void startOrStop();
    [[nodiscard]] Repeater::Tick tick();
    void checkSomebodyThere();
    void tellNobodyThere();
    void show();

    SendArea& m_area;
    Session& m_session;
    Repeater m_repeater;
    RepeatSettings m_settings;
    QTimer m_applySoon;     ///< a 1 on the way to 1000 would be a thousand sends a second
    QTimer m_showSoon;      ///< a thousand ticks a second need not be drawn one by one
    bool m_refused = false; ///< an error was told during this tick
};

} // namespace netassist
