// SPDX-License-Identifier: MIT
#include "ui/Lamp.h"

#include "ui/Colors.h"
#include "ui/Hint.h"

#include <QEvent>
#include <QPainter>
#include <QRadialGradient>

namespace netassist {

namespace {

constexpr int kSide = 18;

QColor colorOf(TransportState state, const QPalette& palette)
{
    switch (state) {
    case TransportState::Opening:
        return {0xF5, 0xA6, 0x23};
    case TransportState::Open:
        return {0x2E, 0xB8, 0x57};
    case TransportState::Closed:
        break;
    }
    const QColor ground = palette.color(QPalette::Window);
    return isDark(palette) ? ground.lighter(210) : ground.darker(140);
}

} // namespace

Lamp::Lamp(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void Lamp::setState(TransportState state)
{
    if (m_state == state)
        return;
    m_state = state;
    retranslate();
    update();
}

QSize Lamp::sizeHint() const
{
    return {kSide, kSide};
}

void Lamp::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = colorOf(m_state, palette());
    const QRectF disc = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    if (m_state != TransportState::Closed) {
        QColor glow = color;
        glow.setAlpha(70);
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        painter.drawEllipse(QRectF(rect()));
    }
    QRadialGradient gradient(disc.center() - QPointF(1.5, 2), disc.width() * 0.8);
    gradient.setColorAt(0, color.lighter(135));
    gradient.setColorAt(1, color);
    painter.setPen(QPen(color.darker(140), 1));
    painter.setBrush(gradient);
    painter.drawEllipse(disc);
}

void Lamp::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Lamp::retranslate()
{
    setAccessibleName(tr("State"));
    QString state = tr("Closed");
    if (m_state == TransportState::Opening)
        state = tr("Connecting");
    else if (m_state == TransportState::Open)
        state = tr("Open");
    setAccessibleDescription(state);
    setHint(*this, state);
}

} // namespace netassist
