// SPDX-License-Identifier: MIT
#include "app/session/RateMeter.h"

namespace netassist {

void RateMeter::sample(qint64 timeMs, qint64 amount)
{
    m_samples.push_back({timeMs, amount});
    while (m_samples.size() > 2 && m_samples[1].timeMs <= timeMs - m_windowMs)
        m_samples.pop_front();
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    if (last.timeMs <= first.timeMs)
        return 0;
    return static_cast<double>(last.amount - first.amount) * 1000.0 / static_cast<double>(last.timeMs - first.timeMs);
}

} // namespace netassist
