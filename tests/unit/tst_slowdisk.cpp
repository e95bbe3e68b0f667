// SPDX-License-Identifier: MIT
// What a session does while the disk answers nothing: it lets others wait, and loses nothing.
#include "app/layout/Layout.h"
#include "app/session/FileSender.h"
#include "app/session/Session.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/Sanitized.h"
#include "tests/unit/StuckDisk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::asMany;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;
using netassist::test::StuckDisk;

namespace {

constexpr int kSettledMs = NETASSIST_SANITIZED ? 1000 : 300; // on a busy machine too
constexpr int kSettledRounds = 100;
constexpr qint64 kMiB = qint64{1} << 20;
constexpr qint64 kMostBehind = BlockWriter::kBlocks * BlockWriter::kBlockBytes;

/// Of a period near nothing else.
QByteArray manyBytes(qint64 size, quint32 seed)
{
    return randomBytes(kMiB + 13, seed).repeated(size / kMiB).first(size);
}

} // namespace

class TestSlowDisk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        limits.limitBytes = qint64{1} << 30;
        m_session = std::make_unique<Session>(limits);
        connect(m_session.get(), &Session::opened, this, [this](const Endpoint& local) { m_local = local; });
        m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        m_client = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
    }
    void cleanup() { m_session.reset(); }

    void aFloodWaitsWithItsSender()
    {
        const QByteArray all = manyBytes(160 * kMiB, 1);
        QSignalSpy behind(&m_session->capture(), &Capture::fellBehind);
        QSignalSpy caughtUp(&m_session->capture(), &Capture::caughtUp);
        QList<NoteKind> told;
        connect(m_session.get(), &Session::noted, this, [&told](const Note& note) { told.append(note.kind); });
        StuckDisk disk;
        qint64 sent = 0;
        passBytes([&] { return sendSome(all, sent); });
        QVERIFY(sent < all.size());
        QVERIFY(m_session->capture().isBehind());
        QCOMPARE(behind.size(), 1);
        QVERIFY(m_session->capture().storedBytes() < kMostBehind);
        QVERIFY(m_session->capture().storedBytes() > kMostBehind / 2);
        // What goes out is little, and one who comes now waits too.
        QTRY_COMPARE_WITH_TIMEOUT(told, QList{NoteKind::StoreBehind}, kPatienceMs);
        m_session->send("still here");
        RawSocket second = RawSocket::connectTo(m_local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 2, kPatienceMs);
        (void)second.write("later");
        QByteArray answer;
        QTRY_VERIFY_WITH_TIMEOUT((m_client.read(answer, 100), answer == "still here"), kPatienceMs);
        QTest::qWait(kSettledMs);
        QCOMPARE(received(m_session->peers().at(1).peer), QByteArray());

        disk.release();
        QVERIFY(passUntil([&] { return (void)sendSome(all, sent), sent == all.size(); }));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, all.size() + 5, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->capture().isBehind(), kPatienceMs);
        QCOMPARE(behind.size(), caughtUp.size());
        QVERIFY(told.size() >= 3); // more if this disk lags by itself
        QVERIFY(told.count(NoteKind::StoreBehind) <= behind.size());
        QCOMPARE(told.first(3), (QList{NoteKind::StoreBehind, NoteKind::ClientConnected, NoteKind::StoreRecovered}));
        QVERIFY(received(m_session->peers().at(0).peer) == all);
        QCOMPARE(received(m_session->peers().at(1).peer), QByteArray("later"));
    }

    void manyPeersWait()
    {
        constexpr int kPeers = asMany(200);
        std::vector<RawSocket> peers;
        for (int peer = 0; peer < kPeers; ++peer)
            peers.push_back(RawSocket::connectTo(m_local.port));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), kPeers + 1, kPatienceMs);
        const QByteArray all = manyBytes(kMostBehind + 8 * kMiB, 6);
        StuckDisk disk;
        qint64 sent = 0;
        passBytes([&] { return sendSome(all, sent); });
        QVERIFY(m_session->capture().isBehind());
        const qint64 before = heapBytes();
        qint64 more = 0;
        passBytes([&] {
            qint64 count = 0;
            for (RawSocket& peer : peers)
                count += peer.write(QByteArrayView(all).first(100'000));
            more += count;
            return count > 0;
        });
        QVERIFY(more > kPeers * qint64{100'000});
        QVERIFY(heapBytes() - before < kPeers * qint64{64} * 1024); // it waits in the system
        disk.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->counters().receivedBytes >= sent + more, kPatienceMs);
    }

    void anEndWaitsBehindWhatCameBefore()
    {
        const QByteArray all = manyBytes(kMostBehind + 8 * kMiB, 2);
        StuckDisk disk;
        qint64 sent = 0;
        passBytes([&] { return sendSome(all, sent); });
        QVERIFY(m_session->capture().isBehind());
        const qint64 taken = sent;
        m_client.close();
        QTest::qWait(kSettledMs);
        QCOMPARE(m_session->peers().size(), 1); // its bytes have not been read
        const PeerId peer = m_session->peers().at(0).peer;
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 0, kPatienceMs);
        QVERIFY(received(peer) == all.first(taken));
    }

    void openedAnewWhileBehind()
    {
        const QByteArray all = manyBytes(kMostBehind + 8 * kMiB, 3);
        StuckDisk disk;
        qint64 sent = 0;
        passBytes([&] { return sendSome(all, sent); });
        QVERIFY(m_session->capture().isBehind());
        m_session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        m_client = RawSocket::connectTo(m_local.port);
        (void)m_client.write("after");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->peers().size(), 1, kPatienceMs);
        const PeerId peer = m_session->peers().at(0).peer;
        QTest::qWait(kSettledMs);
        QCOMPARE(received(peer), QByteArray());
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(received(peer), QByteArray("after"), kPatienceMs);
    }

    void aFileWaitsToo()
    {
        const QByteArray all = manyBytes(kMostBehind + 40 * kMiB, 4);
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(all), all.size());
        file.close();
        StuckDisk disk;
        m_session->sendFile(file.fileName(), 0, {});
        QByteArray got;
        passBytes([&] { return readSome(got); });
        QVERIFY(got.size() < all.size());
        QVERIFY(m_session->capture().isBehind());
        disk.release();
        QVERIFY(passUntil([&] { return (void)readSome(got), got.size() == all.size(); }));
        QVERIFY(got == all);
    }

    void theLayoutDoesNotWait()
    {
        const QByteArray all = manyBytes(2 * kMostBehind, 5);
        qint64 sent = 0;
        QVERIFY(passUntil([&] { return (void)sendSome(all, sent), sent == all.size(); }));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->counters().receivedBytes, all.size(), kPatienceMs);
        Layout layout(m_session->capture(), {});
        StuckDisk disk;
        QCOMPARE(layout.layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)), Layout::Left::OnDisk);
        QVERIFY(!layout.isExact());
        disk.release();
        QTRY_COMPARE_WITH_TIMEOUT(layout.layOutSome(0, QDeadlineTimer(QDeadlineTimer::Forever)), Layout::Left::Nothing,
                                  kPatienceMs);
        QVERIFY(layout.isExact());
    }

