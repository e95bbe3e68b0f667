// SPDX-License-Identifier: MIT
#include "app/base/DiskThread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace netassist {

struct DiskThread::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> work; ///< under the mutex
    bool isLeft = false;                    ///< under the mutex: by the owner

    /// In the thread.
    void run()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return isLeft || !work.empty(); });
            if (work.empty())
                return;
            std::function<void()> next = std::move(work.front());
            work.pop_front();
            const bool isWanted = !isLeft;
            lock.unlock();
            if (isWanted)
                next();
            next = {}; // what it holds may take long to give back
            lock.lock();
        }
    }
};

DiskThread::DiskThread() : m_shared(std::make_shared<Shared>()) {}

DiskThread::~DiskThread()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->isLeft = true;
    }
    m_shared->changed.notify_one();
}

void DiskThread::post(std::function<void()> work)
{
    if (!m_isRunning) {
        try {
            std::thread([shared = m_shared] { shared->run(); }).detach();
            m_isRunning = true;
        } catch (const std::system_error&) {
            work();
            return;
        }
    }
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->work.push_back(std::move(work));
    }
    m_shared->changed.notify_one();
}

} // namespace netassist
