// SPDX-License-Identifier: MIT
#include "ui/ToolColumn.h"

#include "ui/Hint.h"

#include <QEvent>
#include <QTabBar>
#include <QToolButton>

namespace netassist {

namespace {

constexpr int kUsualWidth = 440;

} // namespace

ToolColumn::ToolColumn(QWidget* parent) : QTabWidget(parent), m_wantedWidth(kUsualWidth)
{
    setDocumentMode(true);
    // All of them in sight in a narrow column too.
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    retranslate();
}

void ToolColumn::addPage(QWidget& page)
{
    const int tab = addTab(&page, page.windowTitle());
    setTabToolTip(tab, page.windowTitle());
    connect(&page, &QWidget::windowTitleChanged, this, [this, shown = &page](const QString& title) {
        setTabText(indexOf(shown), title);
        setTabToolTip(indexOf(shown), title);
    });
}

void ToolColumn::showPage(QWidget& page)
{
    setCurrentWidget(&page);
    page.setFocus();
}

QString ToolColumn::currentPage() const
{
    return currentWidget() != nullptr ? currentWidget()->objectName() : QString();
}

void ToolColumn::setCurrentPage(const QString& name)
{
    for (int i = 0; i < count(); ++i) {
        if (widget(i)->objectName() == name)
            setCurrentIndex(i);
    }
}

void ToolColumn::setWantedWidth(int pixels)
{
    m_wantedWidth = qMax(pixels, kLeastWidth);
}

QSize ToolColumn::sizeHint() const
{
    return {m_wantedWidth, QTabWidget::sizeHint().height()};
}

QSize ToolColumn::minimumSizeHint() const
{
    // The log needs room too, and a narrow window must be possible.
    return {kLeastWidth, 0};
}

void ToolColumn::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

void ToolColumn::retranslate()
{
    const auto name = [](QWidget& button, const QString& text) {
        button.setAccessibleName(text);
        setHint(button, text);
    };
    setAccessibleName(tr("Tools"));
    setHint(*tabBar(), tr("Tools for sending and answering; the arrow keys go from one to the next"));
    // Qt makes the buttons beside too many tabs in any case, and names them once, in the language of that moment.
    if (auto* left = tabBar()->findChild<QToolButton*>(QStringLiteral("ScrollLeftButton")))
        name(*left, tr("Scroll left"));
    if (auto* right = tabBar()->findChild<QToolButton*>(QStringLiteral("ScrollRightButton")))
        name(*right, tr("Scroll right"));
}

} // namespace netassist
