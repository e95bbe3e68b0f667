// SPDX-License-Identifier: MIT
// From start to first paint, of the program itself and of an empty main window; memory when idle; size on disk.
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Wait.h"

#include <QFileInfo>
#include <QProcess>

using namespace netassist::bench;

namespace {

constexpr double kBound = 1.5;
constexpr double kMsPerSecond = 1e3;
constexpr double kMiB = 1 << 20;

struct Start {
    double milliseconds = 0;
    double idleMiB = 0;
};

Start start(const QString& program)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FIRST_PAINT));
    process.setProcessEnvironment(environment);
    const double begun = now();
    process.start(program, {});
    (void)waitUntil([&] { return process.state() == QProcess::NotRunning; }, 60);
    const QByteArrayList words = process.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2)
        return {};
    return {(words[0].toDouble() - begun) * kMsPerSecond, words[1].toDouble() / kMiB};
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    std::vector<double> oursIdle;
    std::vector<double> floorIdle;
    const auto measure = [&](const QString& program, std::vector<double>& idle) {
        const Start started = start(program);
        bench.report().check(started.milliseconds > 0, program + QStringLiteral(" showed nothing"));
        idle.push_back(started.idleMiB);
        return started.milliseconds;
    };
    const QString ours = QStringLiteral(NETASSISTANT);
    const QString floor = QStringLiteral(FLOOR_WINDOW);
    const Medians medians = inTurns(
        bench.rounds() * 2, [&] { return measure(ours, oursIdle); }, [&] { return measure(floor, floorIdle); });
    Report& report = bench.report();
    report.atMostTimes(QStringLiteral("start to first paint"), medians, QStringLiteral("ms"), kBound);
    report.compared(QStringLiteral("memory when idle"), {median(oursIdle), median(floorIdle)}, QStringLiteral("MiB"));
    report.compared(
        QStringLiteral("size of the program's file"),
        {static_cast<double>(QFileInfo(ours).size()) / kMiB, static_cast<double>(QFileInfo(floor).size()) / kMiB},
        QStringLiteral("MiB"));
    return report.status();
}
