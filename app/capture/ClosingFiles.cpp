// SPDX-License-Identifier: MIT
#include "app/capture/ClosingFiles.h"

#include <QFile>

#include <utility>

namespace netassist {

namespace {

constexpr qint64 kCutBytes = qint64{8} << 20;

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
    QFile& file = *m_files.front();
    if (const qint64 size = file.size(); size > kCutBytes && file.resize(size - kCutBytes))
        return;
    m_files.pop_front();
    if (m_files.empty())
        m_turn.stop();
}

} // namespace netassist
