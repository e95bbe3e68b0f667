// SPDX-License-Identifier: MIT
// What is selected in LogView, and copying it.
#include "app/layout/Layout.h"
#include "app/layout/LogText.h"
#include "app/layout/LogWindow.h"
#include "app/payload/Payload.h"
#include "ui/LogPainter.h"
#include "ui/LogView.h"

#include <memory>
#include <utility>

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

template <typename Text>
void LogView::startCopy(std::shared_ptr<Text> text, CopyJob::Source next)
{
    delete m_copyJob; // the newest copy counts
    m_copyJob = new CopyJob(
        std::move(next), [text] { return text->isAtHand(); }, this);
    connect(m_copyJob, &CopyJob::finished, this, [this, text = std::move(text)](bool isCopied) {
        m_copyJob->deleteLater();
        m_copyJob = nullptr;
        if (!isCopied) {
            Q_EMIT copyRefused(CopyJob::kMostCharacters);
        } else if (text->leftOut() > 0) {
            Q_EMIT copyCut(text->leftOut());
        }
    });
    m_copyJob->start();
}

void LogView::copy()
{
    if (!hasSelection()) {
        return;
    }
    const auto text = std::make_shared<LogText>(*m_capture, m_settings, m_selection.begin(), m_selection.end());
    startCopy(text, [text] { return text->atEnd() ? std::nullopt : std::make_optional(text->next()); });
}

void LogView::copyAsHex()
{
    if (!hasSelection()) {
        return;
    }
    const auto bytes = std::make_shared<PayloadBytes>(*m_capture, m_settings, m_selection.begin(), m_selection.end());
    startCopy(bytes, [bytes, isFirst = true]() mutable -> std::optional<QString> {
        if (bytes->atEnd()) {
            return std::nullopt;
        }
        const QString hex = toHex(bytes->next());
        const bool isJoined = !hex.isEmpty() && !std::exchange(isFirst, false);
        return isJoined ? QLatin1Char(' ') + hex : hex;
    });
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
