// SPDX-License-Identifier: MIT
// A gigabyte on one connection, with the window shown and following: as GBK text in log mode, then as HEX.
#include "tests/bench/Bench.h"
#include "tests/bench/Reception.h"

using namespace netassist::bench;

namespace {

constexpr double kBound = 0.33;

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    const Content content = Content::text("GBK", bench.size());
    window.setEncoding(u"GBK");
    compareReception(bench, window, QStringLiteral("receive, GBK text, log mode"), content, {}, kBound);
    window.view().setReceiveHex(true);
    compareReception(bench, window, QStringLiteral("receive, HEX, log mode"), content, {}, kBound);
    return bench.report().status();
}
