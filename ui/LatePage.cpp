// SPDX-License-Identifier: MIT
#include "ui/LatePage.h"

#include <QVBoxLayout>

#include <utility>

namespace netassist {

namespace {

bool isVisited(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr;
}

/// What is made late comes last when the Tab key goes round. Its place is behind `place`.
void takePlaceInFocusChain(const QWidget& place, const QWidget& late)
{
    QWidgetList chain;
    for (QWidget* widget = late.nextInFocusChain(); late.isAncestorOf(widget); widget = widget->nextInFocusChain()) {
        if (isVisited(*widget))
            chain.append(widget);
    }
    QWidget* before = place.previousInFocusChain();
    while (before != &place && !isVisited(*before))
        before = before->previousInFocusChain();
    for (QWidget* widget : std::as_const(chain))
        QWidget::setTabOrder(std::exchange(before, widget), widget);
}

} // namespace

void LatePage::showEvent(QShowEvent* event)
{
    if (layout() == nullptr) {
        QWidget* const content = makeContent();
        auto* filled = new QVBoxLayout(this);
        filled->setContentsMargins(0, 0, 0, 0);
        filled->addWidget(content);
        content->show(); // otherwise after the first paint of the page
        takePlaceInFocusChain(*this, *content);
        if (content->focusProxy() != nullptr)
            setFocusProxy(content);
    }
    QWidget::showEvent(event);
}

} // namespace netassist
