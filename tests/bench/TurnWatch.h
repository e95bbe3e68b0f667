// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

namespace netassist::bench {

/// How long the event loop takes to come round: a timer of a millisecond, and the time between its calls. That is how
/// long a key press or a click may have to wait. On a busy machine other programs' time is in it; the processor time
/// of this thread between two calls is not wrong there.
class TurnWatch final : public QObject {
    Q_OBJECT

public:
    TurnWatch();

    void start();
    void stop();

    /// In milliseconds, between start() and stop().
    [[nodiscard]] double longest() const;
    /// 99 of 100 are not longer.
    [[nodiscard]] double percentile99() const;
    /// The longest in processor time of this thread.
    [[nodiscard]] double longestOwn() const { return m_longestOwn; }

private:
    void tick();

    QTimer m_timer;
    std::vector<double> m_turns;
    double m_last = 0;
    double m_lastOwn = 0;
    double m_longestOwn = 0;
};

} // namespace netassist::bench
