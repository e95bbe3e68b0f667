// SPDX-License-Identifier: MIT
#pragma once

#include "tests/unit/Sanitized.h"

#include <QtGlobal>

#if NETASSIST_SANITIZED
#include <cstddef>
// Of the sanitizer's library; not every compiler brings the header.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier)
#else
#include <malloc.h>
#endif

namespace netassist::test {

/// Bytes that the program has allocated and not freed. What is resident says less: a sanitizer keeps what was freed, and
/// so does the allocator for a while.
inline qint64 heapBytes()
{
#if NETASSIST_SANITIZED
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#endif
}

} // namespace netassist::test
