// SPDX-License-Identifier: MIT
#include "app/session/Sender.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"

#include <QHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;

namespace {

/// Keeps what is written until the test says that the system takes it.
class FakeTransport final : public Transport {
public:
    using Transport::Transport;

    void open() override {}
    void close() override {}
    void write(ConnectionId connection, const QByteArray& bytes) override
    {
        pieces[connection].append(bytes);
        if (isFastPeer)
            QThread::msleep(kWriteMs);
        else
            waiting[connection] += bytes.size();
    }
    [[nodiscard]] qint64 unwritten(ConnectionId connection) const override { return waiting.value(connection); }
    void disconnectFrom(ConnectionId /*connection*/) override {}
    void setSendPending(ConnectionId connection, bool isPending) override { pending[connection] = isPending; }

    [[nodiscard]] QByteArray got(ConnectionId connection) const { return pieces.value(connection).join(); }

    static constexpr int kWriteMs = 2;
    bool isFastPeer = false; ///< the system takes everything at once, in so much time
    QHash<ConnectionId, QByteArrayList> pieces;
    QHash<ConnectionId, qint64> waiting;
    QHash<ConnectionId, bool> pending;
};

constexpr qsizetype kMiB = qsizetype{1} << 20;

} // namespace

class TestSender final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<Sender> m_sender;
    QList<Note> m_refused;
    int m_recorded = 0;

    PeerId addPeer(ConnectionId connection)
    {
        const PeerId peer = m_capture->addPeer(QStringLiteral("peer %1").arg(connection));
        m_sender->addPeer(*m_transport, connection, peer);
        return peer;
    }

    /// The system takes bytes of a connection.
    void take(ConnectionId connection, qint64 bytes)
    {
        m_transport->waiting[connection] -= bytes;
        m_sender->onWritten(connection, bytes);
    }

    [[nodiscard]] QString label(RecordId id) const { return m_capture->peerLabel(m_capture->record(id).peer); }

