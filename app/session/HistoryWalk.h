// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"
#include "app/session/SendHistory.h"

#include <optional>

namespace netassist {

/// Walks from what stands in the send box to older sends and back. Whoever changes an entry that was put there begins
/// a new walk from it.
class HistoryWalk {
public:
    /// @param box what stands in the box now
    /// @return what is to be put there; none at the end
    [[nodiscard]] std::optional<Message> older(const SendHistory& history, const Message& box);
    /// Past the newest one this is what was typed before the walk.
    [[nodiscard]] std::optional<Message> newer(const SendHistory& history, const Message& box);

private:
    /// Whether an entry of the history stands in the box as it was put there.
    [[nodiscard]] bool isUnderWay(const SendHistory& history, const Message& box) const;

    qsizetype m_at = -1; ///< the entry in the box; -1: none, it is what was typed
    Message m_typed;
};

} // namespace netassist
