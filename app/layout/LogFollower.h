// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Layout.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace netassist {

/// The shown text of a log that goes on growing: each next() is what has been added since the last, so that all of
/// them together are the text of the whole. Rows that were only wrapped come out as one line.
class LogFollower final {
public:
    /// So long the end of a record is held back if it is the beginning of a character: the rest is mostly on its way.
    /// After that it is written as it is shown then, as `\xNN`.
    static constexpr qint64 kPatienceUs = 500'000;

    /// @param capture outlives this
    /// @param from the first record that is part of it
    LogFollower(const Capture& capture, const ViewSettings& settings, RecordId from);

    /// For what has not been written yet.
    void setSettings(const ViewSettings& settings);

    /// Some milliseconds' worth of rows of the records before `end`; empty if there is nothing more for now.
    /// @param nowUs wall clock, microseconds since the epoch; whatever is older than kPatienceUs is not held back
    [[nodiscard]] QString next(RecordId end, qint64 nowUs);
    /// What is missing behind the last line if the log ends here.
    [[nodiscard]] QString finish() const;
    /// The first record that has not been written, or not all of it.
    [[nodiscard]] RecordId at() const { return m_at.record; }
    /// Bytes of that record that have been.
    [[nodiscard]] qint64 writtenOfIt() const { return m_at.part == RowPart::Payload ? std::max(m_at.offset, 0) : 0; }
    /// Passes over what has been dropped from the capture meanwhile.
    void skipTo(RecordId record);

private:
    [[nodiscard]] bool isHeldBack(const Row& row, qint64 nowUs) const;
    [[nodiscard]] QLatin1String jointBefore(RowRef row);
    [[nodiscard]] QString textOf(const Row& row) const;

    const Capture& m_capture;
    Layout m_layout;
    Position m_at;
    bool m_lineOpen = false; ///< no line break has been written behind the last row
};

} // namespace netassist
