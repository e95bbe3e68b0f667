// SPDX-License-Identifier: MIT
#include "app/session/Recording.h"
#include "tests/unit/FileContent.h"
#include "tests/unit/FileSizeLimit.h"
#include "tests/unit/OpenFiles.h"
#include "tests/unit/Patience.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <future>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace netassist;
using netassist::test::FileSizeLimit;
using netassist::test::kPatienceMs;
using netassist::test::load;
using netassist::test::openFilesIn;
using netassist::test::store;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;

} // namespace

class TestRecording final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<Recording> m_recording;
    PeerId m_a = kNoPeer;
    PeerId m_b = kNoPeer;
    QList<Note> m_notes;
    int m_finished = 0;

    [[nodiscard]] QString path(const char* name = "saved.bin") const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }

    void make(RecordingKind kind = RecordingKind::Received, RecordingFile::Start start = RecordingFile::Start::Append,
              const QString& to = {}, const ViewSettings& settings = {})
    {
        m_recording =
            std::make_unique<Recording>(*m_capture, RecordingTarget{to.isEmpty() ? path() : to, kind, start}, settings);
        connect(m_recording.get(), &Recording::noted, this, [this](const Note& note) {
            m_notes.append(note);
            (void)m_capture->appendNote(note); // as a session does
        });
        connect(m_recording.get(), &Recording::finished, this, [this] { ++m_finished; });
    }
    void receive(PeerId peer, QByteArrayView bytes) { (void)m_capture->append(RecordKind::Received, peer, bytes); }
    [[nodiscard]] QList<NoteKind> kinds() const
    {
        QList<NoteKind> kinds;
        for (const Note& note : m_notes)
            kinds.append(note.kind);
        return kinds;
    }

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        StoreLimits limits;
        limits.folder = m_folder->filePath(QStringLiteral("store"));
        limits.segmentBytes = kMiB;
        limits.limitBytes = 8 * kMiB;
        m_capture = std::make_unique<Capture>(limits);
        m_a = m_capture->addPeer(QStringLiteral("127.0.0.1:1001"));
        m_b = m_capture->addPeer(QStringLiteral("[::1]:1002"));
        m_notes.clear();
        m_finished = 0;
    }
    void cleanup() { m_recording.reset(); }

    void receivedBytesFromNowOn()
    {
        receive(m_a, "before");
        make();
        m_recording->start();
        QVERIFY(QFileInfo::exists(path()));
        receive(m_a, "one");
        (void)m_capture->append(RecordKind::Sent, m_a, "sent");
        receive(m_b, QByteArray("\0\r\n", 3));
        QTRY_COMPARE_WITH_TIMEOUT(load(path()), QByteArray("one\0\r\n", 6), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_recording->size(), 6, kPatienceMs);
        receive(m_a, "two");
        m_recording->stop();
        receive(m_a, "too late");
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(load(path()), QByteArray("one\0\r\ntwo", 9));
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::SavingStarted, {path()}},
                                       {NoteKind::SavingStopped, {path(), QStringLiteral("9")}}}));
    }

    void appendsOrBeginsAnew_data()
    {
        QTest::addColumn<RecordingFile::Start>("start");
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("append") << RecordingFile::Start::Append << QByteArray("before,after");
        QTest::newRow("new") << RecordingFile::Start::New << QByteArray(",after");
    }
    void appendsOrBeginsAnew()
    {
        QFETCH(const RecordingFile::Start, start);
        QFETCH(const QByteArray, whole);
        store(path(), "before");
        make(RecordingKind::Received, start);
        m_recording->start();
        receive(m_a, ",after");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(load(path()), whole);
        QCOMPARE(m_recording->size(), whole.size());
    }

    void aFileForEachPeer()
    {
        store(path("saved-127.0.0.1-1001.bin"), "old");
        make(RecordingKind::ReceivedPerPeer, RecordingFile::Start::New);
        m_recording->start();
        QVERIFY(!QFileInfo::exists(path()));
        receive(m_a, "a1");
        receive(m_b, "b1");
        receive(m_a, "a2");
        QTRY_COMPARE_WITH_TIMEOUT(load(path("saved-127.0.0.1-1001.bin")), QByteArray("a1a2"), kPatienceMs);
        receive(m_b, "b2");
        receive(m_a, "a3");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(load(path("saved-127.0.0.1-1001.bin")), QByteArray("a1a2a3"));
        QCOMPARE(load(path("saved-__1-1002.bin")), QByteArray("b1b2"));
        QCOMPARE(m_recording->size(), 10);
    }

    void morePeersThanFilesMayBeOpen()
    {
        make(RecordingKind::ReceivedPerPeer, RecordingFile::Start::New);
        m_recording->start();
        constexpr int count = 3 * static_cast<int>(Recording::kOpenFiles);
        QList<PeerId> peers;
        for (int i = 0; i < count; ++i)
            peers.append(m_capture->addPeer(QStringLiteral("10.0.0.1:%1").arg(i)));
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < count; ++i)
                receive(peers.at(i), QByteArray::number(i) + ';');
            QTest::qWait(2 * Recording::kGatherMs);
        }
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        for (int i = 0; i < count; ++i)
            QCOMPARE(load(m_folder->filePath(QStringLiteral("saved-10.0.0.1-%1.bin").arg(i))),
                     (QByteArray::number(i) + ';').repeated(3));
    }

    void theLogAsShownAlsoWhatIsHidden()
    {
        ViewSettings settings;
        settings.hideReceived = true;
        make(RecordingKind::Log, RecordingFile::Start::New, path("log.txt"), settings);
        m_recording->start();
        receive(m_a, "你好");
        (void)m_capture->append(RecordKind::Sent, m_a, "answer");
        QTRY_VERIFY_WITH_TIMEOUT(load(path("log.txt")).endsWith(">>>\nanswer\n"), kPatienceMs);
        settings.hex = true;
        m_recording->setViewSettings(settings);
        receive(m_a, "AB");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        const QList<QByteArray> lines = load(path("log.txt")).split('\n');
        QCOMPARE(lines.size(), 8);
        QVERIFY(lines.at(0).endsWith("# Saving to file " + path("log.txt").toUtf8()));
        QVERIFY(lines.at(1).endsWith("# RECV UTF-8/6 from 127.0.0.1:1001 <<<"));
        QCOMPARE(lines.at(2), QByteArray("你好"));
        QVERIFY(lines.at(5).endsWith("# RECV HEX/2 from 127.0.0.1:1001 <<<"));
        QCOMPARE(lines.at(6), QByteArray("41 42"));
    }

    void clearedLogIsSavedBefore()
    {
        make();
        m_recording->start();
        receive(m_a, "just before");
        m_capture->clear();
        receive(m_a, ", and after");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(load(path()), QByteArray("just before, and after"));
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::SavingStarted, NoteKind::SavingStopped}));
    }

    void whatTheCaptureDropsFirstIsTold()
    {
        make();
        m_recording->start();
        const QByteArray block(kMiB, 'x');
        for (int i = 0; i < 20; ++i) // no chance to write meanwhile, and 8 MiB are kept
            receive(m_a, block);
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.size(), 3);
        QCOMPARE(m_notes.at(1).kind, NoteKind::SavingGap);
        const qint64 gap = m_notes.at(1).details.at(1).toLongLong();
        QVERIFY(gap >= 12 * kMiB);
        QCOMPARE(gap + QFileInfo(path()).size(), 20 * kMiB);
    }

    /// Whatever else stands in the log, and however far a long record had been written.
    void whatIsLostIsToldToTheByte_data()
    {
        QTest::addColumn<RecordingKind>("kind");
        QTest::newRow("received") << RecordingKind::Received;
        QTest::newRow("log") << RecordingKind::Log;
    }
    void whatIsLostIsToldToTheByte()
    {
        QFETCH(const RecordingKind, kind);
        ViewSettings settings;
        settings.logMode = false;
        receive(m_a, QByteArray(kMiB, 'x')); // before it begins
        make(kind, RecordingFile::Start::New, {}, settings);
        m_recording->start();
        qint64 expected = 0;
        for (int i = 0; i < 24; ++i) {
            const QByteArray block(kMiB / 2 + i, 'x');
            receive(i % 2 == 0 ? m_a : m_b, block);
            (void)m_capture->append(RecordKind::Sent, m_a, block);
            (void)m_capture->appendNote({NoteKind::FileSaved, {QStringLiteral("name")}});
            expected += kind == RecordingKind::Log ? 2 * block.size() : block.size();
            if (i % 10 == 0) // it has some time, and stops somewhere in the middle
                QTest::qWait(Recording::kGatherMs + 2);
        }
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        qint64 gap = 0;
        for (const Note& note : std::as_const(m_notes))
            gap += note.kind == NoteKind::SavingGap ? note.details.at(1).toLongLong() : 0;
        QVERIFY(gap > 0);
        QCOMPARE(gap + load(path()).count('x'), expected);
    }

    void whatIsLostWhenTheLogIsClearedIsTold()
    {
        make();
        m_recording->start();
        const QByteArray block(kMiB, 'x');
        for (int i = 0; i < 12; ++i)
            receive(m_a, block);
        m_capture->clear();
        receive(m_a, "behind");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        qint64 gap = 0;
        for (const Note& note : std::as_const(m_notes))
            gap += note.kind == NoteKind::SavingGap ? note.details.at(1).toLongLong() : 0;
        QVERIFY(gap >= 4 * kMiB);
        QCOMPARE(gap + QFileInfo(path()).size(), 12 * kMiB + 6);
    }

    void muchAtOnceGoesInSlices()
    {
        make();
        m_recording->start();
        QByteArray all;
        for (int i = 0; i < 7; ++i) {
            const QByteArray block(kMiB, static_cast<char>('a' + i));
            receive(m_a, block);
            all += block;
        }
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QVERIFY(load(path()) == all);
    }

    void leavingWritesWhatThereIs()
    {
        make();
        m_recording->start();
        receive(m_a, "last words");
        m_recording.reset();
        QTRY_COMPARE_WITH_TIMEOUT(load(path()), QByteArray("last words"), kPatienceMs); // the disk may be at it still
    }

    void aDiskThatTakesNothing()
    {
        // A pipe whose reader has stopped is one.
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        const int reader = ::open(QFile::encodeName(path("pipe")).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        make(RecordingKind::Received, RecordingFile::Start::New, path("pipe"));
        m_recording->start();
        // Opened so that it does not wait it would fail at once.
        const QStringList writers = openFilesIn(path("pipe"));
        QCOMPARE(writers.size(), 2);
        for (const QString& writer : writers)
            (void)::fcntl(writer.toInt(), F_SETFL, ::fcntl(writer.toInt(), F_GETFL) & ~O_NONBLOCK);
        const QByteArray all = QByteArray(6 * kMiB, 'x') + "end";
        for (qsizetype from = 0; from < all.size(); from += kMiB)
            receive(m_a, QByteArrayView(all).sliced(from, std::min<qsizetype>(kMiB, all.size() - from)));
        m_recording->stop();
        QTest::qWait(4 * Recording::kGatherMs);
        QCOMPARE(m_finished, 0); // and the window would still be there
        QByteArray got;
        QByteArray buffer(1 << 16, Qt::Uninitialized);
        const std::future<void> drain = std::async(std::launch::async, [&] {
            for (ssize_t count = 1; count > 0 && got.size() < all.size();) {
                count = ::read(reader, buffer.data(), static_cast<std::size_t>(buffer.size()));
                got.append(buffer.constData(), std::max<ssize_t>(count, 0));
            }
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        drain.wait();
        ::close(reader);
        QVERIFY(got == all);
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::SavingStarted, NoteKind::SavingStopped}));
    }

    void leavingDoesNotWaitForADiskThatTakesNothing()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        const int reader = ::open(QFile::encodeName(path("pipe")).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        make(RecordingKind::Received, RecordingFile::Start::New, path("pipe"));
        m_recording->start();
        for (const QString& end : openFilesIn(path("pipe")))
            (void)::fcntl(end.toInt(), F_SETFL, ::fcntl(end.toInt(), F_GETFL) & ~O_NONBLOCK);
        receive(m_a, QByteArray(2 * kMiB, 'x'));
        QTest::qWait(2 * Recording::kGatherMs);
        m_recording->stopNow();
        QCOMPARE(m_finished, 1);
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::SavingStarted, NoteKind::SavingGap, NoteKind::SavingStopped}));
        m_recording.reset();
        QCOMPARE(openFilesIn(path("pipe")).size(), 2); // the thread is at it still
        ::close(reader);                               // which ends its write
        QTRY_COMPARE_WITH_TIMEOUT(openFilesIn(path("pipe")).size(), 0, kPatienceMs);
    }

    void past4GiB()
    {
        constexpr qint64 size = (qint64{1} << 32) + 5;
        QFile sparse(path());
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(size));
        sparse.close();
        make();
        m_recording->start();
        QCOMPARE(m_recording->size(), size);
        receive(m_a, "behind");
        m_recording->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_recording->size(), size + 6);
        QCOMPARE(QFileInfo(path()).size(), size + 6);
        QVERIFY(sparse.open(QIODevice::ReadOnly) && sparse.seek(size - 1));
        QCOMPARE(sparse.readAll(), QByteArray("\0behind", 7));
    }

    void whatCannotBeOpened_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("words");
        QTest::newRow("no folder") << "no/such/folder/x"
                                   << "No such file or directory";
        QTest::newRow("folder") << "."
                                << "Is a directory";
        QTest::newRow("pipe that nobody reads") << "pipe"
                                                << "No such device or address";
    }
    void whatCannotBeOpened()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, words);
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        make(RecordingKind::Received, RecordingFile::Start::Append, m_folder->filePath(to));
        m_recording->start();
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_notes.size(), 1);
        QCOMPARE(m_notes.constFirst().kind, NoteKind::SavingFailed);
        QCOMPARE(m_notes.constFirst().details.at(1), words);
        m_recording->stop();
        QCOMPARE(m_finished, 1);
    }

    void fullDisk()
    {
        if (!QFileInfo::exists(QStringLiteral("/dev/full")))
            return; // only Linux has one
        make(RecordingKind::Received, RecordingFile::Start::Append, QStringLiteral("/dev/full"));
        m_recording->start();
        QCOMPARE(m_finished, 0);
        receive(m_a, "x");
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.constLast(),
                 (Note{NoteKind::SavingFailed,
                       {QStringLiteral("/dev/full"), QStringLiteral("No space left on device"), QStringLiteral("0")}}));
        receive(m_a, "goes on"); // nothing else suffers
        QCOMPARE(m_finished, 1);
    }

    void diskThatTakesOnlyAPart()
    {
        make();
        m_recording->start();
        receive(m_a, QByteArray(kMiB / 2, 'a'));
        QTRY_COMPARE_WITH_TIMEOUT(m_recording->size(), kMiB / 2, kPatienceMs);
        const FileSizeLimit small(kMiB / 2 + 1000);
        receive(m_a, QByteArray(100'000, 'b'));
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.constLast(),
                 (Note{NoteKind::SavingFailed,
                       {path(), QStringLiteral("File too large"), QString::number(kMiB / 2 + 1000)}}));
        QCOMPARE(QFileInfo(path()).size(), kMiB / 2 + 1000);
    }

    void removedFileIsTold()
    {
        make();
        m_recording->start();
        receive(m_a, "abc");
        QTRY_COMPARE_WITH_TIMEOUT(m_recording->size(), 3, kPatienceMs);
        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::SavingGone, {path(), QStringLiteral("3")}}));
    }

    void removedFolderIsTold()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
        make(RecordingKind::Log, RecordingFile::Start::New, path("sub/log.txt"));
        m_recording->start();
        QVERIFY(QDir(path("sub")).removeRecursively());
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.constLast().kind, NoteKind::SavingGone);
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
