// SPDX-License-Identifier: MIT
#include "app/layout/RowSums.h"

#include <algorithm>

namespace netassist {

void RowSums::append(qint64 rows)
{
    // A tree node sums its own row count and those of the nodes it covers.
    const std::size_t i = m_rows.size();
    qint64 sum = rows;
    for (std::size_t below = 1; ((i + 1) & below) == 0 && below <= i; below <<= 1U) {
        sum += m_tree[i - below];
    }
    m_rows.push_back(rows);
    m_tree.push_back(sum);
    m_total += rows;
}

void RowSums::set(qint64 block, qint64 rows)
{
    const std::size_t i = index(block);
    const qint64 difference = rows - m_rows[i];
    if (difference != 0) {
        m_rows[i] = rows;
        m_total += difference;
        add(i, difference);
    }
}

void RowSums::add(std::size_t index, qint64 difference)
{
    for (; index < m_tree.size(); index |= index + 1) {
        m_tree[index] += difference;
    }
}

void RowSums::dropFront(qint64 newBegin)
{
    for (; m_begin < newBegin; ++m_begin) {
        set(m_begin, 0);
    }
    if (index(m_begin) > m_rows.size() / 2) {
        rebuild();
    }
}

void RowSums::rebuild()
{
    const std::vector<qint64> kept(m_rows.begin() + static_cast<std::ptrdiff_t>(index(m_begin)), m_rows.end());
    m_base = m_begin;
    m_rows.clear();
    m_tree.clear();
    m_total = 0;
    for (const qint64 rows : kept) {
        append(rows);
    }
}

void RowSums::clear()
{
    *this = RowSums();
}

qint64 RowSums::before(qint64 block) const
{
    qint64 sum = 0;
    for (std::size_t i = index(block); i > 0; i &= i - 1) {
        sum += m_tree[i - 1];
    }
    return sum;
}

qint64 RowSums::blockOfRow(qint64 row) const
{
    row = std::min(row, m_total - 1);
    std::size_t i = 0;
    std::size_t step = 1;
    while (step * 2 <= m_tree.size()) {
        step *= 2;
    }
    for (; step > 0; step /= 2) {
        if (i + step <= m_tree.size() && m_tree[i + step - 1] <= row) {
            i += step;
            row -= m_tree[i - 1];
        }
    }
    return std::clamp(m_base + static_cast<qint64>(i), m_begin, std::max(m_begin, end() - 1));
}

} // namespace netassist
