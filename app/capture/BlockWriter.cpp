// SPDX-License-Identifier: MIT
#include "app/capture/BlockWriter.h"

#include "app/base/DiskThread.h"
#include "app/capture/CaptureFile.h"

#include <algorithm>
#include <array>
#include <atomic>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace netassist {

namespace {

/// Of large pages: the system hands a block to the disk in one piece instead of in 256, which is most of what it costs.
/// (To go past the page cache itself asks for 4096 at most.)
constexpr std::size_t kAlignment = std::size_t{2} << 20;
constexpr int kLate = BlockWriter::kBlocks / 4;
constexpr qint64 kNoKey = -1;

} // namespace

/// While it is on its way only the thread looks at the file and the memory may only be read; what else of it both look
/// at is atomic.
struct BlockWriter::Block {
    struct alignas(kAlignment) Memory {
        std::array<char, kBlockBytes> bytes;
    };
    enum class State : quint8 { Free, OnItsWay, Failed };

    Block()
    {
#ifdef Q_OS_LINUX
        ::madvise(memory.get(), sizeof(Memory), MADV_HUGEPAGE);
#endif
    }
    [[nodiscard]] bool isKnown() const
    {
        return key != kNoKey;
    }
    [[nodiscard]] bool isFree() const
    {
        return state == State::Free || (state == State::Failed && !isKnown());
    }
    [[nodiscard]] bool hasFailed() const
    {
        return state == State::Failed && isKnown();
    }
    [[nodiscard]] QByteArrayView view() const
    {
        return {memory->bytes.data(), kBlockBytes};
    }
    void forget()
    {
        key = kNoKey;
        isWanted = false;
        if (state == State::Failed)
            file.reset();
    }
    /// In the thread. An error is told with the state.
    void write()
    {
        if (isWanted) {
            error = (way == Way::PastCache ? file->writePastCache(offset, view()) : file->write(offset, view())).error;
            if (error != 0) {
                if (!isWanted)
                    file.reset(); // it may be large
                state = State::Failed;
                return;
            }
        }
        file.reset();
        state = State::Free;
    }

    std::unique_ptr<Memory> memory = std::make_unique_for_overwrite<Memory>();
    qint64 key = kNoKey; ///< the owner's alone
    std::shared_ptr<CaptureFile> file;
    qint64 offset = 0;
    Way way = Way::PastCache;
    int error = 0;
    std::atomic<bool> isWanted = false;
    std::atomic<State> state = State::Free;
};

BlockWriter::BlockWriter(DiskThread& disk, DiskThread& cache) : m_disk(disk), m_cache(cache) {}

BlockWriter::~BlockWriter() = default;

std::span<char> BlockWriter::blank()
{
    if (error() != 0)
        return {};
    if (!m_blank) {
        // The one written last: the processor's cache has it still, and a disk that keeps step needs two or three of all.
        for (const auto& block : m_blocks) {
            if (block->isFree() && (!m_blank || block->key > m_blank->key))
                m_blank = block;
        }
        if (!m_blank && m_blocks.size() < kBlocks)
            m_blank = m_blocks.emplace_back(std::make_shared<Block>());
        if (m_blank)
            m_blank->forget();
    }
    return m_blank ? std::span<char>(m_blank->memory->bytes) : std::span<char>();
}

bool BlockWriter::write(const std::shared_ptr<CaptureFile>& file, qint64 offset, Way way, qint64 key)
{
    // Somewhere the next bytes have to go.
    if (blank().empty() || onTheirWay() == kBlocks - 1)
        return false;
    m_blank->key = key;
    m_blank->file = file;
    m_blank->offset = offset;
    m_blank->way = m_lastWay = way;
    m_blank->isWanted = true;
    post(m_blank);
    m_blank.reset();
    return true;
}

void BlockWriter::post(const std::shared_ptr<Block>& block)
{
    block->state = Block::State::OnItsWay;
    (block->way == Way::PastCache ? m_disk : m_cache).post([block] { block->write(); });
}

QByteArrayView BlockWriter::held(qint64 position) const
{
    for (const auto& block : m_blocks) {
        if (block->isKnown() && position >= block->key && position - block->key < kBlockBytes)
            return block->view().sliced(position - block->key);
    }
    return {};
}

int BlockWriter::onTheirWay() const
{
    return static_cast<int>(
        std::ranges::count_if(m_blocks, [](const auto& block) { return block->state == Block::State::OnItsWay; }));
}

int BlockWriter::onTheirWay(Way way) const
{
    const auto isOnIt = [way](const auto& block) {
        return block->state == Block::State::OnItsWay && block->way == way;
    };
    return static_cast<int>(std::ranges::count_if(m_blocks, isOnIt));
}

bool BlockWriter::isLate(Way way) const
{
    return onTheirWay(way) > kLate;
}

BlockWriter::Way BlockWriter::nextWay() const
{
    if (!isLate(Way::PastCache))
        return Way::PastCache;
    return isLate(Way::ThroughCache) ? m_lastWay : Way::ThroughCache;
}

int BlockWriter::error() const
{
    const auto failed = std::ranges::find_if(m_blocks, [](const auto& block) { return block->hasFailed(); });
    return failed != m_blocks.end() ? (*failed)->error : 0;
}

void BlockWriter::retry()
{
    for (const auto& block : m_blocks) {
        if (block->hasFailed())
            post(block);
    }
}

void BlockWriter::forgetBefore(qint64 position)
{
    for (const auto& block : m_blocks) {
        if (block->isKnown() && block->key + kBlockBytes <= position)
            block->forget();
    }
}

void BlockWriter::forgetAll()
{
    m_blank.reset();
    for (const auto& block : m_blocks)
        block->forget();
    std::erase_if(m_blocks, [](const auto& block) { return block->isFree(); });
}

} // namespace netassist
