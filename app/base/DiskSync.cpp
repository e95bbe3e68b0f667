// SPDX-License-Identifier: MIT
#include "app/base/DiskSync.h"

#include "app/base/SystemWords.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>

#include <utility>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <linux/aio_abi.h>

#include <array>
#include <map>
#include <memory>

#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace netassist {

namespace {

using Done = std::function<void(const QString& error)>;

#ifdef Q_OS_LINUX

/// The fdatasync() calls that the system does by itself, while it keeps their files open. One for the whole program and
/// until its end, since to take it down is to wait.
class DiskSync final : public QObject {
public:
    explicit DiskSync(QObject* application) : QObject(application)
    {
        if (m_event < 0 || ::syscall(SYS_io_setup, kMost, &m_context) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(m_event, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &DiskSync::finish);
    }
    ~DiskSync() override
    {
        m_notifier.reset();
        if (m_context != 0)
            ::syscall(SYS_io_destroy, m_context);
        if (m_event >= 0)
            ::close(m_event);
    }
    DiskSync(const DiskSync&) = delete;
    DiskSync& operator=(const DiskSync&) = delete;

    /// @return false if the system does not take it
    [[nodiscard]] bool begin(int descriptor, const Done& done)
    {
        if (!m_notifier)
            return false;
        iocb request = {};
        request.aio_data = m_next;
        request.aio_lio_opcode = IOCB_CMD_FDSYNC;
        request.aio_fildes = static_cast<__u32>(descriptor);
        request.aio_flags = IOCB_FLAG_RESFD;
        request.aio_resfd = static_cast<__u32>(m_event);
        iocb* const requests = &request;
        if (::syscall(SYS_io_submit, m_context, 1, &requests) != 1)
            return false;
        m_done.emplace(m_next++, done);
        return true;
    }

private:
    static constexpr int kMost = 64;

    void finish()
    {
        eventfd_t ended = 0;
        (void)::eventfd_read(m_event, &ended);
        std::array<io_event, kMost> events = {};
        timespec noTime = {};
        const long count = ::syscall(SYS_io_getevents, m_context, 0, kMost, events.data(), &noTime);
        for (std::size_t i = 0; static_cast<long>(i) < count; ++i) {
            const auto done = m_done.extract(events.at(i).data);
            const auto result = static_cast<int>(events.at(i).res); // an errno below zero
            done.mapped()(result < 0 ? englishWords(-result) : QString());
        }
    }

    int m_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    aio_context_t m_context = 0;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< none where the system has no such calls
    std::map<__u64, Done> m_done;
    __u64 m_next = 0;
};

bool begin(int descriptor, const Done& done)
{
    static QPointer<DiskSync> sync;
    if (sync == nullptr && QCoreApplication::instance() != nullptr)
        sync = new DiskSync(QCoreApplication::instance());
    return sync != nullptr && sync->begin(descriptor, done);
}

#else

bool begin(int /*descriptor*/, const Done& /*done*/)
{
    return false;
}

#endif

} // namespace

void syncInBackground(QFileDevice& file, Done done)
{
    const auto finish = [file = QPointer(&file), done = std::move(done)](const QString& error) {
        if (file != nullptr)
            done(error);
    };
    const bool isWritten = file.isOpen() && file.flush();
    if (isWritten && begin(file.handle(), finish))
        return;
    // Not of the file: it may be destroyed meanwhile.
    const QString error = isWritten ? QString() : englishWords(file.errorString());
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [finish, error] { finish(error); }, Qt::QueuedConnection);
}

void commitInBackground(QSaveFile& file, Done done)
{
    // Its own sync has nothing left to write.
    syncInBackground(
        file, [&file, done = std::move(done)](const QString& error) { done(error.isEmpty() ? commit(file) : error); });
}

QString commit(QSaveFile& file)
{
    // What could not be written from its buffer it only tells of here.
    return file.isOpen() && file.flush() && file.commit() ? QString() : englishWords(file.errorString());
}

} // namespace netassist
