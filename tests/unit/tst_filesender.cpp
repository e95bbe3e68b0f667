// SPDX-License-Identifier: MIT
#include "app/session/FileSender.h"
#include "app/session/Sender.h"
#include "app/session/Session.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/StuckDisk.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;

/// Keeps what is written until the test says that the system takes it.
class FakeTransport final : public Transport {
public:
    using Transport::Transport;

    void open() override {}
    void close() override {}
    void write(ConnectionId connection, const QByteArray& bytes) override
    {
        pieces[connection].append(QByteArray(bytes.constData(), bytes.size())); // it may be raw data
        asTheyCame[connection].append(bytes);
        waiting[connection] += bytes.size();
    }
    [[nodiscard]] qint64 unwritten(ConnectionId connection) const override { return waiting.value(connection); }
    void disconnectFrom(ConnectionId /*connection*/) override {}
    void setSendPending(ConnectionId connection, bool isPending) override { pending[connection] = isPending; }

    [[nodiscard]] qsizetype datagramLimit(ConnectionId /*connection*/) const override { return limit; }

    [[nodiscard]] QByteArray got(ConnectionId connection) const { return pieces.value(connection).join(); }

    QHash<ConnectionId, QByteArrayList> pieces;
    QHash<ConnectionId, QByteArrayList> asTheyCame; ///< shared with others, or raw data that is there no more
    QHash<ConnectionId, qint64> waiting;
    QHash<ConnectionId, bool> pending;
    qsizetype limit = 0; ///< of a datagram
};

} // namespace

