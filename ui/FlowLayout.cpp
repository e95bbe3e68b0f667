// SPDX-License-Identifier: MIT
#include "ui/FlowLayout.h"

namespace netassist {

namespace {

constexpr int kGap = 4;

} // namespace

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(kGap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size.grownBy(margins);
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    place(area, true);
}

int FlowLayout::place(const QRect& area, bool forReal) const
{
    const QRect inside = area.marginsRemoved(contentsMargins());
    QPoint at = inside.topLeft();
    int rowHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (at.x() > inside.left() && at.x() + size.width() > inside.left() + inside.width()) {
            at = QPoint(inside.left(), at.y() + rowHeight + spacing());
            rowHeight = 0;
        }
        if (forReal)
            item->setGeometry(QRect(at, size.boundedTo(QSize(inside.width(), size.height()))));
        at.rx() += size.width() + spacing();
        rowHeight = qMax(rowHeight, size.height());
    }
    return at.y() + rowHeight - area.top() + contentsMargins().bottom();
}

} // namespace netassist
