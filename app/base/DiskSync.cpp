// SPDX-License-Identifier: MIT
#include "app/base/DiskSync.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>

#include <memory>
#include <utility>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <linux/aio_abi.h>

#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace netassist {

namespace {

#ifdef Q_OS_LINUX

/// One fdatasync() that the system does by itself. Belongs to the application and may outlive its file, which the system
/// keeps open: to destroy it is to wait for it.
class DiskSync final : public QObject {
public:
    DiskSync(int descriptor, std::function<void()> done)
        : QObject(QCoreApplication::instance()), m_done(std::move(done))
    {
        if (m_event < 0 || ::syscall(SYS_io_setup, 1, &m_context) != 0)
            return;
        m_request.aio_lio_opcode = IOCB_CMD_FDSYNC;
        m_request.aio_fildes = static_cast<__u32>(descriptor);
        m_request.aio_flags = IOCB_FLAG_RESFD;
        m_request.aio_resfd = static_cast<__u32>(m_event);
        iocb* request = &m_request;
        if (::syscall(SYS_io_submit, m_context, 1, &request) != 1)
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

    [[nodiscard]] bool isBegun() const { return m_notifier != nullptr; }

private:
    void finish()
    {
        m_notifier->setEnabled(false);
        deleteLater();
        m_done();
    }

    std::function<void()> m_done;
    int m_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    aio_context_t m_context = 0;
    iocb m_request = {};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

bool begin(int descriptor, const std::function<void()>& done)
{
    auto sync = std::make_unique<DiskSync>(descriptor, done);
    if (!sync->isBegun())
        return false;
    (void)sync.release(); // it deletes itself
    return true;
}

#else

bool begin(int /*descriptor*/, const std::function<void()>& /*done*/)
{
    return false;
}

#endif

} // namespace

void syncInBackground(QFileDevice& file, std::function<void()> done)
{
    const auto finish = [file = QPointer(&file), done = std::move(done)] {
        if (file != nullptr)
            done();
    };
    // Not of the file: it may be destroyed meanwhile.
    if (!file.isOpen() || !file.flush() || !begin(file.handle(), finish))
        QMetaObject::invokeMethod(QCoreApplication::instance(), finish, Qt::QueuedConnection);
}

void commitInBackground(QSaveFile& file, std::function<void(bool)> done)
{
    // Its own sync finds nothing left to do, and tells if the first one has failed.
    syncInBackground(file, [&file, done = std::move(done)] { done(file.isOpen() && file.commit()); });
}

} // namespace netassist
