// SPDX-License-Identifier: MIT
// With a gigabyte captured: how soon a change of view is right on the screen and laid out whole, scrolling to any
// place, clearing, and copying 100 MiB.
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Reception.h"
#include "tests/bench/Wait.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QScrollBar>

#include <algorithm>

using namespace netassist;
using namespace netassist::bench;

namespace {

constexpr double kViewportMs = 100;
constexpr double kLongestTurnMs = 50;
constexpr double kMsPerSecond = 1e3;
constexpr quint32 kSeed = 20261124;

struct Change {
    QString what;
    std::function<void(ShownWindow&)> make;
};

QList<Change> changes()
{
    const auto widen = [](int by) {
        return [by](ShownWindow& window) {
            window.window().resize(window.window().width() + by, window.window().height());
        };
    };
    return {
        {QStringLiteral("to UTF-8"), [](ShownWindow& window) { window.setEncoding(u"UTF-8"); }},
        {QStringLiteral("to GBK"), [](ShownWindow& window) { window.setEncoding(u"GBK"); }},
        {QStringLiteral("to HEX"), [](ShownWindow& window) { window.view().setReceiveHex(true); }},
        {QStringLiteral("to text"), [](ShownWindow& window) { window.view().setReceiveHex(false); }},
        {QStringLiteral("log mode off"), [](ShownWindow& window) { window.setLogMode(false); }},
        {QStringLiteral("log mode on"), [](ShownWindow& window) { window.setLogMode(true); }},
        {QStringLiteral("wider"), widen(200)},
        {QStringLiteral("narrower"), widen(-200)},
    };
}

void measure(Bench& bench, ShownWindow& window, const Change& change, const QString& where)
{
    const QString what = change.what + where;
    const int frames = window.frames();
    TurnWatch turns;
    turns.start();
    const double begun = now();
    change.make(window);
    bool isPainted = waitUntil([&] { return window.frames() > frames && window.paintedAt() > begun; });
    const double painted = window.paintedAt();
    const QString atFirst = window.log().visibleText();
    isPainted = waitUntil([&] { return window.log().isLaidOut(); }) && isPainted;
    const double laidOut = now();
    turns.stop();
    Report& report = bench.report();
    report.check(isPainted && !atFirst.isEmpty(), what + QStringLiteral(": nothing is shown"));
    report.check(atFirst == window.log().visibleText(),
                 what + QStringLiteral(": what was shown at first was not right"));
    report.atMost(what + QStringLiteral(": on the screen"), (painted - begun) * kMsPerSecond, QStringLiteral("ms"),
                  kViewportMs);
    report.told(QStringLiteral("  laid out whole"), laidOut - begun, QStringLiteral("s"));
    report.atMost(QStringLiteral("  longest turn"), turns.longest(), QStringLiteral("ms"), kLongestTurnMs);
}

void scrollAbout(Bench& bench, ShownWindow& window, int times)
{
    QScrollBar* const bar = window.log().verticalScrollBar();
    QRandomGenerator random(kSeed);
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        const double begun = now();
        bar->setSliderPosition(random.bounded(bar->maximum() + 1));
        window.log().viewport()->repaint();
        took.push_back((now() - begun) * kMsPerSecond);
    }
    std::sort(took.begin(), took.end());
    bench.report().told(QStringLiteral("scroll to any place, %1 times: half of them within").arg(times), median(took),
                        QStringLiteral("ms"));
    bench.report().told(QStringLiteral("  99 of 100 within"), took[(took.size() - 1) * 99 / 100], QStringLiteral("ms"));
    bench.report().atMost(QStringLiteral("  longest"), took.back(), QStringLiteral("ms"), kLongestTurnMs);
}

void clearAll(Bench& bench, ShownWindow& window)
{
    TurnWatch turns;
    turns.start();
    const int frames = window.frames();
    window.startAfresh();
    bench.report().check(waitUntil([&] { return window.frames() > frames; }), QStringLiteral("clear: not painted"));
    constexpr double kUntilAllIsGivenBack = 2;
    pause(kUntilAllIsGivenBack);
    turns.stop();
    bench.report().atMost(QStringLiteral("clear: longest turn"), turns.longest(), QStringLiteral("ms"), kLongestTurnMs);
}

void copyAll(Bench& bench, ShownWindow& window, const Content& content)
{
    bench.report().check(receive(window, content, {}).isComplete, QStringLiteral("copy: not all arrived"));
    bool isCopied = false;
    QObject::connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, &window, [&] { isCopied = true; });
    window.log().selectAll();
    TurnWatch turns;
    turns.start();
    resetPeak();
    const double begun = now();
    window.log().copy();
    isCopied = waitUntil([&] { return isCopied; });
    const double seconds = now() - begun;
    turns.stop();
    const QString text = QGuiApplication::clipboard()->text();
    bench.report().check(isCopied && text.trimmed().endsWith(QLatin1String("END")) &&
                             text.count(u'\n') > content.size() / 100,
                         QStringLiteral("copy: not all is on the clipboard"));
    bench.report().told(QStringLiteral("copy of %1 MiB").arg(content.size() >> 20), seconds, QStringLiteral("s"));
    bench.report().atMost(QStringLiteral("  longest turn"), turns.longest(), QStringLiteral("ms"), kLongestTurnMs);
    bench.report().told(QStringLiteral("  most memory, the text on the clipboard included"),
                        static_cast<double>(peakResidentBytes()) / (1 << 20), QStringLiteral("MiB"));
    QGuiApplication::clipboard()->clear();
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    window.setEncoding(u"GBK");
    const Content content = Content::text("GBK", bench.size());
    bench.report().check(receive(window, content, {}).isComplete, QStringLiteral("not all arrived"));
    bench.report().check(isStored(window.session(), RecordKind::Received, content, 1),
                         QStringLiteral("what is stored is not what was sent"));
    const double begun = now();
    bench.report().check(waitUntil([&] { return window.log().isLaidOut(); }), QStringLiteral("never laid out"));
    bench.report().told(QStringLiteral("all laid out, after it was received"), now() - begun, QStringLiteral("s"));

    for (const Change& change : changes())
        measure(bench, window, change, QStringLiteral(", at the end"));
    window.log().verticalScrollBar()->setSliderPosition(window.log().verticalScrollBar()->maximum() / 2);
    constexpr qsizetype kContentOnly = 4; // those that change the way the bytes are read
    for (const Change& change : changes().first(kContentOnly))
        measure(bench, window, change, QStringLiteral(", in the middle"));
    scrollAbout(bench, window, bench.count(10'000, 200));
    clearAll(bench, window);
    copyAll(bench, window, Content::text("GBK", bench.size() / 10));
    return bench.report().status();
}
