// SPDX-License-Identifier: MIT
#include "app/capture/SegmentStore.h"

#include "app/base/SystemWords.h"
#include "app/capture/ClosingFiles.h"
#include "app/capture/PageCache.h"
#include "app/capture/Tail.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace netassist {

namespace {

constexpr qint64 kTailBytes = BlockWriter::kBlockBytes; // gathered in memory before one write
constexpr qint64 kPageBytes = qint64{256} << 10;        // read at once from a file
constexpr qint64 kSmallSegmentBytes = qint64{1} << 20;  // as small as a low limit makes them
constexpr qint64 kMemorySegmentBytes = qint64{4} << 20;
constexpr qint64 kRecoveredBytes = qint64{16} << 20; // more in files than when it failed: there is room again
constexpr qint64 kDirtyBytes = qint64{16} << 20;     // the newest, whose writing is left to the system
constexpr qint64 kWritebackBytes = qint64{16} << 20; // on the way to the disk before they leave the page cache
constexpr qint64 kLargeFileBytes = qint64{4} << 20;  // takes milliseconds to give back
constexpr QFileDevice::Permissions kPrivate = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

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

/// A run of bytes: `written` of them in the file, the rest (all, without a file) in `tail`.
struct SegmentStore::Segment {
    Segment() = default;
    Segment(const Segment&) = delete;
    Segment& operator=(const Segment&) = delete;
    ~Segment()
    {
        closeDirect();
        if (file) {
            file->close();
#ifndef Q_OS_UNIX
            file->remove();
#endif
        }
    }

    [[nodiscard]] qint64 size() const
    {
        return written + tail.size();
    }
    [[nodiscard]] qint64 end() const
    {
        return begin + size();
    }
    void closeDirect()
    {
#ifdef Q_OS_UNIX
        if (const int open = std::exchange(direct, -1); open >= 0) {
            ::close(open);
        }
#endif
    }
    /// Whether its next bytes can be written as a block.
    [[nodiscard]] bool takesBlock() const
    {
        return direct >= 0 && written % BlockWriter::kBlockBytes == 0 && capacity - written >= BlockWriter::kBlockBytes;
    }
    /// All of the tail has got into the file. A full segment keeps no buffer.
    void onFlushed()
    {
        if (written == capacity) {
            closeDirect();
            tail.release();
        } else {
            tail.clear();
        }
    }
    /// Gives back the room made beyond this. Waits for blocks on their way where the file system does.
    void shrink(qint64 bytes)
    {
        if (direct >= 0) {
            closeDirect();
            file->resize(bytes);
        }
    }

    qint64 begin = 0;
    qint64 capacity = 0;
    qint64 written = 0;
    Tail tail;
    bool isTailCounted = false; ///< in m_inMemory: no file takes it
    std::unique_ptr<QFile> file;
    int direct = -1; ///< of the file, for blocks
    bool isRoomAsked = false;
    bool hasRoom = false; ///< blocks can be written, or could until it was full
};

SegmentStore::SegmentStore(StoreLimits limits)
    : m_limits(std::move(limits)), m_closing(std::make_unique<ClosingFiles>())
{
    if (m_limits.folder.isEmpty()) {
        m_limits.folder = defaultFolder();
    }
    setLimits(m_limits);
    sweepLeftovers(m_limits.folder);
}

SegmentStore::~SegmentStore() = default;

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
        last.shrink(last.capacity);
        if (last.size() == last.capacity && !last.isTailCounted) {
            flushTail(last);
        }
    }
    while (m_segments.size() > 1 && size() > m_limits.limitBytes) { // may be many at once
        leave(*m_segments.front());
        dropOldest();
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
    Segment& segment = segmentForAppend();
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
    // The first one has to see a block first: most captures never have one.
    if (!m_segments.empty() && m_segments.back()->hasRoom) {
        makeRoom(*segment);
    }
    m_segments.push_back(std::move(segment));
    return *m_segments.back();
}

