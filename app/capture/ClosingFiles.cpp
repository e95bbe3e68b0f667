// SPDX-License-Identifier: MIT
#include "app/capture/ClosingFiles.h"

#include "app/capture/PageCache.h"

#include <QFile>

#include <utility>

namespace netassist {

namespace {

constexpr qint64 kDroppedBytes = qint64{8} << 20;

} // namespace

ClosingFiles::ClosingFiles()
{
    connect(&m_turn, &QTimer::timeout, this, &ClosingFiles::closeSome);
}

ClosingFiles::~ClosingFiles() = default;

void ClosingFiles::add(std::unique_ptr<QFile> file)
{
    m_files.push_back(std::move(file));
    m_turn.start(0);
}

void ClosingFiles::closeSome()
{
    const QFile& file = *m_files.front();
    if (m_dropped < file.size()) {
        dropFromPageCache(file.handle(), m_dropped, kDroppedBytes);
        m_dropped += kDroppedBytes;
        return;
    }
    m_dropped = 0;
    m_files.pop_front();
    if (m_files.empty())
        m_turn.stop();
}

} // namespace netassist
