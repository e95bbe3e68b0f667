// SPDX-License-Identifier: MIT
#include "app/layout/Coalescer.h"

#include <algorithm>

namespace netassist {

Coalescer::Coalescer(QObject* parent) : QObject(parent)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Coalescer::look);
}

void Coalescer::poke()
{
    // The timer is not restarted here: look() finds out whether it has been quiet.
    m_lastPoke = m_clock.elapsed();
    if (m_firstPoke < 0) {
        m_firstPoke = m_lastPoke;
        m_timer.start(kQuietMs);
    }
}

void Coalescer::setWork(qint64 microseconds)
{
    m_restMs = std::min<qint64>(microseconds * kRest / 1000, kMostRestMs);
}

void Coalescer::look()
{
    const qint64 now = m_clock.elapsed();
    const qint64 wait = std::max(std::min(m_lastPoke + kQuietMs, m_firstPoke + kCeilingMs), m_lastDue + m_restMs) - now;
    if (wait > 0) {
        m_timer.start(static_cast<int>(wait));
        return;
    }
    m_firstPoke = -1;
    m_lastDue = now;
    Q_EMIT due();
}

} // namespace netassist
