// SPDX-License-Identifier: MIT
#include "tests/bench/Reception.h"

#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Floor.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Wait.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>

namespace netassist::bench {

namespace {

constexpr double kMega = 1e6;
constexpr qint64 kMiB = qint64{1} << 20;
constexpr double kMostMemory = 200;
constexpr double kLongestTurn = 50;
constexpr double kTurn99 = 20;

QString endAsShown(const LogView& log, const Content& content)
{
    return log.viewSettings().hex ? QString::fromLatin1(content.end().toHex().toUpper()) : QStringLiteral("END");
}

} // namespace

Reception receive(ShownWindow& window, const Content& content, FloodPlan plan)
{
    Reception result;
    window.startAfresh();
    resetPeak();
    const int framesBefore = window.frames();
    const qint64 total = content.size() * plan.clients;
    const Counters& counters = window.session().counters();
    const QString end = endAsShown(window.log(), content);
    TurnWatch turns;
    turns.start();
    Flood flood(window.port(), content, plan);
    int framesWhenComplete = -1;
    result.isComplete = waitUntil([&] {
        if (counters.receivedBytes < total)
            return false;
        if (framesWhenComplete < 0) {
            framesWhenComplete = window.frames();
            window.log().viewport()->update(); // the last bytes may be painted already, and nothing else be to come
        }
        return window.frames() > framesWhenComplete && window.showsAtEnd(end);
    });
    result.seconds = now() - flood.startedAt();
    turns.stop();
    result.longestTurn = turns.longest();
    result.turn99 = turns.percentile99();
    result.longestOwnTurn = turns.longestOwn();
    result.peakBytes = peakResidentBytes();
    result.frames = window.frames() - framesBefore;
    result.isComplete = result.isComplete && !flood.hasFailed();
    return result;
}

double receiveBare(const Content& content, FloodPlan plan)
{
    FloorSink sink;
    const qint64 total = content.size() * plan.clients;
    double end = 0;
    QObject::connect(&sink, &FloorSink::read, &sink, [&] {
        if (sink.received() >= total)
            end = now();
    });
    Flood flood(sink.port(), content, plan);
    (void)waitUntil([&] { return end > 0; });
    return end - flood.startedAt();
}

bool isStored(const Session& session, RecordKind kind, const Content& content, int peers)
{
    const Capture& capture = session.capture();
    std::map<PeerId, QCryptographicHash> hashes;
    qint64 bytes = 0;
    qint64 records = 0;
    for (RecordId id = capture.begin(); id < capture.end(); ++id) {
        const Record record = capture.record(id);
        if (record.kind != kind)
            continue;
        const auto hash = hashes.try_emplace(record.peer, QCryptographicHash::Sha1).first;
        hash->second.addData(capture.bytes(id));
        bytes += record.length;
        ++records;
    }
    const QByteArray sent = content.hash();
    const Counters& counters = session.counters();
    const bool isReceived = kind == RecordKind::Received;
    return static_cast<int>(hashes.size()) == peers && bytes == content.size() * peers &&
           bytes == (isReceived ? counters.receivedBytes : counters.sentBytes) &&
           records == (isReceived ? counters.receivedRecords : counters.sentRecords) &&
           (isReceived ? counters.sentBytes : counters.receivedBytes) == 0 &&
           std::all_of(hashes.begin(), hashes.end(), [&](auto& hash) { return hash.second.result() == sent; });
}

void compareReception(Bench& bench, ShownWindow& window, const QString& what, const Content& content, FloodPlan plan,
                      double bound)
{
    const double megabytes = static_cast<double>(content.size() * plan.clients) / kMega;
    std::vector<double> longest;
    std::vector<double> own;
    std::vector<double> turn99;
    qint64 peak = 0;
    int frames = 0;
    bool isFirst = true;
    std::vector<double> oursOwn;
    std::vector<double> floorOwn;
    const auto ours = [&] {
        const double begun = ownSeconds();
        const Reception reception = receive(window, content, plan);
        oursOwn.push_back(megabytes / (ownSeconds() - begun));
        bench.report().check(reception.isComplete, what + QStringLiteral(": not all arrived, or its end is not shown"));
        if (std::exchange(isFirst, false))
            bench.report().check(isStored(window.session(), RecordKind::Received, content, plan.clients),
                                 what + QStringLiteral(": what is stored is not what was sent"));
        window.startAfresh(); // the floor is not to share its time with a window that lays out the rest
        longest.push_back(reception.longestTurn);
        own.push_back(reception.longestOwnTurn);
        turn99.push_back(reception.turn99);
        peak = std::max(peak, reception.peakBytes);
        frames = reception.frames;
        return megabytes / reception.seconds;
    };
    const auto floor = [&] {
        const double begun = ownSeconds();
        const double seconds = receiveBare(content, plan);
        floorOwn.push_back(megabytes / (ownSeconds() - begun));
        return megabytes / seconds;
    };
    const Medians medians = inTurns(bench.rounds(), ours, floor);
    Report& report = bench.report();
    if (bound > 0)
        report.atLeast(what, medians, QStringLiteral("MB/s"), bound);
    else
        report.compared(what, medians, QStringLiteral("MB/s"));
    report.compared(QStringLiteral("  by processor time of the event loop's thread"),
                    {median(oursOwn), median(floorOwn)}, QStringLiteral("MB/s"));
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(peak) / kMiB, QStringLiteral("MiB"),
                  kMostMemory);
    report.atMost(QStringLiteral("  longest turn"), median(longest), QStringLiteral("ms"), kLongestTurn);
    report.atMost(QStringLiteral("  99 of 100 turns"), median(turn99), QStringLiteral("ms"), kTurn99);
    report.told(QStringLiteral("  longest turn, own processor time"), median(own), QStringLiteral("ms"));
    report.told(QStringLiteral("  frames painted"), frames, QStringLiteral("times"));
}

} // namespace netassist::bench
