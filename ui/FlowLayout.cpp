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
    int top = inside.top();
    for (qsizetype first = 0; first < m_items.size();) {
        int right = inside.left();
        int height = 0;
        qsizetype end = first;
        while (end < m_items.size()) {
            const QSize size = m_items.at(end)->sizeHint();
            if (end > first && right + size.width() > inside.left() + inside.width())
                break;
            right += size.width() + spacing();
            height = qMax(height, size.height());
            ++end;
        }
        int left = inside.left();
        for (; first < end; ++first) {
            const QSize size = m_items.at(first)->sizeHint();
            if (forReal)
                m_items.at(first)->setGeometry(
                    QRect(left, top + (height - size.height()) / 2, qMin(size.width(), inside.width()), size.height()));
            left += size.width() + spacing();
        }
        top += height + (end < m_items.size() ? spacing() : 0);
    }
    return top - area.top() + contentsMargins().bottom();
}

} // namespace netassist
