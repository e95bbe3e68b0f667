// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace netassist {

/// Looks at a session's counters at most ten times a second, however much comes, and works out how fast they grow.
class TrafficMeter final : public QObject {
    Q_OBJECT

public:
    /// @param session outlives the meter
    explicit TrafficMeter(const Session& session, QObject* parent = nullptr);

    /// Bytes per second over the last second; 0 when nothing flows.
    [[nodiscard]] double receiveRate() const { return m_receiveRate; }
    [[nodiscard]] double sendRate() const { return m_sendRate; }

    /// For when the counters were reset.
    void restart();

Q_SIGNALS:
    void updated();

private:
    struct Sample {
        qint64 timeMs = 0;
        qint64 received = 0;
        qint64 sent = 0;
    };

    void wake();
    void sample();

    const Session* m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::deque<Sample> m_samples;
    double m_receiveRate = 0;
    double m_sendRate = 0;
    bool m_dirty = false;
};

} // namespace netassist
