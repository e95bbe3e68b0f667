// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/Content.h"
#include "tests/bench/Flood.h"

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace netassist::bench {

/// A peer that takes one connection and reads it, in a thread of its own and with plain sockets, and sees whether the
/// bytes are those of a content.
class Drain {
public:
    /// @param content outlives the drain. @param bytesPerSecond 0: as fast as they come
    explicit Drain(const Content& content, qint64 bytesPerSecond = 0);
    ~Drain();
    Drain(const Drain&) = delete;
    Drain& operator=(const Drain&) = delete;

    [[nodiscard]] quint16 port() const { return m_listener.port; }
    [[nodiscard]] qint64 received() const { return m_received; }
    /// So far.
    [[nodiscard]] bool isRight() const { return m_right; }
    /// When the last byte of the content had come, on the clock of now(); 0: it has not.
    [[nodiscard]] double finishedAt() const { return m_finished; }

private:
    void run(const Content& content, qint64 bytesPerSecond);
    void read(const Content& content, qint64 bytesPerSecond);

    LoopbackListener m_listener = listenLoopback();
    std::atomic<qint64> m_received = 0;
    std::atomic<bool> m_right = true;
    std::atomic<double> m_finished = 0;
    std::atomic<int> m_socket = -1;
    std::thread m_thread;
};

} // namespace netassist::bench
