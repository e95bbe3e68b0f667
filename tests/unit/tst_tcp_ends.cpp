// SPDX-License-Identifier: MIT
#include "app/net/PeerEndWatch.h"
#include "app/net/TcpConnection.h"
#include "app/net/TcpServerTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RandomBytes.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/TransportLog.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QSignalBlocker>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <sys/ioctl.h>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::randomBytes;
using netassist::test::RawSocket;
using netassist::test::TransportLog;
using ReadEnd = RawSocket::ReadEnd;

namespace {

constexpr int kAWhileMs = 50;
const QHash<ConnectionId, bool> kEndedInOrder{{1, false}};
const QHash<ConnectionId, bool> kEndedByReset{{1, true}};

/// More than fits into both ends' socket buffers.
constexpr qsizetype kMuch = qsizetype{24} << 20;

/// A connection by itself, with its socket at hand.
struct Pair {
    Pair()
    {
        QTcpServer listener;
        listener.listen(QHostAddress::LocalHost);
        client = RawSocket::connectTo(listener.serverPort());
        listener.waitForNewConnection(kPatienceMs);
        socket = listener.nextPendingConnection();
        connection = std::make_unique<TcpConnection>(1, socket, turn, room, nullptr);
        QObject::connect(connection.get(), &TcpConnection::received, connection.get(),
                         [this](ConnectionId /*id*/, QByteArrayView bytes) { received.append(bytes); });
        QObject::connect(connection.get(), &TcpConnection::written, connection.get(),
                         [this](ConnectionId /*id*/, qint64 bytes) { written += bytes; });
        QObject::connect(connection.get(), &TcpConnection::ended, connection.get(),
                         [this](ConnectionId /*id*/, bool wasReset) { ends.append(wasReset); });
    }

    void stopWatching() const { connection->findChild<PeerEndWatch*>()->stop(); }

    RawSocket client;
    FairTurn turn;
    Transport::Room room;         ///< none unless a test gives some
    QTcpSocket* socket = nullptr; ///< the connection's
    std::unique_ptr<TcpConnection> connection;
    QByteArray received;
    qint64 written = 0;
    QList<bool> ends; ///< true: was reset
};

} // namespace

