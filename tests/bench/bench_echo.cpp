// SPDX-License-Identifier: MIT
// 64 bytes there and back: in through capture and session, and out through the sender; and what a bare echo takes.
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Flood.h"
#include "tests/bench/Floor.h"
#include "tests/bench/ShownWindow.h"
#include "tests/bench/Wait.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

using namespace netassist;
using namespace netassist::bench;

namespace {

constexpr qsizetype kBytes = 64;
constexpr double kBound = 1.5;
constexpr double kMicro = 1e6;

struct RoundTrips {
    double half = 0; ///< microseconds within which half of them are back
    double most = 0; ///< 99 of 100
    bool isRight = false;
};

/// In a thread of its own, while the event loop here answers.
RoundTrips ask(quint16 port, int times)
{
    std::vector<double> took;
    std::atomic<bool> isDone = false;
    bool isRight = true;
    std::thread asking([&] {
        const int socket = connectLoopback(port, true);
        std::array<char, kBytes> question{};
        std::array<char, kBytes> answer{};
        for (int i = 0; i < times && isRight; ++i) {
            std::fill(question.begin(), question.end(), static_cast<char>('a' + i % 26));
            const double begun = now();
            isRight = sendAll(socket, question.data(), kBytes) &&
                      ::recv(socket, answer.data(), kBytes, MSG_WAITALL) == kBytes && question == answer;
            took.push_back((now() - begun) * kMicro);
        }
        ::close(socket);
        isDone = true;
    });
    (void)waitUntil([&] { return isDone.load(); });
    asking.join();
    std::sort(took.begin(), took.end());
    return {median(took), took[(took.size() - 1) * 99 / 100], isRight};
}

} // namespace

int main(int argc, char** argv)
{
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    Session& session = window.session();
    const Capture& capture = session.capture();
    QObject::connect(&capture, &Capture::appended, &window, [&] {
        if (capture.record(capture.end() - 1).kind == RecordKind::Received)
            session.send(capture.bytes(capture.end() - 1));
    });
    FloorEcho floor;
    const int times = bench.count(10'000, 200);
    std::vector<double> oursMost;
    std::vector<double> floorMost;
    Report& report = bench.report();
    const auto ours = [&] {
        window.startAfresh();
        const RoundTrips trips = ask(window.port(), times);
        report.check(trips.isRight, QStringLiteral("echo: an answer is wrong"));
        const Counters& counters = session.counters();
        report.check(waitUntil([&] { return counters.sentBytes == times * kBytes; }, 10) &&
                         counters.receivedBytes == times * kBytes && counters.receivedRecords == times &&
                         counters.sentRecords == times,
                     QStringLiteral("echo: counters are wrong"));
        report.check(waitUntil([&] { return session.peers().isEmpty(); }, 10), QStringLiteral("echo: never closed"));
        oursMost.push_back(trips.most);
        return trips.half;
    };
    const auto bare = [&] {
        const RoundTrips trips = ask(floor.port(), times);
        floorMost.push_back(trips.most);
        return trips.half;
    };
    const Medians halves = inTurns(bench.rounds(), ours, bare);
    report.atMostTimes(QStringLiteral("64 bytes there and back, half of them within"), halves, QStringLiteral("µs"),
                       kBound);
    report.compared(QStringLiteral("  99 of 100 within"), {median(oursMost), median(floorMost)}, QStringLiteral("µs"));
    return report.status();
}
