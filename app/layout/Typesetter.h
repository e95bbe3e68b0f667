// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/CharacterBorders.h"
#include "app/layout/Row.h"
#include "app/layout/ViewSettings.h"

#include <vector>

namespace netassist {

class RecordDecoder;

/// Where the rows of a run of records begin.
struct RowStarts {
    std::vector<Position> starts;
    Position end;                          ///< where the row after the last one begins
    qint64 undecodable = 0;                ///< received bytes shown as `\xNN` that no later byte can make valid
    RecordId firstUndecodable = kNoRecord; ///< where the first of them is
    bool mayChange = false;                ///< depends on records still to come: a character or a line is unfinished
    RecordId earliest = 0;                 ///< the earliest record that had a say
    qint64 bytes = 0;                      ///< of payload that was gone through
};

/// Finds rows and fills them, for one capture and one way of looking at it. Knows no state between calls: the same
/// records give the same rows, however they came in.
///
/// In log mode, or with auto line feed, every record begins a row. Otherwise consecutive records of one stream flow
/// on as one text (notes between them are not shown), so that rows do not depend on how the network cut the stream.
/// There, a text without any LF begins a new row at least at every second multiple of kFlowSection bytes of its
/// stream: that bounds how far back the start of a row has to be searched.
class Typesetter {
public:
    static constexpr qint32 kRowBytes = 4096;
    static constexpr qint64 kFlowSection = 65536;

    Typesetter(const Capture& capture, const ViewSettings& settings) : m_capture(capture), m_settings(settings) {}

    /// Rows that begin in records first … end-1.
    [[nodiscard]] RowStarts rowStarts(RecordId first, RecordId end) const;
    /// The row from one start to the next.
    [[nodiscard]] Row row(Position begin, Position end, bool withCells = true) const;

private:
    struct Pen;

    [[nodiscard]] bool flows() const { return !m_settings.logMode && !m_settings.autoLineFeed; }
    void setRecord(RecordId id, Pen& pen, RowStarts& rows) const;
    void setLine(const QString& text, Position begin, RowStarts& rows) const;
    void setText(RecordId id, const Record& record, qint32 from, Pen& pen, RowStarts& rows) const;
    qint32 goOverPlain(RecordDecoder& decoder, qint64 most, Pen& pen) const;
    void setHex(RecordId id, const Record& record, Pen& pen, RowStarts& rows) const;
    static void beginRow(Position at, Pen& pen, RowStarts& rows);
    void takeUpLine(RecordId first, Pen& pen, RowStarts& rows) const;
    void takeUpHexRow(RecordId id, Pen& pen, RowStarts& rows) const;
    void finishLine(RecordId end, Pen& pen, RowStarts& rows) const;

    [[nodiscard]] RecordId previousPayload(RecordId id) const;
    [[nodiscard]] bool continuesLine(RecordId id) const;
    [[nodiscard]] bool followsCarriageReturn(RecordId id, qint32 byte, RowStarts& rows) const;
    [[nodiscard]] Position placeInLine(RecordId id, qint64 streamOffset) const;
    [[nodiscard]] qint32 payloadBegin(RecordId id, const Record& record, const Pen& pen, RowStarts& rows) const;
    [[nodiscard]] qint32 hexBytesPerRow() const;

    const Capture& m_capture;
    const ViewSettings& m_settings;
    mutable CharacterBorders m_borders; ///< saves time, changes nothing
};

} // namespace netassist
