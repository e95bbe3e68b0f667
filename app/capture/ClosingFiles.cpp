// SPDX-License-Identifier: MIT
#include "app/capture/ClosingFiles.h"

#include <QFile>

#include <utility>

namespace netassist {

ClosingFiles::ClosingFiles()
{
    connect(&m_turn, &QTimer::timeout, this, &ClosingFiles::closeOne);
}

ClosingFiles::~ClosingFiles() = default;

void ClosingFiles::add(std::unique_ptr<QFile> file)
{
    m_files.push_back(std::move(file));
    m_turn.start(0);
}

void ClosingFiles::closeOne()
{
    m_files.pop_front();
    if (m_files.empty())
        m_turn.stop();
}

} // namespace netassist
