// SPDX-License-Identifier: MIT
#include "app/layout/Typesetter.h"

#include "app/layout/RecordDecoder.h"
#include "app/layout/RecordHeader.h"
#include "app/layout/Shape.h"
#include "app/text/Glyphs.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace netassist {

namespace {

constexpr int kHexColumns = 3; // two digits and a blank

/// Byte behind the last LF in `bytes`, or -1. @param offset of the first byte in its stream: where units begin
qsizetype lastLineEnd(QByteArrayView bytes, const Encoding& encoding, qint64 offset)
{
    if (encoding.unitSize() == 1) {
        const qsizetype at = bytes.lastIndexOf('\n');
        return at < 0 ? -1 : at + 1;
    }
    const int unit = encoding.unitSize();
    const auto skew = static_cast<qsizetype>((unit - offset % unit) % unit);
    for (qsizetype at = skew + (bytes.size() - skew) / unit * unit - unit; at >= skew; at -= unit) {
        const DecodeStep step = encoding.decodeOne(bytes.sliced(at, unit));
        if (step.kind == DecodeStep::Kind::Character && step.codePoints[0] == U'\n') {
            return at + unit;
        }
    }
    return -1;
}

int columnsOfText(char32_t codePoint)
{
    return codePoint < 0x7F ? 1 : columnsOf(codePoint);
}

} // namespace

/// Where the row being set stands.
struct Typesetter::Pen {
    bool open = false;    // a row has begun and may go on
    bool afterCr = false; // it has ended, unless an LF belongs to its CR
    int column = 0;
    qint32 rowBytes = 0;
    qint64 lastLineEnd = 0; // stream offset behind the last LF, or of the text's start
    qint64 section = 0;     // of the stream, kFlowSection bytes each
    RecordId stopAt = std::numeric_limits<RecordId>::max(); // a row that begins there or later ends the work
    bool done = false;

    void endRow()
    {
        open = false;
        afterCr = false;
    }
};

bool Typesetter::isShown(const Record& record) const
{
    if (record.kind == RecordKind::Note) {
        return m_settings.logMode;
    }
    return record.kind != RecordKind::Received || !m_settings.hideReceived;
}

qint32 Typesetter::payloadBegin(RecordId id) const
{
    return m_settings.hex ? 0 : -pendingBefore(m_capture, *m_settings.encoding, id, 0);
}

qint32 Typesetter::hexBytesPerRow() const
{
    const int fitting = std::max(1, (m_settings.columns + 1) / kHexColumns);
    return fitting >= 8 ? fitting / 8 * 8 : fitting;
}

RowStarts Typesetter::rowStarts(RecordId first, RecordId end) const
{
    RowStarts rows;
    rows.end = {end, RowPart::Header, 0};
    Pen pen;
    if (flows() && first < end) {
        takeUpLine(first, pen);
    }
    for (RecordId id = first; id < end; ++id) {
        setRecord(id, pen, rows);
    }
    if (flows()) {
        finishLine(end, pen, rows);
    }
    return rows;
}

void Typesetter::setRecord(RecordId id, Pen& pen, RowStarts& rows) const
{
    const Record record = m_capture.record(id);
    if (!isShown(record)) {
        return;
    }
    if (m_settings.logMode) {
        setLine(recordHeader(m_capture, id, m_settings), {id, RowPart::Header, 0}, rows);
        if (record.kind == RecordKind::Note) {
            setLine(recordSentence(m_capture, id), {id, RowPart::Sentence, 0}, rows);
            return;
        }
    }
    if (!flows() || !continuesLine(id)) {
        pen.endRow();
        pen.lastLineEnd = record.streamOffset;
        pen.section = record.streamOffset / kFlowSection;
    }
    if (m_settings.hex) {
        setHex(id, record, pen, rows);
    } else {
        setText(id, record, payloadBegin(id), pen, rows);
    }
}

