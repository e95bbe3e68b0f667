// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <ctime>

namespace netassist::bench {

/// Seconds on a clock that only goes forward, the same one for all threads.
[[nodiscard]] inline double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Seconds of processor time of this thread: what other programs do is not in it.
[[nodiscard]] inline double ownSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace netassist::bench
