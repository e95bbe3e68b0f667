// SPDX-License-Identifier: MIT
#include "app/net/FairTurn.h"

#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace netassist {

void FairTurn::want(Taker& taker)
{
    begin();
    if (taker.m_place.empty())
        return;
    if (m_queue.empty()) {
        const std::shared_ptr<Buffer> buffer = m_buffer;
        const QPointer<FairTurn> self(this);
        while (!m_deadline.hasExpired()) {
            const Step step = taker.takeStep(*buffer);
            if (!self || step == Step::Done || step == Step::Gone)
                return;
            if (step == Step::Many)
                break;
        }
    }
    enqueue(taker);
}

void FairTurn::wantLater(Taker& taker)
{
    begin();
    enqueue(taker);
}

void FairTurn::forget(Taker& taker)
{
    if (taker.m_place.empty())
        taker.m_place.splice(taker.m_place.begin(), m_queue, taker.m_where);
}

bool FairTurn::admits(Admission& last)
{
    begin();
    if (m_isCrowded && last.round == m_round)
        return false;
    if (!std::exchange(m_hasAdmitted, true))
        m_admission.setRemainingTime(kBudgetMs, Qt::PreciseTimer);
    if (m_admission.hasExpired()) {
        m_hasRefused = true;
        return false;
    }
    last.round = m_round;
    return true;
}

void FairTurn::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    m_deadline.setRemainingTime(kBudgetMs, Qt::PreciseTimer);
    QMetaObject::invokeMethod(this, &FairTurn::next, Qt::QueuedConnection);
}

void FairTurn::next()
{
    m_begun = false;
    m_hasAdmitted = false;
    m_isCrowded = std::exchange(m_hasRefused, false);
    if (!m_isCrowded)
        ++m_round;
    if (m_queue.empty())
        return;
    begin();
    QDeadlineTimer many(QDeadlineTimer::Forever);
    const std::shared_ptr<Buffer> buffer = m_buffer;
    const QPointer<FairTurn> self(this);
    while (!m_queue.empty() && !m_deadline.hasExpired()) {
        Taker* const taker = m_queue.front();
        forget(*taker);
        const Step step = taker->takeStep(*buffer);
        if (!self)
            return;
        if (step == Step::More || step == Step::Many)
            enqueue(*taker);
        if (step == Step::Many && many.isForever())
            many.setRemainingTime(kManyMs, Qt::PreciseTimer);
        else if (step == Step::Many && many.hasExpired())
            return;
    }
}

void FairTurn::enqueue(Taker& taker)
{
    if (!taker.m_place.empty())
        m_queue.splice(m_queue.end(), taker.m_place, taker.m_where);
}

} // namespace netassist
