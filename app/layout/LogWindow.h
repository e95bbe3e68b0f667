// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Layout.h"

#include <optional>
#include <vector>

namespace netassist {

/// What of a layout is in sight: the top row and whether the end is followed. Keeps a reader's place by position, so
/// that nothing drifts when records come in, oldest ones go, or the way of looking changes.
class LogWindow {
public:
    /// @param layout outlives the window
    explicit LogWindow(Layout& layout) : m_layout(layout) {}

    /// Rows that fit wholly, >= 1.
    void setHeight(int rows);
    [[nodiscard]] int height() const { return m_height; }

    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Scrolling by the user changes this by itself: away from the end stops it, reaching the end resumes.
    void setFollowing(bool on);

    /// To call after the layout has changed in any way: finds the place again.
    void update();
    /// The rows in sight, at most height() + 1, top first.
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// Number of the top row, 0 … total()-1, as far as numbers are known.
    [[nodiscard]] qint64 topNumber() const { return m_topNumber; }
    [[nodiscard]] qint64 total() const { return m_layout.rowCount(); }
    /// The position at the top, for going back to.
    [[nodiscard]] Position top() const { return m_top; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

    void scrollBy(qint64 rows);
    void scrollToNumber(qint64 number);
    /// Brings a position into sight with as little scrolling as possible.
    void reveal(Position position);

private:
    [[nodiscard]] std::optional<RowRef> lowestTop();
    bool settle(RowRef top);
    void fill(RowRef top);

    Layout& m_layout;
    std::vector<Row> m_rows;
    Position m_top;
    /// What was at the top before a change of the way of looking left too few rows below it: gone back to with the next
    /// such change, unless the user has scrolled.
    std::optional<Position> m_before;
    ViewSettings m_look; ///< at the last update
    qint64 m_topNumber = 0;
    int m_height = 1;
    bool m_following = true;
    bool m_atEnd = true;
};

} // namespace netassist