void Typesetter::setLine(const QString& text, Position begin, RowStarts& rows) const
{
    int column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t codePoint = text.at(i).unicode();
        const int columns = columnsOfText(codePoint);
        if (i == 0 || column + columns > m_settings.columns) {
            rows.starts.push_back({begin.record, begin.part, static_cast<qint32>(i)});
            column = 0;
        }
        column += columns;
    }
}

void Typesetter::beginRow(Position at, Pen& pen, RowStarts& rows)
{
    if (at.record >= pen.stopAt) {
        rows.end = at;
        pen.done = true;
        return;
    }
    rows.starts.push_back(at);
    pen.open = true;
    pen.afterCr = false;
    pen.column = 0;
    pen.rowBytes = 0;
}

void Typesetter::setText(RecordId id, const Record& record, qint32 from, Pen& pen, RowStarts& rows) const
{
    const int width = m_settings.columns;
    const bool flow = flows();
    RecordDecoder decoder(m_capture, *m_settings.encoding, id, from);
    DecodedCharacter character;
    bool atStart = !flow && beginsInsideLineEnd(id, record);
    while (!pen.done) {
        const qint64 streamOffset = record.streamOffset + decoder.position();
        if (flow && streamOffset / kFlowSection != pen.section) {
            pen.section = streamOffset / kFlowSection;
            if (pen.lastLineEnd <= (pen.section - 1) * kFlowSection) {
                pen.endRow();
            }
        }
        if (pen.open && !pen.afterCr) {
            const qint64 toFit = std::min(width - pen.column, kRowBytes - pen.rowBytes);
            const qint64 toSection = kFlowSection - streamOffset % kFlowSection;
            const qint32 skipped =
                decoder.skipPrintableAscii(static_cast<qint32>(flow ? std::min(toFit, toSection) : toFit));
            pen.column += skipped;
            pen.rowBytes += skipped;
            if (flow && skipped == toSection) {
                continue;
            }
        }
        if (!decoder.next(character)) {
            break;
        }
        const bool isLineFeed = character.is(U'\n');
        if (std::exchange(atStart, false) && isLineFeed) {
            continue; // the CR before it has ended the line in the record before
        }
        if (pen.afterCr && !isLineFeed) {
            pen.endRow();
        }
        const int columns = columnsOf(character, pen.column, width);
        const bool breaksLine = isLineFeed || character.is(U'\r');
        const bool fits = pen.column + columns <= width && pen.rowBytes < kRowBytes;
        if (!pen.open || (!breaksLine && !fits)) {
            beginRow({id, RowPart::Payload, character.begin}, pen, rows);
            if (pen.done) {
                break;
            }
        }
        if (isLineFeed) {
            pen.endRow();
            pen.lastLineEnd = record.streamOffset + character.end;
        } else if (breaksLine) {
            pen.afterCr = true;
        } else {
            // A tab is as wide as its place makes it, so it is measured again where it now stands.
            pen.column += character.is(U'\t') ? columnsOf(character, pen.column, width) : columns;
            pen.rowBytes += character.end - character.begin;
        }
        if (character.step.kind == DecodeStep::Kind::Incomplete) {
            rows.mayChange = true;
        } else if (character.step.kind == DecodeStep::Kind::Invalid && record.kind == RecordKind::Received) {
            rows.firstUndecodable = rows.undecodable == 0 ? id : rows.firstUndecodable;
            rows.undecodable += character.step.length;
        }
    }
    if (!flow) {
        pen.endRow();
    }
}

void Typesetter::setHex(RecordId id, const Record& record, Pen& pen, RowStarts& rows) const
{
    const qint32 perRow = hexBytesPerRow();
    const bool flow = flows();
    const qint64 phase = flow ? record.streamOffset % perRow : 0;
    const auto length = static_cast<qint32>(record.length);
    qint32 at = 0;
    if (flow && pen.open) {
        at = static_cast<qint32>((perRow - phase) % perRow); // what still belongs to the open row
    }
    while (at < length && !pen.done) {
        beginRow({id, RowPart::Payload, at}, pen, rows);
        at += static_cast<qint32>(perRow - (phase + at) % perRow);
    }
    if (!flow) {
        pen.endRow();
    }
}

