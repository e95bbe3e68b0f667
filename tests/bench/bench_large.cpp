// SPDX-License-Identifier: MIT
// More than 4 GiB on one connection: offsets and counters do not fit 32 bits, and every byte is stored.
#include "tests/bench/Bench.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Reception.h"

using namespace netassist;
using namespace netassist::bench;

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    const qint64 bytes = bench.isQuick() ? bench.size() : 4 * bench.size() + bench.size() / 4;
    SessionLimits limits;
    limits.captureBytes = 2 * bytes; // more than by itself, so that all of it can be looked at
    window.session().setLimits(limits);
    const Content content = Content::text("UTF-8", bytes);
    const QString what = QStringLiteral("%1 MiB on one connection").arg(bytes >> 20);
    const double bare = receiveBare(content, {});
    const Reception reception = receive(window, content, {});
    Report& report = bench.report();
    report.check(reception.isComplete, what + QStringLiteral(": not all arrived, or its end is not shown"));
    report.check(window.session().counters().receivedBytes == bytes, what + QStringLiteral(": RX is wrong"));
    report.check(isStored(window.session(), RecordKind::Received, content, 1),
                 what + QStringLiteral(": what is stored is not what was sent"));
    const double megabytes = static_cast<double>(bytes) / 1e6;
    report.atLeast(what, {megabytes / reception.seconds, megabytes / bare}, QStringLiteral("MB/s"), 0.33);
    report.atMost(QStringLiteral("  most memory"), static_cast<double>(reception.peakBytes) / (1 << 20),
                  QStringLiteral("MiB"), 200);
    report.atMost(QStringLiteral("  longest turn"), reception.longestTurn, QStringLiteral("ms"), 50);
    report.atMost(QStringLiteral("  99 of 100 turns"), reception.turn99, QStringLiteral("ms"), 20);
    return report.status();
}
