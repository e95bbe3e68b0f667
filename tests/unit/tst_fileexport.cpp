// SPDX-License-Identifier: MIT
#include "app/capture/Capture.h"
#include "app/session/FileExport.h"
#include "app/session/ReceivedBytes.h"
#include "tests/unit/FileContent.h"
#include "tests/unit/Patience.h"
#include "tests/unit/StuckDisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::load;
using netassist::test::store;

namespace {

/// Never ends by itself.
class Endless final : public ExportSource {
public:
    QByteArray next() override { return QByteArray(65536, 'x'); }
    bool atEnd() const override { return false; }
    double progress() const override { return 0.5; }
    RecordId leftOut() const override { return 0; }
};

/// Some of nothing but zeros.
class Zeros final : public ExportSource {
public:
    explicit Zeros(qint64 bytes) : m_bytes(bytes) {}
    QByteArray next() override
    {
        const QByteArray piece(std::min<qint64>(65536, m_bytes - m_given), '\0');
        m_given += piece.size();
        return piece;
    }
    bool atEnd() const override { return m_given == m_bytes; }
    double progress() const override { return static_cast<double>(m_given) / static_cast<double>(m_bytes); }
    RecordId leftOut() const override { return 0; }

private:
    qint64 m_bytes;
    qint64 m_given = 0;
};

} // namespace

class TestFileExport final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] StoreLimits limits() const
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        return limits;
    }

    /// Once all is written and on its way to the disk.
    void onceWritten(FileExport& job, const std::function<void()>& act)
    {
        connect(&job, &FileExport::progressed, this, [this, act](int percent) {
            if (percent == 100)
                QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
        });
    }

    /// Whose names begin as this one's does.
    [[nodiscard]] qsizetype filesBeside(const QString& path) const
    {
        const QString name = QFileInfo(path).fileName();
        return QDir(m_folder.path()).entryList({name + QStringLiteral(".*")}, QDir::Files).size();
    }

