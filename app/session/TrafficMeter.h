// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/RateMeter.h"
#include "app/session/Session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace netassist {

/// Looks at a session's counters at most ten times a second, however much comes, and works out how fast they grow.
class TrafficMeter final : public QObject {
    Q_OBJECT

public:
    /// @param session outlives the meter
    explicit TrafficMeter(const Session& session, QObject* parent = nullptr);

    /// Bytes per second over the last second; 0 when nothing flows.
    [[nodiscard]] double receiveRate() const { return m_received.perSecond(); }
    [[nodiscard]] double sendRate() const { return m_sent.perSecond(); }

    /// For when the counters were reset.
    void restart();

Q_SIGNALS:
    void updated();

private:
    static constexpr qint64 kWindowMs = 1000;

    void wake();
    void sample();
    void take();
    void clear();

    const Session* m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    RateMeter m_received{kWindowMs};
    RateMeter m_sent{kWindowMs};
    bool m_dirty = false;
};

} // namespace netassist
