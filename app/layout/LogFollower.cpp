// SPDX-License-Identifier: MIT
#include "app/layout/LogFollower.h"

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr int kFollowedRows = 1024;
constexpr qsizetype kFollowedText = 65536;

QLatin1String jointBehind(const Row& row)
{
    return QLatin1String(row.endsLine ? "\n" : row.wrapsAtBlank ? " " : "");
}

} // namespace

LogFollower::LogFollower(const Capture& capture, const ViewSettings& settings, RecordId from)
    : m_capture(capture), m_layout(capture, settings.inWideRows()), m_at{from, RowPart::Header, 0}
{}

void LogFollower::setSettings(const ViewSettings& settings)
{
    m_layout.setSettings(settings.inWideRows());
}

QString LogFollower::finish() const
{
    return QLatin1String(m_lineOpen ? "\n" : "");
}

void LogFollower::skipTo(RecordId record)
{
    m_at = {record, RowPart::Header, 0};
}

QString LogFollower::next(RecordId end, qint64 nowUs)
{
    const ViewSettings& settings = m_layout.settings();
    const bool everyRecordEndsItsLine = settings.logMode || settings.autoLineFeed;
    QString text;
    m_layout.sync();
    auto at = m_at.record < end ? m_layout.find(m_at) : std::nullopt;
    // What stands between a row and the one before, as it is now that there is a next.
    std::optional<QLatin1String> joint;
    for (int i = 0; at && i < kFollowedRows && text.size() < kFollowedText; ++i, at = m_layout.next(*at)) {
        const bool isWhole = m_at <= m_layout.startOf(*at);
        const Row row = isWhole ? m_layout.rowWithoutCells(*at) : m_layout.row(*at);
        if (row.begin.record >= end) {
            at = std::nullopt;
            break;
        }
        const std::optional<QLatin1String> before = std::exchange(joint, jointBehind(row));
        if (row.end <= m_at) // only the nearest to the place behind it
            continue;
        if (isHeldBack(row, nowUs))
            return text;
        const bool isBegun = row.begin < m_at;
        const QString own = textOf(row);
        m_at = row.end;
        if (isBegun && own.isEmpty())
            continue; // it only reaches over a record that shows nothing
        if (m_lineOpen && !isBegun)
            text += before ? *before : jointBefore(*at);
        text += own;
        // Behind this no record to come can put anything into the line.
        const bool isLast = everyRecordEndsItsLine && row.end.record > row.begin.record;
        text += QLatin1String(isLast ? "\n" : "");
        m_lineOpen = !isLast;
    }
    if (!at) // what is left is not shown
        m_at = std::max(m_at, Position{std::min(end, m_capture.end()), RowPart::Header, 0});
    return text;
}

/// Whether it ends in bytes that are the beginning of a character.
bool LogFollower::isHeldBack(const Row& row, qint64 nowUs) const
{
    if (!row.pending || *row.pending < m_at)
        return false;
    return nowUs - m_capture.record(row.pending->record).timeUs < kPatienceUs;
}

QLatin1String LogFollower::jointBefore(RowRef row)
{
    const std::optional<RowRef> before = m_layout.previous(row);
    return before ? jointBehind(m_layout.rowWithoutCells(*before)) : QLatin1String("\n");
}

QString LogFollower::textOf(const Row& row) const
{
    if (m_at <= row.begin)
        return row.text;
    QString text;
    for (const Cell& cell : row.cells) {
        if (cell.begin < m_at)
            continue;
        if (m_layout.settings().hex && cell.begin.part == RowPart::Payload)
            text += QLatin1Char(' ');
        text += QStringView(row.text).mid(cell.textBegin, cell.textLength);
    }
    return text;
}

} // namespace netassist
