// SPDX-License-Identifier: MIT
#include "ui/CopyJob.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QGuiApplication>

namespace netassist {

namespace {

constexpr int kSliceMs = 8;

} // namespace

CopyJob::CopyJob(const Capture& capture, const ViewSettings& settings, Position begin, Position end, QObject* parent)
    : QObject(parent), m_text(capture, settings, begin, end)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CopyJob::renderSlice);
}

void CopyJob::start()
{
    m_timer.start();
    renderSlice();
}

void CopyJob::renderSlice()
{
    const QDeadlineTimer deadline(kSliceMs);
    while (!m_text.atEnd() && !deadline.hasExpired()) {
        m_rendered += m_text.next();
    }
    if (m_text.atEnd()) {
        m_timer.stop();
        QGuiApplication::clipboard()->setText(m_rendered);
        Q_EMIT finished();
    }
}

} // namespace netassist
