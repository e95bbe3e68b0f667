// SPDX-License-Identifier: MIT
#include "ui/SettingsColumn.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kMinimumWidth = 214;

} // namespace

SettingsColumn::SettingsColumn(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto* content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addStretch();
    setWidget(content);
    // The window's own ground shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    fitWidth();
}

void SettingsColumn::addPanel(QWidget* panel)
{
    m_layout->insertWidget(m_layout->count() - 1, panel);
    const QList<QComboBox*> combos = panel->findChildren<QComboBox*>();
    for (QComboBox* combo : combos)
        combo->installEventFilter(this);
}

QSize SettingsColumn::sizeHint() const
{
    return {minimumWidth(), widget()->sizeHint().height()};
}

QSize SettingsColumn::minimumSizeHint() const
{
    return {minimumWidth(), 0};
}

void SettingsColumn::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitWidth();
}

bool SettingsColumn::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel scrolls the column and changes no combo box on its way.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched) != nullptr) {
        event->ignore();
        return true;
    }
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QScrollArea::eventFilter(watched, event);
}

void SettingsColumn::fitWidth()
{
    const bool scrolled = widget()->minimumSizeHint().height() > height();
    const int bar = scrolled ? verticalScrollBar()->sizeHint().width() + 2 : 0;
    setFixedWidth(qMax(kMinimumWidth, widget()->minimumSizeHint().width()) + bar);
}

} // namespace netassist
