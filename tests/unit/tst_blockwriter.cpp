// SPDX-License-Identifier: MIT
#include "app/capture/BlockWriter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <array>
#include <chrono>
#include <csignal>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

using namespace netassist;

namespace {

constexpr qint64 kBlock = BlockWriter::kBlockBytes;
constexpr qint64 kRoom = 16 * kBlock;

/// Every block another.
QByteArray blockOf(int number)
{
    QByteArray bytes(kBlock, Qt::Uninitialized);
    for (qint64 i = 0; i < kBlock; ++i)
        bytes[i] = static_cast<char>(static_cast<quint64>(number * kBlock + i) * 0x9E3779B97F4A7C15ULL >> 56);
    return bytes;
}

bool fillAndWrite(BlockWriter& writer, int descriptor, qint64 offset, qint64 key, const QByteArray& bytes)
{
    const std::span<char> block = writer.blank();
    std::copy_n(bytes.begin(), block.size(), block.begin());
    return !block.empty() && writer.write(descriptor, offset, key);
}

#ifdef Q_OS_LINUX
qint64 residentPages(std::span<char> memory)
{
    std::vector<unsigned char> pages(memory.size() / static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
    return ::mincore(memory.data(), memory.size(), pages.data()) == 0
               ? std::ranges::count_if(pages, [](unsigned char page) { return (page & 1) != 0; })
               : -1;
}
#endif

} // namespace

/// Where the file system has no way past its cache, openDirect() says so, and there is nothing more to test.
class TestBlockWriter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<QTemporaryFile>(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(m_file->open());
        m_direct = BlockWriter().openDirect(m_file->handle(), kRoom);
        QVERIFY(m_direct >= 0 || m_file->size() == 0);
    }

    void cleanup()
    {
        if (m_direct >= 0)
            ::close(m_direct);
    }

    void everyBlockIsHeldOrInTheFile()
    {
        BlockWriter writer;
        QVERIFY(writer.held(0).isEmpty());
        int taken = 0;
        for (int number = 0; m_direct >= 0 && number < kRoom / kBlock; ++number) {
            // Where the disk is slow it takes the others later.
            bool isTaken = false;
            QTRY_VERIFY((isTaken = isTaken ||
                                   fillAndWrite(writer, m_direct, number * kBlock, number * kBlock, blockOf(number))));
            ++taken;
            for (int before = 0; before < taken; ++before) {
                const QByteArrayView held = writer.held(before * kBlock + 5);
                QVERIFY(before + 1 < taken || !held.isEmpty());
                if (!held.isEmpty()) {
                    QCOMPARE(held.toByteArray(), blockOf(before).mid(5));
                } else {
                    QVERIFY(m_file->seek(before * kBlock));
                    QCOMPARE(m_file->read(kBlock), blockOf(before));
                }
            }
        }
        QVERIFY(writer.held(taken * kBlock).isEmpty());
        QVERIFY(!writer.hasFailed());
    }

    void whatIsOnItsWayArrives()
    {
        int taken = 0;
        if (m_direct >= 0) {
            BlockWriter writer;
            while (taken < 4 && fillAndWrite(writer, m_direct, taken * kBlock, taken * kBlock, blockOf(taken)))
                ++taken; // fewer where the disk makes the writer wait
            QVERIFY(taken > 0);
        } // waits
        for (int number = 0; number < taken; ++number) {
            QVERIFY(m_file->seek(number * kBlock));
            QCOMPARE(m_file->read(kBlock), blockOf(number));
        }
    }

    void roomIsMade() { QCOMPARE(m_file->size(), m_direct >= 0 ? kRoom : 0); }

    void whatIsForgottenIsNotHeld()
    {
        BlockWriter writer;
        if (m_direct < 0)
            return;
        const qint64 key = 1000 * kBlock + 1; // keys are the caller's
        QVERIFY(fillAndWrite(writer, m_direct, 0, key, blockOf(0)));
        QVERIFY(writer.held(key - 1).isEmpty());
        QCOMPARE(writer.held(key + kBlock - 1).size(), 1);
        QVERIFY(writer.held(key + kBlock).isEmpty());
        writer.forgetBefore(key + kBlock - 1);
        QVERIFY(!writer.held(key).isEmpty());
        writer.forgetBefore(key + kBlock);
        QVERIFY(writer.held(key).isEmpty());
    }

    void nothingIsHeldWhenAllIsForgotten()
    {
        BlockWriter writer;
        writer.forgetAll();
        for (int number = 0; m_direct >= 0 && number < 3; ++number) {
            QVERIFY(fillAndWrite(writer, m_direct, number * kBlock, number * kBlock, blockOf(number)));
            (void)writer.blank();
            writer.forgetAll();
            QVERIFY(writer.held(number * kBlock).isEmpty());
        }
    }

#ifdef Q_OS_LINUX
    void memoryIsGivenBack()
    {
        BlockWriter writer;
        const std::span<char> block = writer.blank();
        if (block.empty())
            return; // nothing is taken at all here
        std::ranges::fill(block, 'x');
        QVERIFY(residentPages(block) > 0);
        writer.forgetAll();
        QCOMPARE(residentPages(block), 0);
        QCOMPARE(writer.blank().data(), block.data());
    }

    void aDiskThatFreezesTheWriterIsLeftAlone()
    {
        // A pipe takes what fits; the rest only while it is read.
        std::array<int, 2> ends = {-1, -1};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        BlockWriter writer;
        std::ranges::fill(writer.blank(), 'x');
        std::thread reader([from = ends[0]] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            std::vector<char> bytes(1 << 16);
            while (::read(from, bytes.data(), bytes.size()) > 0)
                continue;
        });
        const bool isTaken = writer.write(ends[1], 0, 0);
        ::close(ends[1]);
        reader.join();
        ::close(ends[0]);
        if (!isTaken)
            return; // nothing is taken at all here
        QVERIFY(writer.blank().empty());
        QVERIFY(!writer.hasFailed());
    }

    void notPastACacheThatIsAllThereIs()
    {
        QTemporaryFile inMemory(QStringLiteral("/dev/shm/netassistant-"));
        QVERIFY(inMemory.open());
        QCOMPARE(BlockWriter().openDirect(inMemory.handle(), kRoom), -1);
        QCOMPARE(inMemory.size(), 0);
    }

    void whatCannotBeWrittenIsKept()
    {
        // A pipe that nobody reads refuses as a broken disk does: after the block has been taken.
        std::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> ends = {-1, -1};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        ::close(ends[0]);
        BlockWriter writer;
        if (!fillAndWrite(writer, ends[1], 0, 0, blockOf(7)))
            return; // nothing is taken at all here
        QVERIFY(!fillAndWrite(writer, ends[1], 0, kBlock, blockOf(8)));
        QVERIFY(writer.hasFailed());
        QCOMPARE(writer.held(0).toByteArray(), blockOf(7));
        ::close(ends[1]);
        QVERIFY(m_direct < 0 || !fillAndWrite(writer, m_direct, 0, 2 * kBlock, blockOf(9)));
        QCOMPARE(writer.held(0).toByteArray(), blockOf(7));
    }

    void aDescriptorThatCannotBeWrittenTo()
    {
        BlockWriter writer;
        QVERIFY(!fillAndWrite(writer, -1, 0, 0, blockOf(0)));
        QVERIFY(writer.held(0).isEmpty());
        QVERIFY(!writer.hasFailed()); // nothing is lost
    }
#endif

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryFile> m_file;
    int m_direct = -1;
};

QTEST_GUILESS_MAIN(TestBlockWriter)
#include "tst_blockwriter.moc"
