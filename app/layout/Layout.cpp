// SPDX-License-Identifier: MIT
#include "app/layout/Layout.h"

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr int kCachedRows = 400'000; // some megabytes of row starts

} // namespace

Layout::Layout(const Capture& capture, ViewSettings settings)
    : m_capture(capture), m_settings(std::move(settings)), m_typesetter(capture, m_settings), m_rows(kCachedRows)
{
    sync();
}

void Layout::setSettings(const ViewSettings& settings)
{
    m_settings = settings;
    m_rows.clear();
    m_changing.clear();
    m_undecodable = 0;
    m_exactBytes = 0;
    m_exactRows = 0;
    m_estimated = static_cast<qint64>(m_blocks.size());
    for (qint64 number = m_sums.begin(); number < endBlock(); ++number) {
        Block& changed = block(number);
        changed.exact = false;
        changed.undecodable = 0;
        m_sums.set(number, estimate(changed));
    }
    sync();
}

void Layout::followDrops()
{
    if (m_firstRecord != m_capture.begin()) {
        dropOldest();
    }
}

void Layout::dropOldest()
{
    m_firstRecord = m_capture.begin();
    while (!m_blocks.empty() && m_blocks.front().end <= m_capture.begin()) {
        invalidate(m_sums.begin());
        --m_estimated;
        m_blocks.pop_front();
        m_sums.dropFront(m_sums.begin() + 1);
    }
    if (!m_blocks.empty()) {
        m_blocks.front().first = std::max(m_blocks.front().first, m_firstRecord);
    }
    for (qint64 number = m_sums.begin(); number < endBlock(); ++number) {
        if (block(number).exact && block(number).earliest < m_firstRecord) {
            invalidate(number);
        }
    }
}

void Layout::sync()
{
    followDrops();
    m_nextRecord = std::max(m_nextRecord, m_capture.begin());
    if (m_nextRecord == m_capture.end()) {
        return;
    }
    for (const qint64 number : std::exchange(m_changing, {})) {
        if (number >= m_sums.begin()) {
            invalidate(number);
        }
    }
    if (!m_blocks.empty()) {
        invalidate(endBlock() - 1);
    }
    const RecordId end = m_capture.end();
    while (m_nextRecord < end) {
        addRecord(m_nextRecord++);
    }
    if (!m_blocks.empty()) {
        m_sums.set(endBlock() - 1, estimate(m_blocks.back()));
    }
}

void Layout::addRecord(RecordId id)
{
    const bool isFull =
        !m_blocks.empty() && (m_blocks.back().bytes >= kBlockBytes || id - m_blocks.back().first >= kBlockRecords);
    if (m_blocks.empty() || isFull) {
        if (isFull) {
            m_sums.set(endBlock() - 1, estimate(m_blocks.back()));
        }
        m_blocks.emplace_back();
        m_blocks.back().first = id;
        m_sums.append(0);
        ++m_estimated;
    }
    const Record record = m_capture.record(id);
    Block& last = m_blocks.back();
    last.end = id + 1;
    last.bytes += record.length;
    last.received += record.kind == RecordKind::Received ? 1 : 0;
    last.sent += record.kind == RecordKind::Sent ? 1 : 0;
    last.notes += record.kind == RecordKind::Note ? 1 : 0;
}

bool Layout::showsAnything(const Block& block) const
{
    return (block.sent > 0 && m_settings.shows(RecordKind::Sent)) ||
           (block.notes > 0 && m_settings.shows(RecordKind::Note)) ||
           (block.received > 0 && m_settings.shows(RecordKind::Received));
}

qint64 Layout::estimate(const Block& block) const
{
    if (!showsAnything(block)) {
        return 0; // so that walking by rows passes over it without a look
    }
    if (m_exactBytes > 0) {
        return std::max<qint64>(1, block.bytes * m_exactRows / m_exactBytes);
    }
    const qint64 payloads = block.sent + (m_settings.hideReceived ? 0 : block.received);
    const qint64 lines = m_settings.logMode ? 2 * payloads + block.notes : m_settings.autoLineFeed ? payloads : 0;
    const int bytesPerRow = m_settings.hex ? std::max(1, m_settings.columns / 3) : std::max(1, m_settings.columns / 2);
    return 1 + lines + block.bytes / bytesPerRow;
}

