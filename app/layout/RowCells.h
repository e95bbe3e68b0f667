// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/Row.h"
#include "app/layout/ViewSettings.h"

#include <QByteArray>
#include <QString>

namespace netassist {

constexpr int kHexColumns = 3; ///< of a byte in HEX: two digits and a blank

/// The text of a header or a sentence, a cell for each code point, as all of the row.
void appendLine(const QString& text, const ViewSettings& settings, Row& row);
/// The characters of a record's payload that end behind `from` and begin before `to`, behind what the row has.
/// @param from a character border as RecordDecoder takes it, negative for what earlier records left unfinished
/// @param brokeLine whether the last of them breaks the line; unchanged if there was none
/// @return bytes at the record's end that wait for what completes them
[[nodiscard]] qint32 appendText(const Capture& capture, const ViewSettings& settings, RecordId id, qint32 from,
                                qint32 to, Row& row, bool& brokeLine);
/// Bytes of a record as HEX, behind what the row has. @param from place of the first in the record
void appendHex(RecordId id, qint32 from, const QByteArray& bytes, Row& row);

} // namespace netassist
