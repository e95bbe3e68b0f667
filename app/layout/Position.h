// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Record.h"

#include <compare>

namespace netassist {

/// What of a record is shown, in the order it is shown.
enum class RowPart : quint8 {
    Header,   ///< the line with time, direction and peer; of a note, the note
    Sentence, ///< of an error note, the same in the user's language
    Payload,
};

/// A place in the shown log that does not depend on width, encoding or mode: rows, selection and the top of the
/// window are kept as positions. `offset` counts bytes in the payload, UTF-16 units in the other parts. It is negative
/// for bytes of a character that began in an earlier record of the stream and is shown in this one: -1 is the byte
/// just before this record in its stream.
struct Position {
    RecordId record = 0;
    RowPart part = RowPart::Header;
    qint32 offset = 0;

    friend auto operator<=>(const Position&, const Position&) = default;
};

} // namespace netassist
