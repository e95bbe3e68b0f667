// SPDX-License-Identifier: MIT
#include "app/payload/DynamicContext.h"

#include <utility>

namespace netassist {

DynamicContext::DynamicContext()
    : m_clock([] { return QDateTime::currentDateTime(); }), m_random(QRandomGenerator::securelySeeded())
{}

void DynamicContext::advance()
{
    for (const QString& name : std::as_const(m_used))
        ++m_counts[name];
}

void DynamicContext::begin()
{
    m_used.clear();
    m_peerUsed = false;
    m_moment = m_clock();
}

quint64 DynamicContext::useCounter(const QString& name)
{
    m_used.insert(name);
    return m_counts.value(name);
}

const QString& DynamicContext::usePeer()
{
    m_peerUsed = true;
    return m_peer;
}

std::optional<QByteArray> DynamicContext::answered(qsizetype group) const
{
    return m_answered ? std::optional(m_answered->value(group)) : std::nullopt;
}

} // namespace netassist
