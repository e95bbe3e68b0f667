// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <memory>
#include <span>

namespace netassist {

/// Writes whole blocks to files, past the system's page cache and in the background: a block filled and handed over costs
/// the thread next to nothing, where the page cache takes several times as long (it finds a page, enters it, lets
/// it be written and gives it back). No thread of ours is in it: on Linux the system does this by itself
/// (io_submit(2)) for files that have their room already. Elsewhere, and where it cannot, nothing is taken, and the
/// caller writes in the usual way.
///
/// A block is known by a key of the caller's, the position of its first byte among all bytes. Until it is on disk the file
/// may not be read there: held() has the bytes.
class BlockWriter {
public:
    /// What a disk takes as one request: a block then costs a third of what half of it does.
    static constexpr qint64 kBlockBytes = qint64{4} << 20;
    /// Blocks on their way, as many as the disk lags behind: memory is used by those that have been needed at once.
    static constexpr int kBlocks = 16;

    BlockWriter();
    /// Waits for what is on its way.
    ~BlockWriter();
    BlockWriter(const BlockWriter&) = delete;
    BlockWriter& operator=(const BlockWriter&) = delete;

    /// A second descriptor of an open and empty file, for write(), after room has been made in the file. It may be closed
    /// as soon as no more is to be written. @return -1 where that cannot be; the file is then as it was
    [[nodiscard]] int openDirect(int descriptor, qint64 bytes);

    /// kBlockBytes of memory to be filled and written, the same until then. @return nothing where no block will be
    /// taken: the disk has failed, or makes the writer wait
    [[nodiscard]] std::span<char> blank();
    /// Writes the blank block.
    /// @param descriptor from openDirect()
    /// @param offset in the file, within the room made, a multiple of kBlockBytes
    /// @return false if it was not taken, because the disk is slower than the writer or for good: it stays blank, with
    /// what it was filled with
    [[nodiscard]] bool write(int descriptor, qint64 offset, qint64 key);
    /// The bytes from a position on to the end of its block, while that is in memory; else nothing.
    [[nodiscard]] QByteArrayView held(qint64 position) const;
    /// A block could not be written; it stays in memory, and no more are taken.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// Nobody will ask for bytes before this position.
    void forgetBefore(qint64 position);
    /// Nor for any at all that there are now, the blank block's either. Gives back the memory of blocks that are not on
    /// their way.
    void forgetAll();

private:
    class Queue;
    std::unique_ptr<Queue> m_queue; ///< made when first needed
    bool m_hasFailed = false;
    int m_waits = 0;          ///< times it has made the writer wait, less those when it did not
    bool m_makesWait = false; ///< this file system writes while it is asked to
};

} // namespace netassist