class TestFileSender final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<FileSender> m_files;
    QList<Note> m_notes;
    int m_finished = 0;

    void addPeer(ConnectionId connection)
    {
        m_sender->addPeer(*m_transport, connection, m_capture->addPeer(QStringLiteral("peer %1").arg(connection)));
    }

    /// The system takes bytes of a connection.
    void take(ConnectionId connection, qint64 bytes)
    {
        m_transport->waiting[connection] -= bytes;
        m_sender->onWritten(connection, bytes);
    }
    /// What is much is handed over in turns.
    void takeAll(ConnectionId connection)
    {
        for (; m_sender->waitingBytes(connection) > 0; QCoreApplication::processEvents())
            take(connection, m_transport->waiting.value(connection));
    }

    [[nodiscard]] QString file(const QByteArray& content) const
    {
        const QString path = m_folder.filePath(QStringLiteral("data.bin"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    [[nodiscard]] QByteArray recorded(QStringView label) const
    {
        QByteArray all;
        for (RecordId id = m_capture->begin(); id < m_capture->end(); ++id) {
            const Record record = m_capture->record(id);
            if (record.kind == RecordKind::Sent && m_capture->peerLabel(record.peer) == label)
                all += m_capture->bytes(id);
        }
        return all;
    }

    [[nodiscard]] QList<NoteKind> kinds() const
    {
        QList<NoteKind> kinds;
        for (const Note& note : m_notes)
            kinds.append(note.kind);
        return kinds;
    }

private Q_SLOTS:
    void init()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        m_capture = std::make_unique<Capture>(limits);
        m_transport = std::make_unique<FakeTransport>();
        m_sender = std::make_unique<Sender>(*m_capture);
        m_files = std::make_unique<FileSender>(*m_sender);
        m_notes.clear();
        m_finished = 0;
        connect(m_sender.get(), &Sender::refused, this, [this](const Note& note) { m_notes.append(note); });
        connect(m_files.get(), &FileSender::noted, this, [this](const Note& note) { m_notes.append(note); });
        connect(m_files.get(), &FileSender::finished, this, [this] { ++m_finished; });
    }

    void cleanup()
    {
        m_files.reset();
        m_sender.reset();
    }

    void streamsBelowTheHighWaterMark_data()
    {
        QTest::addColumn<qint64>("blockBytes");
        QTest::addColumn<qint64>("mark"); // so many bytes wait and no block more
        QTest::newRow("in place") << qint64{0} << FileSender::kPieceBytes;
        QTest::newRow("in blocks") << qint64{1 << 16} << kMiB;
    }
    void streamsBelowTheHighWaterMark()
    {
        QFETCH(const qint64, blockBytes);
        QFETCH(const qint64, mark);
        addPeer(1);
        // Ends of the store's blocks come in the middle of pieces.
        const QByteArray content = randomBytes(3 * BlockWriter::kBlockBytes + 17, 1);
        (void)m_capture->append(RecordKind::Sent, m_capture->addPeer(QStringLiteral("another")), randomBytes(4321, 2));
        const QString path = file(content);
        FilePacing pacing;
        pacing.blockBytes = blockBytes;
        m_files->send(path, 1, pacing);
        QVERIFY(m_files->isRunning());
        QVERIFY(m_transport->pending.value(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), mark, kPatienceMs);
        QCOMPARE(m_sender->waitingBytes(1), mark);
        while (m_transport->got(1).size() < content.size() || m_transport->waiting.value(1) > 0) {
            QTRY_VERIFY_WITH_TIMEOUT(m_transport->waiting.value(1) > 0, kPatienceMs);
            const qint64 step = qMin<qint64>(300'000, m_transport->waiting.value(1));
            take(1, step);
            QVERIFY(m_transport->waiting.value(1) < mark + qMax<qint64>(1, blockBytes));
        }
        QVERIFY(m_transport->got(1) == content);
        QTRY_VERIFY_WITH_TIMEOUT(!m_transport->pending.value(1), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QVERIFY(!m_files->isRunning());
        QVERIFY(recorded(u"peer 1") == content);
        const QString bytes = QString::number(content.size());
        QCOMPARE(m_notes, (QList<Note>{{NoteKind::FileSendStarted, {path, bytes, QStringLiteral("peer 1")}},
                                       {NoteKind::FileSent, {path, bytes, QStringLiteral("peer 1")}}}));
        QCOMPARE(m_sender->waitingBytes(), 0);
    }

    void whatIsSentMeanwhileComesBehindTheFile()
    {
        addPeer(1);
        const QByteArray content = randomBytes(3 * kMiB, 2);
        m_sender->send("before", 1);
        m_files->send(file(content), 1, {});
        m_sender->send("behind", 1);
        m_sender->sendToAll("all");
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), m_finished == 1), kPatienceMs);
        QVERIFY(m_transport->got(1) == "before" + content + "behindall");
    }

    void finishedOnlyWhenTheSystemHasTakenIt()
    {
        addPeer(1);
        m_sender->send("before", 1);
        FilePacing pacing;
        pacing.blockBytes = 5; // as it is, it would wait until the other is gone
        m_files->send(file("12345"), 1, pacing);
        m_sender->send("behind", 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1), QByteArray("before12345behind"), kPatienceMs);
        take(1, 6);
        QCOMPARE(m_files->progress().bytes, 0);
        take(1, 4);
        QCOMPARE(m_files->progress().bytes, 4);
        QCOMPARE(m_files->progress().total, 5);
        QTest::qWait(20);
        QCOMPARE(m_finished, 0);
        take(1, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
    }

    void toAllEachAtItsOwnPaceAndRecordedOnce()
    {
        for (const ConnectionId id : {1U, 2U, 3U})
            addPeer(id);
        const QByteArray content = randomBytes(4 * kMiB + 5, 3);
        const QString path = file(content);
        m_files->send(path, 0, {});
        // Peer 2 runs ahead, then goes on with peer 3, which takes up what 2 has left behind; 1 is slow.
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(3).size() == kMiB, kPatienceMs);
        take(2, m_transport->waiting.value(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2).size(), 2 * kMiB, kPatienceMs);
        take(2, m_transport->waiting.value(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2).size(), 3 * kMiB, kPatienceMs);
        QCOMPARE(m_transport->got(1).size(), kMiB);
        QVERIFY(recorded(u"all 3 clients") == content.first(3 * kMiB));
        takeAll(3);
        QVERIFY(m_transport->got(3) == content);
        QVERIFY(recorded(u"all 3 clients") == content);
        takeAll(2);
        QTest::qWait(20);
        QCOMPARE(m_finished, 0);
        QCOMPARE(m_files->progress().recipients, 3);
        takeAll(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        for (const ConnectionId id : {1U, 2U, 3U})
            QVERIFY(m_transport->got(id) == content);
        QVERIFY(recorded(u"all 3 clients") == content);
        QCOMPARE(m_notes.constLast(),
                 (Note{NoteKind::FileSentToAll, {path, QStringLiteral("3"), QString::number(content.size())}}));
    }

    void thoseWhoKeepStepShareTheirPieces()
    {
        addPeer(1);
        addPeer(2);
        m_files->send(file(randomBytes(kMiB, 4)), 0, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->pieces.size() == 2, kPatienceMs);
        QVERIFY(m_transport->asTheyCame[1].constFirst().constData() ==
                m_transport->asTheyCame[2].constFirst().constData());
    }

    void pacedBlockByBlock()
    {
        addPeer(1);
        addPeer(2);
        const QByteArray content = randomBytes(1000, 5);
        FilePacing pacing;
        pacing.blockBytes = 300;
        pacing.intervalMs = 5;
        m_files->send(file(content), 0, pacing);
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), takeAll(2), m_finished == 1), kPatienceMs);
        for (const ConnectionId id : {1U, 2U}) {
            QCOMPARE(m_transport->got(id), content);
            QCOMPARE(m_transport->pieces[id].size(), 4); // one write a block: a datagram
            QCOMPARE(m_transport->pieces[id].constFirst().size(), 300);
        }
        QCOMPARE(m_capture->end(), 4); // and one record
    }

    void datagramsThatComeBack_data()
    {
        QTest::addColumn<ConnectionId>("from");
        QTest::addColumn<int>("early"); // before anything of the file has gone
        QTest::addColumn<int>("late");
        QTest::addColumn<QString>("refused"); // empty: the file is sent
        QTest::newRow("another peer's") << ConnectionId{2} << 3 << 3 << QString();
        QTest::newRow("sent before the file") << ConnectionId{1} << 3 << 0 << QString();
        QTest::newRow("the file's") << ConnectionId{1} << 0 << 2 << QStringLiteral("2");
        QTest::newRow("more than the file has") << ConnectionId{1} << 3 << 9 << QStringLiteral("4");
    }
    void datagramsThatComeBack()
    {
        QFETCH(const ConnectionId, from);
        QFETCH(const int, early);
        QFETCH(const int, late);
        QFETCH(const QString, refused);
        m_transport->limit = 1000;
        for (const ConnectionId id : {1U, 2U})
            addPeer(id);
        FilePacing pacing;
        pacing.blockBytes = 300;
        pacing.intervalMs = 1;
        const auto comeBack = [&](int count) {
            for (int i = 0; i < count; ++i)
                m_sender->onReturned(from);
        };
        const QString path = file(randomBytes(1000, 5));
        connect(m_files.get(), &FileSender::started, this, [&] { comeBack(early); });
        m_files->send(path, 1, pacing);
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), m_transport->pieces[1].size() == 4), kPatienceMs);
        comeBack(late);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        const Note expected =
            refused.isEmpty()
                ? Note{NoteKind::FileSent, {path, QStringLiteral("1000"), QStringLiteral("peer 1")}}
                : Note{NoteKind::FileRefused, {path, QStringLiteral("peer 1"), refused, QStringLiteral("4")}};
        QCOMPARE(m_notes.constLast().line(), expected.line());
    }

    void aPacedBlockIsNotTwoForWhoWasSlow()
    {
        addPeer(1);
        FilePacing pacing;
        pacing.blockBytes = FilePacing::kMostBlockBytes;
        pacing.intervalMs = 1;
        m_files->send(file(randomBytes(4 * kMiB, 6)), 1, pacing);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), kMiB, kPatienceMs);
        QTest::qWait(50); // many ticks, none of which it can use
        QCOMPARE(m_transport->got(1).size(), kMiB);
        take(1, kMiB);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), 2 * kMiB, kPatienceMs);
        QTest::qWait(50);
        QCOMPARE(m_transport->got(1).size(), 2 * kMiB);
    }

    void blocksWithoutPause()
    {
        addPeer(1);
        FilePacing pacing;
        pacing.blockBytes = FilePacing::kDatagramBytes;
        m_files->send(file(randomBytes(3000, 7)), 1, pacing);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->pieces[1].size(), 3, kPatienceMs);
        QCOMPARE(m_transport->pieces[1].constLast().size(), 200);
    }

    void cancelStopsBehindThePiece()
    {
        addPeer(1);
        const QString path = file(randomBytes(5 * kMiB, 8));
        m_files->send(path, 1, {});
        m_sender->send("behind", 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), FileSender::kPieceBytes, kPatienceMs);
        m_files->cancel();
        QVERIFY(!m_files->isRunning());
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_notes.constLast(),
                 (Note{NoteKind::FileSendCancelled,
                       {path, QString::number(FileSender::kPieceBytes), QString::number(5 * kMiB)}}));
        takeAll(1);
        QCOMPARE(m_transport->got(1).size(), FileSender::kPieceBytes + 6);
        QVERIFY(m_transport->got(1).endsWith("behind"));
        m_files->cancel();
        QCOMPARE(m_finished, 1);
        // And another one may go.
        m_files->send(file("next"), 1, {});
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), m_finished == 2), kPatienceMs);
        QVERIFY(m_transport->got(1).endsWith("behindnext"));
    }

    // Neither is a file system that never has anything in memory.
    void aBusyDiskIsNotWaitedFor_data()
    {
        QTest::addColumn<qint64>("blockBytes");
        QTest::newRow("pieces") << qint64{0};
        QTest::newRow("blocks") << qint64{300'001};
    }
    void aBusyDiskIsNotWaitedFor()
    {
        QFETCH(const qint64, blockBytes);
        addPeer(1);
        addPeer(2);
        const QByteArray content = randomBytes(2 * FileSource::kFetchBytes + 17, 3);
        const QString path = file(content);
        FilePacing pacing;
        pacing.blockBytes = blockBytes;
        pacing.intervalMs = blockBytes > 0 ? 2 : 0;
        const test::StuckDisk disk;
        for (const ConnectionId to : {ConnectionId{1}, ConnectionId{0}}) {
            m_files->send(path, to, pacing);
            QVERIFY(m_files->isRunning());
            for (const QDeadlineTimer deadline(kPatienceMs); m_files->isRunning();) {
                QVERIFY(!deadline.hasExpired());
                takeAll(1);
                if (m_transport->got(1).size() % 3 == 0)
                    takeAll(2);
                QTest::qWait(1);
                takeAll(2);
            }
        }
        QVERIFY(m_transport->got(1) == content + content);
        QVERIFY(m_transport->got(2) == content);
        QCOMPARE(m_finished, 2);
        QVERIFY(recorded(u"peer 1") == content);
        QVERIFY(recorded(u"all 2 clients") == content);
    }

    void whatABusyDiskShortensIsTold()
    {
        addPeer(1);
        const QString path = file(randomBytes(3 * kMiB, 6));
        const test::StuckDisk disk;
        bool isShorter = false; // after it was opened, and before anything of it is read
        connect(m_files.get(), &FileSender::started, this, [&] { isShorter = QFile::resize(path, 2 * kMiB); });
        m_files->send(path, 1, {});
        QVERIFY(isShorter);
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), m_finished == 1), kPatienceMs);
        QCOMPARE(m_transport->got(1).size(), 2 * kMiB);
        QCOMPARE(kinds().last(), NoteKind::FileShrunk);
    }

    void leavingWhileTheDiskIsWaitedFor()
    {
        addPeer(1);
        const test::StuckDisk disk;
        m_files->send(file(randomBytes(3 * kMiB, 7)), 1, {});
        m_files->cancel();
        QTest::qWait(50);
        QCOMPARE(m_transport->got(1), QByteArray());
        QCOMPARE(m_finished, 1);
        m_files->send(file("another"), 1, {});
        QTRY_VERIFY_WITH_TIMEOUT((takeAll(1), m_finished == 2), kPatienceMs);
        QCOMPARE(m_transport->got(1), QByteArray("another"));
        m_files->send(file(randomBytes(3 * kMiB, 8)), 1, {});
        cleanup();
        QTest::qWait(50);
    }

    void shorterMidway()
    {
        addPeer(1);
        const QString path = file(randomBytes(5 * kMiB, 9));
        m_files->send(path, 1, {});
        m_sender->send("behind", 1);
        QVERIFY(QFile::resize(path, kMiB + 100));
        takeAll(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        takeAll(1);
        QCOMPARE(m_notes.constLast(),
                 (Note{NoteKind::FileShrunk, {path, QString::number(kMiB), QString::number(5 * kMiB)}}));
        QCOMPARE(m_transport->got(1).size(), kMiB + 6);
    }

    void changedMidwayIsToldOnce()
    {
        addPeer(1);
        const QByteArray content = randomBytes(2 * kMiB, 10);
        const QString path = file(content);
        m_files->send(path, 1, {});
        QFile log(path);
        QVERIFY(log.open(QIODevice::Append) && log.write("more") == 4);
        log.close();
        QTRY_COMPARE_WITH_TIMEOUT(kinds().count(NoteKind::FileChanged), 1, kPatienceMs);
        takeAll(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QVERIFY(m_transport->got(1) == content); // what it was when it was chosen
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::FileSendStarted, NoteKind::FileChanged, NoteKind::FileSent}));
    }

    void removedMidwayIsTold()
    {
        addPeer(1);
        const QByteArray content = randomBytes(2 * kMiB, 11);
        const QString path = file(content);
        m_files->send(path, 1, {});
        QVERIFY(QFile::remove(path));
        takeAll(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QVERIFY(m_transport->got(1) == content);
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::FileSendStarted, NoteKind::FileGone, NoteKind::FileSent}));
    }

    void peersThatGoAreTold()
    {
        for (const ConnectionId id : {1U, 2U})
            addPeer(id);
        const QString path = file(randomBytes(2 * kMiB, 12));
        const QString size = QString::number(2 * kMiB);
        m_files->send(path, 0, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->pieces.size() == 2, kPatienceMs);
        take(1, 1000);
        m_sender->removePeer(1);
        const Note lost{NoteKind::FilePeerLost, {QStringLiteral("peer 1"), path, QStringLiteral("1000"), size}};
        QTRY_VERIFY_WITH_TIMEOUT(m_notes.contains(lost), kPatienceMs);
        QVERIFY(m_files->isRunning());
        takeAll(2);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(m_notes.constLast(), (Note{NoteKind::FileSentToAll, {path, QStringLiteral("1"), size}}));
    }

    void theLastPeerThatGoesEndsIt()
    {
        addPeer(1);
        m_files->send(file(randomBytes(2 * kMiB, 13)), 1, {});
        m_sender->removePeer(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::FileSendStarted, NoteKind::FilePeerLost}));
        QVERIFY(!m_files->isRunning());
    }

    void manyThatGoAreCounted()
    {
        const auto count = static_cast<ConnectionId>(FileSender::kToldByName) + 5;
        for (ConnectionId id = 1; id <= count; ++id)
            addPeer(id);
        m_files->send(file(randomBytes(2 * kMiB, 14)), 0, {});
        for (ConnectionId id = 1; id <= count; ++id)
            m_sender->removePeer(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, kPatienceMs);
        QCOMPARE(kinds().count(NoteKind::FilePeerLost), FileSender::kToldByName);
        QCOMPARE(m_notes.constLast().kind, NoteKind::FilePeersLost);
        QCOMPARE(m_notes.constLast().details.at(1), QStringLiteral("5"));
    }

    void refusals()
    {
        m_files->send(file("x"), 0, {});
        m_files->send(file("x"), 7, {});
        addPeer(1);
        m_files->send(m_folder.filePath(QStringLiteral("none")), 1, {});
        m_files->send(m_folder.path(), 1, {});
        m_files->send(QStringLiteral("/dev/zero"), 1, {});
        m_files->send(file({}), 1, {});
        m_files->send(file(randomBytes(2 * kMiB, 15)), 1, {});
        m_files->send(file("other"), 1, {});
        QCOMPARE(kinds(), (QList<NoteKind>{NoteKind::SendWithoutPeer, NoteKind::SendWithoutPeer,
                                           NoteKind::FileUnreadable, NoteKind::FileUnreadable, NoteKind::FileUnreadable,
                                           NoteKind::FileEmpty, NoteKind::FileSendStarted, NoteKind::FileSendBusy}));
        QVERIFY(m_notes.at(2).line().endsWith(QLatin1String("No such file or directory")));
    }

    void typedPaths_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << "/a/b c"
                               << "/a/b c";
        QTest::newRow("blanks") << "  /a/b \n"
                                << "/a/b";
        QTest::newRow("quotes") << "\"/a/b\""
                                << "/a/b";
        QTest::newRow("single quotes") << "'/a/b'"
                                       << "/a/b";
        QTest::newRow("address") << "file:///a/b%20c"
                                 << "/a/b c";
        QTest::newRow("home") << "~/x" << QDir::homePath() + QStringLiteral("/x");
        QTest::newRow("not home") << "~x"
                                  << "~x";
        QTest::newRow("one quote") << "\""
                                   << "\"";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void typedPaths()
    {
        QFETCH(const QString, typed);
        QTEST(pathFromTyped(typed), "path");
    }

    // Over real sockets: a file larger than memory is allowed to grow, at two paces.
    void aLargeFileTakesNoMemory()
    {
        constexpr qint64 size = 300 * kMiB;
        const QString path = m_folder.filePath(QStringLiteral("sparse.bin"));
        QFile sparse(path);
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(size));
        QVERIFY(sparse.seek(size - 4) && sparse.write("last") == 4);
        sparse.close();

        StoreLimits limits;
        limits.folder = m_folder.path();
        limits.limitBytes = 128 * kMiB;
        Session session(limits);
        session.open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        QSignalSpy finished(&session.fileSender(), &FileSender::finished);
        QList<Note> notes;
        connect(&session, &Session::noted, this, [&notes](const Note& note) { notes.append(note); });
        Endpoint local;
        connect(&session, &Session::opened, this, [&local](const Endpoint& at) { local = at; });
        session.close();
        session.open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        RawSocket fast = RawSocket::connectTo(local.port);
        RawSocket slow = RawSocket::connectTo(local.port);
        QTRY_COMPARE_WITH_TIMEOUT(session.peers().size(), 2, kPatienceMs);

        const qint64 before = heapBytes();
        session.sendFile(path, 0, {});
        QByteArray bytes;
        QByteArray fastEnd;
        qint64 fastGot = 0;
        qint64 slowGot = 0;
        qint64 most = 0;
        QElapsedTimer patience;
        patience.start();
        while ((fastGot < size || slowGot < size) && !patience.hasExpired(6 * kPatienceMs)) {
            bytes.clear();
            (void)fast.read(bytes, 8 * kMiB);
            fastGot += bytes.size();
            fastEnd = (fastEnd + bytes).last(qMin<qsizetype>(4, fastEnd.size() + bytes.size()));
            bytes.clear();
            (void)slow.read(bytes, fastGot < size ? kMiB / 4 : 8 * kMiB); // waits for the other one to be through
            slowGot += bytes.size();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            most = qMax(most, heapBytes());
        }
        QCOMPARE(fastGot, size);
        QCOMPARE(slowGot, size);
        QCOMPARE(fastEnd, QByteArray("last"));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kPatienceMs);
        QCOMPARE(notes.constLast().kind, NoteKind::FileSentToAll);
        QCOMPARE(session.counters().sentBytes, 2 * size);
        qInfo("%lld MiB more memory at most", (most - before) / kMiB);
        QVERIFY(most - before < 40 * kMiB + BlockWriter::kBlocks * BlockWriter::kBlockBytes);
    }

    void aClientThatLeavesMidway()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        Session session(limits);
        Endpoint local;
        QList<NoteKind> told;
        connect(&session, &Session::opened, this, [&local](const Endpoint& at) { local = at; });
        connect(&session, &Session::noted, this, [&told](const Note& note) { told.append(note.kind); });
        session.open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        RawSocket client = RawSocket::connectTo(local.port, 4096);
        QTRY_COMPARE_WITH_TIMEOUT(session.peers().size(), 1, kPatienceMs);
        session.sendFile(file(randomBytes(30 * kMiB, 16)), session.peers().constFirst().connection, {});
        QTest::qWait(20);
        QVERIFY(session.fileSender().isRunning());
        client.reset();
        QTRY_VERIFY_WITH_TIMEOUT(told.contains(NoteKind::FilePeerLost), kPatienceMs);
        QVERIFY(!session.fileSender().isRunning());
        QVERIFY(told.contains(NoteKind::Reset));
    }
};

QTEST_GUILESS_MAIN(TestFileSender)
#include "tst_filesender.moc"
