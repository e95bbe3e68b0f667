// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace netassist::bench {

/// Bytes of this process, or of another, that are in memory; 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes(qint64 process = 0);
/// The most there were since resetPeak().
[[nodiscard]] qint64 peakResidentBytes();
void resetPeak();

} // namespace netassist::bench
