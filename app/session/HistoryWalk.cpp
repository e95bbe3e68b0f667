// SPDX-License-Identifier: MIT
#include "app/session/HistoryWalk.h"

namespace netassist {

std::optional<Message> HistoryWalk::older(const SendHistory& history, const Message& box)
{
    if (!isUnderWay(history, box)) {
        m_at = -1;
        m_typed = box;
    }
    // What was just sent stands in the box still: the one before it is meant.
    const Message shown = SendHistory::entryOf(box);
    for (qsizetype next = m_at + 1; next < history.entries().size(); ++next) {
        if (history.entries().at(next) != shown) {
            m_at = next;
            return history.entries().at(next);
        }
    }
    return std::nullopt;
}

std::optional<Message> HistoryWalk::newer(const SendHistory& history, const Message& box)
{
    if (!isUnderWay(history, box))
        return std::nullopt;
    if (--m_at < 0)
        return m_typed;
    // The one that stood in the box when the walk began is what was typed, and comes last.
    if (m_at == 0 && history.entries().first() == SendHistory::entryOf(m_typed)) {
        m_at = -1;
        return m_typed;
    }
    return history.entries().at(m_at);
}

bool HistoryWalk::isUnderWay(const SendHistory& history, const Message& box) const
{
    return m_at >= 0 && m_at < history.entries().size() && history.entries().at(m_at) == SendHistory::entryOf(box);
}

} // namespace netassist