private Q_SLOTS:
    void writesReceivedBytesOnly()
    {
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:9"));
        QByteArray expected;
        for (int i = 0; i < 5000; ++i) {
            const QByteArray bytes(i % 700, static_cast<char>(i));
            capture.append(RecordKind::Received, peer, bytes);
            capture.append(RecordKind::Sent, peer, "sent");
            expected += bytes;
        }
        const QString path = m_folder.filePath(QStringLiteral("received.bin"));
        FileExport job(path, std::make_unique<ReceivedBytes>(capture));
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        capture.append(RecordKind::Received, peer, "too late");
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), true);
        QCOMPARE(load(path), expected);
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
    }

    void piecesNeverLoseARecordsEnd_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 65535, 65536, 65537, 131072, 200000})
            QTest::newRow(QByteArray::number(length).constData()) << length;
    }

    void piecesNeverLoseARecordsEnd()
    {
        QFETCH(const int, length);
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:9"));
        const QByteArray bytes(length, 'b');
        capture.append(RecordKind::Received, peer, "a");
        capture.append(RecordKind::Received, peer, bytes);
        capture.append(RecordKind::Received, peer, "c");
        ReceivedBytes source(capture);
        QByteArray all;
        while (!source.atEnd()) {
            const QByteArray piece = source.next();
            QVERIFY(piece.size() <= 65536);
            all += piece;
        }
        QCOMPARE(all, "a" + bytes + "c");
        QCOMPARE(source.progress(), 1.0);
    }

    void whatIsDroppedMeanwhileIsCounted()
    {
        constexpr int records = 200;
        StoreLimits less = limits();
        less.segmentBytes = 1'000'000;
        Capture capture(less);
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:9"));
        const QByteArray bytes(50'000, 'r');
        for (int i = 0; i < records; ++i)
            capture.append(RecordKind::Received, peer, bytes);
        const QString path = m_folder.filePath(QStringLiteral("gap.bin"));
        FileExport job(path, std::make_unique<ReceivedBytes>(capture));
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        capture.clear();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(job.leftOut(), RecordId{records});
        QCOMPARE(load(path), QByteArray());

        for (int i = 0; i < records; ++i)
            capture.append(RecordKind::Received, peer, bytes);
        ReceivedBytes source(capture);
        QByteArray all = source.next();
        less.limitBytes = 4'000'000;
        capture.setLimits(less);
        const RecordId dropped = capture.begin() - records;
        QVERIFY(dropped > 2 && dropped < records);
        while (!source.atEnd())
            all += source.next();
        // The second record was read in part.
        QCOMPARE(all.size(), 65536 + (records - dropped) * bytes.size());
        QCOMPARE(source.leftOut(), dropped - 1);
    }

    void emptyCaptureGivesAnEmptyFile()
    {
        const Capture capture(limits());
        const QString path = m_folder.filePath(QStringLiteral("empty.bin"));
        FileExport job(path, std::make_unique<ReceivedBytes>(capture));
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(load(path), QByteArray());
    }

    void cancelledLeavesWhatWasThere()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.bin"));
        store(path, "before");
        FileExport job(path, std::make_unique<Endless>());
        QSignalSpy finished(&job, &FileExport::finished);
        QSignalSpy progressed(&job, &FileExport::progressed);
        job.start();
        QVERIFY(progressed.wait(kPatienceMs));
        QCOMPARE(progressed.at(0).at(0).toInt(), 50);
        job.cancel();
        job.cancel();
        QVERIFY(finished.wait(kPatienceMs));
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).toBool(), false);
        QCOMPARE(load(path), QByteArray("before"));
        QCOMPARE(filesBeside(path), 0);
    }

    void cancelledBeforeItsFirstTurn()
    {
        FileExport job(m_folder.filePath(QStringLiteral("never.bin")), std::make_unique<Endless>());
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        job.cancel();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), false);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("never.bin"))));
    }

    void aDiskThatTakesNothingKeepsNobodyWaiting()
    {
        const QString path = m_folder.filePath(QStringLiteral("stuck.bin"));
        store(path, "before");
        test::StuckDisk disk;
        FileExport job(path, std::make_unique<Endless>());
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(test::StuckDisk::waiting(), 1, kPatienceMs);
        job.cancel();
        QTest::qWait(50);
        QCOMPARE(finished.size(), 0); // it cannot be told yet what will become of it
        disk.release();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), false);
        QCOMPARE(load(path), QByteArray("before"));
    }

    void moreThanMayWaitForTheDiskIsWrittenWhole()
    {
        const QString path = m_folder.filePath(QStringLiteral("large.bin"));
        constexpr qint64 bytes = (qint64{100} << 20) + 1;
        FileExport job(path, std::make_unique<Zeros>(bytes));
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), true);
        QCOMPARE(QFileInfo(path).size(), bytes);
        QVERIFY(QFile::remove(path));
    }

    void cancelledOnItsWayToTheDiskLeavesWhatWasThere()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.bin"));
        store(path, "before");
        test::StuckDisk disk;
        FileExport job(path, std::make_unique<Zeros>(qint64{4} << 20));
        QSignalSpy finished(&job, &FileExport::finished);
        QSignalSpy progressed(&job, &FileExport::progressed);
        job.start();
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() && progressed.last().first().toInt() == 100, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(test::StuckDisk::waiting(), 1, kPatienceMs);
        job.cancel();
        QTest::qWait(50);
        QCOMPARE(finished.size(), 0);
        disk.release();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), false);
        QTest::qWait(50);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(load(path), QByteArray("before"));
        QCOMPARE(filesBeside(path), 0);
    }

    void leavingWaitsForWhatIsGivenUp()
    {
        const QString path = m_folder.filePath(QStringLiteral("left.bin"));
        store(path, "before");
        test::StuckDisk disk;
        std::jthread later;
        {
            FileExport job(path, std::make_unique<Endless>());
            job.start();
            QTRY_COMPARE_WITH_TIMEOUT(test::StuckDisk::waiting(), 1, kPatienceMs);
            later = std::jthread([&disk] {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                disk.release();
            });
        }
        QCOMPARE(load(path), QByteArray("before"));
        QCOMPARE(filesBeside(path), 0);
    }

    void cancelledBeforeItsStart()
    {
        FileExport job(m_folder.filePath(QStringLiteral("late.bin")), std::make_unique<Zeros>(100));
        QSignalSpy finished(&job, &FileExport::finished);
        job.cancel();
        job.start();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), true);
    }

    void whatIsWrittenNeedsItsSourceNoMore()
    {
        const QString path = m_folder.filePath(QStringLiteral("cleared.bin"));
        FileExport job(path, std::make_unique<Zeros>(qint64{4} << 20));
        QSignalSpy finished(&job, &FileExport::finished);
        onceWritten(job, [&job] { job.cancelUnlessWritten(); });
        job.start();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.at(0).at(0).toBool(), true);
        QCOMPARE(QFileInfo(path).size(), qint64{4} << 20);
    }

    void leavingSavesWhatIsWritten()
    {
        const QString path = m_folder.filePath(QStringLiteral("left.bin"));
        store(path, "before");
        auto job = std::make_unique<FileExport>(path, std::make_unique<Zeros>(qint64{4} << 20));
        onceWritten(*job, [&job] { job.reset(); });
        job->start();
        QTRY_VERIFY_WITH_TIMEOUT(job == nullptr, kPatienceMs);
        QCOMPARE(QFileInfo(path).size(), qint64{4} << 20);
        job = std::make_unique<FileExport>(path, std::make_unique<Endless>());
        job->start();
        QTest::qWait(20);
        job.reset();
        QCOMPARE(QFileInfo(path).size(), qint64{4} << 20); // as it was
    }

    void whatCannotBeWrittenIsToldOnce()
    {
        FileExport job(m_folder.filePath(QStringLiteral("no/such/folder")), std::make_unique<Endless>());
        QSignalSpy failed(&job, &FileExport::failed);
        QSignalSpy finished(&job, &FileExport::finished);
        job.start();
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Note>().kind, NoteKind::FileWriteFailed);
        QCOMPARE(finished.at(0).at(0).toBool(), false);
    }
};

QTEST_GUILESS_MAIN(TestFileExport)
#include "tst_fileexport.moc"
