// SPDX-License-Identifier: MIT
#include "app/session/RecordingFile.h"

#include "app/base/SystemWords.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace netassist {

std::optional<QString> RecordingFile::open(Start start)
{
#ifdef Q_OS_UNIX
    // A pipe that nobody reads would keep an ordinary open() waiting for ever.
    const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (start == Start::New ? O_TRUNC : O_APPEND);
    constexpr mode_t readableByAll = 0666; // as the user's umask allows
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), flags, readableByAll);
    if (descriptor < 0)
        return englishWords(errno);
    const QIODevice::OpenMode mode =
        QIODevice::WriteOnly | QIODevice::Unbuffered | (start == Start::New ? QIODevice::NotOpen : QIODevice::Append);
    if (!m_file.open(descriptor, mode, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return englishWords(m_file.errorString());
    }
#else
    const QIODevice::OpenMode mode =
        QIODevice::WriteOnly | QIODevice::Unbuffered | (start == Start::New ? QIODevice::Truncate : QIODevice::Append);
    if (!m_file.open(mode))
        return englishWords(m_file.errorString());
#endif
    m_descriptor = m_file.handle();
    m_size = m_file.size();
    return std::nullopt;
}

std::optional<QString> RecordingFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        // What a full disk takes only in part tells why at the next try.
        const qint64 count = m_file.write(bytes.data(), bytes.size());
        if (count <= 0)
            return englishWords(m_file.errorString());
        m_size += count;
        bytes = bytes.sliced(count);
    }
    return std::nullopt;
}

bool RecordingFile::isInPlace() const
{
#ifdef Q_OS_UNIX
    struct stat opened = {};
    struct stat there = {};
    return ::fstat(m_descriptor, &opened) == 0 && ::stat(QFile::encodeName(m_path).constData(), &there) == 0 &&
           opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
#else
    return QFileInfo::exists(m_path);
#endif
}

} // namespace netassist
