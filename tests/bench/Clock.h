// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace netassist::bench {

/// Seconds on a clock that only goes forward, the same one for all threads.
[[nodiscard]] inline double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace netassist::bench
