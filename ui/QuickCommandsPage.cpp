// SPDX-License-Identifier: MIT
#include "ui/QuickCommandsPage.h"

#include "ui/CommandShortcuts.h"
#include "ui/QuickCommandFiles.h"
#include "ui/QuickCommandModel.h"

#include <QEvent>

namespace netassist {

QuickCommandsPage::QuickCommandsPage(QWidget& host)
    : LatePage(&host),
      m_model(new QuickCommandModel(this)),
      m_shortcuts(new CommandShortcuts(*m_model, host)),
      m_files(new QuickCommandFiles(*m_model, *m_shortcuts, host))
{
    setObjectName(QStringLiteral("quickCommands"));
    connect(m_model, &QuickCommandModel::changed, this, [this] {
        showProblem({});
        Q_EMIT changed();
    });
    connect(m_model, &QuickCommandModel::shortcutRefused, this, &QuickCommandsPage::showProblem);
    connect(m_shortcuts, &CommandShortcuts::pressed, this, &QuickCommandsPage::sendRequested);
    connect(m_files, &QuickCommandFiles::noted, this, &QuickCommandsPage::noted);
    retranslate();
}

SequenceBar* QuickCommandsPage::sequence()
{
    return m_editor != nullptr ? &m_editor->sequence() : nullptr;
}

void QuickCommandsPage::add(const QuickCommand& command)
{
    m_editor->add(command); // which has asked for it
}

void QuickCommandsPage::showProblem(const QString& text)
{
    m_problem = text;
    if (m_editor != nullptr)
        m_editor->showProblem(text);
}

QByteArray QuickCommandsPage::columnsState() const
{
    return m_editor != nullptr ? m_editor->columnsState() : m_columns;
}

void QuickCommandsPage::restoreColumns(const QByteArray& state)
{
    m_columns = state;
    if (m_editor != nullptr)
        m_editor->restoreColumns(state);
}

QWidget* QuickCommandsPage::makeContent()
{
    m_editor = new QuickCommandsEditor(*m_model, *m_files, this);
    m_editor->setPreview(m_preview);
    m_editor->sequence().setSend(m_sendOfSequence);
    m_editor->restoreColumns(m_columns);
    m_editor->showProblem(m_problem);
    connect(m_editor, &QuickCommandsEditor::sendRequested, this, &QuickCommandsPage::sendRequested);
    connect(m_editor, &QuickCommandsEditor::addFromBoxRequested, this, &QuickCommandsPage::addFromBoxRequested);
    connect(m_editor, &QuickCommandsEditor::columnsChanged, this, &QuickCommandsPage::changed);
    return m_editor;
}

void QuickCommandsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    LatePage::changeEvent(event);
}

void QuickCommandsPage::retranslate()
{
    setWindowTitle(tr("Quick commands"));
}

} // namespace netassist
