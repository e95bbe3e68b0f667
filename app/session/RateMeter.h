// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <deque>

namespace netassist {

/// How fast something grows, over the last few seconds.
class RateMeter final {
public:
    static constexpr qint64 kWindowMs = 3000;

    /// @param timeMs on any clock that does not go back
    /// @param amount so far
    void sample(qint64 timeMs, qint64 amount);
    /// A second; 0 as long as nothing is known.
    [[nodiscard]] double perSecond() const;

private:
    struct Sample {
        qint64 timeMs = 0;
        qint64 amount = 0;
    };
    std::deque<Sample> m_samples;
};

} // namespace netassist
