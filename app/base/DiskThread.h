// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace netassist {

/// A thread for what may have to wait for a disk, which can be seconds while it is busy: one piece of work after the
/// other, in the order in which they were posted. It is made with the first of them. What work uses, it holds itself: it
/// may be done, or dropped, after all else has gone.
class DiskThread final {
public:
    DiskThread() = default;
    /// Waits for the piece that is at work; the others are dropped.
    ~DiskThread();
    DiskThread(const DiskThread&) = delete;
    DiskThread& operator=(const DiskThread&) = delete;

    /// From one thread only, the owner's.
    void post(std::function<void()> work);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<std::function<void()>> m_work; ///< under m_mutex
    bool m_ends = false;                      ///< under m_mutex
    std::thread m_thread;
};

} // namespace netassist
