// SPDX-License-Identifier: MIT
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NETASSIST_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define NETASSIST_SANITIZED 1
#endif
#endif
#ifndef NETASSIST_SANITIZED
#define NETASSIST_SANITIZED 0
#endif

/// For what only makes bytes, and many of them.
#if NETASSIST_SANITIZED
#define NETASSIST_UNSANITIZED __attribute__((no_sanitize("address", "undefined", "thread")))
#else
#define NETASSIST_UNSANITIZED
#endif

namespace netassist::test {

/// Of what a test does at random, or with very much. A sanitizer looks at each access, not at what comes of it, and makes
/// everything take ten times as long: it gets a tenth.
template <typename Count>
constexpr Count asMany(Count all)
{
    return NETASSIST_SANITIZED ? (all + 9) / 10 : all;
}

} // namespace netassist::test
