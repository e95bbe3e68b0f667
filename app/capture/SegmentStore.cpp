// SPDX-License-Identifier: MIT
#include "app/capture/SegmentStore.h"

#include "app/base/SystemWords.h"
#include "app/capture/CaptureFile.h"
#include "app/capture/Tail.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kTailBytes = BlockWriter::kBlockBytes; // gathered in memory before one write
constexpr qint64 kSmallSegmentBytes = qint64{1} << 18;  // as small as a low limit makes them
constexpr qint64 kMemorySegmentBytes = qint64{4} << 20;
constexpr qint64 kRecoveredBytes = qint64{16} << 20; // more in files than when it failed: there is room again
constexpr qint64 kDirtyBytes = qint64{16} << 20;     // the newest, whose writing is left to the system
constexpr qint64 kWritebackBytes = qint64{16} << 20; // on the way to the disk before they leave the page cache
constexpr qint64 kLargeFileBytes = qint64{4} << 20;  // takes milliseconds to give back
constexpr int kBehindBlocks = BlockWriter::kBlocks * 3 / 4;
constexpr int kCaughtUpBlocks = BlockWriter::kBlocks / 2; // one way may be stuck with what it has
constexpr qint64 kMostParts = 8;                          // of one segment, where it ends early
constexpr int kQuietBlocks = BlockWriter::kBlocks / 8;

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/capture");
}

// Where files cannot be unlinked while open, a killed program leaves them behind: the next one sweeps. A file still
// in use by another instance cannot be removed there, and here has no name.
void sweepLeftovers(const QString& folder)
{
    QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("*.segment")}, QDir::Files);
    for (const QString& name : names) {
        dir.remove(name);
    }
}

} // namespace

/// A run of bytes: `written` of them in the file or on their way there, the rest (all, without a file) in `tail`.
struct SegmentStore::Segment {
    [[nodiscard]] qint64 size() const { return written + tail.size(); }
    [[nodiscard]] qint64 end() const { return begin + size(); }
    /// Whether its next bytes can be written as a block.
    [[nodiscard]] bool takesBlock() const
    {
        return file && written % BlockWriter::kBlockBytes == 0 && capacity - written >= BlockWriter::kBlockBytes;
    }
    /// What can be read around a place that is on disk: another block may be on its way still.
    [[nodiscard]] PageReader::Stretch blockAt(qint64 from) const
    {
        const qint64 first = from - from % BlockWriter::kBlockBytes;
        return {file, begin, first, std::min(written, first + BlockWriter::kBlockBytes)};
    }
    /// All of the tail has got into the file. A full segment keeps no buffer.
    void onFlushed()
    {
        if (written == capacity) {
            tail.release();
        } else {
            tail.clear();
        }
    }

    qint64 begin = 0;
    qint64 capacity = 0;
    qint64 written = 0;
    Tail tail;
    bool isTailCounted = false; ///< in m_inMemory: no file takes it
    std::shared_ptr<CaptureFile> file;
    BlockWriter::Way way = BlockWriter::Way::PastCache; ///< once blocks have been written
};

SegmentStore::SegmentStore(StoreLimits limits) : m_limits(std::move(limits))
{
    if (m_limits.folder.isEmpty()) {
        m_limits.folder = defaultFolder();
    }
    setLimits(m_limits);
    sweepLeftovers(m_limits.folder);
}

SegmentStore::~SegmentStore()
{
    for (const auto& segment : m_segments) {
        leave(*segment);
    }
}

void SegmentStore::setLimits(const StoreLimits& limits)
{
    const QString folder = limits.folder.isEmpty() ? m_limits.folder : limits.folder;
    m_limits = limits;
    m_limits.folder = folder;
    if (m_limits.limitBytes <= 0) {
        m_limits.limitBytes = std::max(automaticLimit(folder, m_inFiles), m_limits.memoryBytes);
    }
    // At least four segments, so that passing the limit drops a part and not nearly all.
    m_limits.segmentBytes =
        std::clamp(m_limits.segmentBytes, qint64{1}, std::max(kSmallSegmentBytes, m_limits.limitBytes / 4));
    // Of whole blocks where it has room for one: only these go to the disk in the background.
    if (m_limits.segmentBytes > BlockWriter::kBlockBytes) {
        m_limits.segmentBytes -= m_limits.segmentBytes % BlockWriter::kBlockBytes;
    }
    // The segment begun under a higher limit must not outgrow the new one.
    if (!m_segments.empty() && m_segments.back()->capacity > m_limits.segmentBytes) {
        Segment& last = *m_segments.back();
        last.capacity = std::max(last.size(), m_limits.segmentBytes);
        if (last.size() == last.capacity && !last.isTailCounted) {
            flushTail(last);
        }
    }
    enforceLimits();
}

