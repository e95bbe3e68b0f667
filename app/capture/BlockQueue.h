// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>

namespace netassist {

/// A queue of millions of small values in blocks of thousands: next to no memory besides the values, which never move.
template <class T, std::size_t blockSize = 4096>
class BlockQueue {
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const
    {
        const std::size_t at = m_skipped + index;
        return (*m_blocks[at / blockSize])[at % blockSize];
    }
    [[nodiscard]] const T& front() const { return (*this)[0]; }

    void push_back(const T& value)
    {
        const std::size_t at = m_skipped + m_size;
        if (at == m_blocks.size() * blockSize) {
            m_blocks.push_back(std::make_unique<Block>());
        }
        (*m_blocks[at / blockSize])[at % blockSize] = value;
        ++m_size;
    }
    void pop_front()
    {
        --m_size;
        if (++m_skipped == blockSize) {
            m_blocks.pop_front();
            m_skipped = 0;
        }
    }
    void clear()
    {
        m_blocks.clear();
        m_skipped = 0;
        m_size = 0;
    }

private:
    using Block = std::array<T, blockSize>;

    std::deque<std::unique_ptr<Block>> m_blocks;
    std::size_t m_skipped = 0; ///< values of the first block that are gone
    std::size_t m_size = 0;
};

} // namespace netassist
