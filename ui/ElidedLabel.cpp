// SPDX-License-Identifier: MIT
#include "ui/ElidedLabel.h"

#include "ui/Colors.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace netassist {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && elided() != text()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    switch (m_tone) {
    case Tone::Normal:
        painter.setPen(palette().color(QPalette::WindowText));
        break;
    case Tone::Quiet:
        painter.setPen(quietColor(palette()));
        break;
    case Tone::Warning:
        painter.setPen(warningColor(palette()));
        break;
    }
    painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeading, elided());
}

QString ElidedLabel::elided() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

} // namespace netassist
