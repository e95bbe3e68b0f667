// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <deque>
#include <utility>

namespace netassist {

/// Something that may happen over and over is told once, and anew after it has been away for a while.
class Episode {
public:
    static constexpr qint64 kQuietMs = 10'000;

    /// It happens. @return whether that is news
    [[nodiscard]] bool begins(qint64 nowMs) { return nowMs - std::exchange(m_lastMs, nowMs) >= kQuietMs; }

private:
    qint64 m_lastMs = -kQuietMs;
};

/// At most so many in any second, and one word about it for each time that more are wanted.
class RateLimit {
public:
    enum class Answer : quint8 {
        Yes,
        NowNot, ///< the first held back since all was quiet: to be told
        No,
    };

    explicit RateLimit(int perSecond) : m_perSecond(perSecond) {}

    /// @param nowMs on any clock that does not go back
    [[nodiscard]] Answer take(qint64 nowMs);
    /// Held back so far.
    [[nodiscard]] qint64 held() const { return m_held; }

private:
    int m_perSecond;
    std::deque<qint64> m_taken; ///< in the last second, oldest first
    qint64 m_held = 0;
    Episode m_holding;
};

} // namespace netassist
