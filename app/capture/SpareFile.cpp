// SPDX-License-Identifier: MIT
#include "app/capture/SpareFile.h"

#include "app/base/DiskThread.h"
#include "app/capture/CaptureFile.h"

#include <atomic>
#include <utility>

namespace netassist {

struct SpareFile::Made {
    QString folder;
    std::shared_ptr<CaptureFile> file; ///< the thread's until it is done
    std::atomic<bool> isDone = false;
};

void SpareFile::prepare(const QString& folder)
{
    if (m_made && m_made->folder == folder)
        return;
    m_made = std::make_shared<Made>();
    m_made->folder = folder;
    m_thread.post([made = m_made] {
        if (CaptureFile::Created created = CaptureFile::create(made->folder))
            made->file = std::move(created).value();
        made->isDone = true;
    });
}

bool SpareFile::isReady(const QString& folder) const
{
    return m_made && m_made->folder == folder && m_made->isDone && m_made->file;
}

std::shared_ptr<CaptureFile> SpareFile::take(const QString& folder)
{
    if (!m_made || !m_made->isDone || m_made->folder != folder)
        return nullptr;
    return std::exchange(m_made, nullptr)->file;
}

} // namespace netassist
