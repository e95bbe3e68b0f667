// SPDX-License-Identifier: MIT
#include "app/layout/Typesetter.h"

#include "app/layout/RecordDecoder.h"
#include "app/layout/RecordHeader.h"
#include "app/layout/RowCells.h"
#include "app/layout/Shape.h"
#include "app/text/CodePoint.h"
#include "app/text/Glyphs.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kNearLine = 4096; // most lines begin within so many bytes

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

} // namespace

/// Where the row being set stands.
struct Typesetter::Pen {
    bool open = false;    // a row has begun and may go on
    bool afterCr = false; // it has ended, unless an LF belongs to its CR
    int column = 0;
    qint32 rowBytes = 0;
    qint64 lastLineEnd = 0;                                 // stream offset behind the last LF, or of the text's start
    qint64 section = 0;                                     // of the stream, kFlowSection bytes each
    RecordId stopAt = std::numeric_limits<RecordId>::max(); // a row that begins there or later ends the work
    bool done = false;
    RecordId last = kNoRecord; // the payload set last, and what of it waits for its next record
    qint32 pending = 0;        // bytes

    void endRow()
    {
        open = false;
        afterCr = false;
    }
};

qint32 Typesetter::payloadBegin(RecordId id, const Record& record, const Pen& pen, RowStarts& rows) const
{
    if (pen.last != kNoRecord && pen.last == record.previousInStream) {
        return -pen.pending;
    }
    return -pendingBefore(m_capture, *m_settings.encoding, id, 0, &rows.earliest, &m_borders);
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
    rows.earliest = first;
    Pen pen;
    if (flows() && first < end) {
        takeUpLine(first, pen, rows);
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
    if (!m_settings.shows(record.kind)) {
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
    rows.bytes += record.length;
    if (m_settings.hex) {
        setHex(id, record, pen, rows);
    } else {
        setText(id, record, payloadBegin(id, record, pen, rows), pen, rows);
    }
}

void Typesetter::setLine(const QString& text, Position begin, RowStarts& rows) const
{
    int column = 0;
    for (qsizetype i = 0; i < text.size();) {
        const CodePoint codePoint = codePointAt(text, i);
        const int columns = columnsOf(codePoint.value, m_settings.ambiguous.get());
        if (i == 0 || column + columns > m_settings.columns) {
            rows.starts.push_back({begin.record, begin.part, static_cast<qint32>(i)});
            column = 0;
        }
        column += columns;
        i += codePoint.units;
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

/// Over characters that go on with the open row whatever stands around them, as long as they begin within `most`
/// bytes. @return bytes
qint32 Typesetter::goOverPlain(RecordDecoder& decoder, qint64 most, Pen& pen) const
{
    const qint32 length = m_settings.encoding->ideographLength();
    const qint32 begin = pen.rowBytes;
    const auto end = static_cast<qint32>(std::min<qint64>(kRowBytes, begin + most));
    for (qint32 before = -1; before != pen.rowBytes && pen.rowBytes < end;) {
        before = pen.rowBytes;
        const qint32 narrow = decoder.skipNarrowAscii(std::min(m_settings.columns - pen.column, end - pen.rowBytes));
        pen.column += narrow;
        pen.rowBytes += narrow;
        if (length > 0) {
            const qint32 wide = decoder.skipIdeographs(
                std::min((m_settings.columns - pen.column) / 2, (end - pen.rowBytes + length - 1) / length));
            pen.column += 2 * wide;
            pen.rowBytes += length * wide;
        }
    }
    return pen.rowBytes - begin;
}

void Typesetter::setText(RecordId id, const Record& record, qint32 from, Pen& pen, RowStarts& rows) const
{
    const int width = m_settings.columns;
    const bool flow = flows();
    RecordDecoder decoder(m_capture, *m_settings.encoding, id, from);
    DecodedCharacter character;
    bool atStart = !flow;
    while (!pen.done) {
        const qint64 streamOffset = record.streamOffset + decoder.position();
        if (flow && streamOffset / kFlowSection != pen.section) {
            pen.section = streamOffset / kFlowSection;
            if (pen.lastLineEnd <= (pen.section - 1) * kFlowSection) {
                pen.endRow();
            }
        }
        // Where bytes do not decode there are seldom any.
        if (pen.open && !pen.afterCr && character.step.kind == DecodeStep::Kind::Character) {
            const qint64 most = flow ? kFlowSection - streamOffset % kFlowSection : kFlowSection;
            if (goOverPlain(decoder, most, pen) >= most) {
                continue;
            }
        }
        if (!decoder.next(character)) {
            break;
        }
        if (character.step.kind == DecodeStep::Kind::Incomplete) {
            rows.mayChange = true; // also where it only is what ends the last row
        }
        const bool isLineFeed = character.is(U'\n');
        if (std::exchange(atStart, false) && isLineFeed && followsCarriageReturn(id, character.begin, rows)) {
            continue; // the CR has ended the line in an earlier record
        }
        if (pen.afterCr && !isLineFeed) {
            pen.endRow();
        }
        const int columns = columnsOf(character, pen.column, m_settings);
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
            pen.column += character.is(U'\t') ? columnsOf(character, pen.column, m_settings) : columns;
            pen.rowBytes += character.end - character.begin;
        }
        if (character.step.kind == DecodeStep::Kind::Invalid && record.kind == RecordKind::Received &&
            id < pen.stopAt) {
            rows.firstUndecodable = rows.undecodable == 0 ? id : rows.firstUndecodable;
            rows.undecodable += character.step.length;
        }
    }
    pen.last = id;
    pen.pending = decoder.pendingBytes();
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

bool Typesetter::followsCarriageReturn(RecordId id, qint32 byte, RowStarts& rows) const
{
    const Encoding& encoding = *m_settings.encoding;
    const QByteArray before = streamBefore(m_capture, id, byte, encoding.unitSize(), &rows.earliest);
    if (before.size() < encoding.unitSize()) {
        return false;
    }
    DecodedCharacter character;
    character.step = encoding.decodeOne(before);
    return character.is(U'\r');
}

void Typesetter::takeUpLine(RecordId first, Pen& pen, RowStarts& rows) const
{
    RecordId id = first;
    while (id < m_capture.end() && !m_capture.record(id).isPayload()) {
        ++id;
    }
    if (id == m_capture.end() || !continuesLine(id) || !m_settings.shows(m_capture.record(id).kind)) {
        return;
    }
    if (m_settings.hex) {
        takeUpHexRow(id, pen, rows);
        return;
    }
    const Record record = m_capture.record(id);
    const qint64 here = record.streamOffset + payloadBegin(id, record, pen, rows);
    const qint64 border = here / kFlowSection * kFlowSection;
    const qint64 lowest = border - kFlowSection;
    RecordId at = id;
    qint64 searched = here; // back to here
    qsizetype lineEnd = -1;
    for (const qint64 reach : {kNearLine, 2 * kFlowSection}) {
        const qint64 floor = std::max(lowest, here - reach);
        while (continuesLine(at) && m_capture.record(at).streamOffset > floor) {
            at = previousPayload(at);
        }
        searched = std::max(m_capture.record(at).streamOffset, floor);
        const QByteArray text = streamBefore(m_capture, id, static_cast<qint32>(here - record.streamOffset),
                                             std::max<qint64>(0, here - searched));
        lineEnd = lastLineEnd(text, *m_settings.encoding, searched);
        if (lineEnd > 0) {
            break;
        }
    }
    rows.earliest = std::min(rows.earliest, at);
    const qint64 lineBegin = m_capture.record(at).streamOffset;
    // A place where a row surely begins, at or before `here`.
    Position start{at, RowPart::Payload, 0};
    if (lineEnd > 0) {
        pen.lastLineEnd = searched + lineEnd;
        start = placeInLine(id, pen.lastLineEnd);
    } else if (lineBegin > lowest) {
        pen.lastLineEnd = lineBegin;
        start.offset = payloadBegin(at, m_capture.record(at), pen, rows);
    } else {
        // The section's first row begins behind a character that lies across its border.
        pen.lastLineEnd = lowest;
        start = placeInLine(id, border);
        start.offset -=
            pendingBefore(m_capture, *m_settings.encoding, start.record, start.offset, &rows.earliest, &m_borders);
    }
    pen.section = (m_capture.record(start.record).streamOffset + start.offset) / kFlowSection;
    RowStarts before; // rows that begin in earlier records are only passed over
    before.earliest = rows.earliest;
    for (at = start.record; at < id; ++at) {
        const Record passed = m_capture.record(at);
        if (passed.isPayload()) {
            setText(at, passed, at == start.record ? start.offset : payloadBegin(at, passed, pen, before), pen, before);
        }
    }
    rows.earliest = std::min(rows.earliest, before.earliest);
}

void Typesetter::takeUpHexRow(RecordId id, Pen& pen, RowStarts& rows) const
{
    // Rows lie at multiples in the stream: one is open if the line has any byte before.
    while (!pen.open && continuesLine(id)) {
        id = previousPayload(id);
        pen.open = m_capture.record(id).length > 0;
        rows.earliest = std::min(rows.earliest, id);
    }
}

Position Typesetter::placeInLine(RecordId id, qint64 streamOffset) const
{
    while (m_capture.record(id).streamOffset > streamOffset) {
        id = previousPayload(id);
    }
    return {id, RowPart::Payload, static_cast<qint32>(streamOffset - m_capture.record(id).streamOffset)};
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

Row Typesetter::row(Position begin, Position end, bool withCells) const
{
    Row row;
    row.hasCells = withCells;
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
        appendLine(text.mid(begin.offset, endsInPart ? end.offset - begin.offset : -1), m_settings, row);
        return row;
    }
    bool brokeLine = false;
    bool flowsOn = false;           // the next row is of the same line
    qint32 pending = -begin.offset; // carried from record to record
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
        const qint32 to = isLast ? end.offset : RecordDecoder::kToTheEnd;
        if (m_settings.hex) {
            const qint32 from = id == begin.record ? begin.offset : 0;
            appendHex(id, from, m_capture.bytes(id, from, to - from), row);
        } else {
            pending = appendText(m_capture, m_settings, id, -pending, to, row, brokeLine);
        }
        if (isLast) {
            flowsOn = true;
            break;
        }
    }
    row.endsLine = brokeLine || !flowsOn;
    row.wrapsAtBlank = m_settings.hex && !row.endsLine;
    return row;
}

} // namespace netassist
