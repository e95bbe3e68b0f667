// SPDX-License-Identifier: MIT
#include "app/capture/BlockWriter.h"

#ifdef Q_OS_LINUX
#include <QByteArray>
#include <QElapsedTimer>

#include <linux/aio_abi.h>
#include <linux/magic.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>
#endif

namespace netassist {

#ifdef Q_OS_LINUX

namespace {

/// Of large pages: the system hands a block to the disk in one piece instead of in 256, which is most of what it costs.
/// (O_DIRECT itself asks for 4096 at most.)
constexpr std::size_t kAlignment = std::size_t{2} << 20;

/// A block is taken in a fraction of a millisecond where it is not written meanwhile. One that takes long can as well
/// have been kept from the processor by another program; so many more of them than quick ones were not, and one that
/// takes as long as no turn of the event loop may is too much, whatever it was.
constexpr qint64 kMadeToWaitMs = 10;
constexpr int kMadeToWaitTimes = 3;
constexpr qint64 kFrozenMs = 50;

/// In memory there is nothing to go past, and room made there is memory used. Btrfs with its checksums writes while it is
/// asked to.
bool isWorthIt(int descriptor)
{
    struct statfs system = {};
    return ::fstatfs(descriptor, &system) == 0 && system.f_type != TMPFS_MAGIC && system.f_type != BTRFS_SUPER_MAGIC;
}

} // namespace

/// The blocks. The one written last is used next: the processor's cache has it still, and a disk that keeps step needs
/// two or three of all.
class BlockWriter::Queue {
public:
    Queue() : m_isUsable(::syscall(SYS_io_setup, kBlocks, &m_context) == 0)
    {
        for (std::size_t number = m_blocks.size(); number-- > 0;)
            m_free.push_back(number);
        ::madvise(m_memory.get(), sizeof(Memory), MADV_HUGEPAGE);
    }
    ~Queue()
    {
        if (m_isUsable)
            ::syscall(SYS_io_destroy, m_context); // waits: the system reads from our memory until then
    }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;

    [[nodiscard]] bool isUsable() const { return m_isUsable; }

    [[nodiscard]] std::span<char> blank()
    {
        if (!m_blank && m_isUsable && !m_free.empty()) {
            m_blank = m_free.back();
            m_free.pop_back();
            m_blocks.at(*m_blank).key = kNoKey;
        }
        return m_blank ? std::span<char>(m_memory->blocks.at(*m_blank)) : std::span<char>();
    }

    /// The blank one, unless it is the last: somewhere the next bytes have to go.
    [[nodiscard]] bool submit(int descriptor, qint64 offset, qint64 key)
    {
        if (m_free.empty())
            return false;
        const std::size_t number = m_blank.value();
        Block& block = m_blocks.at(number);
        block.key = key;
        block.request = {};
        block.request.aio_data = number;
        block.request.aio_lio_opcode = IOCB_CMD_PWRITE;
        block.request.aio_fildes = static_cast<__u32>(descriptor);
        block.request.aio_buf = reinterpret_cast<__u64>(memoryOf(number));
        block.request.aio_nbytes = kBlockBytes;
        block.request.aio_offset = offset;
        iocb* request = &block.request;
        if (::syscall(SYS_io_submit, m_context, 1, &request) != 1) {
            block.key = kNoKey;
            return false;
        }
        m_blank.reset();
        return true;
    }

    /// Those that have been written may be used again. @return false if one could not be written
    [[nodiscard]] bool reap()
    {
        std::array<io_event, kBlocks> events = {};
        timespec noTime = {};
        const long count = m_isUsable ? ::syscall(SYS_io_getevents, m_context, 0, kBlocks, events.data(), &noTime) : 0;
        bool isWell = true;
        for (std::size_t i = 0; static_cast<long>(i) < count; ++i) {
            if (events.at(i).res == kBlockBytes)
                m_free.push_back(static_cast<std::size_t>(events.at(i).data));
            else
                isWell = false; // it is never used again, so that its bytes are kept
        }
        return isWell;
    }

    [[nodiscard]] QByteArrayView held(qint64 position) const
    {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const qint64 key = m_blocks.at(i).key;
            if (key != kNoKey && position >= key && position - key < kBlockBytes)
                return QByteArrayView(memoryOf(i), kBlockBytes).sliced(position - key);
        }
        return {};
    }

