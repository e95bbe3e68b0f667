// SPDX-License-Identifier: MIT
#include "app/base/WholeFile.h"
#include "tests/unit/FileContent.h"
#include "tests/unit/FileSizeLimit.h"
#include "tests/unit/Patience.h"
#include "tests/unit/StuckDisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::load;
using netassist::test::store;

class TestWholeFile final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a"));
        store(m_path, "before");
    }

    void takesThePlaceOfWhatWasThere()
    {
        DiskThread thread;
        WholeFile file(thread, m_path);
        file.write("one, ");
        file.write({});
        file.write("two");
        QVERIFY(!file.wait(QDeadlineTimer(20)));
        QCOMPARE(load(m_path), QByteArray("before"));
        file.commit();
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(file.progress().isSaved);
        QCOMPARE(file.progress().waiting, 0);
        QCOMPARE(file.progress().error, QString());
        QCOMPARE(load(m_path), QByteArray("one, two"));
        file.cancel(); // too late
        QVERIFY(file.progress().isSaved);
        QCOMPARE(files(), QStringList(QStringLiteral("a")));
    }

    void othersMayReadItOnlyIfUsual()
    {
        DiskThread thread;
        for (const WholeFile::Access access : {WholeFile::Access::Usual, WholeFile::Access::Private}) {
            QVERIFY(QFile::setPermissions(m_path,
                                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup));
            WholeFile file(thread, m_path, access);
            file.commit();
            QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
            QCOMPARE(QFile::permissions(m_path).testFlag(QFileDevice::ReadGroup), access == WholeFile::Access::Usual);
            QVERIFY(QFile::permissions(m_path).testFlag(QFileDevice::WriteOwner));
        }
    }

    void givenUpLeavesWhatWasThereAndNothingElse()
    {
        DiskThread thread;
        WholeFile file(thread, m_path);
        file.write(QByteArray(100'000, 'x'));
        file.cancel();
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(!file.progress().isSaved);
        QCOMPARE(file.progress().error, QString());
        file.commit();
        {
            WholeFile other(thread, m_path); // goes without a commit
            other.write("x");
        }
        WholeFile last(thread, m_path);
        last.cancel();
        QVERIFY(last.wait(QDeadlineTimer(kPatienceMs))); // it comes behind the others
        QCOMPARE(load(m_path), QByteArray("before"));
        QCOMPARE(files(), QStringList(QStringLiteral("a")));
    }

    void oneAfterTheOther()
    {
        DiskThread thread;
        for (const char* content : {"1", "2", "3"}) {
            WholeFile file(thread, m_path);
            file.write(content);
            file.commit();
        }
        WholeFile last(thread, m_path);
        last.write("4");
        last.commit();
        QVERIFY(last.wait(QDeadlineTimer(kPatienceMs)));
        QCOMPARE(load(m_path), QByteArray("4"));
        QCOMPARE(files(), QStringList(QStringLiteral("a")));
    }

    void aStuckDiskIsNotWaitedFor()
    {
        test::StuckDisk disk;
        DiskThread thread;
        WholeFile file(thread, m_path);
        file.write("after");
        file.commit();
        QVERIFY(!file.wait(QDeadlineTimer(50)));
        QCOMPARE(load(m_path), QByteArray("before"));
        disk.release();
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(file.progress().isSaved);
        QCOMPARE(load(m_path), QByteArray("after"));
    }

    void givenUpOnItsWayToTheDisk()
    {
        test::StuckDisk disk;
        DiskThread thread;
        WholeFile file(thread, m_path);
        file.write("after");
        file.commit();
        QTRY_COMPARE_WITH_TIMEOUT(test::StuckDisk::waiting(), 1, kPatienceMs);
        file.cancel();
        QVERIFY(!file.wait(QDeadlineTimer(50)));
        disk.release();
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(!file.progress().isSaved);
        QCOMPARE(load(m_path), QByteArray("before"));
        QCOMPARE(files(), QStringList(QStringLiteral("a")));
    }

    void whatCannotBeOpenedIsTold()
    {
        DiskThread thread;
        WholeFile file(thread, m_folder->filePath(QStringLiteral("no/such")));
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(!file.progress().isSaved);
        QVERIFY2(file.progress().error.startsWith(QLatin1String("No such file")), qPrintable(file.progress().error));
        file.write("x");
        file.commit();
        WholeFile folder(thread, m_folder->path());
        QVERIFY(folder.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(!folder.progress().error.isEmpty());
        QCOMPARE(file.progress().waiting, 0);
        QVERIFY(!file.progress().isSaved);
    }

    void whatTheDiskDoesNotTakeIsTold_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("from Qt's buffer") << 1000;
        QTest::newRow("at once") << 60'000;
    }
    void whatTheDiskDoesNotTakeIsTold()
    {
        QFETCH(const int, piece);
        const test::FileSizeLimit limit(100'000);
        DiskThread thread;
        WholeFile file(thread, m_path);
        for (int bytes = 0; bytes <= 100'000; bytes += piece)
            file.write(QByteArray(piece, 'x'));
        file.commit();
        QVERIFY(file.wait(QDeadlineTimer(kPatienceMs)));
        QVERIFY(!file.progress().isSaved);
        QCOMPARE(file.progress().error, QStringLiteral("File too large"));
        QCOMPARE(load(m_path), QByteArray("before"));
        QCOMPARE(files(), QStringList(QStringLiteral("a")));
    }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
