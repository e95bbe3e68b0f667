// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <fcntl.h>
#include <sys/resource.h>

namespace netassist::test {

/// Open descriptors of this process.
inline int openDescriptors()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    int count = 0;
    for (int descriptor = 0; descriptor < static_cast<int>(limit.rlim_cur); ++descriptor)
        count += ::fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
    return count;
}

/// As many descriptors as the system allows. @return how many that is
inline qint64 allowManyDescriptors()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    constexpr rlim_t kEnough = 65536;
    limit.rlim_cur = limit.rlim_max < kEnough ? limit.rlim_max : kEnough;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<qint64>(limit.rlim_cur);
}

/// While it lives, only so many descriptors more can be opened.
class FewDescriptors final {
public:
    explicit FewDescriptors(int free)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        int end = 0;
        for (; free > 0; ++end)
            free -= ::fcntl(end, F_GETFD) < 0 ? 1 : 0;
        rlimit few = m_before;
        few.rlim_cur = static_cast<rlim_t>(end);
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;

private:
    rlimit m_before{};
};

} // namespace netassist::test
