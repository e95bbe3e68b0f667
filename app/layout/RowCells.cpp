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
    int column = 0;
    for (qsizetype i = 0; i < text.size();) {
        const CodePoint codePoint = codePointAt(text, i);
        Cell cell;
        cell.begin = {row.begin.record, row.begin.part, row.begin.offset + static_cast<qint32>(i)};
        cell.endOffset = cell.begin.offset + codePoint.units;
        cell.textBegin = static_cast<qint32>(i);
        cell.textLength = codePoint.units;
        cell.column = column;
        cell.columns = columnsOf(codePoint.value, settings.wideAmbiguous);
        column += cell.columns;
        row.cells.push_back(cell);
        i += codePoint.units;
    }
}

qint32 appendText(const Capture& capture, const ViewSettings& settings, RecordId id, qint32 from, qint32 to, Row& row,
                  bool& brokeLine)
{
    RecordDecoder decoder(capture, *settings.encoding, id, from, to);
    DecodedCharacter character;
    int column = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns;
    if (row.cells.empty()) { // nearly always all of it; at each of many small records it would be copied anew
        row.cells.reserve(static_cast<std::size_t>(decoder.bytesLeft()));
        row.text.reserve(decoder.bytesLeft());
    }
    while (decoder.position() < to && decoder.next(character)) {
        brokeLine = character.is(U'\n') || character.is(U'\r');
        if (brokeLine) {
            continue;
        }
        Cell cell;
        cell.textBegin = static_cast<qint32>(row.text.size());
        const Shape shape = appendShape(character, column, settings, row.text);
        cell.begin = {id, RowPart::Payload, character.begin};
        cell.endOffset = character.end;
        cell.textLength = static_cast<qint32>(row.text.size()) - cell.textBegin;
        cell.column = column;
        cell.columns = shape.columns;
        cell.style = shape.style;
        column += shape.columns;
        row.cells.push_back(cell);
    }
    return decoder.pendingBytes();
}

void appendHex(RecordId id, qint32 from, const QByteArray& bytes, Row& row)
{
    static constexpr char kDigits[] = "0123456789ABCDEF";
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const int column = static_cast<int>(row.cells.size()) * kHexColumns;
        if (!row.text.isEmpty()) {
            row.text += QLatin1Char(' ');
        }
        const auto byte = static_cast<uchar>(bytes.at(i));
        Cell cell;
        cell.begin = {id, RowPart::Payload, from + static_cast<qint32>(i)};
        cell.endOffset = cell.begin.offset + 1;
        cell.textBegin = static_cast<qint32>(row.text.size());
        cell.textLength = 2;
        cell.column = column;
        cell.columns = 2;
        row.text += QLatin1Char(kDigits[byte >> 4U]);
        row.text += QLatin1Char(kDigits[byte & 0xFU]);
        row.cells.push_back(cell);
    }
}

} // namespace netassist
