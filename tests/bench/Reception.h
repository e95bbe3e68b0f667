// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/Flood.h"
#include "tests/bench/ShownWindow.h"
#include "tests/bench/TurnWatch.h"

namespace netassist::bench {

class Bench;

/// What it took to receive a content in the window: from the first byte sent until all of it was stored and its end was on
/// the screen.
struct Reception {
    double seconds = 0;
    double longestTurn = 0; ///< milliseconds, as are the next two
    double turn99 = 0;
    double longestOwnTurn = 0;
    qint64 peakBytes = 0;
    int frames = 0;
    bool isComplete = false;
};
[[nodiscard]] Reception receive(ShownWindow& window, const Content& content, FloodPlan plan);
/// Seconds in which a bare sink takes the same.
[[nodiscard]] double receiveBare(const Content& content, FloodPlan plan);
/// Every peer's bytes of a kind are stored as the content has them, and counted; so many peers.
[[nodiscard]] bool isStored(const Session& session, RecordKind kind, const Content& content, int peers);

/// In turns with the floor, checked and told. @param bound of the ratio; 0: none
void compareReception(Bench& bench, ShownWindow& window, const QString& what, const Content& content, FloodPlan plan,
                      double bound);

} // namespace netassist::bench
