// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/RecordDecoder.h"
#include "app/layout/Row.h"
#include "app/layout/ViewSettings.h"

#include <QString>

namespace netassist {

/// How one decoded character is shown at a column: in how many columns, in which style.
struct Shape {
    int columns = 1;
    CellStyle style = CellStyle::Plain;
};

inline constexpr int kTabColumns = 8;

/// @param text what is drawn is appended here
/// @param settings for the grid's width, which a tab never reaches past, and the width of ambiguous characters
[[nodiscard]] Shape appendShape(const DecodedCharacter& character, int column, const ViewSettings& settings,
                                QString& text);
/// The columns of appendShape() without making its text: rows are found with this.
[[nodiscard]] int columnsOf(const DecodedCharacter& character, int column, const ViewSettings& settings);

} // namespace netassist
