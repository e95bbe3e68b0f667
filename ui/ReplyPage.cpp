// SPDX-License-Identifier: MIT
#include "ui/ReplyPage.h"

#include "app/reply/Replier.h"
#include "ui/ReplyEditor.h"

#include <QEvent>
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

ReplyPage::ReplyPage(Replier& replier, QWidget* parent) : QWidget(parent), m_replier(&replier)
{
    setObjectName(QStringLiteral("replies"));
    retranslate();
}

ReplySettings ReplyPage::settings() const
{
    return m_editor != nullptr ? m_editor->settings() : m_replier->settings();
}

void ReplyPage::restore(const ReplySettings& settings)
{
    if (m_editor != nullptr)
        m_editor->restore(settings);
    else
        m_replier->setSettings(settings);
}

void ReplyPage::showEvent(QShowEvent* event)
{
    if (m_editor == nullptr)
        makeEditor();
    QWidget::showEvent(event);
}

void ReplyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReplyPage::makeEditor()
{
    m_editor = new ReplyEditor(*m_replier, this);
    connect(m_editor, &ReplyEditor::changed, this, &ReplyPage::changed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    m_editor->show(); // otherwise after the first paint of the page
    takePlaceInFocusChain(*this, *m_editor);
}

void ReplyPage::retranslate()
{
    setWindowTitle(tr("Automatic replies"));
}

} // namespace netassist
