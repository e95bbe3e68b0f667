// SPDX-License-Identifier: MIT
// What is selected in LogView, and copying it.
#include "app/layout/Layout.h"
#include "app/layout/LogText.h"
#include "app/layout/LogWindow.h"
#include "app/payload/Payload.h"
#include "ui/CopyJob.h"
#include "ui/LogPainter.h"
#include "ui/LogView.h"

#include <QClipboard>
#include <QGuiApplication>

namespace netassist {

bool LogView::hasSelection() const
{
    return m_capture && !m_selection.isEmpty();
}

QString LogView::selectedText() const
{
    QString text;
    if (hasSelection()) {
        for (LogText log(*m_capture, m_settings, m_selection.begin(), m_selection.end()); !log.atEnd();) {
            text += log.next();
        }
    }
    return text;
}

void LogView::copy()
{
    if (!hasSelection()) {
        return;
    }
    delete m_copyJob; // the newest copy counts
    m_copyJob = new CopyJob(*m_capture, m_settings, m_selection.begin(), m_selection.end(), this);
    connect(m_copyJob, &CopyJob::finished, this, [this] {
        m_copyJob->deleteLater();
        m_copyJob = nullptr;
    });
    m_copyJob->start();
}

void LogView::copyAsHex()
{
    if (hasSelection()) {
        QGuiApplication::clipboard()->setText(
            toHex(payloadBytes(*m_capture, m_settings, m_selection.begin(), m_selection.end())));
    }
}

void LogView::selectAll()
{
    if (!m_layout) {
        return;
    }
    if (const auto last = m_layout->last()) {
        m_selection.select(m_layout->startOf(*m_layout->first()), m_layout->row(*last).end);
        viewport()->update();
    }
}

} // namespace netassist
