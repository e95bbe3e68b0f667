// SPDX-License-Identifier: MIT
#include "tests/bench/TurnWatch.h"

#include "tests/bench/Clock.h"

#include <algorithm>

namespace netassist::bench {

namespace {

constexpr double kMsPerSecond = 1e3;

} // namespace

TurnWatch::TurnWatch()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &TurnWatch::tick);
}

void TurnWatch::start()
{
    m_turns.clear();
    m_longestOwn = 0;
    m_last = now();
    m_lastOwn = ownSeconds();
    m_timer.start();
}

void TurnWatch::stop()
{
    if (m_timer.isActive())
        tick();
    m_timer.stop();
}

void TurnWatch::tick()
{
    const double time = now();
    const double own = ownSeconds();
    m_turns.push_back((time - m_last) * kMsPerSecond);
    m_longestOwn = std::max(m_longestOwn, (own - m_lastOwn) * kMsPerSecond);
    m_last = time;
    m_lastOwn = own;
}

double TurnWatch::longest() const
{
    return m_turns.empty() ? 0 : *std::max_element(m_turns.cbegin(), m_turns.cend());
}

double TurnWatch::percentile99() const
{
    if (m_turns.empty())
        return 0;
    std::vector<double> turns = m_turns;
    const auto at = turns.begin() + static_cast<std::ptrdiff_t>((turns.size() - 1) * 99 / 100);
    std::nth_element(turns.begin(), at, turns.end());
    return *at;
}

} // namespace netassist::bench
