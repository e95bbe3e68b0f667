// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace netassist {

/// Runs through steps, one after the other, each followed by its delay: once, several times or until stopped. A step
/// is due at the time the one before it was due plus that one's delay, so that delays do not add up with what the
/// sending takes; only when a step comes late does the count begin anew from there.
class CommandSequence final : public QObject {
    Q_OBJECT

public:
    enum class Outcome : quint8 {
        Sent,
        Waiting, ///< earlier bytes wait still: to be tried again soon
        Failed,  ///< the sequence ends here
    };
    enum class End : quint8 { Finished, Stopped, Failed };

    /// Does a step; it may destroy the sequence. @param step its index, 0-based
    using Step = std::function<Outcome(qsizetype step)>;

    explicit CommandSequence(QObject* parent = nullptr);

    /// The first step comes from the event loop. Without steps nothing is started.
    /// @param delaysMs behind each step; behind the very last one nothing is waited for
    /// @param rounds 0: until stopped
    void start(const QList<int>& delaysMs, int rounds, const Step& doStep);
    /// Also from inside a step.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// A step was done. @param round 1-based
    void stepped(qsizetype step, qint64 round);
    void ended(netassist::CommandSequence::End end);

private:
    using Clock = std::chrono::steady_clock;

    void doDueStep();
    void wait(Clock::time_point until);
    void end(End end);

    QList<int> m_delaysMs;
    Step m_doStep;
    int m_rounds = 1;
    qsizetype m_step = 0;
    qint64 m_round = 1;
    Clock::time_point m_due;
    QTimer m_timer;
    bool m_running = false;
};

} // namespace netassist
