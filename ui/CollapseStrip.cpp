// SPDX-License-Identifier: MIT
#include "ui/CollapseStrip.h"

#include "ui/Colors.h"
#include "ui/Hint.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace netassist {

namespace {

constexpr int kStripWidth = 12;
constexpr qreal kHandleLength = 72;

} // namespace

CollapseStrip::CollapseStrip(Side side, QWidget* parent) : QAbstractButton(parent), m_side(side)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QAbstractButton::toggled, this, &CollapseStrip::retranslate);
    retranslate();
}

QSize CollapseStrip::sizeHint() const
{
    return {kStripWidth, static_cast<int>(kHandleLength)};
}

void CollapseStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const bool lit = underMouse() || hasFocus();
    QColor ground = palette().color(lit ? QPalette::Highlight : QPalette::WindowText);
    ground.setAlpha(lit ? 90 : 28);
    QRectF handle(0, 0, 8, qMin<qreal>(kHandleLength, height()));
    handle.moveCenter(QRectF(rect()).center());
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(handle, 4, 4);

    const QPointF center = handle.center();
    // It points to where the column's edge goes.
    const bool away = isChecked() == (m_side == Side::Left);
    const qreal direction = (away != isRightToLeft()) ? 1 : -1;
    QPainterPath arrow;
    arrow.moveTo(center + QPointF(-1.5 * direction, -4));
    arrow.lineTo(center + QPointF(1.5 * direction, 0));
    arrow.lineTo(center + QPointF(-1.5 * direction, 4));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(quietColor(palette()), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(arrow);
}

void CollapseStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void CollapseStrip::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void CollapseStrip::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void CollapseStrip::retranslate()
{
    if (m_side == Side::Left) {
        setAccessibleName(tr("Collapse settings"));
        setHint(*this, isChecked() ? tr("Show the settings column") : tr("Hide the settings column"));
    } else {
        setAccessibleName(tr("Collapse tools"));
        setHint(*this, isChecked() ? tr("Show the tool column") : tr("Hide the tool column"));
    }
}

} // namespace netassist
