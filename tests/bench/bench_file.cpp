// SPDX-License-Identifier: MIT
// A gigabyte sent as a file, and a gigabyte saved to a file while it is received.
#include "app/session/FileSender.h"
#include "app/session/Recording.h"
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Drain.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Reception.h"
#include "tests/bench/Wait.h"
#include "ui/SaveToFile.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>

using namespace netassist;
using namespace netassist::bench;

namespace {

constexpr double kBound = 0.8;
constexpr double kMega = 1e6;
constexpr double kMiB = 1 << 20;
constexpr qint64 kMostWaiting = qint64{1} << 20; // in the floor's socket, as in ours
constexpr qint64 kPiece = qint64{256} << 10;

bool makeFile(const QString& path, const Content& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray block;
    qint64 left = content.size();
    for (qint64 number = 0; number < content.blockCount(); ++number) {
        content.makeBlock(number, block);
        const qint64 length = std::min<qint64>(left, block.size());
        if (file.write(block.constData(), length) != length)
            return false;
        left -= length;
    }
    return left == 0;
}

/// Seconds in which a bare socket sends the file.
double sendBare(const QString& path, const Content& content)
{
    const Drain drain(content);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    QTcpSocket socket;
    double begun = 0;
    const auto fill = [&] {
        while (!file.atEnd() && socket.bytesToWrite() < kMostWaiting)
            socket.write(file.read(kPiece));
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

void compareSending(Bench& bench, ShownWindow& window, const QString& path, const Content& content)
{
    const double megabytes = static_cast<double>(content.size()) / kMega;
    Session& session = window.session();
    Report& report = bench.report();
    std::vector<double> longest;
    qint64 peak = 0;
    std::vector<double> oursOwn;
    std::vector<double> floorOwn;
    const auto ours = [&] {
        const Drain drain(content);
        session.open({Protocol::TcpClient, {QStringLiteral("127.0.0.1"), drain.port()}});
        (void)waitUntil([&] { return !session.peers().isEmpty(); });
        window.startAfresh();
        resetPeak();
        TurnWatch turns;
        turns.start();
        const double ownBegun = ownSeconds();
        const double begun = now();
        session.sendFile(path, 0, {});
        const bool isRight =
            waitUntil([&] { return drain.finishedAt() > 0 || !drain.isRight(); }) && drain.isRight() &&
            waitUntil([&] { return !session.fileSender().isRunning() && session.waitingBytes() == 0; });
        const double seconds = drain.finishedAt() - begun;
        oursOwn.push_back(megabytes / (ownSeconds() - ownBegun));
        turns.stop();
        report.check(isRight, QStringLiteral("send a file: what came out is not the file"));
        report.check(isStored(session, RecordKind::Sent, content, 1),
                     QStringLiteral("send a file: what is stored is not the file"));
        longest.push_back(turns.longest());
        peak = std::max(peak, peakResidentBytes());
        window.startAfresh(); // the floor is not to share its time with a window that lays out the rest
        return megabytes / seconds;
    };
    const auto floor = [&] {
        const double begun = ownSeconds();
        const double seconds = sendBare(path, content);
        floorOwn.push_back(megabytes / (ownSeconds() - begun));
        return megabytes / seconds;
    };
    const Medians medians = inTurns(bench.rounds(), ours, floor);
    report.atLeast(QStringLiteral("send a file"), medians, QStringLiteral("MB/s"), kBound);
    report.compared(QStringLiteral("  by processor time of the event loop's thread"),
                    {median(oursOwn), median(floorOwn)}, QStringLiteral("MB/s"));
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(peak) / kMiB, QStringLiteral("MiB"), 200);
    report.atMost(QStringLiteral("  longest turn"), median(longest), QStringLiteral("ms"), 50);
    session.close();
}

void saveWhileReceiving(Bench& bench, const Content& content, RecordingKind kind, const QString& what)
{
    ShownWindow window(bench.home());
    const QString path = bench.home() + QStringLiteral("/saved");
    QFile::remove(path);
    window.startAfresh();
    qint64 dropped = 0;
    QObject::connect(&window.session(), &Session::noted, &window, [&dropped](const Note& note) {
        if (note.kind == NoteKind::SavingGap)
            dropped += note.details.at(1).toLongLong();
    });
    window.view().saveToFile().start({path, kind, RecordingFile::Start::New});
    TurnWatch turns;
    turns.start();
    const double begun = now();
    const Reception reception = receive(window, content, {});
    turns.stop();
    // As text the line ends are shorter.
    const qint64 least = kind == RecordingKind::Log ? content.size() / 2 : content.size();
    bool isOver = false;
    QObject::connect(&window.view(), &SessionView::savedSizeChanged, &window,
                     [&isOver](qint64 bytes) { isOver = bytes < 0; });
    window.view().saveToFile().stop();
    const bool isDone = waitUntil([&] { return isOver; }) && QFileInfo(path).size() + dropped >= least;
    const double behind = now() - begun - reception.seconds;
    Report& report = bench.report();
    report.check(reception.isComplete && isDone, what + QStringLiteral(": not all of it is in the file"));
    report.told(what, static_cast<double>(content.size()) / kMega / reception.seconds, QStringLiteral("MB/s"));
    report.told(QStringLiteral("  the file is complete later by"), behind, QStringLiteral("s"));
    report.told(QStringLiteral("  dropped unsaved"), static_cast<double>(dropped) / kMiB, QStringLiteral("MiB"));
    report.atMost(QStringLiteral("  longest turn"), turns.longest(), QStringLiteral("ms"), 50);
    report.told(QStringLiteral("  longest turn, own processor time"), turns.longestOwn(), QStringLiteral("ms"));
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(reception.peakBytes) / kMiB,
                  QStringLiteral("MiB"), 200);
    QFile::remove(path);
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    const Content content = Content::text("UTF-8", bench.size());
    const QString path = bench.home() + QStringLiteral("/file");
    bench.report().check(makeFile(path, content), QStringLiteral("the file cannot be made"));
    {
        ShownWindow window(bench.home());
        compareSending(bench, window, path, content);
    }
    saveWhileReceiving(bench, content, RecordingKind::Received, QStringLiteral("receive, saving the bytes"));
    saveWhileReceiving(bench, content, RecordingKind::Log, QStringLiteral("receive, saving the log"));
    return bench.report().status();
}
