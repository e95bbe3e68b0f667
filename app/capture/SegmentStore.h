// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/capture/BlockWriter.h"
#include "app/capture/PageReader.h"
#include "app/capture/SpareFile.h"
#include "app/capture/StoreLimits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace netassist {

/// Append-only bytes with 64-bit offsets, in private segment files. Only the newest megabytes (BlockWriter's blocks: 64
/// where the disk lags) and the pages read last are in memory, so the resident size stays flat. Whole blocks are written
/// in the background, past the system's page cache where that can be; where not, the page cache keeps about 32 MiB
/// more. A byte keeps its offset for ever; the oldest segments are dropped once the limit is passed.
class SegmentStore {
public:
    explicit SegmentStore(StoreLimits limits);
    ~SegmentStore();
    SegmentStore(const SegmentStore&) = delete;
    SegmentStore& operator=(const SegmentStore&) = delete;

    /// @return the offset of the first byte. Never fails: what no file takes stays in memory, up to memoryBytes.
    /// Bytes of room().first(…) are already in their place and not copied.
    qint64 append(QByteArrayView bytes);
    /// Memory for the next bytes, until append() or clear(); nothing where they have to be copied anyway.
    [[nodiscard]] std::span<char> room();
    /// Bytes at offset, fewer where the store does not hold them (dropped, or past the end).
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    /// Whether read() does not wait for the disk. Where it would, the bytes are on their way into memory from now on: ask
    /// again in some milliseconds.
    [[nodiscard]] bool isAtHand(qint64 offset, qint64 length) const;
    void clear();
    void setLimits(const StoreLimits& limits);

    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] qint64 size() const { return m_end - m_begin; }
    [[nodiscard]] const StoreLimits& limits() const { return m_limits; }
    /// Bytes dropped since the store was made or cleared.
    [[nodiscard]] qint64 droppedBytes() const { return m_dropped; }
    /// The system's words, in English, while no segment file can be written; empty when all is well.
    [[nodiscard]] QString failure() const { return m_failure; }
    /// After a failure: files are written and hold clearly more than when it failed. On a disk that stays full only what
    /// dropping makes room for can be written, and that is about to fail again.
    [[nodiscard]] bool hasRecovered() const;
    /// The disk lags behind by most of what may lie in memory: append() itself may soon have to wait for it.
    [[nodiscard]] bool isBehind() const;
    /// What is in memory is little enough again for more to come.
    [[nodiscard]] bool hasCaughtUp() const;
    /// The disk has next to nothing to do.
    [[nodiscard]] bool isQuiet() const;

private:
    struct Segment;
    Segment& segmentForAppend();
    [[nodiscard]] std::shared_ptr<CaptureFile> createFile();
    void flushTail(Segment& segment);
    /// Where it has nothing gathered yet and can have it in the block that is to be written. Only the last may.
    void gatherInBlock(Segment& segment);
    /// The tail as a block, in the background. @return false if it has to be written in the usual way
    [[nodiscard]] bool writeBlock(Segment& segment);
    /// After bytes have got into a file, or on their way there.
    void onWritten();
    void trimPageCache();
    /// Gives what waits in memory a file, oldest first, as far as there is room. @param most segments
    void writeOut(int most = std::numeric_limits<int>::max());
    void enforceLimits();
    /// The oldest segment, or as much of it as one of today's limit has: its file goes with its last bytes.
    /// @return false if there is only one, no larger than that
    bool dropOldestPart();
    void dropOldest();
    /// Before it goes: a large file is closed in the background.
    void leave(Segment& segment);
    void setFailure(const QString& words);
    /// What files hold of the bytes from … to-1.
    [[nodiscard]] std::vector<PageReader::Stretch> fileParts(qint64 from, qint64 to) const;
    /// @return at least one byte of a part that is in the file, and no more than are asked for
    [[nodiscard]] QByteArray readWritten(const Segment& segment, qint64 from, qint64 length) const;
    using Segments = std::deque<std::unique_ptr<Segment>>;
    /// The one that holds this position, or the first behind it.
    [[nodiscard]] Segments::const_iterator find(qint64 position) const;

    StoreLimits m_limits;
    Segments m_segments;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_dropped = 0;
    qint64 m_inMemory = 0; ///< bytes that no file takes
    qint64 m_inFiles = 0;  ///< or on their way there
    qint64 m_inFilesAtFailure = 0;
    qint64 m_writebackBegun = 0; ///< bytes before are on their way to the disk, or left to the system
    qint64 m_uncached = 0;       ///< bytes before are not in the page cache any more, or left to the system
    QString m_failure;
    DiskThread m_disk;                     ///< waits for the disk
    DiskThread m_cache;                    ///< goes on meanwhile
    BlockWriter m_blocks{m_disk, m_cache}; ///< each known by its offset
    DiskThread m_making;                   ///< of files
    SpareFile m_spare{m_making};
    bool m_hasBlocks = false; ///< one has been written: most captures never have one, nor memory for them
    mutable PageReader m_reader;
};

} // namespace netassist
