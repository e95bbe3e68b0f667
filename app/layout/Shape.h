// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/RecordDecoder.h"
#include "app/layout/Row.h"
#include "app/layout/ViewSettings.h"

#include <QString>

namespace netassist {

/// How one decoded character is shown at a column: what is drawn, in how many columns, in which style.
struct Shape {
    QString text;
    int columns = 1;
    CellStyle style = CellStyle::Plain;
};

inline constexpr int kTabColumns = 8;

/// @param settings for the grid's width, which a tab never reaches past, and the width of ambiguous characters
[[nodiscard]] Shape shapeOf(const DecodedCharacter& character, int column, const ViewSettings& settings);
/// The columns of shapeOf() without making its text: rows are found with this.
[[nodiscard]] int columnsOf(const DecodedCharacter& character, int column, const ViewSettings& settings);

} // namespace netassist