qint64 SegmentStore::append(QByteArrayView bytes)
{
    const qint64 offset = m_end;
    while (!bytes.isEmpty()) {
        Segment& segment = segmentForAppend();
        gatherInBlock(segment);
        qint64 count = std::min<qint64>(bytes.size(), segment.capacity - segment.size());
        if (!segment.isTailCounted) {
            count = std::min(count, kTailBytes - segment.tail.size());
        }
        segment.tail.append(bytes.first(count));
        m_end += count;
        bytes = bytes.sliced(count);
        if (segment.isTailCounted) {
            m_inMemory += count;
        } else if (segment.tail.size() >= kTailBytes || segment.size() == segment.capacity) {
            flushTail(segment);
            onWritten();
        }
    }
    enforceLimits();
    return offset;
}

std::span<char> SegmentStore::room()
{
    if (m_segments.empty() || m_segments.back()->size() == m_segments.back()->capacity) {
        return {};
    }
    Segment& segment = *m_segments.back();
    gatherInBlock(segment);
    const std::span<char> room = segment.tail.room();
    return room.first(std::min(room.size(), static_cast<std::size_t>(segment.capacity - segment.size())));
}

void SegmentStore::onWritten()
{
    if (m_inMemory > 0 && m_failure.isEmpty()) {
        writeOut(1);
    }
    trimPageCache();
}

SegmentStore::Segment& SegmentStore::segmentForAppend()
{
    if (!m_segments.empty() && m_segments.back()->size() < m_segments.back()->capacity) {
        return *m_segments.back();
    }
    // Also while a failure lasts every new segment tries a file first: that is how it ends.
    auto segment = std::make_unique<Segment>();
    segment->begin = m_end;
    segment->file = createFile();
    segment->isTailCounted = !segment->file;
    segment->capacity = segment->file ? m_limits.segmentBytes : std::min(kMemorySegmentBytes, m_limits.segmentBytes);
    m_segments.push_back(std::move(segment));
    if (m_hasBlocks) {
        m_spare.prepare(m_limits.folder);
    }
    return *m_segments.back();
}

std::shared_ptr<CaptureFile> SegmentStore::createFile()
{
    if (std::shared_ptr<CaptureFile> spare = m_spare.take(m_limits.folder)) {
        return spare;
    }
    CaptureFile::Created created = CaptureFile::create(m_limits.folder);
    if (!created) {
        setFailure(created.error());
        return nullptr;
    }
    return std::move(created).value();
}

void SegmentStore::gatherInBlock(Segment& segment)
{
    if (m_hasBlocks && segment.tail.isEmpty() && !segment.tail.isInBlock() && segment.takesBlock()) {
        segment.tail.gatherIn(m_blocks.blank());
    }
}

bool SegmentStore::writeBlock(Segment& segment)
{
    if (segment.tail.size() != BlockWriter::kBlockBytes || !segment.takesBlock()) {
        return false;
    }
    if (!segment.tail.isInBlock()) {
        const bool isBlankTaken = m_segments.back()->tail.isInBlock();
        const std::span<char> block = isBlankTaken ? std::span<char>() : m_blocks.blank();
        if (block.empty()) {
            return false;
        }
        std::ranges::copy(segment.tail.view(), block.begin());
    }
    if (segment.written == 0) {
        segment.way = m_blocks.nextWay();
    }
    if (!m_blocks.write(segment.file, segment.written, segment.way, segment.begin + segment.written)) {
        return false;
    }
    m_hasBlocks = true;
    segment.written += BlockWriter::kBlockBytes;
    m_spare.prepare(m_limits.folder);
    const bool isLongEnough = segment.written >= m_limits.segmentBytes / kMostParts; // each takes a descriptor
    if (m_blocks.isLate(segment.way) && m_blocks.nextWay() != segment.way && isLongEnough &&
        m_spare.isReady(m_limits.folder)) {
        segment.capacity = segment.written; // the next bytes go the other way, and need not wait behind these
    }
    m_inFiles += BlockWriter::kBlockBytes;
    m_failure.clear();
    return true;
}

