// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/CharacterBorders.h"
#include "app/layout/Layout.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace netassist {

/// The shown text of a stretch of the log, piece by piece, so that a gigabyte can be copied or saved in slices. Rows
/// that were only wrapped come out as one line; the width of the window does not matter.
class LogText {
public:
    /// @param capture outlives this; records that arrive later are not part of it
    /// @param begin, end positions as in a selection: the character at end is not part of it
    LogText(const Capture& capture, const ViewSettings& settings, Position begin, Position end);

    /// Everything up to the last record there is now.
    LogText(const Capture& capture, const ViewSettings& settings);

    /// The next rows, some milliseconds' worth, with LF between lines; empty at the end.
    [[nodiscard]] QString next();
    /// Whether next() need not wait for a disk; if not, ask again in Capture::kFetchMs.
    [[nodiscard]] bool isAtHand() const
    {
        const qint64 from = m_at.part == RowPart::Payload ? std::max<qint64>(m_at.offset, 0) : 0;
        return m_capture.isAtHand(m_at.record, m_end.record + 1, from);
    }
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// 0 … 1, by records.
    [[nodiscard]] double progress() const;
    /// Records of the stretch that went from the capture before next() came to their end.
    [[nodiscard]] RecordId leftOut() const { return m_leftOut; }

private:
    void passOverGone();
    [[nodiscard]] QString textOf(const Row& row) const;

    const Capture& m_capture;
    Layout m_layout;
    Position m_begin;
    Position m_end;
    Position m_at;
    RecordId m_leftOut = 0;
    bool m_atEnd = false;
};

/// The captured bytes behind the payload shown between two positions, record by record; bytes of headers and notes are
/// not among them.
class PayloadBytes {
public:
    /// @param capture outlives this; records that arrive later are not part of it
    PayloadBytes(const Capture& capture, ViewSettings settings, Position begin, Position end);

    /// Those of the next record; may be none.
    [[nodiscard]] QByteArray next();
    [[nodiscard]] bool isAtHand() const { return m_capture.isAtHand(m_at, m_last + 1); }
    [[nodiscard]] bool atEnd() const { return m_at > m_last; }
    /// Records of the stretch that went from the capture before next() came to them.
    [[nodiscard]] RecordId leftOut() const { return m_leftOut; }

private:
    const Capture& m_capture;
    ViewSettings m_settings;
    Position m_begin;
    Position m_end;
    RecordId m_last;
    RecordId m_at;
    RecordId m_leftOut = 0;
    CharacterBorders m_known;
};

/// All of them.
[[nodiscard]] QByteArray payloadBytes(const Capture& capture, const ViewSettings& settings, Position begin,
                                      Position end);

} // namespace netassist
