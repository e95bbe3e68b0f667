// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Record.h"
#include "app/text/AmbiguousWidth.h"
#include "app/text/Encoding.h"

#include <memory>

namespace netassist {

/// How the capture is looked at. Changing any of it re-renders everything already captured.
struct ViewSettings {
    bool hex = false;
    const Encoding* encoding = &Encoding::utf8();
    bool logMode = true;       ///< headers and notes between the payloads
    bool autoLineFeed = true;  ///< outside log mode: each record begins a row
    bool hideReceived = false; ///< received payload is not shown
    int columns = 80;          ///< width of the grid, >= 8
    /// By the font; null: characters of ambiguous width take one column.
    std::shared_ptr<const AmbiguousWidth> ambiguous = nullptr;

    /// Whether records of this kind have rows.
    [[nodiscard]] bool shows(RecordKind kind) const
    {
        if (kind == RecordKind::Note)
            return logMode;
        return kind == RecordKind::Sent || !hideReceived;
    }

    /// The same in rows so wide that there are few of them: for text that leaves the window.
    [[nodiscard]] ViewSettings inWideRows() const
    {
        ViewSettings wide = *this;
        wide.columns = 4000;
        wide.ambiguous.reset();
        return wide;
    }

    friend bool operator==(const ViewSettings&, const ViewSettings&) = default;
};

} // namespace netassist
