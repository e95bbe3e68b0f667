// SPDX-License-Identifier: MIT
// A million messages of 32 bytes, each its own write and segment: on one connection, then on a hundred.
#include "tests/bench/Bench.h"
#include "tests/bench/Reception.h"

using namespace netassist::bench;

namespace {

constexpr qsizetype kMessageBytes = 32;
constexpr double kBound = 0.5;
constexpr int kManyClients = 100;

QByteArray messages()
{
    QByteArray block;
    for (int i = 0; i < 1000; ++i)
        block += "message " + QByteArray::number(i).rightJustified(6, '0') + " value=00042.17 \n";
    return block;
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    const int count = bench.count(1'000'000, 20'000);
    const Content one(messages(), count * kMessageBytes);
    compareReception(bench, window, QStringLiteral("%1 messages on one connection").arg(count), one,
                     {kMessageBytes, 1, true}, kBound);
    const Content each(messages(), count / kManyClients * kMessageBytes);
    compareReception(bench, window, QStringLiteral("%1 messages on 100 connections").arg(count), each,
                     {kMessageBytes, kManyClients, true}, kBound);
    return bench.report().status();
}
