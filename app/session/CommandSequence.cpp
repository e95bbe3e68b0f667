// SPDX-License-Identifier: MIT
#include "app/session/CommandSequence.h"

#include <QPointer>

#include <algorithm>

namespace netassist {

namespace {

using namespace std::chrono_literals;

constexpr auto kRetry = 10ms;

} // namespace

CommandSequence::CommandSequence(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CommandSequence::doDueStep);
}

void CommandSequence::start(const QList<int>& delaysMs, int rounds, const Step& doStep)
{
    stop();
    if (delaysMs.isEmpty())
        return;
    m_delaysMs = delaysMs;
    m_rounds = rounds;
    m_doStep = doStep;
    m_step = 0;
    m_round = 1;
    m_due = Clock::now();
    m_running = true;
    m_timer.start(0);
}

void CommandSequence::stop()
{
    if (m_running)
        end(End::Stopped);
}

void CommandSequence::doDueStep()
{
    const QPointer<CommandSequence> self(this);
    const Step doStep = m_doStep; // it may destroy us
    const Outcome outcome = doStep(m_step);
    if (!self || !m_running)
        return;
    if (outcome == Outcome::Failed) {
        end(End::Failed);
        return;
    }
    const Clock::time_point now = Clock::now();
    if (outcome == Outcome::Waiting) {
        m_due = now;
        wait(now + kRetry);
        return;
    }
    const qsizetype done = m_step;
    const qint64 round = m_round;
    if (++m_step == m_delaysMs.size()) {
        m_step = 0;
        ++m_round;
    }
    m_due = std::max(m_due + std::chrono::milliseconds(m_delaysMs.at(done)), now);
    const bool wasLast = m_rounds > 0 && m_round > m_rounds;
    if (!wasLast)
        wait(m_due);
    Q_EMIT stepped(done, round);
    if (self && wasLast && m_running)
        end(End::Finished);
}

void CommandSequence::wait(Clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    m_timer.start(std::max(left, 0ms));
}

void CommandSequence::end(End end)
{
    m_running = false;
    m_timer.stop();
    Q_EMIT ended(end);
}

} // namespace netassist
