// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/Content.h"

#include <QtGlobal>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace netassist::bench {

struct FloodPlan {
    qsizetype writeBytes = 256 * 1024; ///< of one write
    int clients = 1;                   ///< each sends all of the content, one write of each in rotation
    bool noDelay = false;
};

/// Connects to a port of this machine and sends as fast as it is read: from a thread of its own and with plain
/// sockets, so that it is never the slower end. Connections stay open until it is destroyed.
class Flood {
public:
    /// @param content outlives the flood
    Flood(quint16 port, const Content& content, FloodPlan plan = {});
    ~Flood();
    Flood(const Flood&) = delete;
    Flood& operator=(const Flood&) = delete;

    /// When the first byte was about to be sent, on the clock of now(); waits until it is.
    [[nodiscard]] double startedAt() { return m_started.get_future().get(); }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    void run(quint16 port, const Content& content, FloodPlan plan);
    void send(const Content& content, FloodPlan plan);

    std::vector<int> m_sockets;
    std::promise<double> m_started;
    std::atomic<bool> m_failed = false;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

/// A blocking socket connected to a port of this machine, or -1.
[[nodiscard]] int connectLoopback(quint16 port, bool noDelay);
/// A socket that listens on a free port of this machine.
struct LoopbackListener {
    int descriptor = -1;
    quint16 port = 0;
};
[[nodiscard]] LoopbackListener listenLoopback();
/// All of them, or false.
[[nodiscard]] bool sendAll(int descriptor, const char* data, qsizetype size);

} // namespace netassist::bench
