// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/RecordDecoder.h"
#include "app/layout/Row.h"

#include <QString>

namespace netassist {

/// How one decoded character is shown at a column: what is drawn, in how many columns, in which style.
struct Shape {
    QString text;
    int columns = 1;
    CellStyle style = CellStyle::Plain;
};

inline constexpr int kTabColumns = 8;

/// @param width of the grid: a tab never reaches past it
[[nodiscard]] Shape shapeOf(const DecodedCharacter& character, int column, int width);
/// The columns of shapeOf() without making its text: rows are found with this.
[[nodiscard]] int columnsOf(const DecodedCharacter& character, int column, int width);

} // namespace netassist
