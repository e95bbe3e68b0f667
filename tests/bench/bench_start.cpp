// SPDX-License-Identifier: MIT
// From start to first paint, and until all is painted, of the program itself and of an empty main window, one with a word
// in it, and one with the same controls and nothing behind them; memory when idle; size on disk. On the display where
// there is one.
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
    double firstMs = 0; ///< until the first paint was over
    double wholeMs = 0; ///< until the last was that the start has
    double idleMiB = 0;
    QString trouble; ///< why nothing was shown, as far as that is known
};

Start start(const QString& program, const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FIRST_PAINT));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")); // off for most people
    if (environment.contains(QStringLiteral("DISPLAY")))
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    process.setProcessEnvironment(environment);
    const double begun = now();
    process.start(program, arguments);
    (void)waitUntil([&] { return process.state() == QProcess::NotRunning; }, 60);
    const QByteArrayList words = process.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 3)
        return {0, 0, 0,
                QStringLiteral("%1, code %2: %3")
                    .arg(process.errorString())
                    .arg(process.exitCode())
                    .arg(QString::fromLocal8Bit(process.readAllStandardError()))};
    const auto sinceBegun = [begun](const QByteArray& at) { return (at.toDouble() - begun) * kMsPerSecond; };
    return {sinceBegun(words[0]), sinceBegun(words[1]), words[2].toDouble() / kMiB, {}};
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    Report& report = bench.report();
    const auto measure = [&report](const QString& program, const QStringList& arguments, std::vector<double>& idle) {
        const Start started = start(program, arguments);
        report.check(started.firstMs > 0, program + QStringLiteral(" showed nothing: ") + started.trouble);
        idle.push_back(started.idleMiB);
        return started;
    };
    const QString ours = QStringLiteral(NETASSISTANT);
    const QString floor = QStringLiteral(FLOOR_WINDOW);
    const QString controls = QStringLiteral(FLOOR_CONTROLS);
    const QStringList word{QStringLiteral("网络调试助手")};
    const QString ms = QStringLiteral("ms");
    const int rounds = bench.rounds() * 2;

    std::vector<double> oursIdle;
    std::vector<double> floorIdle;
    std::vector<double> wordIdle;
    std::vector<double> controlsIdle;
    const auto oursFirst = [&] { return measure(ours, {}, oursIdle).firstMs; };
    const auto oursWhole = [&] {
        const Start started = measure(ours, {}, oursIdle);
        report.check(started.wholeMs > started.firstMs,
                     QStringLiteral("all was painted at once, or nothing but the frame"));
        return started.wholeMs;
    };
    report.atMostTimes(QStringLiteral("start to first paint"),
                       inTurns(rounds, oursFirst, [&] { return measure(floor, {}, floorIdle).firstMs; }), ms, kBound);
    report.compared(QStringLiteral("start until all is painted, against an empty window"),
                    inTurns(rounds, oursWhole, [&] { return measure(floor, {}, floorIdle).wholeMs; }), ms);
    report.compared(QStringLiteral("  against a window with one word in it"),
                    inTurns(rounds, oursWhole, [&] { return measure(floor, word, wordIdle).wholeMs; }), ms);
    report.compared(QStringLiteral("  against the same controls bare"),
                    inTurns(rounds, oursWhole, [&] { return measure(controls, {}, controlsIdle).wholeMs; }), ms);
    report.compared(QStringLiteral("memory when idle"), {median(oursIdle), median(floorIdle)}, QStringLiteral("MiB"));
    report.compared(QStringLiteral("memory when idle, against the same controls bare"),
                    {median(oursIdle), median(controlsIdle)}, QStringLiteral("MiB"));
    report.compared(
        QStringLiteral("size of the program's file"),
        {static_cast<double>(QFileInfo(ours).size()) / kMiB, static_cast<double>(QFileInfo(floor).size()) / kMiB},
        QStringLiteral("MiB"));
    return report.status();
}
