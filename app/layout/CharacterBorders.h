// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Record.h"

#include <QHash>

#include <optional>
#include <set>

namespace netassist {

class Encoding;

/// Places where characters begin, kept from long searches so that the next one nearby is short. Only double-byte text
/// with hardly any ASCII needs such searches; there is a place for about every 16 KiB of it.
class CharacterBorders final {
public:
    /// The last one known at or before a place in a record's stream, in bytes of the stream.
    [[nodiscard]] std::optional<qint64> before(const Encoding& encoding, const Record& record, qint64 streamOffset);
    void add(const Encoding& encoding, const Record& record, qint64 streamOffset);

private:
    [[nodiscard]] std::set<qint64>& bordersOf(const Encoding& encoding, const Record& record);

    const Encoding* m_encoding = nullptr;
    QHash<quint64, std::set<qint64>> m_borders; ///< by peer and direction
};

} // namespace netassist
