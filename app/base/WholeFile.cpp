// SPDX-License-Identifier: MIT
#include "app/base/WholeFile.h"

#include "app/base/SystemWords.h"

#include <QSaveFile>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace netassist {

namespace {

/// So much is written before it has to be on the disk. Of much more the system would keep every writer waiting, on a slow
/// stick for most of the time, and the end of the program too.
constexpr qint64 kUnsyncedBytes = qint64{16} << 20;

/// Of what has just failed. Of its buffer Qt knows only that.
QString whyNot(const QSaveFile& file)
{
    return errno != 0 ? englishWords(errno) : englishWords(file.errorString());
}

/// @return why not, in English; else empty
QString sync(QSaveFile& file)
{
    errno = 0;
    if (!file.flush())
        return whyNot(file);
#ifdef Q_OS_UNIX
    int failed = 0;
    do {
        failed = ::fdatasync(file.handle());
    } while (failed != 0 && errno == EINTR);
    if (failed != 0 && errno != EINVAL) // some file systems have nothing to wait for
        return englishWords(errno);
#endif
    return {};
}

} // namespace

struct WholeFile::Shared {
    const QString path;
    const Access access;

    // The thread's.
    std::unique_ptr<QSaveFile> file = {}; ///< while it can be written to
    qint64 unsynced = 0;

    std::mutex mutex = {};
    std::condition_variable ended = {};
    bool isCancelled = false; ///< under the mutex, as all below
    bool isGettingItsName = false;
    Progress progress = {};

    // All in the thread.

    void open()
    {
        if (isGivenUp())
            return;
        file = std::make_unique<QSaveFile>(path);
        if (!file->open(QIODevice::WriteOnly))
            fail(englishWords(file->errorString()));
        else if (access == Access::Private) // whatever the umask
            file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void write(const QByteArray& bytes)
    {
        if (file && !isGivenUp()) {
            QString error;
            errno = 0;
            if (file->write(bytes) != bytes.size())
                error = whyNot(*file);
            unsynced += bytes.size();
            if (error.isEmpty() && unsynced >= kUnsyncedBytes) {
                error = sync(*file);
                unsynced = 0;
            }
            if (!error.isEmpty())
                fail(error);
        }
        const std::scoped_lock lock(mutex);
        progress.waiting -= bytes.size();
    }

    void commit()
    {
        if (!file)
            return;
        // By itself, so that it can be given up meanwhile: the commit's own has nothing left to write.
        QString error = sync(*file);
        {
            const std::scoped_lock lock(mutex);
            if (isCancelled)
                return;
            isGettingItsName = true;
        }
        if (error.isEmpty() && !file->commit())
            error = englishWords(file->errorString());
        if (error.isEmpty()) {
            file.reset();
            end(true, {});
        } else {
            fail(error);
        }
    }

    void fail(const QString& error)
    {
        file.reset();
        end(false, error);
    }

    void giveUp()
    {
        file.reset(); // without its commit what was there stays
        end(false, {});
    }

    [[nodiscard]] bool isGivenUp()
    {
        const std::scoped_lock lock(mutex);
        return isCancelled;
    }

    void end(bool isSaved, const QString& error)
    {
        const std::scoped_lock lock(mutex);
        if (progress.isOver)
            return;
        progress.isOver = true;
        progress.isSaved = isSaved;
        progress.error = isCancelled ? QString() : error;
        ended.notify_all();
    }
};

WholeFile::WholeFile(DiskThread& thread, const QString& path, Access access)
    : m_thread(thread), m_shared(new Shared{path, access})
{
    m_thread.post([shared = m_shared] { shared->open(); });
}

WholeFile::~WholeFile()
{
    if (!m_isToBeCommitted)
        cancel();
}

void WholeFile::write(const QByteArray& bytes)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->progress.waiting += bytes.size();
    }
    m_thread.post([shared = m_shared, bytes] { shared->write(bytes); });
}

void WholeFile::commit()
{
    m_isToBeCommitted = true;
    m_thread.post([shared = m_shared] { shared->commit(); });
}

void WholeFile::cancel()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (m_shared->isGettingItsName || m_shared->progress.isOver || std::exchange(m_shared->isCancelled, true))
            return;
    }
    m_thread.post([shared = m_shared] { shared->giveUp(); });
}

WholeFile::Progress WholeFile::progress() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->progress;
}

bool WholeFile::wait(const QDeadlineTimer& deadline) const
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->ended.wait_until(lock, deadline.deadline<std::chrono::steady_clock>(),
                                      [this] { return m_shared->progress.isOver; });
}

} // namespace netassist
