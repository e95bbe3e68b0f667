// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <deque>

namespace netassist {

/// How fast something grows, over the last moments.
class RateMeter final {
public:
    /// @param windowMs how far back it looks
    explicit RateMeter(qint64 windowMs) : m_windowMs(windowMs) {}

    /// @param timeMs on any clock that does not go back
    /// @param amount so far
    void sample(qint64 timeMs, qint64 amount);
    /// A second; 0 as long as nothing is known.
    [[nodiscard]] double perSecond() const;
    [[nodiscard]] bool isEmpty() const { return m_samples.empty(); }
    void clear() { m_samples.clear(); }

private:
    struct Sample {
        qint64 timeMs = 0;
        qint64 amount = 0;
    };
    qint64 m_windowMs;
    std::deque<Sample> m_samples;
};

} // namespace netassist
