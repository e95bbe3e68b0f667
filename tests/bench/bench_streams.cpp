// SPDX-License-Identifier: MIT
// Streams that make a log suffer: without a line break, of zeros, of line breaks alone, UTF-16 cut in the middle of
// its characters, and one byte a segment.
#include "tests/bench/Bench.h"
#include "tests/bench/Reception.h"

using namespace netassist::bench;

namespace {

constexpr double kBound = 0.33;
constexpr double kMessageBound = 0.5;
constexpr qsizetype kOddBytes = 65'535;

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    compareReception(bench, window, QStringLiteral("only A, no line break"), Content::onlyByte('A', bench.size()), {},
                     kBound);
    compareReception(bench, window, QStringLiteral("only zero bytes"), Content::onlyByte('\0', bench.size()), {},
                     kBound);
    window.setLogMode(false);
    compareReception(bench, window, QStringLiteral("only A, without log mode"), Content::onlyByte('A', bench.size()),
                     {}, kBound);
    compareReception(bench, window, QStringLiteral("only line breaks, without log mode"),
                     Content::onlyByte('\n', bench.size()), {}, kBound);
    window.setLogMode(true);
    compareReception(bench, window, QStringLiteral("only line breaks"), Content::onlyByte('\n', bench.size()), {},
                     kBound);
    window.setLogMode(false); // the end may be cut, and is looked for without headers in it
    compareReception(bench, window, QStringLiteral("1-byte segments"),
                     Content::onlyByte('x', bench.count(1'000'000, 20'000)), {1, 1, true}, kMessageBound);
    window.setEncoding(u"UTF-16LE");
    compareReception(bench, window, QStringLiteral("UTF-16 with odd cuts"), Content::text("UTF-16LE", bench.size()),
                     {kOddBytes, 1, false}, kBound);
    return bench.report().status();
}