void SegmentStore::flushTail(Segment& segment)
{
    if (writeBlock(segment)) {
        segment.onFlushed();
        return;
    }
    const auto [count, error] = segment.file->write(segment.written, segment.tail.view());
    segment.written += count;
    m_inFiles += count;
    if (error == 0) {
        segment.onFlushed();
        m_failure.clear();
        m_blocks.retry();
        return;
    }
    // The rest stays where it is, in memory; the next bytes go to another segment.
    setFailure(englishWords(error));
    segment.tail.removeFirst(count);
    segment.capacity = segment.size();
    segment.isTailCounted = true;
    m_inMemory += segment.tail.size();
}

void SegmentStore::trimPageCache()
{
    const qint64 settled = m_end - kDirtyBytes;
    if (settled - m_writebackBegun >= kTailBytes) {
        if (isQuiet()) {
            for (const PageReader::Stretch& part : fileParts(m_writebackBegun, settled)) {
                m_disk.post([part] { part.file->beginWriteback(part.from, part.to - part.from); });
            }
        } else { // it would wait for the disk: these are the system's, at its own pace
            m_uncached = settled;
        }
        m_writebackBegun = settled;
    }
    const qint64 onDisk = m_writebackBegun - kWritebackBytes;
    if (onDisk - m_uncached >= kTailBytes) {
        for (const PageReader::Stretch& part : fileParts(m_uncached, onDisk)) {
            m_disk.post([part] { part.file->dropFromCache(part.from, part.to - part.from); });
        }
        m_uncached = onDisk;
    }
}

std::vector<PageReader::Stretch> SegmentStore::fileParts(qint64 from, qint64 to) const
{
    std::vector<PageReader::Stretch> parts;
    for (auto it = find(from); it != m_segments.end() && (*it)->begin < to; ++it) {
        const Segment& segment = **it;
        const qint64 first = std::max(from - segment.begin, qint64{0});
        const qint64 end = std::min(to - segment.begin, segment.written);
        if (first < end) {
            parts.push_back({segment.file, segment.begin, first, end});
        }
    }
    return parts;
}

SegmentStore::Segments::const_iterator SegmentStore::find(qint64 position) const
{
    return std::upper_bound(m_segments.begin(), m_segments.end(), position,
                            [](qint64 wanted, const auto& segment) { return wanted < segment->end(); });
}

void SegmentStore::writeOut(int most)
{
    for (const auto& segment : m_segments) {
        if (!segment->isTailCounted) {
            continue;
        }
        if (!segment->file) {
            segment->file = createFile();
        }
        if (!segment->file) {
            return;
        }
        segment->isTailCounted = false;
        m_inMemory -= segment->tail.size();
        flushTail(*segment);
        if (segment->isTailCounted || --most == 0) {
            return;
        }
    }
}

void SegmentStore::setFailure(const QString& words)
{
    m_failure = words;
    m_inFilesAtFailure = m_inFiles;
}

bool SegmentStore::hasRecovered() const
{
    // Close to the limit no more can come, however much room there is.
    const qint64 enough = std::min(m_inFilesAtFailure + std::min(kRecoveredBytes, m_limits.segmentBytes),
                                   m_limits.limitBytes - 2 * m_limits.segmentBytes);
    const qint64 written = m_inFiles - m_blocks.onTheirWay() * BlockWriter::kBlockBytes;
    return m_failure.isEmpty() && m_blocks.error() == 0 && written >= enough;
}

void SegmentStore::enforceLimits()
{
    while (size() > m_limits.limitBytes && dropOldestPart()) {
    }
    while (m_segments.size() > 1 && m_inMemory > m_limits.memoryBytes) {
        const bool makesRoom = m_segments.front()->file != nullptr;
        dropOldest();
        if (makesRoom) {
            writeOut();
        }
    }
}

