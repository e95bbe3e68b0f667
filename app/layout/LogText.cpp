// SPDX-License-Identifier: MIT
#include "app/layout/LogText.h"

#include "app/layout/RecordDecoder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace netassist {

namespace {

constexpr int kRowsAtOnce = 4096;
constexpr qsizetype kTextAtOnce = 65536;

} // namespace

LogText::LogText(const Capture& capture, const ViewSettings& settings, Position begin, Position end)
    : m_capture(capture),
      m_layout(capture, settings.inWideRows()),
      m_begin(begin),
      m_end(end),
      m_at(begin),
      m_atEnd(!(begin < end))
{
    if (m_at.record < capture.begin())
        m_at = {capture.begin(), RowPart::Header, 0};
}

LogText::LogText(const Capture& capture, const ViewSettings& settings)
    : LogText(capture, settings, {capture.begin(), RowPart::Header, 0},
              {capture.end(), RowPart::Header, std::numeric_limits<qint32>::min()})
{}

QString LogText::next()
{
    QString text;
    passOverGone();
    m_layout.sync();
    auto at = m_atEnd ? std::nullopt : m_layout.find(m_at);
    for (int i = 0; at && i < kRowsAtOnce && text.size() < kTextAtOnce; ++i) {
        Row row = m_layout.rowWithoutCells(*at);
        if (row.begin < m_at || m_end < row.end) {
            row = m_layout.row(*at); // not all of it
        }
        if (!(row.begin < m_end)) {
            at = std::nullopt;
            break;
        }
        at = m_layout.next(*at);
        const Position next = at ? m_layout.startOf(*at) : m_end;
        if (m_at < row.end || m_at == row.begin) { // not only the nearest to a place that is not shown
            text += textOf(row);
            // The line's end is part of the stretch if something behind it is.
            if ((at && next <= m_end) || row.end == m_end) {
                text += QLatin1String(row.endsLine ? "\n" : row.wrapsAtBlank && next < m_end ? " " : "");
            }
        }
        m_at = std::max(m_at, next);
    }
    m_atEnd = !at.has_value();
    return text;
}

/// The oldest records may have gone meanwhile.
void LogText::passOverGone()
{
    const RecordId first = m_capture.begin();
    if (m_atEnd || m_at.record >= first)
        return;
    const bool isEndWithin = m_end > Position{m_end.record, RowPart::Header, 0};
    m_leftOut += std::max<RecordId>(0, std::min(first, m_end.record + (isEndWithin ? 1 : 0)) - m_at.record);
    m_at = {first, RowPart::Header, 0};
}

QString LogText::textOf(const Row& row) const
{
    QString text;
    if (m_at <= row.begin && row.end <= m_end) {
        text = row.text;
    } else {
        bool first = true;
        for (const Cell& cell : row.cells) {
            if (cell.begin < m_at || !(cell.begin < m_end)) {
                continue;
            }
            if (!first && m_layout.settings().hex && cell.begin.part == RowPart::Payload) {
                text += QLatin1Char(' ');
            }
            first = false;
            text += QStringView(row.text).mid(cell.textBegin, cell.textLength);
        }
    }
    return text;
}

double LogText::progress() const
{
    const RecordId records = m_end.record - m_begin.record;
    return m_atEnd || records <= 0
               ? 1.0
               : std::clamp(static_cast<double>(m_at.record - m_begin.record) / static_cast<double>(records), 0.0, 1.0);
}

PayloadBytes::PayloadBytes(const Capture& capture, ViewSettings settings, Position begin, Position end)
    : m_capture(capture),
      m_settings(std::move(settings)),
      m_begin(begin),
      m_end(end),
      m_last(std::min(end.part == RowPart::Payload ? end.record : end.record - 1, capture.end() - 1)),
      m_at(std::max(begin.record, capture.begin()))
{}

QByteArray PayloadBytes::next()
{
    if (const RecordId first = std::min(m_capture.begin(), m_last + 1);
        m_at < first) { // the oldest have gone meanwhile
        m_leftOut += first - m_at;
        m_at = first;
    }
    if (atEnd()) {
        return {};
    }
    const RecordId id = m_at++;
    const Record record = m_capture.record(id);
    if (!record.isPayload() || !m_settings.shows(record.kind)) {
        return {};
    }
    // A character is shown in the record that completes it.
    const auto length = static_cast<qint32>(record.length);
    const bool isLast = record.isDatagram || m_capture.lastInStream(record.peer, record.kind) == id;
    const auto pendingAt = [&](qint32 byte) {
        return m_settings.hex ? 0 : pendingBefore(m_capture, *m_settings.encoding, id, byte, nullptr, &m_known);
    };
    qint32 from = -pendingAt(0);
    qint32 to = isLast ? length : length - pendingAt(length);
    if (id == m_begin.record && m_begin.part == RowPart::Payload) {
        from = std::max(from, m_begin.offset);
    }
    if (id == m_end.record) {
        to = std::min(to, m_end.offset);
    }
    return from < to ? streamBefore(m_capture, id, to, to - from) : QByteArray();
}

QByteArray payloadBytes(const Capture& capture, const ViewSettings& settings, Position begin, Position end)
{
    QByteArray all;
    for (PayloadBytes bytes(capture, settings, begin, end); !bytes.atEnd();) {
        all += bytes.next();
    }
    return all;
}

} // namespace netassist