RecordId Typesetter::previousPayload(RecordId id) const
{
    for (RecordId at = id - 1; at >= m_capture.begin(); --at) {
        if (m_capture.record(at).isPayload()) {
            return at;
        }
    }
    return kNoRecord;
}

bool Typesetter::continuesLine(RecordId id) const
{
    const RecordId previous = previousPayload(id);
    return previous != kNoRecord && m_capture.record(id).previousInStream == previous;
}

bool Typesetter::beginsInsideLineEnd(RecordId id, const Record& record) const
{
    if (record.previousInStream == kNoRecord || m_settings.encoding->unitSize() != 1) {
        return false;
    }
    const qint64 length = m_capture.record(record.previousInStream).length;
    return m_capture.bytes(id, 0, 1) == "\n" && m_capture.bytes(record.previousInStream, length - 1, 1) == "\r";
}

void Typesetter::takeUpLine(RecordId first, Pen& pen) const
{
    RecordId id = first;
    while (id < m_capture.end() && !m_capture.record(id).isPayload()) {
        ++id;
    }
    if (id == m_capture.end() || !continuesLine(id) || !isShown(m_capture.record(id))) {
        return;
    }
    if (m_settings.hex) {
        pen.open = true; // rows lie at multiples in the stream
        return;
    }
    const qint64 streamOffset = m_capture.record(id).streamOffset + payloadBegin(id);
    const qint64 section = streamOffset / kFlowSection;
    const qint64 lowest = (section - 1) * kFlowSection;
    Position start{id, RowPart::Payload, 0};
    for (RecordId at = id; continuesLine(at);) {
        at = previousPayload(at);
        const Record record = m_capture.record(at);
        const qint64 skipped = std::clamp<qint64>(lowest - record.streamOffset, 0, record.length);
        const QByteArray bytes = m_capture.bytes(at, skipped, record.length);
        const qsizetype lineEnd = lastLineEnd(bytes, *m_settings.encoding, record.streamOffset + skipped);
        if (lineEnd > 0) {
            start = {at, RowPart::Payload, static_cast<qint32>(skipped + lineEnd)};
            pen.lastLineEnd = record.streamOffset + skipped + lineEnd;
            break;
        }
        if (record.streamOffset <= lowest) {
            start = sectionStart(id, section * kFlowSection);
            pen.lastLineEnd = lowest;
            break;
        }
        start = {at, RowPart::Payload, payloadBegin(at)};
        pen.lastLineEnd = record.streamOffset;
    }
    const Record startRecord = m_capture.record(start.record);
    pen.section = (startRecord.streamOffset + start.offset) / kFlowSection;
    RowStarts before; // rows that begin in earlier records are only passed over
    for (RecordId at = start.record; at < id; ++at) {
        const Record record = m_capture.record(at);
        if (record.isPayload()) {
            setText(at, record, at == start.record ? start.offset : payloadBegin(at), pen, before);
        }
    }
}

Position Typesetter::sectionStart(RecordId id, qint64 streamOffset) const
{
    RecordId at = id;
    while (m_capture.record(at).streamOffset > streamOffset) {
        at = previousPayload(at);
    }
    auto byte = static_cast<qint32>(streamOffset - m_capture.record(at).streamOffset);
    // Where a character lies across the border of the section, the section begins behind it.
    const qint32 pending = pendingBefore(m_capture, *m_settings.encoding, at, byte);
    if (pending > 0) {
        RecordDecoder decoder(m_capture, *m_settings.encoding, at, byte - pending);
        DecodedCharacter character;
        while (decoder.next(character)) {
            if (character.end >= byte) {
                byte = character.end;
                break;
            }
        }
    }
    return {at, RowPart::Payload, byte};
}

