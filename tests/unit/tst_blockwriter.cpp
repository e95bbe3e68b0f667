// SPDX-License-Identifier: MIT
#include "app/base/DiskThread.h"
#include "app/capture/BlockWriter.h"
#include "app/capture/CaptureFile.h"
#include "tests/unit/FileSizeLimit.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/Patience.h"
#include "tests/unit/Sanitized.h"
#include "tests/unit/StuckDisk.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace netassist;
using netassist::test::FileSizeLimit;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::StuckDisk;
using Way = BlockWriter::Way;

namespace {

constexpr qint64 kBlock = BlockWriter::kBlockBytes;

NETASSIST_UNSANITIZED void fill(char* to, int number)
{
    for (qint64 i = 0; i < kBlock; ++i)
        to[i] = static_cast<char>(static_cast<quint64>(number * kBlock + i) * 0x9E3779B97F4A7C15ULL >> 56);
}

/// Every block another.
QByteArray blockOf(int number)
{
    static QHash<int, QByteArray> known;
    QByteArray& bytes = known[number];
    if (bytes.isEmpty()) {
        bytes.resize(kBlock);
        fill(bytes.data(), number);
    }
    return bytes;
}

} // namespace

class TestBlockWriter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        CaptureFile::Created created = CaptureFile::create(m_folder.path());
        QVERIFY(created.ok());
        m_file = std::move(created).value();
        m_writer = std::make_unique<BlockWriter>(m_disk, m_cache);
    }

    void everyBlockIsHeldOrInTheFile_data() { ways(); }

    void everyBlockIsHeldOrInTheFile()
    {
        constexpr int kWritten = 20;
        QFETCH(const Way, way);
        QVERIFY(m_writer->held(0).isEmpty());
        for (int number = 0; number < kWritten; ++number) {
            bool isTaken = false; // where the disk is slow it takes the others later
            QTRY_VERIFY_WITH_TIMEOUT((isTaken = isTaken || fillAndWrite(number, way)), kPatienceMs);
            for (int before = 0; before <= number; ++before) {
                const QByteArrayView held = m_writer->held(before * kBlock + 5);
                QVERIFY(before < number || !held.isEmpty());
                const QByteArray bytes =
                    held.isEmpty() ? m_file->read(before * kBlock + 5, kBlock - 5) : held.toByteArray();
                QVERIFY(bytes == blockOf(before).mid(5));
            }
        }
        QVERIFY(m_writer->held(kWritten * kBlock).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        for (int number = 0; number < kWritten; ++number)
            QVERIFY(m_file->read(number * kBlock, kBlock) == blockOf(number));
        QCOMPARE(m_writer->error(), 0);
    }

    void whatIsOnItsWayOutlivesTheWriter()
    {
        StuckDisk disk;
        QVERIFY(fillAndWrite(0, Way::PastCache));
        QVERIFY(fillAndWrite(1, Way::ThroughCache));
        m_writer.reset();
        disk.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_file->read(0, kBlock) == blockOf(0), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_file->read(kBlock, kBlock) == blockOf(1), kPatienceMs);
    }

    void theLastOneStaysBlank()
    {
        StuckDisk disk;
        int taken = 0;
        while (fillAndWrite(taken, Way::ThroughCache)) {
            ++taken;
            QCOMPARE(m_writer->onTheirWay(), taken);
            QCOMPARE(m_writer->isLate(Way::ThroughCache), taken > BlockWriter::kBlocks / 4);
            QVERIFY(!m_writer->isLate(Way::PastCache));
            QVERIFY(m_writer->nextWay() == Way::PastCache);
        }
        QCOMPARE(taken, BlockWriter::kBlocks - 1);
        const std::span<char> blank = m_writer->blank();
        QCOMPARE(blank.size(), static_cast<std::size_t>(kBlock));
        std::ranges::copy(blockOf(99), blank.begin());
        for (int number = 0; number < taken; ++number)
            QVERIFY(m_writer->held(number * kBlock) == blockOf(number));
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        QVERIFY(m_writer->blank().data() == blank.data());
        QVERIFY(m_writer->write(m_file, taken * kBlock, Way::ThroughCache, taken * kBlock));
        QTRY_VERIFY_WITH_TIMEOUT(m_file->read(taken * kBlock, kBlock) == blockOf(99), kPatienceMs);
    }

    void oneWayDoesNotWaitForTheOther()
    {
        CaptureFile::Created other = CaptureFile::create(m_folder.path());
        QVERIFY(other.ok());
        StuckDisk disk(StuckDisk::For::PastCache);
        QVERIFY(fillAndWrite(0, Way::PastCache));
        std::ranges::copy(blockOf(1), m_writer->blank().begin());
        QVERIFY(m_writer->write(other.value(), 0, Way::ThroughCache, kBlock));
        QTRY_VERIFY_WITH_TIMEOUT(other.value()->read(0, kBlock) == blockOf(1), kPatienceMs);
        disk.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_file->read(0, kBlock) == blockOf(0), kPatienceMs);
    }

    void whatIsForgottenIsNotHeld()
    {
        const qint64 key = 1000 * kBlock + 1; // keys are the caller's
        std::ranges::copy(blockOf(0), m_writer->blank().begin());
        QVERIFY(m_writer->write(m_file, 0, Way::PastCache, key));
        QVERIFY(m_writer->held(key - 1).isEmpty());
        QCOMPARE(m_writer->held(key + kBlock - 1).size(), 1);
        QVERIFY(m_writer->held(key + kBlock).isEmpty());
        m_writer->forgetBefore(key + kBlock - 1);
        QVERIFY(!m_writer->held(key).isEmpty());
        m_writer->forgetBefore(key + kBlock);
        QVERIFY(m_writer->held(key).isEmpty());
    }

    void whatIsForgottenIsNotWritten()
    {
        StuckDisk disk;
        for (int number = 0; number < 4; ++number)
            QVERIFY(fillAndWrite(number, Way::ThroughCache));
        QTRY_COMPARE_WITH_TIMEOUT(StuckDisk::waiting(), 1, kPatienceMs); // the first is at the disk
        m_writer->forgetAll();
        for (int number = 0; number < 4; ++number)
            QVERIFY(m_writer->held(number * kBlock).isEmpty());
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        QCOMPARE(m_file->read(kBlock, 1), QByteArray());
    }

    void memoryIsGivenBack()
    {
        (void)blockOf(0); // made before
        (void)blockOf(1);
        (void)blockOf(2);
        const qint64 before = heapBytes();
        for (int number = 0; number < 3; ++number)
            QTRY_VERIFY_WITH_TIMEOUT(fillAndWrite(number, Way::PastCache), kPatienceMs);
        QVERIFY(heapBytes() - before >= kBlock);
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        m_writer->forgetAll();
        QTRY_VERIFY_WITH_TIMEOUT(heapBytes() - before < kBlock, kPatienceMs); // the thread may hold the last one still
        QVERIFY(fillAndWrite(0, Way::PastCache));
    }

    void whatCannotBeWrittenIsKept_data() { ways(); }

    void whatCannotBeWrittenIsKept()
    {
        QFETCH(const Way, way);
        {
            const FileSizeLimit full(kBlock + kBlock / 2);
            QVERIFY(fillAndWrite(0, way));
            QVERIFY(fillAndWrite(1, way));
            QTRY_COMPARE_WITH_TIMEOUT(m_writer->error(), EFBIG, kPatienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
            QVERIFY(m_writer->blank().empty());
            QVERIFY(!m_writer->write(m_file, 2 * kBlock, way, 2 * kBlock));
            QVERIFY(m_writer->held(kBlock) == blockOf(1));
            m_writer->retry();
            QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
            QCOMPARE(m_writer->error(), EFBIG);
            QVERIFY(m_writer->held(kBlock) == blockOf(1));
        }
        m_writer->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        QCOMPARE(m_writer->error(), 0);
        QVERIFY(m_file->read(0, kBlock) == blockOf(0));
        QVERIFY(m_file->read(kBlock, kBlock) == blockOf(1));
        QVERIFY(fillAndWrite(2, way));
    }

    void whatNobodyWantsIsNoFailure()
    {
        const FileSizeLimit full(kBlock / 2);
        QVERIFY(fillAndWrite(0, Way::ThroughCache));
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->error(), EFBIG, kPatienceMs);
        m_writer->forgetBefore(kBlock);
        QCOMPARE(m_writer->error(), 0);
        QVERIFY(!m_writer->blank().empty());
        // Nor where that is said before it fails.
        StuckDisk disk;
        QVERIFY(fillAndWrite(0, Way::ThroughCache));
        QTRY_COMPARE_WITH_TIMEOUT(StuckDisk::waiting(), 1, kPatienceMs);
        m_writer->forgetBefore(kBlock);
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_writer->onTheirWay(), 0, kPatienceMs);
        QCOMPARE(m_writer->error(), 0);
        m_writer->forgetAll();
        QVERIFY(!m_writer->blank().empty());
    }

private:
    static void ways()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("past the cache") << Way::PastCache;
        QTest::newRow("through the cache") << Way::ThroughCache;
    }
    bool fillAndWrite(int number, Way way)
    {
        const std::span<char> block = m_writer->blank();
        if (block.empty())
            return false;
        const QByteArray bytes = blockOf(number);
        std::ranges::copy(bytes, block.begin());
        return m_writer->write(m_file, number * kBlock, way, number * kBlock);
    }

    QTemporaryDir m_folder;
    DiskThread m_disk;
    DiskThread m_cache;
    std::shared_ptr<CaptureFile> m_file;
    std::unique_ptr<BlockWriter> m_writer;
};

QTEST_GUILESS_MAIN(TestBlockWriter)
#include "tst_blockwriter.moc"
