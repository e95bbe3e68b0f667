// SPDX-License-Identifier: MIT
#include "app/session/ReceivedBytes.h"

#include <algorithm>

namespace netassist {

namespace {

constexpr qint64 kPieceBytes = qint64{64} << 10;
constexpr int kPieceRecords = 1024;

} // namespace

ReceivedBytes::ReceivedBytes(const Capture& capture)
    : m_capture(&capture), m_begin(capture.begin()), m_at(m_begin), m_end(capture.end())
{}

QByteArray ReceivedBytes::next()
{
    QByteArray piece;
    qint64 passed = 0; // not farther than isAtHand() has looked
    for (int looked = 0; !atEnd() && looked < kPieceRecords && passed < kPieceBytes; ++looked) {
        if (const RecordId first = std::min(m_capture->begin(), m_end); m_at < first) {
            m_leftOut += first - m_at;
            m_at = first;
            m_from = 0;
            continue;
        }
        const Record record = m_capture->record(m_at);
        if (record.kind == RecordKind::Received) {
            const qint64 length = qMin(kPieceBytes - passed, qint64{record.length} - m_from);
            piece += m_capture->bytes(m_at, m_from, length);
            passed += length;
            m_from += length;
            if (m_from < record.length)
                break;
        } else {
            passed += record.length;
        }
        ++m_at;
        m_from = 0;
    }
    return piece;
}

bool ReceivedBytes::atEnd() const
{
    return m_at >= m_end;
}

double ReceivedBytes::progress() const
{
    return atEnd() ? 1.0 : static_cast<double>(m_at - m_begin) / static_cast<double>(m_end - m_begin);
}

} // namespace netassist
