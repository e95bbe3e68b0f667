// SPDX-License-Identifier: MIT
#include "app/layout/LogFollower.h"

#include <algorithm>

namespace netassist {

namespace {

constexpr int kFollowedRows = 1024;
constexpr qsizetype kFollowedText = 65536;

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
    for (int i = 0; at && i < kFollowedRows && text.size() < kFollowedText; ++i, at = m_layout.next(*at)) {
        const Row row = m_layout.row(*at);
        if (row.begin.record >= end) {
            at = std::nullopt;
            break;
        }
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
            text += joint(m_layout.previous(*at));
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
    if (row.cells.empty() || row.cells.back().style != CellStyle::Pending || row.cells.back().begin < m_at)
        return false;
    return nowUs - m_capture.record(row.cells.back().begin.record).timeUs < kPatienceUs;
}

/// What stands between a row and the next, as it is now that there is a next.
QString LogFollower::joint(std::optional<RowRef> before)
{
    if (!before)
        return QStringLiteral("\n");
    const Row row = m_layout.row(*before);
    return QLatin1String(row.endsLine ? "\n" : row.wrapsAtBlank ? " " : "");
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
