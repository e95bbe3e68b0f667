// SPDX-License-Identifier: MIT
#include "app/session/Repeater.h"

#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace netassist {

namespace {

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Repeater::Repeater(std::function<Tick()> tick, QObject* parent) : Repeater(std::move(tick), steadyMs, parent) {}

Repeater::Repeater(std::function<Tick()> tick, Clock clock, QObject* parent)
    : QObject(parent), m_tick(std::move(tick)), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Repeater::tick);
}

void Repeater::start(const RepeatSettings& settings)
{
    m_settings = settings;
    m_sent = 0;
    m_skipped = 0;
    m_running = true;
    m_deadline = m_clock();
    const QPointer<Repeater> self(this);
    Q_EMIT runningChanged();
    if (self && m_running)
        tick();
}

void Repeater::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_timer.stop();
    Q_EMIT runningChanged();
}

void Repeater::tick()
{
    if (m_clock() < m_deadline) { // a timer may be a little early
        arm();
        return;
    }
    const QPointer<Repeater> self(this);
    const Tick result = m_tick(); // may stop or destroy us
    if (!self)
        return;
    if (result == Tick::Sent)
        ++m_sent;
    else if (result == Tick::Skipped)
        ++m_skipped;
    const bool done = m_settings.times > 0 && m_sent >= m_settings.times;
    if (result == Tick::Failed || done)
        stop();
    else if (m_running)
        arm();
    if (self)
        Q_EMIT ticked();
}

void Repeater::arm()
{
    const qint64 period = std::max(m_settings.periodMs, RepeatSettings::kLeastMs);
    const qint64 now = m_clock();
    if (now >= m_deadline) {
        // Of those that are due by now only the last is still to come.
        const qint64 due = (now - m_deadline) / period;
        m_skipped += std::max<qint64>(due - 1, 0);
        m_deadline += std::max<qint64>(due, 1) * period;
    }
    m_timer.start(static_cast<int>(std::max<qint64>(m_deadline - now, 0)));
}

} // namespace netassist
