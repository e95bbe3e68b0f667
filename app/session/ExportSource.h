// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Record.h"

#include <QByteArray>

namespace netassist {

/// Something long to be written to a file piece by piece.
class ExportSource {
public:
    ExportSource() = default;
    virtual ~ExportSource() = default;
    ExportSource(const ExportSource&) = delete;
    ExportSource& operator=(const ExportSource&) = delete;

    /// The next piece, some 100 KiB at most; may be empty before the end.
    [[nodiscard]] virtual QByteArray next() = 0;
    /// Whether next() need not wait for a disk; if not, ask again in Capture::kFetchMs.
    [[nodiscard]] virtual bool isAtHand() const { return true; }
    [[nodiscard]] virtual bool atEnd() const = 0;
    /// 0 … 1
    [[nodiscard]] virtual double progress() const = 0;
    /// Records that had gone from the capture before next() came to their end.
    [[nodiscard]] virtual RecordId leftOut() const = 0;
};

} // namespace netassist