/// How connections end, and that no byte is lost when they do.
class TestTcpEnds final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TcpServerTransport> m_server;
    std::unique_ptr<TransportLog> m_log;
    RawSocket m_client;

    /// Writes on the client's side, as fast as we read.
    void pour(const QByteArray& bytes)
    {
        qint64 written = 0;
        QTRY_VERIFY_WITH_TIMEOUT((written += m_client.write(QByteArrayView(bytes).sliced(written))) == bytes.size(),
                                 3 * kPatienceMs);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TcpServerTransport>(Endpoint{QStringLiteral("127.0.0.1"), 0});
        m_log = std::make_unique<TransportLog>(*m_server);
        m_server->open();
        m_client = RawSocket::connectTo(m_log->local.port, 64 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->peers.size(), 1, kPatienceMs);
    }
    void cleanup()
    {
        m_server.reset();
        m_client.close();
    }

    void closed()
    {
        m_client.write("last words");
        m_client.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
        QCOMPARE(m_log->received.value(1), QByteArray("last words"));
        QCOMPARE(m_server->state(), TransportState::Open);
    }

    void reset()
    {
        m_client.write("last words");
        QTRY_COMPARE_WITH_TIMEOUT(m_log->received.value(1), QByteArray("last words"), kPatienceMs);
        m_client.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedByReset, kPatienceMs);
    }

    void resetRightBehindBytes()
    {
        const QByteArray bytes = randomBytes(30 * 1024, 3); // a reset overtakes what does not fit at once
        QCOMPARE(m_client.write(bytes), bytes.size());
        m_client.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedByReset, kPatienceMs);
        QVERIFY(m_log->received.value(1) == bytes);
    }

    void resetWhileWeWrite()
    {
        m_server->write(1, QByteArray(kMuch, 'x')); // more than the client's system takes
        QTRY_VERIFY_WITH_TIMEOUT(m_log->written.value(1) > 0, kPatienceMs);
        const QByteArray bytes = randomBytes(30 * 1024, 4);
        QCOMPARE(m_client.write(bytes), bytes.size());
        m_client.reset(); // unread bytes and those behind them are still ours
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedByReset, kPatienceMs);
        QVERIFY(m_log->received.value(1) == bytes);
        QVERIFY(m_log->written.value(1) < kMuch);
    }

    void resetBehindMoreThanOurBuffer_data()
    {
        QTest::addColumn<bool>("writing"); ///< more than the peer takes; else the break is met by the first write
        QTest::newRow("while we write") << true;
        QTest::newRow("before we write") << false;
    }
    void resetBehindMoreThanOurBuffer()
    {
        QFETCH(bool, writing);
        Pair pair;
        pair.socket->setReadBufferSize(8 * 1024); // the rest is still the system's when the break comes
        if (writing) {
            pair.connection->write(QByteArray(kMuch, 'x'));
            QTRY_VERIFY_WITH_TIMEOUT(pair.written > 0, kPatienceMs);
        }
        const QByteArray bytes = randomBytes(40 * 1024, 10);
        QCOMPARE(pair.client.write(bytes), bytes.size());
        pair.client.reset();
        pair.connection->write("to nobody");
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{true}, kPatienceMs);
        QVERIFY(pair.received == bytes);
    }

    void resetMetByAReadPastQt()
    {
        Pair pair;
        const QByteArray bytes = randomBytes(1 << 20, 13);
        QVERIFY(pair.client.write(bytes) > 0);
        const auto waiting = [&pair] {
            int count = 0;
            return ::ioctl(static_cast<int>(pair.socket->socketDescriptor()), FIONREAD, &count) == 0 ? count : 0;
        };
        for (const QDeadlineTimer deadline(kPatienceMs); waiting() <= TcpConnection::kReadBufferBytes;) {
            QVERIFY(!deadline.hasExpired());
            QTest::qSleep(1); // the system hands it over by itself
        }
        pair.client.reset(); // which overtakes what is still the peer's
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{true}, kPatienceMs);
        QVERIFY(pair.received.size() > TcpConnection::kReadBufferBytes); // else Qt has read it all
        QVERIFY(pair.received == bytes.first(pair.received.size()));
        QTest::qWait(50);
        QCOMPARE(pair.ends.size(), 1);
    }

    void resetBeforeWeWrite()
    {
        m_client.reset();
        m_server->write(1, "to nobody");
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedByReset, kPatienceMs);
    }

    void resetBeforeAccepted()
    {
        RawSocket second = RawSocket::connectTo(m_log->local.port);
        second.write("hasty");
        second.reset();
        QTest::qSleep(50); // it gets there before we accept
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended.size(), 1, kPatienceMs);
        QCOMPARE(m_log->ended, (QHash<ConnectionId, bool>{{2, true}}));
        QCOMPARE(m_log->received.value(2), QByteArray("hasty"));
        QCOMPARE(m_log->peers.value(2), QStringLiteral("unknown:0"));
    }

    void finishedAndAnswered()
    {
        // Answers are handed over as soon as the question comes, before its end is known.
        const QByteArray answer = randomBytes(kMuch, 5);
        connect(m_server.get(), &Transport::received, this, [&] { m_server->write(1, answer); });
        m_client.write("question");
        m_client.finishSending();
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(m_client.read(got, 256 * 1024), ReadEnd::End, 3 * kPatienceMs);
        QVERIFY(got == answer);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
        QCOMPARE(m_log->written.value(1), kMuch);
    }

    void finishedWhileMoreWaitsAboveUs()
    {
        m_server->setSendPending(1, true);
        m_client.finishSending();
        // The end is met and kept: an answer still goes through.
        QTest::qWait(100);
        QVERIFY(m_log->ended.isEmpty());
        m_server->write(1, "first");
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((m_client.read(got), got), QByteArray("first"), kPatienceMs);
        QVERIFY(m_log->ended.isEmpty());
        m_server->write(1, "second");
        m_server->setSendPending(1, false);
        QTRY_COMPARE_WITH_TIMEOUT(m_client.read(got), ReadEnd::End, kPatienceMs);
        QCOMPARE(got, QByteArray("firstsecond"));
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
    }

    void finishedWithNothingLeft()
    {
        m_client.finishSending();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(m_client.read(got), ReadEnd::End, kPatienceMs);
    }

    void finishedThenReset()
    {
        m_server->write(1, QByteArray(kMuch, 'x'));
        m_client.finishSending();
        QTRY_VERIFY_WITH_TIMEOUT(m_log->written.value(1) > 0, kPatienceMs);
        QTest::qWait(50);
        QVERIFY(m_log->ended.isEmpty());
        m_client.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedByReset, kPatienceMs);
    }

    void closedWithAFullBuffer()
    {
        const QByteArray bytes = randomBytes(kMuch, 6);
        pour(bytes);
        m_client.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
        QVERIFY(m_log->received.value(1) == bytes);
        QVERIFY(m_log->largestChunk <= 64 * 1024);
    }

    void endIsToldOnceAndLast()
    {
        QStringList order;
        connect(m_server.get(), &Transport::received, this, [&] { order.append(QStringLiteral("received")); });
        connect(m_server.get(), &Transport::disconnected, this, [&] { order.append(QStringLiteral("disconnected")); });
        QCOMPARE(m_client.write(randomBytes(150 * 1024, 8)), 150 * 1024);
        m_client.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->ended, kEndedInOrder, kPatienceMs);
        QTest::qWait(50);
        QCOMPARE(order.count(QStringLiteral("disconnected")), 1);
        QCOMPARE(order.constLast(), QStringLiteral("disconnected"));
        QVERIFY(order.size() >= 4); // 150 KiB in chunks of at most 64
    }

    /// What comes fast is read into the room there is, if that is enough of it.
    void readIntoRoom_data()
    {
        QTest::addColumn<qsizetype>("room");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("none") << qsizetype{0} << false;
        QTest::newRow("a little") << qsizetype{64 * 1024 - 1} << false;
        QTest::newRow("enough") << qsizetype{64 * 1024} << true;
        QTest::newRow("more") << qsizetype{1024 * 1024} << true;
    }
    void readIntoRoom()
    {
        QFETCH(qsizetype, room);
        QFETCH(bool, isTaken);
        QByteArray place(room, '\0');
        Pair pair;
        pair.room = [&place] { return std::span<char>(place.data(), static_cast<std::size_t>(place.size())); };
        qint64 inPlace = 0;
        qint64 most = 0;
        connect(pair.connection.get(), &TcpConnection::received, this, [&](ConnectionId /*id*/, QByteArrayView bytes) {
            most = std::max<qint64>(most, bytes.size());
            if (bytes.data() == place.constData())
                inPlace += bytes.size();
        });
        const QByteArray bytes = randomBytes(8 << 20, 14);
        qint64 sent = 0;
        QTRY_VERIFY_WITH_TIMEOUT((sent += pair.client.write(QByteArrayView(bytes).sliced(sent))) == bytes.size(),
                                 3 * kPatienceMs);
        pair.client.close();
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{false}, kPatienceMs);
        QVERIFY(pair.received == bytes);
        QVERIFY(most <= 64 * 1024);
        if (isTaken)
            QVERIFY2(inPlace > bytes.size() / 4, qPrintable(QString::number(inPlace)));
        else
            QCOMPARE(inPlace, 0);
    }

    /// What comes while it is held back is not touched: the first byte would be a record of its own.
    void heldBack()
    {
        Pair pair;
        QList<qsizetype> sizes;
        connect(pair.connection.get(), &TcpConnection::received, this,
                [&](ConnectionId /*id*/, QByteArrayView bytes) { sizes.append(bytes.size()); });
        for (int times = 0; times < 3; ++times) {
            pair.connection->setReceiving(false);
            QCOMPARE(pair.client.write("held back"), qint64{9});
            QTest::qWait(kAWhileMs);
            QCOMPARE(sizes.size(), times);
            pair.connection->setReceiving(true);
            QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), times + 1, kPatienceMs);
            QCOMPARE(sizes.last(), 9);
        }
        pair.connection->setReceiving(false);
        pair.client.write("held back");
        pair.client.close();
        QTest::qWait(kAWhileMs);
        QVERIFY(pair.ends.isEmpty());
        pair.connection->setReceiving(true);
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{false}, kPatienceMs);
    }

    /// What was handed over before still goes out, to a peer that has finished sending and reads.
    void leftWhileWhatWaitsGoesOut_data()
    {
        QTest::addColumn<bool>("held");
        QTest::addColumn<bool>("finished");   ///< by the peer, before
        QTest::addColumn<bool>("finishes");   ///< after
        QTest::addColumn<qsizetype>("sends"); ///< after that it is left
        for (const bool held : {false, true}) {
            const auto row = [held](const char* what, bool finished, bool finishes, qsizetype sends) {
                QTest::addRow("%s, %s", held ? "held back" : "receiving", what)
                    << held << finished << finishes << sends;
            };
            row("open", false, false, 0);
            row("finished before", true, false, 0);
            row("finishes", false, true, 0);
            row("sends", false, false, 200'000);
            row("sends and finishes", false, true, 200'000);
        }
    }
    void leftWhileWhatWaitsGoesOut()
    {
        QFETCH(bool, held);
        QFETCH(bool, finished);
        QFETCH(bool, finishes);
        QFETCH(qsizetype, sends);
        Pair pair;
        const QByteArray bytes = randomBytes(kMuch, 23);
        pair.connection->write(bytes);
        pair.connection->setReceiving(!held);
        if (finished)
            pair.client.finishSending();
        QTest::qWait(kAWhileMs);
        QVERIFY(pair.ends.isEmpty()); // what waits comes first
        const QPointer<TcpConnection> left = pair.connection.release();
        left->leave();
        QTest::qWait(kAWhileMs);
        for (qint64 sent = 0; sent < sends; QTest::qWait(1))
            sent += pair.client.write(QByteArray(sends - sent, 'x'));
        if (finishes)
            pair.client.finishSending();
        QTest::qWait(kAWhileMs);
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT(pair.client.read(got), RawSocket::ReadEnd::End, kPatienceMs);
        QVERIFY2(got == bytes, qPrintable(QString::number(got.size())));
        if (left)
            left->endFarewell(); // as a transport does after a while
        QTRY_VERIFY_WITH_TIMEOUT(left.isNull(), kPatienceMs);
    }

    /// Where Qt's notifiers cannot be watched, ends are not told apart, but nothing is lost that Qt has.
    void withoutWatch_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void withoutWatch()
    {
        QFETCH(bool, reset);
        Pair pair;
        pair.stopWatching();
        const QByteArray bytes = randomBytes(30 * 1024, 11);
        QCOMPARE(pair.client.write(bytes), bytes.size());
        if (reset)
            pair.client.reset();
        else
            pair.client.close();
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{false}, kPatienceMs);
        QVERIFY(pair.received == bytes);
    }
    void withoutWatchAFailedWriteLosesNothingRead()
    {
        Pair pair;
        pair.stopWatching();
        pair.socket->setReadBufferSize(0);
        QSignalBlocker blocker(pair.socket); // Qt reads, and we do not hear of it
        const QByteArray bytes = randomBytes(200 * 1024, 12);
        qint64 sent = 0;
        QTRY_VERIFY_WITH_TIMEOUT((sent += pair.client.write(QByteArrayView(bytes).sliced(sent))) == bytes.size() &&
                                     pair.socket->bytesAvailable() == bytes.size(),
                                 kPatienceMs);
        blocker.unblock();
        pair.client.reset();
        pair.connection->write("to nobody");
        pair.socket->flush(); // fails, and Qt drops the socket with its buffers
        QTRY_COMPARE_WITH_TIMEOUT(pair.ends, QList<bool>{true}, kPatienceMs);
        QVERIFY(pair.received == bytes);
    }

    void eventLoopTurnsWhileFlooded()
    {
        // Two senders at full speed; a timer must go on ticking, and neither may starve the other.
        constexpr qsizetype total = qsizetype{96} << 20;
        const QByteArray block = randomBytes(1 << 20, 9);
        RawSocket second = RawSocket::connectTo(m_log->local.port);
        QTRY_COMPARE_WITH_TIMEOUT(m_log->peers.size(), 2, kPatienceMs);
        QHash<ConnectionId, qint64> count;
        QHash<ConnectionId, bool> same{{1, true}, {2, true}};
        m_server->disconnect(SIGNAL(received(netassist::ConnectionId, QByteArrayView)));
        connect(m_server.get(), &Transport::received, this, [&](ConnectionId id, QByteArrayView bytes) {
            for (qsizetype i = 0; i < bytes.size();) {
                const qsizetype at = count[id] % block.size();
                const qsizetype length = std::min(bytes.size() - i, block.size() - at);
                if (memcmp(block.constData() + at, bytes.data() + i, static_cast<std::size_t>(length)) != 0)
                    same[id] = false;
                i += length;
                count[id] += length;
            }
        });
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(10);
        qint64 sent[2] = {};
        QTimer pump; // keeps both sockets' system buffers full
        connect(&pump, &QTimer::timeout, this, [&] {
            RawSocket* const sockets[2] = {&m_client, &second};
            for (int i = 0; i < 2; ++i) {
                while (sent[i] < total) {
                    const qint64 at = sent[i] % block.size();
                    const qint64 room = std::min<qint64>(block.size() - at, total - sent[i]);
                    const qint64 taken = sockets[i]->write(QByteArrayView(block).sliced(at, room));
                    sent[i] += taken;
                    if (taken == 0)
                        break;
                }
            }
        });
        pump.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(count.value(1) == total && count.value(2) == total, 6 * kPatienceMs);
        QVERIFY(same.value(1) && same.value(2));
        QVERIFY(ticks > 0);
    }
};

QTEST_GUILESS_MAIN(TestTcpEnds)
#include "tst_tcp_ends.moc"
