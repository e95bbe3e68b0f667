// SPDX-License-Identifier: MIT
#pragma once

namespace netassist::test {

/// For how long a test waits for what has to come, in milliseconds (QTRY_… up to three times as long). Only a failure
/// takes so long: a disk that others use as well may need seconds for a block of 4 MiB.
inline constexpr int kPatienceMs = 60'000;

} // namespace netassist::test
