// SPDX-License-Identifier: MIT
#include "ui/CopyJob.h"

#include "app/capture/Capture.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QGuiApplication>

#include <utility>

namespace netassist {

namespace {

constexpr int kSliceMs = 8;

} // namespace

CopyJob::CopyJob(Source next, std::function<bool()> isAtHand, QObject* parent)
    : QObject(parent), m_next(std::move(next)), m_isAtHand(std::move(isAtHand))
{
    connect(&m_timer, &QTimer::timeout, this, &CopyJob::renderSlice);
}

void CopyJob::start()
{
    m_timer.start(0);
    renderSlice();
}

void CopyJob::renderSlice()
{
    for (const QDeadlineTimer deadline(kSliceMs); !deadline.hasExpired();) {
        if (!m_isAtHand()) {
            m_timer.start(Capture::kFetchMs);
            return;
        }
        const std::optional<QString> piece = m_next();
        if (!piece) {
            finish(true);
            return;
        }
        if (piece->size() > kMostCharacters - m_rendered.size()) {
            finish(false);
            return;
        }
        m_rendered += *piece;
    }
    m_timer.start(0);
}

void CopyJob::finish(bool isCopied)
{
    m_timer.stop();
    const QString rendered = std::exchange(m_rendered, {});
    if (isCopied) {
        QGuiApplication::clipboard()->setText(rendered);
    }
    Q_EMIT finished(isCopied);
}

} // namespace netassist
