// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>
#include <span>

namespace netassist {

/// The newest bytes of a segment, gathered until there are enough of them for one write: in memory of their own or,
/// which saves a copy, in a block that goes to the disk as it is.
class Tail {
public:
    [[nodiscard]] qint64 size() const { return view().size(); }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] QByteArrayView view() const
    {
        return isInBlock() ? QByteArrayView(m_block.data(), m_inBlock) : QByteArrayView(m_own);
    }
    [[nodiscard]] bool isInBlock() const { return !m_block.empty(); }

    /// From here on in this block. Of an empty tail only.
    void gatherIn(std::span<char> block)
    {
        m_block = block;
        m_inBlock = 0;
    }
    /// What is left of the block. Bytes written there are to be appended before any others.
    [[nodiscard]] std::span<char> room() const { return m_block.subspan(static_cast<std::size_t>(m_inBlock)); }
    /// In a block no more than there is room for.
    void append(QByteArrayView bytes)
    {
        if (!isInBlock()) {
            m_own.append(bytes);
            return;
        }
        Q_ASSERT(static_cast<std::size_t>(bytes.size()) <= room().size());
        if (bytes.data() != room().data())
            std::memcpy(room().data(), bytes.data(), static_cast<std::size_t>(bytes.size()));
        m_inBlock += bytes.size();
    }
    /// What is left is in memory of its own: somebody else may get the block.
    void removeFirst(qint64 count)
    {
        if (isInBlock())
            m_own = view().sliced(count).toByteArray();
        else
            m_own.remove(0, count);
        leaveBlock();
    }
    /// Keeps memory of its own for the next bytes.
    void clear()
    {
        leaveBlock();
        m_own.resize(0);
    }
    void release()
    {
        leaveBlock();
        m_own = QByteArray();
    }

private:
    void leaveBlock()
    {
        m_block = {};
        m_inBlock = 0;
    }

    QByteArray m_own;
    std::span<char> m_block; ///< empty: not in one
    qint64 m_inBlock = 0;
};

} // namespace netassist
