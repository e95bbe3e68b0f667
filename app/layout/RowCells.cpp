// SPDX-License-Identifier: MIT
#include "app/layout/RowCells.h"

#include "app/layout/RecordDecoder.h"
#include "app/layout/Shape.h"
#include "app/text/CodePoint.h"
#include "app/text/Glyphs.h"

namespace netassist {

void appendLine(const QString& text, const ViewSettings& settings, Row& row)
{
    row.text = text;
    if (!row.hasCells) {
        return;
    }
    int column = 0;
    for (qsizetype i = 0; i < text.size();) {
        const CodePoint codePoint = codePointAt(text, i);
        Cell cell;
        cell.begin = {row.begin.record, row.begin.part, row.begin.offset + static_cast<qint32>(i)};
        cell.endOffset = cell.begin.offset + codePoint.units;
        cell.textBegin = static_cast<qint32>(i);
        cell.textLength = codePoint.units;
        cell.column = column;
        cell.columns = columnsOf(codePoint.value, settings.ambiguous.get());
        column += cell.columns;
        row.cells.push_back(cell);
        i += codePoint.units;
    }
}

namespace {

/// @param begin place of the first in the record
void appendAsciiCells(RecordId id, qint32 begin, qsizetype count, int column, Row& row)
{
    for (qint32 i = 0; i < count; ++i) {
        Cell cell;
        cell.begin = {id, RowPart::Payload, begin + i};
        cell.endOffset = begin + i + 1;
        cell.textBegin = static_cast<qint32>(row.text.size()) + i;
        cell.textLength = 1;
        cell.column = column + i;
        row.cells.push_back(cell);
    }
}

void appendCell(RecordId id, const DecodedCharacter& character, const Shape& shape, qsizetype textBegin, int column,
                Row& row)
{
    Cell cell;
    cell.begin = {id, RowPart::Payload, character.begin};
    cell.endOffset = character.end;
    cell.textBegin = static_cast<qint32>(textBegin);
    cell.textLength = static_cast<qint32>(row.text.size() - textBegin);
    cell.column = column;
    cell.columns = shape.columns;
    cell.style = shape.style;
    row.cells.push_back(cell);
}

} // namespace

qint32 appendText(const Capture& capture, const ViewSettings& settings, RecordId id, qint32 from, qint32 to, Row& row,
                  bool& brokeLine)
{
    RecordDecoder decoder(capture, *settings.encoding, id, from, to);
    DecodedCharacter character;
    int column = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns;
    if (row.text.isEmpty()) { // nearly always all of it; at each of many small records it would be copied anew
        row.text.reserve(decoder.bytesLeft());
        row.cells.reserve(row.hasCells ? static_cast<std::size_t>(decoder.bytesLeft()) : 0);
    }
    while (decoder.position() < to) {
        const qint32 begin = decoder.position();
        if (const QByteArrayView ascii = decoder.takePrintableAscii(to); !ascii.isEmpty()) {
            if (row.hasCells) {
                appendAsciiCells(id, begin, ascii.size(), column, row);
            }
            row.text += QLatin1String(ascii);
            column += static_cast<int>(ascii.size());
            brokeLine = false;
            row.pending.reset();
            continue;
        }
        if (!decoder.next(character)) {
            break;
        }
        brokeLine = character.is(U'\n') || character.is(U'\r');
        if (brokeLine) {
            continue;
        }
        const qsizetype textBegin = row.text.size();
        const Shape shape = appendShape(character, column, settings, row.text);
        if (row.hasCells) {
            appendCell(id, character, shape, textBegin, column, row);
        }
        column += shape.columns;
        row.pending.reset();
        if (shape.style == CellStyle::Pending) {
            row.pending = Position{id, RowPart::Payload, character.begin};
        }
    }
    return decoder.pendingBytes();
}

void appendHex(RecordId id, qint32 from, const QByteArray& bytes, Row& row)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!row.text.isEmpty()) {
            row.text += QLatin1Char(' ');
        }
        if (row.hasCells) {
            Cell cell;
            cell.begin = {id, RowPart::Payload, from + static_cast<qint32>(i)};
            cell.endOffset = cell.begin.offset + 1;
            cell.textBegin = static_cast<qint32>(row.text.size());
            cell.textLength = 2;
            cell.column = static_cast<int>(row.cells.size()) * kHexColumns;
            cell.columns = 2;
            row.cells.push_back(cell);
        }
        const auto byte = static_cast<uchar>(bytes.at(i));
        row.text += QLatin1Char(kDigits[byte >> 4U]);
        row.text += QLatin1Char(kDigits[byte & 0xFU]);
    }
}

} // namespace netassist
