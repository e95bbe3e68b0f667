// SPDX-License-Identifier: MIT
#include "app/session/TrafficMeter.h"

#include <utility>

namespace netassist {

namespace {

constexpr int kIntervalMs = 100;
constexpr qint64 kWindowMs = 1000;

} // namespace

TrafficMeter::TrafficMeter(const Session& session, QObject* parent) : QObject(parent), m_session(&session)
{
    m_clock.start();
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &TrafficMeter::sample);
    connect(m_session, &Session::trafficked, this, &TrafficMeter::wake);
}

void TrafficMeter::restart()
{
    m_samples.clear();
    m_receiveRate = 0;
    m_sendRate = 0;
    Q_EMIT updated();
}

void TrafficMeter::wake()
{
    m_dirty = true;
    if (m_timer.isActive())
        return;
    // The counters have moved already; what they were when all was quiet is not known better than as they are now.
    if (m_samples.empty())
        m_samples.push_back({m_clock.elapsed(), m_session->counters().receivedBytes, m_session->counters().sentBytes});
    m_timer.start();
}

void TrafficMeter::sample()
{
    const Counters& counters = m_session->counters();
    const qint64 now = m_clock.elapsed();
    const bool flowing = std::exchange(m_dirty, false);
    m_samples.push_back({now, counters.receivedBytes, counters.sentBytes});
    while (m_samples.size() > 2 && m_samples[1].timeMs <= now - kWindowMs)
        m_samples.pop_front();
    const Sample& oldest = m_samples.front();
    const double seconds = static_cast<double>(qMax<qint64>(now - oldest.timeMs, 1)) / 1000.0;
    m_receiveRate = static_cast<double>(qMax<qint64>(counters.receivedBytes - oldest.received, 0)) / seconds;
    m_sendRate = static_cast<double>(qMax<qint64>(counters.sentBytes - oldest.sent, 0)) / seconds;
    if (!flowing && m_receiveRate <= 0 && m_sendRate <= 0) {
        m_timer.stop();
        m_samples.clear();
    }
    Q_EMIT updated();
}

} // namespace netassist
