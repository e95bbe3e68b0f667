// SPDX-License-Identifier: MIT
#include "app/capture/PageCache.h"

#include <QElapsedTimer>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace netassist {

#ifdef Q_OS_LINUX

namespace {

/// Handing a megabyte to a disk that has room in its queue takes a fraction of a millisecond.
constexpr qint64 kWaitedMs = 5;

} // namespace

bool beginWriteback(int descriptor, qint64 from, qint64 length)
{
    QElapsedTimer timer;
    timer.start();
    ::sync_file_range(descriptor, from, length, SYNC_FILE_RANGE_WRITE);
    return timer.elapsed() < kWaitedMs;
}

void dropFromPageCache(int descriptor, qint64 from, qint64 length)
{
    ::posix_fadvise(descriptor, from, length, POSIX_FADV_DONTNEED);
}

#else

bool beginWriteback(int /*descriptor*/, qint64 /*from*/, qint64 /*length*/)
{
    return true;
}

void dropFromPageCache(int /*descriptor*/, qint64 /*from*/, qint64 /*length*/) {}

#endif

} // namespace netassist
