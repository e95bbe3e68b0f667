// SPDX-License-Identifier: MIT
// Takes the place of pwrite(), fdatasync() and preadv2() in the test that includes it.
#pragma once

#include <QtGlobal>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace netassist::test {

/// A disk that takes nothing while this lives, and has nothing ready: what other threads write or want to have on it
/// waits, and what is asked of memory alone is not there.
class StuckDisk final {
public:
    enum class For : quint8 {
        PastCache,    ///< only for what goes past the page cache
        ThroughCache, ///< only for what does not
        All,
    };

    explicit StuckDisk(For what = For::All) : m_owner(std::this_thread::get_id())
    {
        const std::scoped_lock lock(s_mutex);
        m_what = what;
        s_stuck = this;
    }
    ~StuckDisk() { release(); }
    StuckDisk(const StuckDisk&) = delete;
    StuckDisk& operator=(const StuckDisk&) = delete;

    void release()
    {
        {
            const std::scoped_lock lock(s_mutex);
            s_stuck = nullptr;
        }
        s_released.notify_all();
    }

    /// Of any thread.
    static void wait(int descriptor)
    {
        std::unique_lock lock(s_mutex);
        ++s_waiting;
        s_released.wait(lock, [descriptor] { return s_stuck == nullptr || !s_stuck->holds(descriptor); });
        --s_waiting;
    }
    /// Threads that wait.
    [[nodiscard]] static int waiting()
    {
        const std::scoped_lock lock(s_mutex);
        return s_waiting;
    }
    [[nodiscard]] static bool isStuck()
    {
        const std::scoped_lock lock(s_mutex);
        return s_stuck != nullptr && s_stuck->m_what == For::All;
    }

private:
    [[nodiscard]] bool holds(int descriptor) const
    {
        if (std::this_thread::get_id() == m_owner)
            return false;
        const bool isPastCache = (::fcntl(descriptor, F_GETFL) & O_DIRECT) != 0;
        return m_what == For::All || isPastCache == (m_what == For::PastCache);
    }

    static inline std::mutex s_mutex;
    static inline std::condition_variable s_released;
    static inline StuckDisk* s_stuck = nullptr;
    static inline int s_waiting = 0;

    std::thread::id m_owner;
    For m_what = For::All;
};

} // namespace netassist::test

extern "C" inline ssize_t writeWhenReleased(int descriptor, const void* bytes, size_t count, off_t offset)
{
    netassist::test::StuckDisk::wait(descriptor);
    return ::syscall(SYS_pwrite64, descriptor, bytes, count, offset);
}

extern "C" ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset)
{
    return writeWhenReleased(descriptor, bytes, count, offset);
}

extern "C" ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset)
{
    return writeWhenReleased(descriptor, bytes, count, offset);
}

extern "C" int fdatasync(int descriptor)
{
    netassist::test::StuckDisk::wait(descriptor);
    return 0; // no test is about what a power cut leaves, and a disk that others write to can take seconds
}

extern "C" ssize_t preadv2(int descriptor, const iovec* places, int count, off_t offset, int flags)
{
    if (netassist::test::StuckDisk::isStuck()) {
        errno = EAGAIN;
        return -1;
    }
    return ::syscall(SYS_preadv2, descriptor, places, count, offset, 0, flags);
}