void Typesetter::finishLine(RecordId end, Pen& pen, RowStarts& rows) const
{
    pen.stopAt = end;
    RecordId id = end;
    for (; id < m_capture.end() && !pen.done; ++id) {
        if (!m_capture.record(id).isPayload()) {
            continue;
        }
        if (!pen.open || !continuesLine(id)) {
            rows.end = {id, RowPart::Header, 0};
            return; // the next row begins with this record, whatever it is
        }
        setRecord(id, pen, rows);
    }
    if (id == m_capture.end() && !pen.done) {
        rows.end = {id, RowPart::Header, 0};
        rows.mayChange = true;
    }
}

Row Typesetter::row(Position begin, Position end) const
{
    Row row;
    row.begin = begin;
    row.end = end;
    const Record record = m_capture.record(begin.record);
    row.kind = record.kind;
    row.peer = record.peer;
    const bool endsInPart = end.record == begin.record && end.part == begin.part;
    if (begin.part != RowPart::Payload) {
        const QString text = begin.part == RowPart::Header ? recordHeader(m_capture, begin.record, m_settings)
                                                           : recordSentence(m_capture, begin.record);
        row.isError = record.kind == RecordKind::Note && m_capture.note(begin.record).isError();
        row.endsLine = !endsInPart;
        fillLine(text.mid(begin.offset, endsInPart ? end.offset - begin.offset : -1), row);
        return row;
    }
    bool brokeLine = false;
    for (RecordId id = begin.record; id < m_capture.end(); ++id) {
        const bool isLast = id == end.record && end.part == RowPart::Payload;
        if (id > begin.record && (!flows() || (id >= end.record && !isLast))) {
            break;
        }
        const Record found = m_capture.record(id);
        if (!found.isPayload()) {
            continue;
        }
        if (id > begin.record && !continuesLine(id)) {
            break;
        }
        const qint32 from = id == begin.record ? begin.offset : payloadBegin(id);
        const qint32 to = isLast ? end.offset : RecordDecoder::kToTheEnd;
        if (m_settings.hex) {
            fillHex(id, from, m_capture.bytes(id, from, to - from), row);
        } else {
            brokeLine = fillText(id, from, to, row);
        }
        if (isLast) {
            break;
        }
    }
    const bool flowsOn = flows() && end.part == RowPart::Payload && end.record < m_capture.end()
        && (end.record == begin.record || continuesLine(end.record));
    row.endsLine = brokeLine || !(endsInPart || flowsOn);
    row.wrapsAtBlank = m_settings.hex && !row.endsLine;
    return row;
}

void Typesetter::fillLine(const QString& text, Row& row)
{
    row.text = text;
    int column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        Cell cell;
        cell.begin = {row.begin.record, row.begin.part, row.begin.offset + static_cast<qint32>(i)};
        cell.endOffset = cell.begin.offset + 1;
        cell.textBegin = static_cast<qint32>(i);
        cell.textLength = 1;
        cell.column = column;
        cell.columns = columnsOfText(text.at(i).unicode());
        column += cell.columns;
        row.cells.push_back(cell);
    }
}

bool Typesetter::fillText(RecordId id, qint32 from, qint32 to, Row& row) const
{
    RecordDecoder decoder(m_capture, *m_settings.encoding, id, from, to);
    DecodedCharacter character;
    int column = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns;
    bool brokeLine = false;
    while (decoder.position() < to && decoder.next(character)) {
        brokeLine = character.is(U'\n') || character.is(U'\r');
        if (brokeLine) {
            continue;
        }
        const Shape shape = shapeOf(character, column, m_settings.columns);
        Cell cell;
        cell.begin = {id, RowPart::Payload, character.begin};
        cell.endOffset = character.end;
        cell.textBegin = static_cast<qint32>(row.text.size());
        cell.textLength = static_cast<qint32>(shape.text.size());
        cell.column = column;
        cell.columns = shape.columns;
        cell.style = shape.style;
        row.text += shape.text;
        column += shape.columns;
        row.cells.push_back(cell);
    }
    return brokeLine;
}

void Typesetter::fillHex(RecordId id, qint32 from, const QByteArray& bytes, Row& row)
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