private:
    /// Until nothing has moved for a while.
    static void passBytes(const std::function<bool()>& move)
    {
        QElapsedTimer still;
        still.start();
        int idle = 0; // rounds: the time may have gone by while we did nothing ourselves
        while (idle < kSettledRounds || !still.hasExpired(kSettledMs)) {
            ++idle;
            if (move()) {
                still.start();
                idle = 0;
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        }
    }
    /// However long the disk takes in between. @return whether it came to that
    [[nodiscard]] static bool passUntil(const std::function<bool()>& isOver)
    {
        const QDeadlineTimer patience(3 * kPatienceMs);
        bool over = false;
        while (!(over = isOver()) && !patience.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        return over;
    }
    bool sendSome(const QByteArray& all, qint64& sent)
    {
        const qint64 count = m_client.write(QByteArrayView(all).sliced(sent, std::min(kMiB, all.size() - sent)));
        sent += std::max<qint64>(count, 0);
        return count > 0;
    }
    bool readSome(QByteArray& got)
    {
        const qsizetype before = got.size();
        (void)m_client.read(got, kMiB);
        return got.size() > before;
    }
    [[nodiscard]] QByteArray received(PeerId peer) const
    {
        const Capture& capture = m_session->capture();
        QByteArray all;
        for (RecordId id = capture.begin(); id < capture.end(); ++id) {
            if (capture.record(id).kind == RecordKind::Received && capture.record(id).peer == peer)
                all += capture.bytes(id);
        }
        return all;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    Endpoint m_local;
    RawSocket m_client;
};

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