bool SegmentStore::dropOldestPart()
{
    const qint64 end = m_segments.front()->end();
    if (end - m_begin <= m_limits.segmentBytes) {
        if (m_segments.size() > 1) {
            dropOldest();
            return true;
        }
        return false;
    }
    // Begun under a higher limit.
    m_dropped += m_limits.segmentBytes;
    m_begin += m_limits.segmentBytes;
    m_blocks.forgetBefore(m_begin);
    return true;
}

void SegmentStore::dropOldest()
{
    Segment& oldest = *m_segments.front();
    leave(oldest);
    if (oldest.isTailCounted) {
        m_inMemory -= oldest.tail.size();
    }
    m_inFiles -= oldest.written;
    m_dropped += oldest.end() - m_begin;
    m_begin = oldest.end();
    m_segments.pop_front();
    m_blocks.forgetBefore(m_begin);
}

bool SegmentStore::isBehind() const
{
    // What comes after a failure is written by ourselves, and would have to wait for those.
    const int onTheirWay = m_blocks.onTheirWay();
    return onTheirWay >= kBehindBlocks || (onTheirWay > 0 && m_blocks.error() != 0);
}

bool SegmentStore::isQuiet() const
{
    return m_blocks.onTheirWay() <= kQuietBlocks;
}

bool SegmentStore::hasCaughtUp() const
{
    return !isBehind() && m_blocks.onTheirWay() <= kCaughtUpBlocks;
}

QByteArray SegmentStore::read(qint64 offset, qint64 length) const
{
    const qint64 from = std::max(offset, m_begin);
    const qint64 to = length < m_end - offset ? offset + length : m_end;
    QByteArray bytes;
    if (from >= to) {
        return bytes;
    }
    auto it = find(from);
    for (qint64 at = from; at < to; ++it) {
        const Segment& segment = **it;
        const qint64 count = std::min(to, segment.end()) - at;
        const qint64 inSegment = at - segment.begin;
        const qint64 inFile = std::clamp<qint64>(segment.written - inSegment, 0, count);
        for (qint64 done = 0; done < inFile;) {
            const QByteArray part = readWritten(segment, inSegment + done, inFile - done);
            bytes += part;
            done += part.size();
        }
        if (count > inFile) {
            bytes += segment.tail.view().sliced(inSegment + inFile - segment.written, count - inFile);
        }
        at += count;
    }
    return bytes;
}

QByteArray SegmentStore::readWritten(const Segment& segment, qint64 from, qint64 length) const
{
    if (const QByteArrayView held = m_blocks.held(segment.begin + from); !held.isEmpty()) {
        return held.first(std::min<qint64>(length, held.size())).toByteArray();
    }
    const PageReader::Stretch block = segment.blockAt(from);
    return m_reader.read(block, from, std::min(length, block.to - from));
}

bool SegmentStore::isAtHand(qint64 offset, qint64 length) const
{
    const qint64 to = length < m_end - offset ? offset + length : m_end;
    for (qint64 at = std::max(offset, m_begin); at < to;) {
        const Segment& segment = **find(at);
        const qint64 from = at - segment.begin;
        if (from >= segment.written) {
            at = segment.end();
        } else if (const QByteArrayView held = m_blocks.held(at); !held.isEmpty()) {
            at += held.size();
        } else if (const qint64 count = m_reader.atHand(segment.blockAt(from), from); count > 0) {
            at += count;
        } else {
            return false;
        }
    }
    return true;
}

void SegmentStore::leave(Segment& segment)
{
    if (segment.written >= kLargeFileBytes && m_failure.isEmpty()) { // else its room is wanted now
        m_disk.post([file = std::move(segment.file)]() mutable { file.reset(); });
    }
}

void SegmentStore::clear()
{
    for (const auto& segment : m_segments) {
        leave(*segment);
    }
    m_segments.clear();
    m_begin = m_end; // offsets are never reused
    m_dropped = 0;
    m_inMemory = 0;
    m_inFiles = 0;
    m_inFilesAtFailure = 0;
    m_writebackBegun = m_end;
    m_uncached = m_end;
    m_failure.clear();
    m_blocks.forgetAll();
    m_hasBlocks = false;
    m_reader.forget();
    m_spare.forget();
}

} // namespace netassist
