// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

namespace netassist {

/// A thread for what may have to wait for a disk, which can be seconds while it is busy, and for ever on a share that has
/// gone: one piece of work after the other, in the order in which they were posted. It is made with the first of them.
/// What work uses, it holds itself: it may be done, or dropped, after all else has gone.
class DiskThread final {
public:
    DiskThread();
    /// Waits for nothing. What has not been begun is dropped, in the thread.
    ~DiskThread();
    DiskThread(const DiskThread&) = delete;
    DiskThread& operator=(const DiskThread&) = delete;

    /// From one thread only, the owner's. Where the system has no thread left, the work is done before this returns.
    void post(std::function<void()> work);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared; ///< with the thread
    bool m_isRunning = false;
};

} // namespace netassist
