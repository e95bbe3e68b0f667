// SPDX-License-Identifier: MIT
#include "app/net/ReconnectTimer.h"

#include "app/net/ClientOptions.h"

#include <algorithm>
#include <chrono>

namespace netassist {

ReconnectTimer::ReconnectTimer(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReconnectTimer::due);
}

int ReconnectTimer::wait(int firstSeconds)
{
    const int seconds = std::clamp(m_next > 0 ? m_next : firstSeconds, 1, ClientOptions::kLongestReconnectSeconds);
    m_next = 2 * seconds;
    m_timer.start(std::chrono::seconds(seconds));
    return seconds;
}

void ReconnectTimer::reset()
{
    m_timer.stop();
    m_next = 0;
}

} // namespace netassist
