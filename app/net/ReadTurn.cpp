// SPDX-License-Identifier: MIT
#include "app/net/ReadTurn.h"

#include <QMetaObject>
#include <QPointer>

#include <algorithm>

namespace netassist {

void ReadTurn::want(Taker& taker)
{
    begin();
    if (taker.m_waiting)
        return;
    if (m_queue.empty()) {
        const std::shared_ptr<Buffer> buffer = m_buffer;
        const QPointer<ReadTurn> self(this);
        while (!m_deadline.hasExpired()) {
            const Step step = taker.takeStep(*buffer);
            if (!self || step != Step::More)
                return;
        }
    }
    enqueue(taker);
}

void ReadTurn::wantLater(Taker& taker)
{
    begin();
    enqueue(taker);
}

void ReadTurn::forget(Taker& taker)
{
    if (!taker.m_waiting)
        return;
    taker.m_waiting = false;
    std::replace(m_queue.begin(), m_queue.end(), &taker, static_cast<Taker*>(nullptr));
}

void ReadTurn::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    m_deadline.setRemainingTime(kBudgetMs, Qt::PreciseTimer);
    QMetaObject::invokeMethod(this, &ReadTurn::next, Qt::QueuedConnection);
}

void ReadTurn::next()
{
    m_begun = false;
    if (m_queue.empty())
        return;
    begin();
    const std::shared_ptr<Buffer> buffer = m_buffer;
    const QPointer<ReadTurn> self(this);
    while (!m_queue.empty() && !m_deadline.hasExpired()) {
        Taker* const taker = m_queue.front();
        m_queue.pop_front();
        if (taker == nullptr)
            continue;
        taker->m_waiting = false;
        const Step step = taker->takeStep(*buffer);
        if (!self)
            return;
        if (step == Step::More)
            enqueue(*taker);
    }
}

void ReadTurn::enqueue(Taker& taker)
{
    if (taker.m_waiting)
        return;
    taker.m_waiting = true;
    m_queue.push_back(&taker);
}

} // namespace netassist
