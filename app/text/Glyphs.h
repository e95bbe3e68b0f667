// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace netassist {

/// Columns a character takes in the log's grid: 2 for full-width ones, 0 for combining marks, else 1. For characters
/// that visibleForm() replaces, ask for the columns of that.
[[nodiscard]] int columnsOf(char32_t codePoint);

/// How a character that has no shape of its own, or would change the layout of others, is shown: control characters
/// as their Unicode control picture (U+0000 as U+2400, DEL as U+2421), C1 controls, bidirectional and other format characters
/// (also U+FEFF), line and paragraph separators, unassigned, private-use, surrogate and noncharacter code points as
/// `<U+202E>`. Empty for a character that is shown as itself. CR, LF and TAB are pictures here too; a caller that
/// lays out lines treats them first.
[[nodiscard]] QString visibleForm(char32_t codePoint);

} // namespace netassist
