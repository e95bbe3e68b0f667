// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace netassist::bench {

/// Runs the event loop until the condition holds, looked at every millisecond.
/// @return false if it did not in so many seconds
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition, double seconds = 600);
/// Runs the event loop so long.
void pause(double seconds);

} // namespace netassist::bench
