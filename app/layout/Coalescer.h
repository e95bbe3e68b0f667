// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace netassist {

/// Gathers many pokes into few due() signals: one comes when it has been quiet for 10 ms, or after 40 ms at the
/// latest. (The two times are those of Konsole's terminal emulation, which settled on them for the same reason.) What
/// is done for each must not take much of the time there is: the longer it took, the later the next.
class Coalescer final : public QObject {
    Q_OBJECT

public:
    static constexpr int kQuietMs = 10;
    static constexpr int kCeilingMs = 40;
    static constexpr int kMostRestMs = 100;
    static constexpr int kRest = 9; ///< times as long as the work

    explicit Coalescer(QObject* parent = nullptr);

    /// Cheap enough for every read of a flood.
    void poke();
    /// What the last due() has led to has taken so long, in all.
    void setWork(qint64 microseconds);

Q_SIGNALS:
    void due();

private:
    void look();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_firstPoke = -1; // ms on m_clock; -1: none waits
    qint64 m_lastPoke = 0;
    qint64 m_lastDue = 0;
    qint64 m_restMs = 0;
};

} // namespace netassist
