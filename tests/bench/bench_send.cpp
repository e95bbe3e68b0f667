// SPDX-License-Identifier: MIT
// Sending a gigabyte, a megabyte at a time, to a peer that reads as fast as it can, and to one that reads 1 MiB a
// second.
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Drain.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Reception.h"
#include "tests/bench/Wait.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>

using namespace netassist;
using namespace netassist::bench;

namespace {

constexpr double kMega = 1e6;
constexpr double kMiB = 1 << 20;
constexpr qint64 kPieceBytes = qint64{1} << 20;
constexpr qint64 kEnough = qint64{8} << 20; // so much waits, ours and the floor's

/// A content cut beforehand, so that what is measured is sending and not making it.
class Pieces {
public:
    explicit Pieces(const Content& content) : m_count(content.size() / kPieceBytes)
    {
        QByteArray block;
        content.makeBlock(0, block);
        for (qint64 at = 0; at + kPieceBytes <= block.size(); at += kPieceBytes)
            m_pieces.append(block.mid(at, kPieceBytes));
        content.makeBlock(content.blockCount() - 1, block);
        m_last = block.last(kPieceBytes);
    }

    [[nodiscard]] bool atEnd() const { return m_next == m_count; }
    [[nodiscard]] QByteArray next()
    {
        ++m_next;
        return atEnd() ? m_last : m_pieces.at((m_next - 1) % m_pieces.size());
    }

private:
    QByteArrayList m_pieces;
    QByteArray m_last;
    qint64 m_count;
    qint64 m_next = 0;
};

/// Seconds in which a bare socket writes it.
double sendBare(const Content& content)
{
    const Drain drain(content);
    QTcpSocket socket;
    Pieces pieces(content);
    double begun = 0;
    const auto fill = [&] {
        while (!pieces.atEnd() && socket.bytesToWrite() < kEnough)
            socket.write(pieces.next());
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, fill);
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        begun = now();
        fill();
    });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), drain.port());
    (void)waitUntil([&] { return drain.finishedAt() > 0 || !drain.isRight(); });
    return drain.finishedAt() - begun;
}

struct Sending {
    double seconds = 0;
    bool isRight = false;
    double longestTurn = 0;
    double longestOwnTurn = 0;
    qint64 peak = 0;
};

Sending send(ShownWindow& window, const Content& content)
{
    Session& session = window.session();
    const Drain drain(content);
    session.open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), drain.port()}});
    (void)waitUntil([&] { return !session.peers().isEmpty(); });
    window.startAfresh();
    Pieces pieces(content);
    resetPeak();
    TurnWatch turns;
    turns.start();
    const double begun = now();
    bool isFilling = false;
    const auto fill = [&] {
        if (std::exchange(isFilling, true))
            return; // send() tells of traffic too
        while (!pieces.atEnd() && session.waitingBytes() < kEnough)
            session.send(pieces.next());
        isFilling = false;
    };
    const QMetaObject::Connection filling = QObject::connect(&session, &Session::trafficked, &window, fill);
    fill();
    Sending result;
    result.isRight = waitUntil([&] { return drain.finishedAt() > 0 || !drain.isRight(); }) && drain.isRight() &&
                     waitUntil([&] { return session.waitingBytes() == 0 && window.showsAtEnd(QStringLiteral("END")); });
    result.seconds = drain.finishedAt() - begun;
    turns.stop();
    QObject::disconnect(filling);
    result.longestTurn = turns.longest();
    result.longestOwnTurn = turns.longestOwn();
    result.peak = peakResidentBytes();
    return result;
}

