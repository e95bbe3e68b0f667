// SPDX-License-Identifier: MIT
#include "app/session/RecordingSource.h"

#include "app/base/WallClock.h"

#include <QHash>

#include <limits>

namespace netassist {

namespace {

constexpr qint64 kPortionBytes = qint64{128} << 10;
constexpr int kPortionRecords = 2048;

ViewSettings unhidden(ViewSettings settings)
{
    settings.hideReceived = false;
    return settings;
}

} // namespace

std::vector<RecordingSource::Portion> ReceivedTail::next(RecordId end, bool /*isLast*/)
{
    std::vector<Portion> portions;
    QHash<PeerId, std::size_t> places; // one portion for each peer, however their records alternate
    qint64 room = kPortionBytes;
    for (int looked = 0; m_at < end && looked < kPortionRecords && room > 0; ++looked) {
        const Record record = m_capture->record(m_at);
        if (record.kind == RecordKind::Received) {
            const PeerId peer = m_perPeer ? record.peer : kNoPeer;
            const auto place = places.constFind(peer);
            const std::size_t index = place != places.cend() ? *place : portions.size();
            if (index == portions.size()) {
                places.insert(peer, index);
                portions.push_back({peer, {}});
            }
            const qint64 length = qMin(room, qint64{record.length} - m_from);
            portions[index].bytes += m_capture->bytes(m_at, m_from, length);
            room -= length;
            m_from += length;
            if (m_from < record.length)
                break;
        }
        if (record.kind != RecordKind::Received)
            room -= record.length; // not farther than what is at hand
        ++m_at;
        m_from = 0;
    }
    return portions;
}

void ReceivedTail::skipTo(RecordId record)
{
    m_at = record;
    m_from = 0;
}

LogTail::LogTail(const Capture& capture, RecordId from, const ViewSettings& settings)
    : m_log(capture, unhidden(settings), from)
{}

std::vector<RecordingSource::Portion> LogTail::next(RecordId end, bool isLast)
{
    const QString text = m_log.next(end, isLast ? std::numeric_limits<qint64>::max() : wallClockUs());
    if (text.isEmpty())
        return {};
    return {{kNoPeer, text.toUtf8()}};
}

void LogTail::setViewSettings(const ViewSettings& settings)
{
    m_log.setSettings(unhidden(settings));
}

} // namespace netassist