void Layout::invalidate(qint64 number)
{
    Block& changed = block(number);
    m_rows.remove(number);
    if (changed.exact) {
        changed.exact = false;
        ++m_estimated;
        m_undecodable -= changed.undecodable;
        m_exactBytes -= changed.bytes;
        m_exactRows -= m_sums.at(number);
    }
}

Layout::Rows Layout::rowsOf(qint64 number)
{
    if (const Rows* cached = m_rows.object(number)) {
        return *cached;
    }
    Block& wanted = block(number);
    auto rows = std::make_shared<const RowStarts>(m_typesetter.rowStarts(wanted.first, wanted.end));
    const auto count = static_cast<qint64>(rows->starts.size());
    if (!wanted.exact) {
        wanted.exact = true;
        wanted.undecodable = rows->undecodable;
        wanted.earliest = rows->earliest;
        wanted.firstUndecodable = rows->firstUndecodable;
        --m_estimated;
        m_undecodable += rows->undecodable;
        m_exactBytes += wanted.bytes;
        m_exactRows += count;
        if (rows->mayChange) {
            m_changing.push_back(number);
        }
        m_sums.set(number, count);
    }
    m_laidOutBytes += rows->bytes;
    m_rows.insert(number, new Rows(rows), std::clamp<int>(static_cast<int>(count), 1, kCachedRows));
    return rows;
}

Layout::LaidOut Layout::layOut(qint64 number)
{
    const Block& wanted = block(number);
    if (wanted.exact) {
        return LaidOut::Before;
    }
    if (!m_capture.isAtHand(wanted.first, wanted.end)) {
        return LaidOut::NotAtHand;
    }
    (void)rowsOf(number);
    return LaidOut::Now;
}

Layout::Left Layout::layOutSome(RecordId around, const QDeadlineTimer& deadline)
{
    followDrops();
    if (m_estimated == 0 || m_blocks.empty()) {
        return Left::Nothing;
    }
    // Outwards from what is looked at.
    qint64 down = blockOf(around);
    qint64 up = down - 1;
    while (m_estimated > 0 && (down < endBlock() || up >= m_sums.begin())) {
        bool isFurther = false; // each call gets somewhere, however short its time
        for (const qint64 number : {down, up}) {
            if (number < m_sums.begin() || number >= endBlock()) {
                continue;
            }
            const LaidOut laidOut = layOut(number);
            if (laidOut == LaidOut::NotAtHand) {
                return Left::OnDisk;
            }
            isFurther = laidOut == LaidOut::Now || isFurther;
        }
        ++down;
        --up;
        if (isFurther && deadline.hasExpired()) {
            break;
        }
    }
    return m_estimated > 0 ? Left::Some : Left::Nothing;
}

qint64 Layout::blockOf(RecordId record) const
{
    const auto it = std::upper_bound(m_blocks.begin(), m_blocks.end(), record,
                                     [](RecordId id, const Block& block) { return id < block.end; });
    const auto index = static_cast<qint64>(it - m_blocks.begin());
    return m_sums.begin() + std::min(index, static_cast<qint64>(m_blocks.size()) - 1);
}

std::optional<RowRef> Layout::first()
{
    followDrops();
    for (qint64 number = m_sums.begin(); number < endBlock(); ++number) {
        if (m_sums.at(number) > 0 && !rowsOf(number)->starts.empty()) {
            return RowRef{number, 0};
        }
    }
    return std::nullopt;
}

std::optional<RowRef> Layout::last()
{
    followDrops();
    for (qint64 number = endBlock() - 1; number >= m_sums.begin(); --number) {
        if (m_sums.at(number) == 0) {
            continue;
        }
        const Rows rows = rowsOf(number);
        if (!rows->starts.empty()) {
            return RowRef{number, static_cast<qint32>(rows->starts.size()) - 1};
        }
    }
    return std::nullopt;
}

