// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Position.h"

#include <QString>

#include <optional>
#include <vector>

namespace netassist {

enum class CellStyle : quint8 {
    Plain,
    Symbol,      ///< stands for a character without a shape of its own
    Undecodable, ///< `\xNN`: this byte is no text in the encoding
    Pending,     ///< `\xNN`: the beginning of a character whose rest has not come yet
};

/// One shown character: where it comes from, what is drawn, and where in the grid.
struct Cell {
    Position begin;
    qint32 endOffset = 0;  ///< in the same record and part
    qint32 textBegin = 0;  ///< UTF-16 index in the row's text
    qint32 textLength = 0; ///< UTF-16 units
    qint32 column = 0;
    qint32 columns = 1; ///< 0 for a combining mark, 2 for a full-width character, more for symbols and tabs
    CellStyle style = CellStyle::Plain;
};

/// One row of the window, ready to be painted; or its text alone.
struct Row {
    Position begin;
    Position end; ///< where the next row begins
    RecordKind kind = RecordKind::Note;
    PeerId peer = kNoPeer;
    bool isError = false;
    bool endsLine = true;      ///< false where a longer line is only wrapped
    bool wrapsAtBlank = false; ///< wrapped between two hex bytes: a blank joins the pieces
    QString text;
    bool hasCells = true; ///< false where only the text was asked for, which takes a fraction of the time
    std::vector<Cell> cells;
    std::optional<Position> pending; ///< where the character begins that it ends with, if that is CellStyle::Pending
};

} // namespace netassist
