// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <memory>
#include <span>
#include <vector>

namespace netassist {

class CaptureFile;
class DiskThread;

/// Writes whole blocks to files in the background: a block filled and handed over costs the thread next to nothing,
/// however long the disk takes for it.
///
/// A block is known by a key of the caller's, the position of its first byte among all bytes. Until it is on disk the file
/// may not be read there: held() has the bytes.
class BlockWriter {
public:
    /// What a disk takes as one request: a block then costs a third of what half of it does.
    static constexpr qint64 kBlockBytes = qint64{4} << 20;
    /// Blocks on their way, as many as the disk lags behind: memory is used by those that have been needed at once.
    static constexpr int kBlocks = 16;

    enum class Way : quint8 {
        PastCache,    ///< to the disk, which costs next to nothing
        ThroughCache, ///< as fast as memory takes it, while the system has any to spare
    };

    /// @param disk for one way, @param cache for the other: neither waits for the other. Both outlive this
    BlockWriter(DiskThread& disk, DiskThread& cache);
    ~BlockWriter();
    BlockWriter(const BlockWriter&) = delete;
    BlockWriter& operator=(const BlockWriter&) = delete;

    /// kBlockBytes of memory to be filled and written, the same until then. @return nothing where no block will be
    /// taken: one could not be written
    [[nodiscard]] std::span<char> blank();
    /// Writes the blank block.
    /// @param offset in the file, a multiple of 4096. @param way one for each file: the two would wait for each other
    /// @return false if it was not taken, because it is the last or another could not be written: it stays blank, with
    /// what it was filled with
    [[nodiscard]] bool write(const std::shared_ptr<CaptureFile>& file, qint64 offset, Way way, qint64 key);
    /// The bytes from a position on to the end of its block, while that is in memory; else nothing.
    [[nodiscard]] QByteArrayView held(qint64 position) const;
    [[nodiscard]] int onTheirWay() const;
    /// More than a way that keeps up has to do.
    [[nodiscard]] bool isLate(Way way) const;
    /// For the next block: past the page cache unless that is late; where both ways are, the one that was taken last, since
    /// the other may be stuck.
    [[nodiscard]] Way nextWay() const;
    /// Why a block could not be written, an errno; 0: all could. Its bytes stay in memory, and no more are taken until
    /// retry().
    [[nodiscard]] int error() const;
    /// What could not be written is tried once more.
    void retry();
    /// Nobody will ask for bytes before this position.
    void forgetBefore(qint64 position);
    /// Nor for any at all that there are now, the blank block's either. Gives back the memory of blocks that are not on
    /// their way.
    void forgetAll();

private:
    struct Block;

    [[nodiscard]] int onTheirWay(Way way) const;
    void post(const std::shared_ptr<Block>& block);

    DiskThread& m_disk;
    DiskThread& m_cache;
    std::vector<std::shared_ptr<Block>> m_blocks; ///< shared with the thread while they are on their way
    std::shared_ptr<Block> m_blank;               ///< one of them
    Way m_lastWay = Way::PastCache;
};

} // namespace netassist
