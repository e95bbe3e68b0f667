// SPDX-License-Identifier: MIT
#include "app/layout/LogWindow.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kWalkedRows = 4096; // farther than this goes by row number instead of row by row

} // namespace

void LogWindow::setHeight(int rows)
{
    m_height = std::max(1, rows);
}

void LogWindow::setFollowing(bool on)
{
    m_following = on;
}

std::optional<RowRef> LogWindow::lowestTop()
{
    std::optional<RowRef> top = m_layout.last();
    for (int i = 1; top && i < m_height; ++i) {
        const auto above = m_layout.previous(*top);
        if (!above) {
            break;
        }
        top = above;
    }
    return top;
}

void LogWindow::update()
{
    const bool looksOtherwise = std::exchange(m_look, m_layout.settings()) != m_layout.settings();
    const bool goesBack = looksOtherwise && m_before && m_before->record >= m_layout.capture().begin();
    const Position place = goesBack ? *m_before : m_top;
    const auto top = m_following ? lowestTop() : m_layout.find(place);
    if (!top) {
        m_rows.clear();
        m_topNumber = 0;
        m_atEnd = true;
        return;
    }
    const bool isPossible = settle(*top);
    const bool isThere = !m_following && place.record >= m_layout.capture().begin();
    if (isThere && isPossible) {
        m_top = place; // also where its row begins before it just now: nothing drifts
    }
    if (looksOtherwise || !isThere) {
        m_before = isThere && !isPossible ? std::optional(place) : std::nullopt;
    }
}

/// @return false if there are not enough rows to have this one at the top
bool LogWindow::settle(RowRef top)
{
    const auto lowest = lowestTop();
    const bool isPossible = !lowest || !(*lowest < top);
    if (!isPossible) {
        top = *lowest;
    }
    m_atEnd = !lowest || !(top < *lowest);
    fill(top);
    return isPossible;
}

void LogWindow::fill(RowRef top)
{
    m_top = m_layout.startOf(top);
    m_rows.clear();
    std::optional<RowRef> at = top;
    for (int i = 0; at && i <= m_height; ++i) {
        m_rows.push_back(m_layout.row(*at));
        at = m_layout.next(*at);
    }
    m_topNumber = m_layout.numberOf(top);
}

void LogWindow::scrollBy(qint64 rows)
{
    auto top = m_following ? lowestTop() : m_layout.find(m_top);
    if (!top || rows == 0) {
        return;
    }
    m_before.reset();
    if (std::abs(rows) > kWalkedRows) {
        scrollToNumber(m_layout.numberOf(*top) + rows);
        return;
    }
    for (qint64 i = 0; i < std::abs(rows); ++i) {
        const auto moved = rows > 0 ? m_layout.next(*top) : m_layout.previous(*top);
        if (!moved) {
            break;
        }
        top = moved;
    }
    (void)settle(*top);
    m_following = m_atEnd && (rows > 0 || m_following);
}

void LogWindow::scrollToNumber(qint64 number)
{
    const bool isUpward = number < m_topNumber || number <= 0;
    const bool toEnd = number >= m_layout.rowCount() - m_height;
    const auto top = toEnd ? lowestTop() : m_layout.at(number);
    if (!top) {
        return;
    }
    m_before.reset();
    (void)settle(*top);
    m_following = m_atEnd && (!isUpward || m_following);
}

void LogWindow::reveal(Position position)
{
    const auto row = m_layout.find(position);
    if (!row) {
        return;
    }
    m_before.reset();
    auto top = m_layout.find(m_top);
    if (!top || *row < *top) {
        (void)settle(*row);
        m_following = m_atEnd && m_following;
        return;
    }
    auto bottom = *top;
    for (int i = 1; i < m_height && bottom < *row; ++i) {
        const auto below = m_layout.next(bottom);
        if (!below) {
            break;
        }
        bottom = *below;
    }
    if (bottom < *row) {
        auto newTop = *row;
        for (int i = 1; i < m_height; ++i) {
            newTop = m_layout.previous(newTop).value_or(newTop);
        }
        (void)settle(newTop);
    }
    m_following = m_following && m_atEnd;
}

} // namespace netassist