    void forgetBefore(qint64 position)
    {
        for (Block& block : m_blocks) {
            if (block.key != kNoKey && block.key + kBlockBytes <= position)
                block.key = kNoKey;
        }
    }

    /// The blank one is none any more. What has been needed while the disk lagged is not kept from others for good.
    void forgetAll()
    {
        if (m_blank)
            m_free.push_back(*m_blank);
        m_blank.reset();
        for (Block& block : m_blocks)
            block.key = kNoKey;
        for (const std::size_t number : m_free)
            ::madvise(memoryOf(number), kBlockBytes, MADV_DONTNEED);
    }

private:
    static constexpr qint64 kNoKey = -1;
    struct alignas(kAlignment) Memory {
        std::array<std::array<char, BlockWriter::kBlockBytes>, BlockWriter::kBlocks> blocks;
    };
    struct Block {
        iocb request = {};
        qint64 key = kNoKey;
    };

    [[nodiscard]] char* memoryOf(std::size_t block) const { return m_memory->blocks.at(block).data(); }

    std::unique_ptr<Memory> m_memory = std::make_unique_for_overwrite<Memory>();
    aio_context_t m_context = 0;
    bool m_isUsable = false;
    std::array<Block, kBlocks> m_blocks;
    std::vector<std::size_t> m_free; ///< the one written last comes first
    std::optional<std::size_t> m_blank;
};

int BlockWriter::openDirect(int descriptor, qint64 bytes)
{
    if (!m_queue)
        m_queue = std::make_unique<Queue>();
    if (m_hasFailed || m_makesWait || !m_queue->isUsable() || !isWorthIt(descriptor))
        return -1;
    // The file has no name any more, but an address.
    const QByteArray address = "/proc/self/fd/" + QByteArray::number(descriptor);
    const int direct = ::open(address.constData(), O_WRONLY | O_DIRECT | O_CLOEXEC);
    // With its room made, a write neither waits for the file system nor finds the disk full.
    if (direct >= 0 && ::fallocate(direct, 0, 0, bytes) != 0) {
        (void)::ftruncate(direct, 0); // it may have come half the way
        ::close(direct);
        return -1;
    }
    return direct;
}

std::span<char> BlockWriter::blank()
{
    if (!m_queue)
        m_queue = std::make_unique<Queue>();
    m_hasFailed = m_hasFailed || !m_queue->reap();
    return m_hasFailed || m_makesWait ? std::span<char>() : m_queue->blank();
}

bool BlockWriter::write(int descriptor, qint64 offset, qint64 key)
{
    if (blank().empty())
        return false;
    QElapsedTimer timer;
    timer.start();
    const bool isTaken = m_queue->submit(descriptor, offset, key);
    const qint64 waited = timer.elapsed();
    m_waits = std::max(waited >= kMadeToWaitMs ? m_waits + 1 : m_waits - 1, 0);
    m_makesWait = m_waits >= kMadeToWaitTimes || waited >= kFrozenMs;
    return isTaken;
}

QByteArrayView BlockWriter::held(qint64 position) const
{
    return m_queue ? m_queue->held(position) : QByteArrayView();
}

void BlockWriter::forgetBefore(qint64 position)
{
    if (m_queue)
        m_queue->forgetBefore(position);
}

void BlockWriter::forgetAll()
{
    if (!m_queue)
        return;
    m_hasFailed = !m_queue->reap() || m_hasFailed;
    m_queue->forgetAll();
}

#else

class BlockWriter::Queue {};

int BlockWriter::openDirect(int /*descriptor*/, qint64 /*bytes*/)
{
    return -1;
}

std::span<char> BlockWriter::blank()
{
    return {};
}

bool BlockWriter::write(int /*descriptor*/, qint64 /*offset*/, qint64 /*key*/)
{
    return false;
}

QByteArrayView BlockWriter::held(qint64 /*position*/) const
{
    return {};
}

void BlockWriter::forgetBefore(qint64 /*position*/) {}

void BlockWriter::forgetAll() {}

#endif

BlockWriter::BlockWriter() = default;

BlockWriter::~BlockWriter() = default;

} // namespace netassist
