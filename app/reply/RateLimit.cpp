// SPDX-License-Identifier: MIT
#include "app/reply/RateLimit.h"

namespace netassist {

RateLimit::Answer RateLimit::take(qint64 nowMs)
{
    constexpr qint64 kSecondMs = 1000;
    while (!m_taken.empty() && m_taken.front() <= nowMs - kSecondMs)
        m_taken.pop_front();
    if (m_taken.size() < static_cast<std::size_t>(m_perSecond)) {
        m_taken.push_back(nowMs);
        return Answer::Yes;
    }
    ++m_held;
    return m_holding.begins(nowMs) ? Answer::NowNot : Answer::No;
}

} // namespace netassist