private Q_SLOTS:
    void init()
    {
        StoreLimits limits;
        limits.folder = m_folder.path();
        m_capture = std::make_unique<Capture>(limits);
        m_transport = std::make_unique<FakeTransport>();
        m_sender = std::make_unique<Sender>(*m_capture);
        m_refused.clear();
        m_recorded = 0;
        connect(m_sender.get(), &Sender::refused, this, [this](const Note& note) { m_refused.append(note); });
        connect(m_sender.get(), &Sender::recorded, this, [this] { ++m_recorded; });
    }

    void sendsToOne()
    {
        addPeer(1);
        addPeer(2);
        m_sender->send("hello", 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2), QByteArray("hello"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(1).isEmpty(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 1, kPatienceMs);
        QCOMPARE(m_capture->record(0).kind, RecordKind::Sent);
        QCOMPARE(label(0), QStringLiteral("peer 2"));
        QCOMPARE(m_capture->bytes(0), QByteArray("hello"));
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 1, kPatienceMs);
        QCOMPARE(m_sender->waitingBytes(2), 5);
        QCOMPARE(m_sender->waitingBytes(), 5);
        take(2, 5);
        QCOMPARE(m_sender->waitingBytes(2), 0);
        QCOMPARE(m_sender->waitingBytes(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_transport->pending.value(2), kPatienceMs);
    }

    void emptyIsNothing()
    {
        m_sender->send({}, 1);
        m_sender->sendToAll({});
        addPeer(1);
        m_sender->send({}, 1);
        m_sender->sendToAll({});
        QVERIFY(m_refused.isEmpty());
        QVERIFY(m_capture->isEmpty());
        QVERIFY(m_transport->pieces.isEmpty());
    }

    void withoutPeer()
    {
        m_sender->sendToAll("x");
        m_sender->send("x", 7);
        QCOMPARE(m_refused, (QList<Note>{{NoteKind::SendWithoutPeer, {}}, {NoteKind::SendWithoutPeer, {}}}));
        QVERIFY(m_capture->isEmpty());
        QCOMPARE(m_sender->waitingBytes(), 0);
    }

    void toAllIsOneRecord_data()
    {
        QTest::addColumn<ConnectionId>("count");
        QTest::addColumn<QString>("to");
        QTest::newRow("one") << ConnectionId{1} << QStringLiteral("all 1 client");
        QTest::newRow("three") << ConnectionId{3} << QStringLiteral("all 3 clients");
    }
    void toAllIsOneRecord()
    {
        QFETCH(ConnectionId, count);
        QFETCH(QString, to);
        for (ConnectionId id = 1; id <= count; ++id)
            addPeer(id);
        m_sender->sendToAll("first");
        m_sender->sendToAll("second");
        for (ConnectionId id = 1; id <= count; ++id)
            QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(id), QByteArray("firstsecond"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 2, kPatienceMs);
        QCOMPARE(label(0), to);
        QCOMPARE(m_capture->bytes(1), QByteArray("second"));
        QCOMPARE(m_capture->record(0).peer, m_capture->record(1).peer); // one stream, for its decoder
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 2, kPatienceMs);
        QCOMPARE(m_sender->waitingBytes(), 11 * static_cast<qint64>(count));
    }

    void handsOverBelowTheHighWaterMark()
    {
        addPeer(1);
        addPeer(2);
        const QByteArray much = randomBytes(5 * kMiB + 17, 1);
        m_sender->send(much, 1);
        // The first piece fills it to the mark.
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), kMiB, kPatienceMs);
        QCOMPARE(m_sender->waitingBytes(1), much.size());
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->pending.value(1), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 1, kPatienceMs);

        // Nobody else is held back.
        m_sender->send("hello", 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2), QByteArray("hello"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_transport->pending.value(2), kPatienceMs);

        qint64 taken = 0;
        while (m_sender->waitingBytes(1) > 0) {
            QTRY_VERIFY_WITH_TIMEOUT(m_transport->waiting.value(1) > 0, kPatienceMs);
            const qint64 step = std::min<qint64>(300'000, m_transport->waiting.value(1));
            take(1, step);
            taken += step;
            QVERIFY(m_transport->waiting.value(1) < 2 * kMiB);
            QCOMPARE(m_sender->waitingBytes(1), much.size() - taken);
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(1) == much, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_transport->pending.value(1), kPatienceMs);
        QByteArray recorded;
        for (RecordId id = 0; id < m_capture->end(); ++id) {
            if (label(id) != QLatin1String("peer 1"))
                continue;
            QVERIFY(m_capture->record(id).length <= kMiB);
            recorded += m_capture->bytes(id);
        }
        QVERIFY(recorded == much);
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 6 + 1, kPatienceMs);
    }

    void muchAtOnceTakesSeveralTurns()
    {
        m_transport->isFastPeer = true;
        addPeer(1);
        const QByteArray much = randomBytes(20 * kMiB, 4);
        m_sender->send(much, 1);
        QVERIFY(m_transport->pieces.value(1).size() <= FairTurn::kBudgetMs / FakeTransport::kWriteMs + 1);
        QVERIFY(m_transport->pending.value(1) || m_transport->pieces.value(1).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->pieces.value(1).size(), 20, kPatienceMs);
        QVERIFY(m_transport->got(1) == much);
        QTRY_VERIFY_WITH_TIMEOUT(!m_transport->pending.value(1), kPatienceMs);
    }

    void toAllIsRecordedWhenTheFirstGetsIt()
    {
        addPeer(1);
        addPeer(2);
        m_sender->send(QByteArray(kMiB, 'x'), 1);
        m_sender->send(QByteArray(kMiB, 'x'), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 2, kPatienceMs);
        m_sender->sendToAll("to all"); // both are blocked
        QTest::qWait(20);
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 2, kPatienceMs);
        take(2, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 3, kPatienceMs);
        QCOMPARE(label(2), QStringLiteral("all 2 clients"));
        QCOMPARE(m_capture->bytes(2), QByteArray("to all"));
        take(1, 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_recorded, 3, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(1).endsWith("to all") && m_transport->got(2).endsWith("to all"),
                                 kPatienceMs);
    }

    void largeToAllIsOneRecordAndSharedBytes()
    {
        addPeer(1);
        addPeer(2);
        const QByteArray much = randomBytes(3 * kMiB, 2);
        m_sender->sendToAll(much);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->pieces.size(), 2, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 1, kPatienceMs);
        QVERIFY(m_capture->bytes(0) == much);
        QVERIFY(m_transport->pieces[1].constFirst().constData() == m_transport->pieces[2].constFirst().constData());
        for (ConnectionId id : {1U, 2U}) {
            while (m_sender->waitingBytes(id) > 0) {
                QTRY_VERIFY_WITH_TIMEOUT(m_transport->waiting.value(id) > 0, kPatienceMs);
                take(id, m_transport->waiting.value(id));
            }
            QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(id) == much, kPatienceMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 1, kPatienceMs);
    }

    void smallPayloadIsNotCopied()
    {
        addPeer(1);
        addPeer(2);
        const QByteArray payload = randomBytes(100 * 1024, 3);
        m_sender->sendToAll(payload);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->pieces.size(), 2, kPatienceMs);
        QVERIFY(m_transport->pieces[1].constFirst().constData() == payload.constData());
        QVERIFY(m_transport->pieces[2].constFirst().constData() == payload.constData());
    }

    void limitRefusesWhole()
    {
        addPeer(1);
        addPeer(2);
        m_sender->setLimit(3 * kMiB);
        m_sender->send(QByteArray(3 * kMiB, 'x'), 1); // exactly the limit
        QVERIFY(m_refused.isEmpty());
        QCOMPARE(m_sender->waitingBytes(1), 3 * kMiB);
        m_sender->send("y", 1);
        const Note full{NoteKind::SendQueueFull,
                        {QStringLiteral("peer 1"), QString::number(3 * kMiB), QString::number(3 * kMiB)}};
        QCOMPARE(m_refused, QList<Note>{full});
        QCOMPARE(m_sender->waitingBytes(1), 3 * kMiB);

        // Of a send to all, only the full one is left out.
        m_sender->sendToAll("z");
        QCOMPARE(m_refused, (QList<Note>{full, full}));
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2), QByteArray("z"), kPatienceMs);
        QCOMPARE(label(m_capture->end() - 1), QStringLiteral("1 of 2 clients"));

        take(1, 1);
        m_sender->send("y", 1);
        QCOMPARE(m_refused.size(), 2);
        while (m_sender->waitingBytes(1) > 0) {
            QTRY_VERIFY_WITH_TIMEOUT(m_transport->waiting.value(1) > 0, kPatienceMs);
            take(1, m_transport->waiting.value(1));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1), QByteArray(3 * kMiB, 'x') + "y", kPatienceMs);

        m_sender->send(QByteArray(3 * kMiB + 1, 'x'), 2); // alone too much
        QCOMPARE(m_refused.size(), 3);
        QCOMPARE(m_refused.constLast(),
                 (Note{NoteKind::SendTooLarge,
                       {QStringLiteral("peer 2"), QString::number(3 * kMiB + 1), QString::number(3 * kMiB)}}));
    }

    void thousandsWithoutRoomAreNotToldOneByOne()
    {
        m_sender->setLimit(2);
        for (ConnectionId id = 1; id <= 1000; ++id)
            addPeer(id);
        m_sender->send("z", 1000);
        m_sender->send("y", 1000); // the system has taken nothing
        m_sender->sendToAll("x");
        QCOMPARE(m_refused.size(), 1);
        m_sender->sendToAll("x");
        m_refused.clear();
        m_sender->sendToAll("x");
        QCOMPARE(m_refused.size(), Sender::kToldByName + 1);
        QCOMPARE(m_refused.constFirst(),
                 (Note{NoteKind::SendQueueFull, {QStringLiteral("peer 1"), QStringLiteral("2"), QStringLiteral("2")}}));
        QCOMPARE(m_refused.constLast(),
                 (Note{NoteKind::SendQueuesFull, {QString::number(1000 - Sender::kToldByName), QStringLiteral("2")}}));
    }

    void allFullMeansNothingRecorded()
    {
        addPeer(1);
        m_sender->setLimit(2);
        m_sender->sendToAll("xyz");
        QCOMPARE(m_refused.size(), 1);
        QVERIFY(m_capture->isEmpty());
        QCOMPARE(m_sender->waitingBytes(), 0);
    }

    void removedPeerTellsWhatWasLeft()
    {
        addPeer(1);
        addPeer(2);
        m_sender->send(QByteArray(3 * kMiB, 'x'), 1);
        m_sender->send("hello", 2);
        take(1, 1000);
        // On a busy machine the turn is over before the second piece has been handed over.
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1).size(), 2 * kMiB, kPatienceMs);
        const Sender::Unsent unsent = m_sender->removePeer(1);
        QCOMPARE(unsent.queued, kMiB);
        QCOMPARE(unsent.unwritten, 2 * kMiB - 1000);
        QCOMPARE(m_sender->waitingBytes(1), 0);
        QCOMPARE(m_sender->waitingBytes(), 5);
        m_sender->onWritten(1, 1000); // late news
        QCOMPARE(m_sender->waitingBytes(), 5);
        QCOMPARE(m_sender->removePeer(1).queued, 0);
    }

    void listenersMaySendAndRemove()
    {
        for (ConnectionId id = 1; id <= 3; ++id)
            addPeer(id);
        connect(m_sender.get(), &Sender::recorded, this, [this] {
            if (m_recorded == 1) {
                m_sender->send("nested", 2);
                m_sender->removePeer(3);
            }
        });
        m_sender->sendToAll("outer");
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(2), QByteArray("outernested"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->got(1), QByteArray("outer"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_transport->got(3).isEmpty(), kPatienceMs);
    }

    void tenThousandPeers()
    {
        constexpr ConnectionId count = 10'000;
        for (ConnectionId id = 1; id <= count; ++id)
            addPeer(id);
        const QByteArray payload = randomBytes(kMiB, 4);
        m_sender->sendToAll(payload); // 10 GB if it were copied
        QCOMPARE(m_sender->waitingBytes(), static_cast<qint64>(count) * kMiB);
        QTRY_COMPARE_WITH_TIMEOUT(m_transport->pieces.size(), static_cast<qsizetype>(count), kPatienceMs);
        QVERIFY(m_transport->pieces[1].constFirst().constData() == payload.constData());
        QVERIFY(m_transport->pieces[count].constFirst().constData() == payload.constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_capture->end(), 1, kPatienceMs);
        QCOMPARE(label(0), QStringLiteral("all 10000 clients"));
    }
};

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
