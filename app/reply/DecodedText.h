// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/BytePattern.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace netassist {

class Encoding;

/// Some bytes as text, and which character is which bytes. A byte that cannot be decoded is one U+FFFD; the bytes of a
/// character cut at the end are left out.
class DecodedText {
public:
    /// @param bytes begin at the border of a character; need not live on
    DecodedText(QByteArrayView bytes, const Encoding& encoding);

    [[nodiscard]] const QString& text() const { return m_text; }
    /// Where the character begins to which this UTF-16 unit of the text belongs; for the text's size: where it ends.
    [[nodiscard]] qsizetype byteAt(qsizetype unit) const { return m_bytes[static_cast<std::size_t>(unit)]; }
    /// The first unit of the character that begins at or behind this byte.
    [[nodiscard]] qsizetype unitAt(qsizetype byte) const;
    /// The first unit of the character that has this one.
    [[nodiscard]] qsizetype characterAt(qsizetype unit) const;
    /// Units of the character that begins with this one; 1 at the end.
    [[nodiscard]] qsizetype unitsOfCharacter(qsizetype unit) const;
    /// The bytes of some units, those of halves of characters wholly.
    [[nodiscard]] ByteRange bytesOf(qsizetype firstUnit, qsizetype endUnit) const;

private:
    QString m_text;
    std::vector<quint32> m_bytes; ///< offset of each unit's character, and one more for the end
};

} // namespace netassist
