// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace netassist {

/// A code point in UTF-16 text and the units it takes there.
struct CodePoint {
    char32_t value = 0;
    int units = 1;
};

/// The code point at `position`; a lone surrogate is its own value.
[[nodiscard]] inline CodePoint codePointAt(QStringView text, qsizetype position)
{
    const QChar first = text[position];
    if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[position + 1]), 2};
    return {first.unicode(), 1};
}

/// Of the block of CJK Unified Ideographs, those assigned since Unicode 11: all full-width.
[[nodiscard]] constexpr bool isCommonIdeograph(char32_t codePoint)
{
    return codePoint >= 0x4E00 && codePoint <= 0x9FEF;
}

} // namespace netassist
