// SPDX-License-Identifier: MIT
#include "app/capture/CaptureFile.h"

#include "app/base/FileBytes.h"
#include "app/base/SystemWords.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace netassist {

namespace {

QString freshPath(const QString& folder)
{
    return folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".segment");
}

#ifdef Q_OS_UNIX
CaptureFile::Written writeAll(int descriptor, qint64 offset, QByteArrayView bytes)
{
    CaptureFile::Written written;
    while (written.bytes < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(written.bytes);
        const ssize_t count =
            ::pwrite(descriptor, rest.data(), static_cast<std::size_t>(rest.size()), offset + written.bytes);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            written.error = count < 0 ? errno : ENOSPC;
            break;
        }
        written.bytes += count;
    }
    return written;
}
#endif

} // namespace

#ifdef Q_OS_UNIX

CaptureFile::Created CaptureFile::create(const QString& folder)
{
    QDir().mkpath(folder);
    const QByteArray path = QFile::encodeName(freshPath(folder));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return englishWords(errno);
    ::unlink(path.constData()); // it lives on
    return std::shared_ptr<CaptureFile>(new CaptureFile(descriptor));
}

CaptureFile::~CaptureFile()
{
    ::close(m_descriptor);
}

CaptureFile::Written CaptureFile::write(qint64 offset, QByteArrayView bytes) const
{
    return writeAll(m_descriptor, offset, bytes);
}

CaptureFile::Written CaptureFile::writePastCache(qint64 offset, QByteArrayView bytes) const
{
    Written written;
#ifdef O_DIRECT
    // The file has no name any more, but an address.
    const QByteArray address = "/proc/self/fd/" + QByteArray::number(m_descriptor);
    if (const int direct = ::open(address.constData(), O_WRONLY | O_DIRECT | O_CLOEXEC); direct >= 0) {
        written = writeAll(direct, offset, bytes);
        ::close(direct);
        if (written.error != EINVAL) // not every file system that lets it be opened so lets it be written
            return written;
    }
#endif
    const Written rest = write(offset + written.bytes, bytes.sliced(written.bytes));
    return {written.bytes + rest.bytes, rest.error};
}

QByteArray CaptureFile::read(qint64 offset, qint64 length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.truncate(readBytes(m_descriptor, {bytes.data(), static_cast<std::size_t>(length)}, offset).count);
    return bytes;
}

QByteArray CaptureFile::readAtHand(qint64 offset, qint64 length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    const std::optional<FileBytes> read =
        readBytesAtHand(m_descriptor, {bytes.data(), static_cast<std::size_t>(length)}, offset);
    if (!read)
        return this->read(offset, length);
    bytes.truncate(read->count);
    return bytes;
}

#else

CaptureFile::Created CaptureFile::create(const QString& folder)
{
    QDir().mkpath(folder);
    std::shared_ptr<CaptureFile> file(new CaptureFile);
    file->m_file.setFileName(freshPath(folder));
    if (!file->m_file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered,
                           QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return englishWords(file->m_file.errorString());
    return file;
}

CaptureFile::~CaptureFile()
{
    m_file.remove();
}

CaptureFile::Written CaptureFile::write(qint64 offset, QByteArrayView bytes) const
{
    const std::scoped_lock lock(m_mutex);
    m_file.seek(offset);
    const qint64 count = std::max<qint64>(0, m_file.write(bytes.data(), bytes.size()));
    return {count, count == bytes.size() ? 0 : ENOSPC};
}

CaptureFile::Written CaptureFile::writePastCache(qint64 offset, QByteArrayView bytes) const
{
    return write(offset, bytes);
}

QByteArray CaptureFile::read(qint64 offset, qint64 length) const
{
    const std::scoped_lock lock(m_mutex);
    m_file.seek(offset);
    return m_file.read(length);
}

QByteArray CaptureFile::readAtHand(qint64 offset, qint64 length) const
{
    return read(offset, length);
}

#endif

#ifdef Q_OS_LINUX

void CaptureFile::beginWriteback(qint64 from, qint64 length) const
{
    ::sync_file_range(m_descriptor, from, length, SYNC_FILE_RANGE_WRITE);
}

void CaptureFile::dropFromCache(qint64 from, qint64 length) const
{
    ::posix_fadvise(m_descriptor, from, length, POSIX_FADV_DONTNEED);
}

#else

void CaptureFile::beginWriteback(qint64 /*from*/, qint64 /*length*/) const {}

void CaptureFile::dropFromCache(qint64 /*from*/, qint64 /*length*/) const {}

#endif

} // namespace netassist
