// SPDX-License-Identifier: MIT
#include "ui/ElidedLabel.h"

#include "ui/Colors.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

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

void ElidedLabel::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    setSizePolicy(QSizePolicy::Ignored, most > least ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    setWordWrap(most > least); // its height depends on its width then
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    return {QLabel::sizeHint().width(), m_least * lineHeight()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, m_least * lineHeight()};
}

int ElidedLabel::heightForWidth(int width) const
{
    return std::max(m_least, static_cast<int>(lines(width).size())) * lineHeight();
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
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
    QStringList shown = lines(contentsRect().width());
    shown.last() = fontMetrics().elidedText(shown.constLast(), Qt::ElideRight, contentsRect().width());
    QRect row = contentsRect();
    if (m_most > 1)
        row.setHeight(lineHeight());
    for (const QString& line : std::as_const(shown)) {
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeading, line);
        row.translate(0, row.height());
    }
}

QStringList ElidedLabel::lines(int width) const
{
    QStringList lines;
    qsizetype from = 0;
    if (m_most > 1) {
        QTextLayout layout(text(), font(), this);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a path may be wider than a line
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() + 1 == m_most)
                break;
            lines.append(text().mid(line.textStart(), line.textLength()).trimmed());
            from = line.textStart() + line.textLength();
        }
        layout.endLayout();
    }
    if (from < text().size() || lines.isEmpty())
        lines.append(text().mid(from));
    return lines;
}

bool ElidedLabel::isCut() const
{
    const int width = contentsRect().width();
    return fontMetrics().horizontalAdvance(lines(width).constLast()) > width;
}

int ElidedLabel::lineHeight() const
{
    QTextLayout layout(text(), font(), this);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return std::max(fontMetrics().height(), line.isValid() ? static_cast<int>(std::ceil(line.height())) : 0);
}

} // namespace netassist
