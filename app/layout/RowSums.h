// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace netassist {

/// Row counts of blocks with their running sums: a binary indexed tree (P. Fenwick, 1994) that grows at the end and
/// loses blocks at the front. All operations O(log n). Block numbers never shift.
class RowSums {
public:
    void append(qint64 rows);
    /// @param block in begin() … end()-1
    void set(qint64 block, qint64 rows);
    void dropFront(qint64 newBegin);
    void clear();

    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] qint64 end() const { return m_base + static_cast<qint64>(m_rows.size()); }
    [[nodiscard]] qint64 at(qint64 block) const { return m_rows[index(block)]; }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// Rows in the blocks before this one.
    [[nodiscard]] qint64 before(qint64 block) const;
    /// The block that holds the row of this number, 0 … total()-1; the last block that has rows if it is past the end.
    [[nodiscard]] qint64 blockOfRow(qint64 row) const;

private:
    [[nodiscard]] std::size_t index(qint64 block) const { return static_cast<std::size_t>(block - m_base); }
    void add(std::size_t index, qint64 difference);
    void rebuild();

    std::vector<qint64> m_rows; // by block, from m_base on; 0 for dropped ones
    std::vector<qint64> m_tree; // m_tree[i]: sum of m_rows[(i & (i+1)) … i]
    qint64 m_base = 0;
    qint64 m_begin = 0;
    qint64 m_total = 0;
};

} // namespace netassist