void compareSending(Bench& bench, ShownWindow& window)
{
    const Content content = Content::pieces(std::max(bench.size(), Content::kPieces * kPieceBytes));
    const double megabytes = static_cast<double>(content.size()) / kMega;
    Report& report = bench.report();
    std::vector<double> longest;
    std::vector<double> own;
    qint64 peak = 0;
    bool isFirst = true;
    std::vector<double> oursOwn;
    std::vector<double> floorOwn;
    const auto ours = [&] {
        const double begun = ownSeconds();
        const Sending sending = send(window, content);
        oursOwn.push_back(megabytes / (ownSeconds() - begun));
        report.check(sending.isRight, QStringLiteral("send: what came out is not what was sent"));
        if (std::exchange(isFirst, false))
            report.check(isStored(window.session(), RecordKind::Sent, content, 1),
                         QStringLiteral("send: what is stored is not what was sent"));
        window.startAfresh(); // the floor is not to share its time with a window that lays out the rest
        longest.push_back(sending.longestTurn);
        own.push_back(sending.longestOwnTurn);
        peak = std::max(peak, sending.peak);
        return megabytes / sending.seconds;
    };
    const auto floor = [&] {
        const double begun = ownSeconds();
        const double seconds = sendBare(content);
        floorOwn.push_back(megabytes / (ownSeconds() - begun));
        return megabytes / seconds;
    };
    const Medians medians = inTurns(bench.rounds(), ours, floor);
    report.compared(QStringLiteral("send, a megabyte at a time"), medians, QStringLiteral("MB/s"));
    report.compared(QStringLiteral("  by processor time of the event loop's thread"),
                    {median(oursOwn), median(floorOwn)}, QStringLiteral("MB/s"));
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(peak) / kMiB, QStringLiteral("MiB"), 200);
    report.atMost(QStringLiteral("  longest turn"), median(longest), QStringLiteral("ms"), 50);
    report.told(QStringLiteral("  longest turn, own processor time"), median(own), QStringLiteral("ms"));
}

/// More is sent than a slow reader takes: memory stays below what may wait, and what does not fit is refused.
void sendSlowly(Bench& bench, ShownWindow& window)
{
    constexpr qint64 rate = qint64{1} << 20;
    Session& session = window.session();
    const Content content = Content::pieces(qint64{256} << 20);
    const Drain drain(content, rate);
    session.open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), drain.port()}});
    (void)waitUntil([&] { return !session.peers().isEmpty(); });
    window.startAfresh();
    int refused = 0;
    const QMetaObject::Connection noting =
        QObject::connect(&session, &Session::noted, &window,
                         [&refused](const Note& note) { refused += note.kind == NoteKind::SendQueueFull ? 1 : 0; });
    Pieces pieces(content); // made outside of what is watched
    const qint64 before = residentBytes();
    resetPeak();
    TurnWatch turns;
    turns.start();
    qint64 mostWaiting = 0;
    const bool isRefused = waitUntil([&] {
        session.send(pieces.next());
        mostWaiting = std::max(mostWaiting, session.waitingBytes());
        return refused > 0 || pieces.atEnd();
    });
    const qint64 got = drain.received();
    const double seconds = bench.count(5, 1);
    pause(seconds);
    turns.stop();
    QObject::disconnect(noting);
    Report& report = bench.report();
    report.check(isRefused && refused == 1 && drain.isRight() && drain.received() > 0,
                 QStringLiteral("slow reader: not refused once, or what came out is not what was sent"));
    report.check(mostWaiting <= session.limits().waitingBytes, QStringLiteral("slow reader: more waits than may"));
    report.told(QStringLiteral("send to a reader of 1 MiB/s: it gets"),
                static_cast<double>(drain.received() - got) / kMega / seconds, QStringLiteral("MB/s"));
    report.atMost(QStringLiteral("  waiting at most"), static_cast<double>(mostWaiting) / kMiB, QStringLiteral("MiB"),
                  64);
    report.atMost(QStringLiteral("  memory it takes"), static_cast<double>(peakResidentBytes() - before) / kMiB,
                  QStringLiteral("MiB"), 100);
    report.atMost(QStringLiteral("  longest turn"), turns.longest(), QStringLiteral("ms"), 50);
    session.close();
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    compareSending(bench, window);
    sendSlowly(bench, window);
    return bench.report().status();
}
