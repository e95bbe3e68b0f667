// SPDX-License-Identifier: MIT
#include "app/base/DiskThread.h"

#include <utility>

namespace netassist {

DiskThread::~DiskThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_posted.notify_one();
    m_thread.join();
}

void DiskThread::post(std::function<void()> work)
{
    if (!m_thread.joinable())
        m_thread = std::thread(&DiskThread::run, this);
    {
        const std::scoped_lock lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_posted.notify_one();
}

void DiskThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_posted.wait(lock, [this] { return m_ends || !m_work.empty(); });
        if (m_ends)
            return;
        std::function<void()> work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
        work = {}; // what it holds may take long to give back
        lock.lock();
    }
}

} // namespace netassist
