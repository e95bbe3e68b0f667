// SPDX-License-Identifier: MIT
// What thousands of clients that say nothing cost, and a long index of small records.
#include "app/session/Session.h"
#include "tests/unit/Descriptors.h"
#include "tests/unit/HeapBytes.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/StuckDisk.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace netassist;
using netassist::test::allowManyDescriptors;
using netassist::test::heapBytes;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;
using netassist::test::StuckDisk;

namespace {

constexpr int kAtOnce = 200; // below what Qt's own listener lets wait

} // namespace

class TestIdleMemory final : public QObject {
    Q_OBJECT

private:
    int m_clients = 0;

    /// Connects so many in groups, and waits each time until all of them are there.
    template <class Count>
    void connectAll(quint16 port, std::vector<RawSocket>& clients, Count count) const
    {
        while (static_cast<int>(clients.size()) < m_clients) {
            for (int i = 0; i < kAtOnce && static_cast<int>(clients.size()) < m_clients; ++i) {
                clients.push_back(RawSocket::connectTo(port));
                QVERIFY(clients.back().isValid());
            }
            QTRY_COMPARE_WITH_TIMEOUT(count(), static_cast<qsizetype>(clients.size()), kPatienceMs);
        }
    }

    /// What a bare socket of Qt's takes, set up as ours are.
    [[nodiscard]] qint64 bareBytes() const
    {
        std::vector<RawSocket> clients;
        clients.reserve(static_cast<std::size_t>(m_clients));
        QTcpServer server;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        sockets.reserve(static_cast<std::size_t>(m_clients));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                socket->setParent(nullptr);
                socket->setReadBufferSize(256 * 1024);
                sockets.emplace_back(socket);
            }
        });
        server.setListenBacklogSize(4096);
        server.setMaxPendingConnections(100'000);
        if (!server.listen(QHostAddress::LocalHost))
            return 0;
        const qint64 before = heapBytes();
        connectAll(server.serverPort(), clients, [&] { return static_cast<qsizetype>(sockets.size()); });
        return heapBytes() - before;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_clients = static_cast<int>(std::min<qint64>(5000, (allowManyDescriptors() - 200) / 2));
        QVERIFY2(m_clients >= 400, "too few descriptors for anything to be measured");
    }

    void idleClients()
    {
        const qint64 bare = bareBytes();
        QVERIFY(bare > 0);

        const QTemporaryDir folder;
        StoreLimits limits;
        limits.folder = folder.path();
        Session session(limits);
        Endpoint local;
        connect(&session, &Session::opened, this, [&local](const Endpoint& at) { local = at; });
        session.open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
        QCOMPARE(session.state(), TransportState::Open);
        std::vector<RawSocket> clients;
        clients.reserve(static_cast<std::size_t>(m_clients));
        const qint64 before = heapBytes();
        connectAll(local.port, clients, [&] { return session.peers().size(); });
        QTest::qWait(100);
        const qint64 ours = heapBytes() - before - bare;
        qInfo("%d idle clients: a bare socket takes %lld bytes, ours %lld more", m_clients, bare / m_clients,
              ours / m_clients);
        QVERIFY(ours / m_clients <= 16 * 1024);

        // And all of it comes back.
        clients.clear();
        QTRY_COMPARE_WITH_TIMEOUT(session.peers().size(), 0, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(heapBytes() - before < m_clients * qint64{1024}, kPatienceMs);
        QCOMPARE(session.capture().peerCount(), 0);
    }

    void smallRecords()
    {
        constexpr RecordId kRecords = 1'000'000;
        const QTemporaryDir folder;
        StoreLimits limits;
        limits.folder = folder.path();
        QVERIFY(limits.records <= 10'000'000);
        Capture capture(limits);
        const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:1"));
        // The store's own buffers are there: more than these records need, and for what does not fill one yet.
        StuckDisk disk;
        while (!capture.isBehind())
            (void)capture.append(RecordKind::Received, peer, QByteArray(BlockWriter::kBlockBytes, 'x'), 0);
        (void)capture.append(RecordKind::Received, peer, QByteArray(BlockWriter::kBlockBytes - 1, 'x'), 0);
        disk.release();
        QTRY_VERIFY_WITH_TIMEOUT(!capture.isBehind(), kPatienceMs);
        const qint64 before = heapBytes();
        for (RecordId i = 0; i < kRecords; ++i)
            (void)capture.append(RecordKind::Received, peer, "12345678", i);
        const double each = static_cast<double>(heapBytes() - before) / kRecords;
        qInfo("a small record takes %.1f bytes of memory", each);
        QVERIFY(each * 10'000'000 <= 400.0 * (1 << 20)); // ten million in 400 MiB
    }
};

QTEST_GUILESS_MAIN(TestIdleMemory)
#include "tst_idle_memory.moc"
