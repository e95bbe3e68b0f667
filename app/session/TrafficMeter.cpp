// SPDX-License-Identifier: MIT
#include "app/session/TrafficMeter.h"

#include <utility>

namespace netassist {

namespace {

constexpr int kMeterIntervalMs = 100;

} // namespace

TrafficMeter::TrafficMeter(const Session& session, QObject* parent) : QObject(parent), m_session(&session)
{
    m_clock.start();
    m_timer.setInterval(kMeterIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &TrafficMeter::sample);
    connect(m_session, &Session::trafficked, this, &TrafficMeter::wake);
}

void TrafficMeter::restart()
{
    clear();
    Q_EMIT updated();
}

void TrafficMeter::wake()
{
    m_dirty = true;
    if (m_timer.isActive())
        return;
    // The counters have moved already; what they were when all was quiet is not known better than as they are now.
    if (m_received.isEmpty())
        take();
    m_timer.start();
}

void TrafficMeter::sample()
{
    const bool isFlowing = std::exchange(m_dirty, false);
    take();
    if (!isFlowing && receiveRate() <= 0 && sendRate() <= 0) {
        m_timer.stop();
        clear();
    }
    Q_EMIT updated();
}

void TrafficMeter::take()
{
    const Counters& counters = m_session->counters();
    m_received.sample(m_clock.elapsed(), counters.receivedBytes);
    m_sent.sample(m_clock.elapsed(), counters.sentBytes);
}

void TrafficMeter::clear()
{
    m_received.clear();
    m_sent.clear();
}

} // namespace netassist