std::optional<RowRef> Layout::next(RowRef row)
{
    if (row.row + 1 < static_cast<qint32>(rowsOf(row.block)->starts.size())) {
        return RowRef{row.block, row.row + 1};
    }
    for (qint64 number = row.block + 1; number < endBlock(); ++number) {
        if (m_sums.at(number) > 0 && !rowsOf(number)->starts.empty()) {
            return RowRef{number, 0};
        }
    }
    return std::nullopt;
}

std::optional<RowRef> Layout::previous(RowRef row)
{
    if (row.row > 0) {
        return RowRef{row.block, row.row - 1};
    }
    for (qint64 number = row.block - 1; number >= m_sums.begin(); --number) {
        if (m_sums.at(number) == 0) {
            continue;
        }
        const Rows rows = rowsOf(number);
        if (!rows->starts.empty()) {
            return RowRef{number, static_cast<qint32>(rows->starts.size()) - 1};
        }
    }
    return std::nullopt;
}

/// Whether a row is the first of the wanted record, rather than one behind a row that flows into it.
bool Layout::begins(Position row, Position wanted) const
{
    if (row.record != wanted.record) {
        return false;
    }
    const bool flows = !m_settings.logMode && !m_settings.autoLineFeed;
    const bool isBeforePayload = wanted.part != RowPart::Payload || (m_settings.hex && wanted.offset < 0);
    return !flows || (row.offset <= 0 && isBeforePayload);
}

std::optional<RowRef> Layout::find(Position position)
{
    followDrops();
    if (m_blocks.empty()) {
        return std::nullopt;
    }
    const qint64 number = blockOf(position.record);
    const Rows rows = rowsOf(number);
    const auto it = std::upper_bound(rows->starts.begin(), rows->starts.end(), position);
    const auto index = static_cast<qint32>(it - rows->starts.begin());
    if (index < static_cast<qint32>(rows->starts.size()) &&
        (index == 0 || rows->starts[static_cast<std::size_t>(index) - 1].record < position.record) &&
        begins(rows->starts[static_cast<std::size_t>(index)], position)) {
        return RowRef{number, index}; // what is asked for is not shown: the first of the record that is
    }
    if (index > 0) {
        return RowRef{number, index - 1};
    }
    if (const auto before = previous({number, 0})) {
        return before;
    }
    return first();
}

std::optional<RowRef> Layout::at(qint64 number)
{
    followDrops();
    if (m_blocks.empty() || rowCount() == 0) {
        return std::nullopt;
    }
    const qint64 wanted = m_sums.blockOfRow(std::max<qint64>(0, number));
    const qint64 within = std::max<qint64>(0, number - m_sums.before(wanted));
    const Rows rows = rowsOf(wanted);
    if (rows->starts.empty()) {
        const auto after = next({wanted, 0});
        return after ? after : last();
    }
    return RowRef{wanted, static_cast<qint32>(std::min<qint64>(within, static_cast<qint64>(rows->starts.size()) - 1))};
}

Position Layout::startOf(RowRef row)
{
    return rowsOf(row.block)->starts[static_cast<std::size_t>(row.row)];
}

Row Layout::row(RowRef ref, bool withCells)
{
    const Rows rows = rowsOf(ref.block);
    const auto index = static_cast<std::size_t>(ref.row);
    const Position end = index + 1 < rows->starts.size() ? rows->starts[index + 1] : rows->end;
    return m_typesetter.row(rows->starts[index], end, withCells);
}

RecordId Layout::undecodableRecord() const
{
    const auto it = std::find_if(m_blocks.begin(), m_blocks.end(),
                                 [](const Block& block) { return block.exact && block.undecodable > 0; });
    return it == m_blocks.end() ? kNoRecord : it->firstUndecodable;
}

} // namespace netassist
