// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Position.h"

#include <algorithm>

namespace netassist {

/// A stretch of the log between the place where selecting began and the place it has come to.
class LogSelection {
public:
    [[nodiscard]] bool isEmpty() const { return !m_active || m_anchor == m_cursor; }
    /// False until something was clicked or selected: there is no cursor then.
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] Position begin() const { return std::min(m_anchor, m_cursor); }
    [[nodiscard]] Position end() const { return std::max(m_anchor, m_cursor); }
    [[nodiscard]] Position cursor() const { return m_cursor; }
    [[nodiscard]] bool contains(const Position& position) const
    {
        return !isEmpty() && begin() <= position && position < end();
    }

    void start(const Position& at)
    {
        m_anchor = at;
        m_cursor = at;
        m_active = true;
    }
    void extendTo(const Position& at)
    {
        m_cursor = at;
        m_active = true;
    }
    void select(const Position& from, const Position& to)
    {
        m_anchor = from;
        m_cursor = to;
        m_active = true;
    }
    void clear() { m_active = false; }

private:
    Position m_anchor;
    Position m_cursor;
    bool m_active = false;
};

} // namespace netassist
