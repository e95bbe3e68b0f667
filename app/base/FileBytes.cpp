// SPDX-License-Identifier: MIT
#include "app/base/FileBytes.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <algorithm>
#include <cerrno>

#include <sys/uio.h>
#include <unistd.h>

namespace netassist {

FileBytes readBytes(int descriptor, std::span<char> into, qint64 from)
{
    FileBytes read;
    while (read.count < static_cast<qint64>(into.size())) {
        const auto rest = into.subspan(static_cast<std::size_t>(read.count));
        const ssize_t count = ::pread(descriptor, rest.data(), rest.size(), from + read.count);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            read.error = errno;
        if (count <= 0)
            break;
        read.count += count;
    }
    return read;
}

#ifdef Q_OS_LINUX
std::optional<FileBytes> readBytesAtHand(int descriptor, std::span<char> into, qint64 from)
{
    const iovec place{into.data(), into.size()};
    const ssize_t count = ::preadv2(descriptor, &place, 1, from, RWF_NOWAIT);
    if (count < 0 && errno != EAGAIN)
        return std::nullopt;
    return FileBytes{std::max<qint64>(count, 0), 0};
}
#else
std::optional<FileBytes> readBytesAtHand(int /*descriptor*/, std::span<char> /*into*/, qint64 /*from*/)
{
    return std::nullopt;
}
#endif

} // namespace netassist

#endif