std::unique_ptr<QFile> SegmentStore::createFile()
{
    QDir().mkpath(m_limits.folder);
    auto file =
        std::make_unique<QFile>(m_limits.folder + QLatin1Char('/') +
                                QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".segment"));
    if (!file->open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered, kPrivate)) {
        setFailure(file->errorString());
        return nullptr;
    }
#ifdef Q_OS_UNIX
    QFile::remove(file->fileName()); // lives on without a name: nothing is left behind, whatever ends the program
#endif
    return file;
}

void SegmentStore::makeRoom(Segment& segment)
{
    if (!std::exchange(segment.isRoomAsked, true) && segment.file && segment.written == 0 &&
        segment.capacity % BlockWriter::kBlockBytes == 0) {
        segment.direct = m_blocks->openDirect(segment.file->handle(), segment.capacity);
        segment.hasRoom = segment.direct >= 0;
    }
}

void SegmentStore::gatherInBlock(Segment& segment)
{
    if (segment.tail.isEmpty() && !segment.tail.isInBlock() && segment.takesBlock()) {
        segment.tail.gatherIn(m_blocks->blank());
    }
}

bool SegmentStore::writeBlock(Segment& segment)
{
    if (segment.tail.size() != BlockWriter::kBlockBytes) {
        return false;
    }
    makeRoom(segment);
    if (!segment.takesBlock()) {
        return false;
    }
    if (!segment.tail.isInBlock()) {
        const bool isBlankTaken = m_segments.back()->tail.isInBlock();
        const std::span<char> block = isBlankTaken ? std::span<char>() : m_blocks->blank();
        if (block.empty()) {
            return false;
        }
        std::ranges::copy(segment.tail.view(), block.begin());
    }
    if (!m_blocks->write(segment.direct, segment.written, segment.begin + segment.written)) {
        return false;
    }
    segment.written += BlockWriter::kBlockBytes;
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
    segment.file->seek(segment.written);
    const qint64 count = std::max<qint64>(0, segment.file->write(segment.tail.view().data(), segment.tail.size()));
    segment.written += count;
    m_inFiles += count;
    if (count == segment.tail.size()) {
        segment.onFlushed();
        m_failure.clear();
        return;
    }
    // The rest stays where it is, in memory; the next bytes go to another segment.
    setFailure(segment.file->errorString());
    segment.tail.removeFirst(count);
    segment.capacity = segment.size();
    segment.shrink(segment.written);
    segment.isTailCounted = true;
    m_inMemory += segment.tail.size();
}

void SegmentStore::trimPageCache()
{
    const qint64 settled = m_end - kDirtyBytes;
    if (settled - m_writebackBegun >= kTailBytes) {
        bool waited = false;
        for (const FilePart& part : fileParts(m_writebackBegun, settled)) {
            waited = !beginWriteback(part.descriptor, part.from, part.length) || waited;
        }
        m_writebackBegun = settled;
        if (waited) { // the window must not: the next stretch is the system's, at its own pace
            m_writebackBegun = m_end + kWritebackBytes;
            m_uncached = m_writebackBegun;
        }
    }
    const qint64 onDisk = m_writebackBegun - kWritebackBytes;
    if (onDisk - m_uncached >= kTailBytes) {
        for (const FilePart& part : fileParts(m_uncached, onDisk)) {
            dropFromPageCache(part.descriptor, part.from, part.length);
        }
        m_uncached = onDisk;
    }
}

std::vector<SegmentStore::FilePart> SegmentStore::fileParts(qint64 from, qint64 to) const
{
    std::vector<FilePart> parts;
    auto it = std::upper_bound(m_segments.begin(), m_segments.end(), from,
                               [](qint64 position, const auto& segment) { return position < segment->end(); });
    for (; it != m_segments.end() && (*it)->begin < to; ++it) {
        const Segment& segment = **it;
        const qint64 first = std::max(from - segment.begin, qint64{0});
        const qint64 length = std::min(to - segment.begin, segment.written) - first;
        if (length > 0) {
            parts.push_back({segment.file->handle(), first, length});
        }
    }
    return parts;
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
    m_failure = englishWords(words);
    m_inFilesAtFailure = m_inFiles;
}

