// SPDX-License-Identifier: MIT
#include "ui/LogView.h"

#include "app/layout/LogWindow.h"
#include "ui/FontWidths.h"
#include "ui/Fonts.h"
#include "ui/LogPainter.h"

#include <QFontInfo>

#include <algorithm>

// The log's font and colours.

namespace netassist {

namespace {

constexpr int kMinimumFontPoints = 6;
constexpr int kMaximumFontPoints = 48;

/// One set in pixels has no size in points of its own.
int pointsOf(const QFont& font)
{
    return font.pointSize() > 0 ? font.pointSize() : QFontInfo(font).pointSize();
}

} // namespace

void LogView::setDataFont(const QFont& font)
{
    if (font == m_dataFont)
        return;
    m_dataFont = font;
    applyLook();
    applyGeometry();
    viewport()->update();
}

void LogView::setDataColors(const QColor& received, const QColor& sent)
{
    m_receivedColor = received;
    m_sentColor = sent;
    applyLook();
    viewport()->update();
}

void LogView::setZoomSteps(int steps)
{
    const int standard = pointsOf(m_dataFont);
    steps = std::clamp(steps, kMinimumFontPoints - standard, kMaximumFontPoints - standard);
    if (steps != m_zoomSteps) {
        m_zoomSteps = steps;
        applyLook();
        applyGeometry();
        Q_EMIT zoomChanged(m_zoomSteps);
    }
}

void LogView::applyLook()
{
    QFont font = m_dataFont;
    font.setPointSize(std::clamp(pointsOf(font) + m_zoomSteps, kMinimumFontPoints, kMaximumFontPoints));
    font = onGrid(font);
    LogColors colors = LogColors::of(palette());
    const QColor ground = palette().color(QPalette::Base);
    if (m_receivedColor.isValid())
        colors.received = readableOn(ground, m_receivedColor);
    if (m_sentColor.isValid())
        colors.sent = readableOn(ground, m_sentColor);
    m_painter = std::make_unique<LogPainter>(font, palette(), colors);
    if (!m_widths || m_widths->font() != font) {
        m_widths = std::make_shared<FontWidths>(font);
        m_settings.ambiguous = m_widths; // applyGeometry() follows
    }
}

} // namespace netassist
