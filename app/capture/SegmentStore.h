// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <memory>

class QFileDevice;

namespace netassist {

/// How much a store may take, and where.
struct StoreLimits {
    QString folder;                              ///< for the segment files; empty: the user's cache folder
    qint64 segmentBytes = qint64{64} << 20;      ///< one segment file
    qint64 limitBytes = qint64{4} << 30;         ///< all of it; the oldest segments are dropped past this
    qint64 memoryBytes = qint64{64} << 20;       ///< the newest bytes kept when no file can be written
};

/// Append-only bytes with 64-bit offsets, in private segment files that have no name (or are removed with the store
/// where the system cannot do that). Only the newest megabyte and the page read last are in memory, so the resident
/// size stays flat. A byte keeps its offset for ever; old segments are dropped whole once the limit is passed.
class SegmentStore {
public:
    explicit SegmentStore(StoreLimits limits);
    ~SegmentStore();
    SegmentStore(const SegmentStore&) = delete;
    SegmentStore& operator=(const SegmentStore&) = delete;

    /// @return the offset of the first byte. Never fails: what no file takes stays in memory, up to memoryBytes.
    qint64 append(QByteArrayView bytes);
    /// Bytes at offset, fewer where the store does not hold them (dropped, or past the end).
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    void clear();
    void setLimits(const StoreLimits& limits);

    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] qint64 size() const { return m_end - m_begin; }
    [[nodiscard]] const StoreLimits& limits() const { return m_limits; }
    /// Bytes dropped since the store was made or cleared.
    [[nodiscard]] qint64 droppedBytes() const { return m_dropped; }
    /// The system's words while no segment file can be written; empty when all is well.
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    struct Segment;

    Segment& segmentForAppend();
    void flushTail(Segment& segment);
    void dropOldest();
    [[nodiscard]] const Segment* segmentAt(qint64 offset) const;

    StoreLimits m_limits;
    std::deque<std::unique_ptr<Segment>> m_segments;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_dropped = 0;
    QString m_failure;
    mutable QByteArray m_page; ///< the page of a file read last
    mutable qint64 m_pageOffset = -1;
};

} // namespace netassist
