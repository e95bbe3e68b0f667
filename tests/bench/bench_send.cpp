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

constexpr double kBound = 0.8;
constexpr double kMega = 1e6;
constexpr double kMiB = 1 << 20;
constexpr qint64 kEnough = qint64{8} << 20; // so much waits, ours and the floor's

/// Seconds in which a bare socket writes it.
double sendBare(const Content& content)
{
    const Drain drain(content);
    QTcpSocket socket;
    QByteArray block;
    qint64 next = 0;
    double begun = 0;
    const auto fill = [&] {
        while (next < content.blockCount() && socket.bytesToWrite() < kEnough) {
            content.makeBlock(next++, block);
            socket.write(block);
        }
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
    qint64 peak = 0;
};

Sending send(ShownWindow& window, const Content& content)
{
    Session& session = window.session();
    const Drain drain(content);
    session.open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), drain.port()}});
    (void)waitUntil([&] { return !session.peers().isEmpty(); });
    window.startAfresh();
    resetPeak();
    TurnWatch turns;
    turns.start();
    const double begun = now();
    QByteArray block;
    qint64 next = 0;
    bool isFilling = false;
    const auto fill = [&] {
        if (std::exchange(isFilling, true))
            return; // send() tells of traffic too
        while (next < content.blockCount() && session.waitingBytes() < kEnough) {
            content.makeBlock(next++, block);
            session.send(block);
        }
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
    result.peak = peakResidentBytes();
    return result;
}

void compareSending(Bench& bench, ShownWindow& window)
{
    const Content content = Content::text("UTF-8", bench.size());
    const double megabytes = static_cast<double>(content.size()) / kMega;
    Report& report = bench.report();
    std::vector<double> longest;
    qint64 peak = 0;
    bool isFirst = true;
    const auto ours = [&] {
        const Sending sending = send(window, content);
        report.check(sending.isRight, QStringLiteral("send: what came out is not what was sent"));
        if (std::exchange(isFirst, false))
            report.check(isStored(window.session(), RecordKind::Sent, content, 1),
                         QStringLiteral("send: what is stored is not what was sent"));
        longest.push_back(sending.longestTurn);
        peak = std::max(peak, sending.peak);
        return megabytes / sending.seconds;
    };
    const Medians medians = inTurns(bench.rounds(), ours, [&] { return megabytes / sendBare(content); });
    report.atLeast(QStringLiteral("send, a megabyte at a time"), medians, QStringLiteral("MB/s"), kBound);
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(peak) / kMiB, QStringLiteral("MiB"), 200);
    report.atMost(QStringLiteral("  longest turn"), median(longest), QStringLiteral("ms"), 50);
}

/// More is sent than a slow reader takes: memory stays below what may wait, and what does not fit is refused.
void sendSlowly(Bench& bench, ShownWindow& window)
{
    constexpr qint64 rate = qint64{1} << 20;
    Session& session = window.session();
    const Content content = Content::text("UTF-8", qint64{256} << 20);
    const Drain drain(content, rate);
    session.open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), drain.port()}});
    (void)waitUntil([&] { return !session.peers().isEmpty(); });
    window.startAfresh();
    int refused = 0;
    const QMetaObject::Connection noting =
        QObject::connect(&session, &Session::noted, &window,
                         [&refused](const Note& note) { refused += note.kind == NoteKind::SendQueueFull ? 1 : 0; });
    const qint64 before = residentBytes();
    resetPeak();
    TurnWatch turns;
    turns.start();
    QByteArray block;
    qint64 mostWaiting = 0;
    qint64 next = 0;
    const bool isRefused = waitUntil([&] {
        content.makeBlock(next++, block);
        session.send(block);
        mostWaiting = std::max(mostWaiting, session.waitingBytes());
        return refused > 0 || next == content.blockCount();
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
