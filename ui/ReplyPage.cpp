// SPDX-License-Identifier: MIT
#include "ui/ReplyPage.h"

#include "app/reply/Replier.h"
#include "ui/ReplyEditor.h"

#include <QEvent>

namespace netassist {

ReplyPage::ReplyPage(Replier& replier, QWidget* parent) : LatePage(parent), m_replier(&replier)
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

void ReplyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LatePage::changeEvent(event);
}

QWidget* ReplyPage::makeContent()
{
    m_editor = new ReplyEditor(*m_replier, this);
    connect(m_editor, &ReplyEditor::changed, this, &ReplyPage::changed);
    return m_editor;
}

void ReplyPage::retranslate()
{
    setWindowTitle(tr("Automatic replies"));
}

} // namespace netassist
