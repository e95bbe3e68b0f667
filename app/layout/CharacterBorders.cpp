// SPDX-License-Identifier: MIT
#include "app/layout/CharacterBorders.h"

#include <iterator>

namespace netassist {

std::set<qint64>& CharacterBorders::bordersOf(const Encoding& encoding, const Record& record)
{
    if (m_encoding != &encoding) {
        m_encoding = &encoding;
        m_borders.clear();
    }
    return m_borders[quint64{record.peer} << 1U | (record.kind == RecordKind::Received ? 1U : 0U)];
}

std::optional<qint64> CharacterBorders::before(const Encoding& encoding, const Record& record, qint64 streamOffset)
{
    const std::set<qint64>& borders = bordersOf(encoding, record);
    const auto behind = borders.upper_bound(streamOffset);
    return behind == borders.begin() ? std::nullopt : std::optional(*std::prev(behind));
}

void CharacterBorders::add(const Encoding& encoding, const Record& record, qint64 streamOffset)
{
    bordersOf(encoding, record).insert(streamOffset);
}

} // namespace netassist
