// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ADDRESS_SANITIZER
#endif
#endif
#ifdef WITH_ADDRESS_SANITIZER
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
#ifdef WITH_ADDRESS_SANITIZER
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#endif
}

} // namespace netassist::test
