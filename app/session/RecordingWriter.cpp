// SPDX-License-Identifier: MIT
#include "app/session/RecordingWriter.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace netassist {

struct RecordingWriter::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    Progress progress; ///< under the mutex
};

RecordingWriter::RecordingWriter() : m_shared(std::make_shared<Shared>()) {}

RecordingWriter::~RecordingWriter() = default;

void RecordingWriter::write(const std::shared_ptr<RecordingFile>& file, const QByteArray& bytes)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        if (!m_shared->progress.path.isEmpty())
            return;
        m_shared->progress.waiting += bytes.size();
    }
    m_thread.post([shared = m_shared, file, bytes] {
        if (const std::scoped_lock lock(shared->mutex); !shared->progress.path.isEmpty())
            return;
        const qint64 before = file->size();
        const std::optional<QString> failure = file->write(bytes);
        const std::scoped_lock lock(shared->mutex);
        shared->progress.written += file->size() - before;
        shared->progress.waiting -= bytes.size();
        if (failure) {
            shared->progress.waiting = 0;
            shared->progress.path = file->path();
            shared->progress.words = *failure;
        }
        shared->changed.notify_all();
    });
}

void RecordingWriter::close(std::shared_ptr<RecordingFile> file)
{
    m_thread.post([file = std::move(file)]() mutable { file.reset(); });
}

RecordingWriter::Progress RecordingWriter::progress() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->progress;
}

void RecordingWriter::wait(const QDeadlineTimer& deadline) const
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait_until(lock, deadline.deadline<std::chrono::steady_clock>(),
                                 [this] { return m_shared->progress.waiting == 0; });
}

} // namespace netassist
