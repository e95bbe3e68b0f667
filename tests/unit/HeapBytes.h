// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define WITH_ALLOCATOR_OF_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define WITH_ALLOCATOR_OF_SANITIZER
#endif
#endif
#ifdef WITH_ALLOCATOR_OF_SANITIZER
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
#ifdef WITH_ALLOCATOR_OF_SANITIZER
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#endif
}

} // namespace netassist::test
