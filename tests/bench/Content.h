// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace netassist::bench {

/// What is sent: a block again and again, so many bytes in all, with `END` and a line feed as the very last. A numbered content
/// has in each block its number, so that blocks lost or out of order are seen.
class Content {
public:
    /// @param end the last bytes, `END` and a line feed in the content's encoding
    Content(QByteArray block, qint64 bytes, bool isNumbered = false, QByteArray end = "END\n");

    /// Lines as a program would log them, Chinese and ASCII; in a megabyte block.
    [[nodiscard]] static Content text(const QByteArray& encoding, qint64 bytes);
    /// The same as UTF-8, in a block of kPieces different pieces of a megabyte.
    [[nodiscard]] static Content pieces(qint64 bytes);
    static constexpr qint64 kPieces = 16;
    [[nodiscard]] static Content onlyByte(char byte, qint64 bytes);

    [[nodiscard]] qint64 size() const { return m_bytes; }
    [[nodiscard]] const QByteArray& end() const { return m_end; }
    [[nodiscard]] qint64 blockCount() const { return (m_bytes + m_block.size() - 1) / m_block.size(); }
    /// Makes `block` the one of this number. Only the first call for a buffer copies all of it.
    void makeBlock(qint64 number, QByteArray& block) const;
    /// SHA-1 of all of it.
    [[nodiscard]] QByteArray hash() const;

private:
    QByteArray m_block;
    qint64 m_bytes;
    bool m_isNumbered;
    QByteArray m_end;
};

} // namespace netassist::bench
