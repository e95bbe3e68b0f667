// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace netassist {

/// How a send is repeated.
struct RepeatSettings {
    static constexpr int kLeastMs = 1;
    static constexpr int kMostMs = 86'400'000;
    static constexpr int kMostTimes = 1'000'000'000;

    int periodMs = 1000;
    int times = 0; ///< so many sends; 0: without end

    friend bool operator==(const RepeatSettings&, const RepeatSettings&) = default;
};

/// Ticks at once and then every so many milliseconds, by deadlines counted from the start: being late once delays no
/// later tick. What a tick does is the owner's; it says what came of it. A tick that the program is too late for,
/// because the next one is due already, is skipped and counted so, never made up for by a burst.
class Repeater final : public QObject {
    Q_OBJECT

public:
    enum class Tick : quint8 {
        Sent,
        Skipped, ///< what was sent before still waits
        Failed,  ///< there is no use in going on; the owner tells why
    };
    /// Milliseconds of a clock that only goes forward.
    using Clock = std::function<qint64()>;

    explicit Repeater(std::function<Tick()> tick, QObject* parent = nullptr);
    Repeater(std::function<Tick()> tick, Clock clock, QObject* parent = nullptr);

    /// Counts anew; the first tick comes inside this call.
    void start(const RepeatSettings& settings);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// While running: from the next tick on.
    void setSettings(const RepeatSettings& settings) { m_settings = settings; }

    /// Since the last start.
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] qint64 skipped() const { return m_skipped; }

Q_SIGNALS:
    /// Started, stopped, or come to its end: look at isRunning().
    void runningChanged();
    void ticked();

private:
    void tick();
    void arm();

    std::function<Tick()> m_tick;
    Clock m_clock;
    QTimer m_timer;
    RepeatSettings m_settings;
    qint64 m_deadline = 0; ///< of the coming tick, by the clock
    qint64 m_sent = 0;
    qint64 m_skipped = 0;
    bool m_running = false;
};

} // namespace netassist
