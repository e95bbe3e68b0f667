// SPDX-License-Identifier: MIT
#include "app/capture/SegmentStore.h"
#include "tests/unit/FileSizeLimit.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/OpenFiles.h"
#include "tests/unit/Patience.h"
#include "tests/unit/Sanitized.h"
#include "tests/unit/StuckDisk.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace netassist;
using netassist::test::FileSizeLimit;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::namelessFilesIn;
using netassist::test::openFilesIn;
using netassist::test::StuckDisk;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;
constexpr qint64 kBlock = BlockWriter::kBlockBytes;

/// Byte at an offset, without any period near the sizes of segments and pages.
NETASSIST_UNSANITIZED char byteAt(qint64 offset)
{
    const auto x = static_cast<quint64>(offset) * 0x9E3779B97F4A7C15ULL;
    return static_cast<char>(x >> 56);
}

NETASSIST_UNSANITIZED QByteArray bytesAt(qint64 offset, qint64 length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    char* const to = bytes.data();
    for (qint64 i = 0; i < length; ++i) {
        to[i] = byteAt(offset + i);
    }
    return bytes;
}

void appendNext(SegmentStore& store, qint64 length)
{
    const qint64 offset = store.end();
    QCOMPARE(store.append(bytesAt(offset, length)), offset);
    QCOMPARE(store.end(), offset + length);
}

/// Every read around all places of interest gives what was appended.
void checkReads(const SegmentStore& store, const QList<qint64>& places, qint64 span)
{
    for (const qint64 place : places) {
        for (qint64 from = place - span; from <= place + span; ++from) {
            for (const qint64 length : {qint64{0}, qint64{1}, span, 2 * span}) {
                const qint64 begin = std::max(from, store.begin());
                const qint64 end = std::min(from + length, store.end());
                QCOMPARE(store.read(from, length), bytesAt(begin, std::max<qint64>(0, end - begin)));
            }
        }
    }
}

} // namespace

class TestSegmentStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStore();
    void tinySegments();
    void tailAndFile();
    void randomReads();
    void blocksInTheBackground();
    void oldestAreDropped();
    void oneAppendLargerThanTheLimit();
    void limitsChange();
    void aLowerLimitKeepsTheNewest_data();
    void aLowerLimitKeepsTheNewest();
    void clearKeepsOffsets();
    void automaticLimitIsBounded();
    void folderThatCannotBe();
    void recoversWhenTheFolderCanBe();
    void leftoversAreSwept();
    void filesArePrivateAndNameless();
    void fewDescriptors();
    void aStuckDiskIsGoneAround();
    void theWayThatIsFreeIsTaken();
    void behindAndCaughtUp();
    void whatIsNotAtHandIsFetched();
    void whatCannotBeReadIsNotWaitedFor();
    void fullDisk();
    void fullDiskUnderABlock();
    void blockThatTheDiskRefuses();
    void fullDiskKeepsWhatFits();
    void largeFilesAreGivenBackByAndBy();
    void memoryStaysFlat_data();
    void memoryStaysFlat();
    void offsetsPastFourGibibytes();

private:
    [[nodiscard]] StoreLimits limits(qint64 segment, qint64 limit, qint64 memory = 64 * kMiB) const
    {
        return {m_dir->path(), segment, limit, memory};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSegmentStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestSegmentStore::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(openFilesIn(m_dir->path()), QStringList(), kPatienceMs); // closed in the background
}

void TestSegmentStore::emptyStore()
{
    SegmentStore store(limits(10, 100));
    QCOMPARE(store.begin(), 0);
    QCOMPARE(store.end(), 0);
    QCOMPARE(store.size(), 0);
    QCOMPARE(store.read(0, 10), QByteArray());
    QCOMPARE(store.append(QByteArrayView()), 0);
    QCOMPARE(store.size(), 0);
    QCOMPARE(store.droppedBytes(), 0);
    QVERIFY(store.failure().isEmpty());
}