bool SegmentStore::hasRecovered() const
{
    // Close to the limit no more can come, however much room there is.
    const qint64 enough = std::min(m_inFilesAtFailure + std::min(kRecoveredBytes, m_limits.segmentBytes),
                                   m_limits.limitBytes - 2 * m_limits.segmentBytes);
    return m_failure.isEmpty() && m_inFiles >= enough;
}

void SegmentStore::enforceLimits()
{
    while (m_segments.size() > 1 && size() > m_limits.limitBytes) {
        dropOldest();
    }
    while (m_segments.size() > 1 && m_inMemory > m_limits.memoryBytes) {
        const bool makesRoom = m_segments.front()->file != nullptr;
        dropOldest();
        if (makesRoom) {
            writeOut();
        }
    }
}

void SegmentStore::dropOldest()
{
    const Segment& oldest = *m_segments.front();
    if (oldest.isTailCounted) {
        m_inMemory -= oldest.tail.size();
    }
    m_inFiles -= oldest.written;
    m_dropped += oldest.size();
    m_begin = oldest.end();
    m_segments.pop_front();
    m_blocks->forgetBefore(m_begin);
}

QByteArray SegmentStore::read(qint64 offset, qint64 length) const
{
    const qint64 from = std::max(offset, m_begin);
    const qint64 to = length < m_end - offset ? offset + length : m_end;
    QByteArray bytes;
    if (from >= to) {
        return bytes;
    }
    auto it = std::upper_bound(m_segments.begin(), m_segments.end(), from,
                               [](qint64 position, const auto& segment) { return position < segment->end(); });
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
    const qint64 inBlock = BlockWriter::kBlockBytes - from % BlockWriter::kBlockBytes;
    if (const QByteArrayView held = m_blocks->held(segment.begin + from); !held.isEmpty()) {
        return held.first(std::min<qint64>(length, held.size())).toByteArray();
    }
    return readFile(segment, from, std::min(length, inBlock));
}

QByteArray SegmentStore::readFile(const Segment& segment, qint64 from, qint64 length) const
{
    const auto readAt = [&segment](qint64 position, qint64 count) {
        segment.file->seek(position);
        QByteArray bytes = segment.file->read(count);
        bytes.resize(count, '\0'); // a file damaged from outside must not shift what follows
        return bytes;
    };
    if (length > kPageBytes / 2) {
        return readAt(from, length);
    }
    const qint64 offset = segment.begin + from;
    if (m_pageOffset < 0 || offset < m_pageOffset || offset + length > m_pageOffset + m_page.size()) {
        // Readers go both ways, but another block may be on its way still.
        const qint64 blockStart = from - from % BlockWriter::kBlockBytes;
        const qint64 blockEnd = std::min(segment.written, blockStart + BlockWriter::kBlockBytes);
        const qint64 pageStart = std::max(blockStart, from - kPageBytes / 4);
        m_page = readAt(pageStart, std::min(blockEnd - pageStart, kPageBytes));
        m_pageOffset = segment.begin + pageStart;
    }
    return m_page.mid(offset - m_pageOffset, length);
}

void SegmentStore::leave(Segment& segment)
{
#ifdef Q_OS_UNIX
    if (segment.written >= kLargeFileBytes && m_failure.isEmpty()) { // else its room is wanted now
        segment.closeDirect();
        m_closing->add(std::move(segment.file));
    }
#endif
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
    m_blocks->forgetAll();
    if (m_blocks->hasFailed()) {
        m_blocks = std::make_unique<BlockWriter>(); // another try
    }
    m_page.clear();
    m_pageOffset = -1;
}

} // namespace netassist
