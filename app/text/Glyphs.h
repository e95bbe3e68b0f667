// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/AmbiguousWidth.h"
#include "app/text/CodePoint.h"

#include <QString>

namespace netassist {

namespace detail {

/// These and common ideographs, which most text is made of, need no look-up.
[[nodiscard]] constexpr bool isPlainNarrow(char32_t codePoint)
{
    return (codePoint >= 0x20 && codePoint < 0x7F) || (codePoint >= 0xA0 && codePoint < 0x300 && codePoint != 0xAD);
}

[[nodiscard]] int lookUpColumns(char32_t codePoint);
[[nodiscard]] QString lookUpVisibleForm(char32_t codePoint);

} // namespace detail

/// Columns a character takes in the log's grid: 2 for full-width ones, 0 for combining marks, else 1. For characters
/// that visibleForm() replaces, ask for the columns of that. Widths: Unicode's East Asian Width.
/// @param ambiguous null: characters of ambiguous width take 1
[[nodiscard]] inline int columnsOf(char32_t codePoint, const AmbiguousWidth* ambiguous = nullptr)
{
    if (ambiguous && codePoint >= 0xA0 && !isCommonIdeograph(codePoint) && isOfAmbiguousWidth(codePoint))
        return ambiguous->isWide(codePoint) ? 2 : 1;
    if (detail::isPlainNarrow(codePoint))
        return 1;
    return isCommonIdeograph(codePoint) ? 2 : detail::lookUpColumns(codePoint);
}

/// How a character that has no shape of its own, or would change the layout of others, is shown: control characters
/// as their Unicode control picture (U+0000 as U+2400, DEL as U+2421), C1 controls, bidirectional and other format characters
/// (also U+FEFF), line and paragraph separators, unassigned, private-use, surrogate and noncharacter code points as
/// `<U+202E>`. Empty for a character that is shown as itself. CR, LF and TAB are pictures here too; a caller that
/// lays out lines treats them first.
[[nodiscard]] inline QString visibleForm(char32_t codePoint)
{
    if (detail::isPlainNarrow(codePoint) || isCommonIdeograph(codePoint))
        return {};
    return detail::lookUpVisibleForm(codePoint);
}

} // namespace netassist