void TestSegmentStore::tinySegments()
{
    SegmentStore store(limits(10, 100'000));
    for (const qint64 length : {1, 9, 10, 11, 0, 25, 4, 1}) {
        appendNext(store, length);
    }
    checkReads(store, {0, 5, 10, 20, 30, 31, 50, 60, store.end()}, 13);
    QCOMPARE(store.read(0, store.end()), bytesAt(0, store.end()));
    QCOMPARE(store.read(store.end(), 1), QByteArray());
    QCOMPARE(store.read(store.end() + 1000, 1), QByteArray());
    QCOMPARE(store.read(3, std::numeric_limits<qint64>::max()), bytesAt(3, store.end() - 3));
}

void TestSegmentStore::tailAndFile()
{
    // Segments of three blocks less one byte; what is in files and what is in memory changes at each step.
    SegmentStore store(limits(3 * kBlock - 1, 64 * kMiB));
    appendNext(store, kBlock - 1); // all in memory
    checkReads(store, {0, kBlock - 1}, 2);
    appendNext(store, 1); // all in the file
    checkReads(store, {0, kBlock - 1, kBlock}, 2);
    appendNext(store, 1); // one byte behind it
    checkReads(store, {kBlock - 1, kBlock, kBlock + 1}, 3);
    QCOMPARE(store.read(0, 2 * kBlock), bytesAt(0, kBlock + 1));
    appendNext(store, 5 * kBlock); // over the border of two segments
    appendNext(store, 7);
    checkReads(store, {0, kBlock, 3 * kBlock - 1, 6 * kBlock - 2, store.end() - 7, store.end()}, 3);
    QCOMPARE(store.read(0, store.end()), bytesAt(0, store.end()));
    QCOMPARE(store.read(3 * kBlock - 10, 400 * 1024), bytesAt(3 * kBlock - 10, 400 * 1024));
}

void TestSegmentStore::randomReads()
{
    QRandomGenerator random(7);
    SegmentStore store(limits(700'001, 64 * kMiB));
    const QByteArray all = bytesAt(0, 6 * kMiB);
    while (store.end() < all.size()) {
        const qint64 offset = store.end();
        const qint64 length =
            std::min<qint64>(random.bounded(random.bounded(4) == 0 ? 1'500'000 : 3000), all.size() - offset);
        QCOMPARE(store.append(QByteArrayView(all).sliced(offset, length)), offset);
        for (int i = 0; i < 3; ++i) {
            const qint64 from = random.bounded(static_cast<int>(store.end()) + 1);
            const qint64 span = random.bounded(random.bounded(5) == 0 ? 900'000 : 5000);
            QCOMPARE(store.read(from, span), all.mid(from, std::min(span, store.end() - from)));
        }
    }
}

void TestSegmentStore::blocksInTheBackground()
{
    // Appends that are whole blocks, parts of them, and more than one, some put where they belong before; reads in what is still on its way, what has
    // just been written, and across all borders.
    QRandomGenerator random(11);
    SegmentStore store(limits(4 * kBlock, 64 * kBlock));
    const QByteArray all = bytesAt(0, 40 * kBlock);
    const QList<qint64> lengths{kBlock, kBlock, 3 * kBlock, 2 * kBlock + 5, kBlock - 5, 1, kBlock, 256 * 1024, 64};
    int inPlace = 0;
    while (store.end() < all.size()) {
        const qint64 offset = store.end();
        const qint64 length = std::min(lengths.at(random.bounded(lengths.size())), all.size() - offset);
        const QByteArrayView next = QByteArrayView(all).sliced(offset, length);
        if (const std::span<char> room = store.room(); random.bounded(2) == 0 && !room.empty()) {
            const QByteArrayView put = next.first(std::min<qsizetype>(length, static_cast<qsizetype>(room.size())));
            std::ranges::copy(put, room.begin());
            QCOMPARE(store.append(QByteArrayView(room.data(), put.size())), offset);
            ++inPlace;
        } else {
            QCOMPARE(store.append(next), offset);
        }
        for (int i = 0; i < 8; ++i) {
            const qint64 back = random.bounded(i % 2 == 0 ? 12 * kBlock : 48 * kBlock);
            const qint64 from = std::max<qint64>(0, store.end() - back);
            const qint64 span = random.bounded(i % 3 == 0 ? 3 * kBlock : 70'000);
            QCOMPARE(store.read(from, span), all.mid(from, std::min(span, store.end() - from)));
        }
    }
    QVERIFY(store.failure().isEmpty());
    QVERIFY(inPlace > 0);
    // Fewer bytes may be kept than one segment has room for.
    store.setLimits(limits(4 * kBlock, 6 * kBlock));
    QCOMPARE(store.read(0, all.size()), all.mid(store.begin()));
    appendNext(store, 3 * kBlock);
    QCOMPARE(store.read(store.begin(), store.size()), bytesAt(store.begin(), store.size()));
    store.clear();
    appendNext(store, 2 * kBlock);
    QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), 2 * kBlock));
}

void TestSegmentStore::oldestAreDropped()
{
    SegmentStore store(limits(10, 40));
    appendNext(store, 40);
    QCOMPARE(store.begin(), 0);
    QCOMPARE(store.droppedBytes(), 0);
    appendNext(store, 1);
    QCOMPARE(store.begin(), 10);
    QCOMPARE(store.droppedBytes(), 10);
    QCOMPARE(store.size(), 31);
    QCOMPARE(store.read(0, 10), QByteArray());
    QCOMPARE(store.read(5, 10), bytesAt(10, 5));
    checkReads(store, {0, 10, 40, 41}, 11);
    for (int i = 0; i < 200; ++i) {
        appendNext(store, i % 23);
        QVERIFY(store.size() <= 40);
        QCOMPARE(store.begin() + store.size(), store.end());
        QCOMPARE(store.droppedBytes(), store.begin());
        QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
    }
}

void TestSegmentStore::oneAppendLargerThanTheLimit()
{
    SegmentStore store(limits(10, 40));
    appendNext(store, 1005);
    QVERIFY(store.size() <= 40);
    QCOMPARE(store.read(0, 2000), bytesAt(store.begin(), store.size()));
    QCOMPARE(store.droppedBytes(), store.begin());
}

void TestSegmentStore::limitsChange()
{
    SegmentStore store(limits(10, 100));
    appendNext(store, 95);
    store.setLimits(limits(10, 40));
    QVERIFY(store.size() <= 40);
    QCOMPARE(store.read(0, 200), bytesAt(store.begin(), store.size()));
    const qint64 begin = store.begin();
    store.setLimits(limits(20, 1000));
    appendNext(store, 900);
    QCOMPARE(store.begin(), begin); // nothing more is dropped
    QCOMPARE(store.read(begin, 2000), bytesAt(begin, store.size()));
    // Whatever the limit, what is long is of whole blocks.
    QCOMPARE(SegmentStore(limits(64 * kMiB, 100 * kMiB)).limits().segmentBytes, 24 * kMiB);
    QCOMPARE(SegmentStore(limits(64 * kMiB, 10 * kMiB)).limits().segmentBytes, 10 * kMiB / 4);
    // A segment begun under a high limit does not outgrow a lower one, whatever of it is still in memory.
    SegmentStore large(limits(64 * kMiB, 256 * kMiB));
    appendNext(large, 3 * kMiB + 5);
    large.setLimits(limits(64 * kMiB, 4 * kMiB));
    for (int i = 0; i < 40; ++i) {
        appendNext(large, 100'000);
        QVERIFY(large.size() <= 4 * kMiB);
        QCOMPARE(large.read(0, large.end()), bytesAt(large.begin(), large.size()));
    }
    // No folder given means the one there was.
    store.setLimits({QString(), 20, 1000, kMiB});
    QCOMPARE(store.limits().folder, m_dir->path());
}

void TestSegmentStore::aLowerLimitKeepsTheNewest_data()
{
    QTest::addColumn<qint64>("stored");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("all in memory") << 3 * kMiB << kMiB;
    QTest::newRow("one segment") << 36 * kMiB + 5 << kMiB;
    QTest::newRow("a part of one") << 60 * kMiB << 20 * kMiB;
    QTest::newRow("the second not begun") << 64 * kMiB << 10 * kMiB;
    QTest::newRow("the second begun") << 66 * kMiB << 30 * kMiB;
    QTest::newRow("less than the second has") << 90 * kMiB << 10 * kMiB;
}

/// Also where the segments are large, begun under the limit before.
void TestSegmentStore::aLowerLimitKeepsTheNewest()
{
    QFETCH(const qint64, stored);
    QFETCH(const qint64, limit);
    SegmentStore store(limits(64 * kMiB, qint64{1} << 30));
    appendNext(store, stored);
    store.setLimits(limits(64 * kMiB, limit));
    const auto holds = [&] {
        return store.size() <= limit && store.size() >= limit - limit / 4 - 1 &&
               store.droppedBytes() == store.begin() &&
               store.read(0, store.end()) == bytesAt(store.begin(), store.size());
    };
    QVERIFY2(holds(), qPrintable(QString::number(store.size())));
    appendNext(store, 12);
    QVERIFY2(holds(), qPrintable(QString::number(store.size())));
    for (int i = 0; i < 30; ++i) {
        appendNext(store, limit / 15);
        QVERIFY2(holds(), qPrintable(QString::number(store.size())));
    }
    store.setLimits(limits(64 * kMiB, qint64{1} << 30));
    const qint64 begin = store.begin();
    appendNext(store, 70 * kMiB);
    QCOMPARE(store.begin(), begin);
    QCOMPARE(store.read(0, store.end()), bytesAt(begin, store.size()));
}

void TestSegmentStore::clearKeepsOffsets()
{
    SegmentStore store(limits(10, 40));
    appendNext(store, 77);
    store.clear();
    QCOMPARE(store.begin(), 77);
    QCOMPARE(store.end(), 77);
    QCOMPARE(store.droppedBytes(), 0);
    QCOMPARE(store.read(0, 100), QByteArray());
    appendNext(store, 15);
    QCOMPARE(store.begin(), 77);
    QCOMPARE(store.read(0, 200), bytesAt(77, 15));
    appendNext(store, 40);
    QCOMPARE(store.droppedBytes(), store.begin() - 77);
}

void TestSegmentStore::automaticLimitIsBounded()
{
    const qint64 most = qint64{4} << 30;
    QVERIFY(automaticLimit(m_dir->path()) > 0);
    QVERIFY(automaticLimit(m_dir->path()) <= most);
    // A folder that is not there yet is asked for where it would be.
    QVERIFY(automaticLimit(m_dir->filePath(QStringLiteral("not/there/yet"))) > 0);
    // Whatever the disk has, the newest bytes are kept.
    SegmentStore store(limits(10, 0));
    QVERIFY(store.limits().limitBytes >= store.limits().memoryBytes);
}

void TestSegmentStore::folderThatCannotBe()
{
    QFile file(m_dir->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SegmentStore store({file.fileName() + QStringLiteral("/below"), 10, 100'000, 200});
    QVERIFY(store.failure().isEmpty()); // nobody has asked yet
    appendNext(store, 1);
    QVERIFY(!store.failure().isEmpty());
    appendNext(store, 99);
    QCOMPARE(store.read(0, 200), bytesAt(0, 100));
    for (int i = 0; i < 300; ++i) {
        appendNext(store, i % 31);
        QVERIFY(store.size() <= 200);
        QVERIFY(store.size() > 200 - 10 - 31 || store.begin() == 0);
        QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
    }
    QVERIFY(!store.failure().isEmpty());
    store.clear();
    QCOMPARE(store.size(), 0);
    appendNext(store, 150);
    QCOMPARE(store.size(), 150);
}

void TestSegmentStore::recoversWhenTheFolderCanBe()
{
    const QString path = m_dir->filePath(QStringLiteral("path"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    SegmentStore store({path, 10, 100'000, 200});
    appendNext(store, 55);
    QVERIFY(!store.failure().isEmpty());
    QVERIFY(file.remove());
    appendNext(store, 100);
    QVERIFY(store.failure().isEmpty());
    // All that was kept in memory is still there, and is no part of the memory's limit any more once it is dropped.
    QCOMPARE(store.read(0, 200), bytesAt(0, 155));
    appendNext(store, 5000);
    QCOMPARE(store.begin(), 0);
    QCOMPARE(store.read(0, 6000), bytesAt(0, 5155));
}

void TestSegmentStore::leftoversAreSwept()
{
    QFile left(m_dir->filePath(QStringLiteral("0.segment")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QFile other(m_dir->filePath(QStringLiteral("other.txt")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    const SegmentStore store(limits(10, 100));
    QVERIFY(!left.exists());
    QVERIFY(other.exists());
}

void TestSegmentStore::filesArePrivateAndNameless()
{
    const QString folder = m_dir->filePath(QStringLiteral("capture"));
    {
        SegmentStore store({folder, 10, 1000, kMiB});
        appendNext(store, 45);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
        const QStringList open = openFilesIn(folder);
        QCOMPARE(open.size(), 5);
        for (const QString& fd : open) {
            struct stat status {};
            QCOMPARE(fstat(fd.toInt(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
            QCOMPARE(status.st_nlink, 0U);
        }
        store.clear();
        QCOMPARE(openFilesIn(folder), QStringList());
        appendNext(store, 2000);
        QVERIFY(openFilesIn(folder).size() <= 101);
    }
    QCOMPARE(openFilesIn(folder), QStringList());
}

void TestSegmentStore::fewDescriptors()
{
    const QString folder = m_dir->filePath(QStringLiteral("capture"));
    SegmentStore store({folder, 4 * kBlock, 400 * kBlock, kBlock});
    for (int block = 0; block < 80; ++block) {
        QTRY_VERIFY_WITH_TIMEOUT(store.isQuiet(), kPatienceMs); // a segment ends early where the disk lags
        appendNext(store, kBlock);
    }
    // Each has one, and one is ahead; while a block is written, which can be long, it has another.
    QTRY_COMPARE_WITH_TIMEOUT(openFilesIn(folder).size(), 21, kPatienceMs);
    store.setLimits({folder, 4 * kBlock, 8 * kBlock, kBlock});
    appendNext(store, 20);
    QTRY_VERIFY_WITH_TIMEOUT(openFilesIn(folder).size() <= 5, kPatienceMs); // closed by and by
    QCOMPARE(store.read(store.begin(), store.size()), bytesAt(store.begin(), store.size()));
}

void TestSegmentStore::aStuckDiskIsGoneAround()
{
    const QString folder = m_dir->filePath(QStringLiteral("capture"));
    SegmentStore store({folder, 16 * kBlock, 400 * kBlock, kBlock});
    appendNext(store, kBlock);
    QTRY_COMPARE_WITH_TIMEOUT(namelessFilesIn(folder).size(), 2, kPatienceMs); // the next segment's is made
    StuckDisk disk(StuckDisk::For::PastCache);
    for (int block = 0; block < 40; ++block) {
        appendNext(store, kBlock);
        QTRY_VERIFY_WITH_TIMEOUT(!store.isBehind(), kPatienceMs);
    }
    QVERIFY(store.failure().isEmpty());
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
    disk.release();
    QTRY_VERIFY_WITH_TIMEOUT(store.hasCaughtUp(), kPatienceMs);
    appendNext(store, 40 * kBlock);
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
}

void TestSegmentStore::theWayThatIsFreeIsTaken()
{
    SegmentStore store(limits(16 * kBlock, qint64{2} << 30));
    appendNext(store, kBlock);
    QTRY_COMPARE_WITH_TIMEOUT(namelessFilesIn(m_dir->path()).size(), 2, kPatienceMs); // the next segment's is made
    {
        StuckDisk disk(StuckDisk::For::PastCache);
        for (int block = 0; block < 8; ++block) {
            appendNext(store, kBlock);
            QTest::qWait(1);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(store.isQuiet(), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(namelessFilesIn(m_dir->path()).size(), 3, kPatienceMs);
    const StuckDisk cache(StuckDisk::For::ThroughCache); // the way that the last segment goes
    for (int block = 0; block < 40; ++block) {
        appendNext(store, kBlock);
        QTRY_VERIFY_WITH_TIMEOUT(!store.isBehind(), kPatienceMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(store.hasCaughtUp(), kPatienceMs); // what is stuck does not keep others from going on
    QVERIFY(!store.isQuiet());
    QVERIFY(store.failure().isEmpty());
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
}

void TestSegmentStore::behindAndCaughtUp()
{
    SegmentStore store(limits(16 * kBlock, qint64{2} << 30));
    StuckDisk disk;
    int blocks = 0;
    for (; !store.isBehind(); ++blocks) {
        QVERIFY(blocks < BlockWriter::kBlocks);
        appendNext(store, kBlock);
    }
    QVERIFY(!store.hasCaughtUp());
    // Who goes on all the same has to wait for the disk, but nothing is lost.
    appendNext(store, 10 * kBlock);
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
    disk.release();
    QTRY_VERIFY_WITH_TIMEOUT(store.hasCaughtUp(), kPatienceMs);
    QVERIFY(!store.isBehind());
    QVERIFY(store.failure().isEmpty());
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
}

void TestSegmentStore::whatIsNotAtHandIsFetched()
{
    SegmentStore store(limits(4 * kBlock, qint64{2} << 30));
    for (int block = 0; block < 24; ++block) {
        QTRY_VERIFY_WITH_TIMEOUT(store.isQuiet(), kPatienceMs);
        appendNext(store, kBlock);
    }
    appendNext(store, 1000);
    QVERIFY(store.isAtHand(store.end() - 1000, 1000)); // in memory
    QVERIFY(store.isAtHand(0, 0));
    QVERIFY(store.isAtHand(store.end() + 5, 10)); // nothing to wait for
    int onDisk = 0;                               // some blocks may be in memory still
    for (qint64 from = 5; from + 130'000 < 20 * kBlock; from += kBlock - 10'000) {
        {
            const StuckDisk disk;
            onDisk += store.isAtHand(from, 130'000) ? 0 : 1;
        }
        QTRY_VERIFY_WITH_TIMEOUT(store.isAtHand(from, 130'000), kPatienceMs);
        const StuckDisk disk;
        QVERIFY(store.isAtHand(from, 130'000)); // the pages read last
        QVERIFY(store.read(from, 130'000) == bytesAt(from, 130'000));
    }
    QVERIFY(onDisk > 5);
    (void)store.isAtHand(2 * kBlock, 1);
    store.clear(); // also while something is fetched
}

void TestSegmentStore::whatCannotBeReadIsNotWaitedFor()
{
    const QString folder = m_dir->filePath(QStringLiteral("capture"));
    SegmentStore store({folder, 4 * kBlock, qint64{2} << 30, kBlock});
    for (int block = 0; block < 24; ++block) {
        QTRY_VERIFY_WITH_TIMEOUT(store.isQuiet(), kPatienceMs);
        appendNext(store, kBlock);
    }
    // Somebody cuts all files short.
    for (const QString& file : openFilesIn(folder)) {
        (void)::ftruncate(file.toInt(), 0); // one of a block that is being written may have gone
    }
    int gone = 0; // some blocks may be in memory still
    for (qint64 from = 0; from < 20 * kBlock; from += 2 * kBlock) {
        QTRY_VERIFY_WITH_TIMEOUT(store.isAtHand(from + kBlock - 50'000, 100'000), kPatienceMs);
        const QByteArray bytes = store.read(from + kBlock - 50'000, 100'000);
        QCOMPARE(bytes.size(), 100'000);
        gone += bytes == QByteArray(100'000, '\0') ? 1 : 0;
    }
    QVERIFY(gone > 3);
}

void TestSegmentStore::fullDisk()
{
    SegmentStore store(limits(4000, 100'000, 3000));
    appendNext(store, 4000);
    {
        const FileSizeLimit full(1000);
        appendNext(store, 4000); // 1000 of it get into the file
        QVERIFY(!store.failure().isEmpty());
        QCOMPARE(store.read(0, 9000), bytesAt(store.begin(), store.size()));
        for (int i = 0; i < 20; ++i) {
            appendNext(store, 1700);
            QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
        }
        QVERIFY(!store.failure().isEmpty());
        QVERIFY(store.size() >= 1700);
    }
    for (int i = 0; i < 5; ++i) {
        appendNext(store, 3000);
    }
    QVERIFY(store.failure().isEmpty());
    const qint64 begin = store.begin();
    appendNext(store, 50'000);
    QCOMPARE(store.begin(), begin);
    QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
}

void TestSegmentStore::fullDiskUnderABlock()
{
    // The first bytes of a second segment lie in memory that is to go there as a block.
    SegmentStore store(limits(4 * kBlock, qint64{1} << 30));
    for (int part = 0; part < 4; ++part) {
        appendNext(store, kBlock);
    }
    appendNext(store, 1000);
    QVERIFY(!store.room().empty());
    {
        // But then it is to end where it is, and the disk takes half of them.
        const FileSizeLimit full(500);
        store.setLimits(limits(1000, qint64{1} << 30));
        QVERIFY(!store.failure().isEmpty());
        checkReads(store, {4 * kBlock, 4 * kBlock + 500, 4 * kBlock + 1000}, 3);
        appendNext(store, 2000);
        checkReads(store, {4 * kBlock + 500, 4 * kBlock + 1000, 4 * kBlock + 3000}, 3);
    }
    appendNext(store, 5000);
    QVERIFY(store.failure().isEmpty());
    QCOMPARE(store.begin(), 0);
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
}

void TestSegmentStore::blockThatTheDiskRefuses()
{
    // It had been taken, so its bytes are in no file, and stay where they are.
    SegmentStore store(limits(4 * kBlock, qint64{1} << 30, 16 * kBlock));
    appendNext(store, 1000);
    {
        const FileSizeLimit full(kBlock / 2);
        appendNext(store, 3 * kBlock);
        checkReads(store, {0, kBlock / 2, kBlock, 2 * kBlock, 3 * kBlock}, 3);
        // The next one after it failed tells.
        QTRY_VERIFY_WITH_TIMEOUT((appendNext(store, kBlock), !store.failure().isEmpty()), kPatienceMs);
    }
    for (int part = 0; part < 8; ++part) {
        appendNext(store, kBlock);
    }
    QVERIFY(store.failure().isEmpty());
    QCOMPARE(store.begin(), 0);
    QVERIFY(store.read(0, store.end()) == bytesAt(0, store.end()));
}

void TestSegmentStore::fullDiskKeepsWhatFits()
{
    // Room is what the descriptors left are here. What is in files is given up only as far as needed to write the rest.
    SegmentStore store(limits(1000, 1'000'000, 3000));
    appendNext(store, 20'000);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit full = before;
    const int next = open("/dev/null", O_RDONLY);
    QVERIFY(next > 0);
    close(next);
    full.rlim_cur = static_cast<rlim_t>(next);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &full), 0);
    for (int i = 0; i < 50; ++i) {
        appendNext(store, 100 + 40 * i);
        QVERIFY(store.size() > 20'000 - 2000 || i == 0);
        QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
    }
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(store.droppedBytes() > 0);
    appendNext(store, 4000);
    QVERIFY(store.failure().isEmpty());
    QCOMPARE(store.read(0, store.end()), bytesAt(store.begin(), store.size()));
}

void TestSegmentStore::largeFilesAreGivenBackByAndBy()
{
    constexpr int files = 12;
    const QString folder = m_dir->filePath(QStringLiteral("capture"));
    SegmentStore store({folder, kBlock, qint64{2} << 30, kBlock});
    appendNext(store, files * kBlock);
    store.clear();
    appendNext(store, 100);
    QTRY_COMPARE_WITH_TIMEOUT(openFilesIn(folder).size(), 1, kPatienceMs);
    QCOMPARE(store.read(0, store.end()), bytesAt(files * kBlock, 100));

    appendNext(store, files * kBlock);
    store.setLimits({folder, kBlock, 2 * kBlock, kBlock});
    QVERIFY(store.size() <= 2 * kBlock);
    QTRY_VERIFY_WITH_TIMEOUT(openFilesIn(folder).size() <= 4, kPatienceMs);
    checkReads(store, {store.begin(), store.end()}, 3);
}

void TestSegmentStore::memoryStaysFlat_data()
{
    QTest::addColumn<qint64>("segmentBytes");
    QTest::newRow("in the usual way") << kMiB;
    QTest::newRow("in blocks") << kBlock;
    QTest::newRow("some blocks in each") << 4 * kBlock;
}

void TestSegmentStore::memoryStaysFlat()
{
    // Full segments leave no buffers behind, whether they were gathered in blocks or not. Of the blocks themselves there
    // may be all.
    QFETCH(const qint64, segmentBytes);
    SegmentStore store(limits(segmentBytes, qint64{2} << 30));
    const QByteArray piece = bytesAt(0, 64 << 10);
    const auto appendBytes = [&](qint64 count) {
        for (const qint64 end = store.end() + count; store.end() < end;) {
            (void)store.append(piece);
        }
    };
    appendBytes(2 * kBlock);
    const qint64 before = heapBytes();
    appendBytes(700 * kMiB);
    QCOMPARE(store.size(), 2 * kBlock + 700 * kMiB);
    QVERIFY(heapBytes() - before < 12 * kMiB + BlockWriter::kBlocks * kBlock);
}

void TestSegmentStore::offsetsPastFourGibibytes()
{
    SegmentStore store(limits(16 * kMiB, 64 * kMiB));
    const qint64 past = (qint64{4} << 30) + 5 * kMiB;
    const QByteArray piece = bytesAt(0, 1 << 20);
    while (store.end() < past) {
        (void)store.append(piece);
    }
    QVERIFY(store.size() <= 64 * kMiB);
    const qint64 place = qint64{4} << 30;
    QVERIFY(store.begin() < place - kMiB);
    QCOMPARE(store.read(place - 10, 20), piece.last(10) + piece.first(10));
    QCOMPARE(store.read(past - 5, 10), piece.last(5));
    QCOMPARE(store.droppedBytes() + store.size(), past);
    appendNext(store, 100);
    QCOMPARE(store.read(past, 100), bytesAt(past, 100));
}

QTEST_GUILESS_MAIN(TestSegmentStore)
#include "tst_segmentstore.moc"
