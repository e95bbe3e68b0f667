// SPDX-License-Identifier: MIT
#include "ui/QuickCommandsEditor.h"

#include "ui/ChecksumDialog.h"
#include "ui/ElidedLabel.h"
#include "ui/FlowLayout.h"
#include "ui/Hint.h"
#include "ui/Question.h"
#include "ui/QuickCommandFiles.h"
#include "ui/QuickCommandModel.h"
#include "ui/QuickCommandTable.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace netassist {

namespace {

/// What was saved of a table with other columns is of no use for this one.
QByteArray columnsFormat()
{
    return QByteArrayLiteral("columns:") + QByteArray::number(int{QuickCommandModel::ColumnCount}) + ':';
}

void name(QToolButton& button, const QString& text, const QString& hint)
{
    button.setText(text);
    setHint(button, hint);
}

} // namespace

// The parts are made in the order in which the Tab key visits them.
QuickCommandsEditor::QuickCommandsEditor(QuickCommandModel& model, QuickCommandFiles& files, QWidget* parent)
    : QWidget(parent),
      m_model(&model),
      m_files(&files),
      m_pageLabel(new QLabel(this)),
      m_page(new QComboBox(this)),
      m_addPage(new QToolButton(this)),
      m_renamePage(new QToolButton(this)),
      m_removePage(new QToolButton(this)),
      m_table(new QuickCommandTable(*m_model, this)),
      m_addFromBox(new QToolButton(this)),
      m_addEmpty(new QToolButton(this)),
      m_duplicate(new QToolButton(this)),
      m_remove(new QToolButton(this)),
      m_up(new QToolButton(this)),
      m_down(new QToolButton(this)),
      m_import(new QToolButton(this)),
      m_export(new QToolButton(this)),
      m_problem(new ElidedLabel(this)),
      m_sequence(new SequenceBar(*m_model, this))
{
    setFocusProxy(m_table);
    layOut();
    bind();
    showPages();
    retranslate();
}

void QuickCommandsEditor::add(const QuickCommand& command)
{
    const QuickCommandTable::Rows selected = m_table->selectedRows();
    const int row = selected.count > 0 ? selected.first + selected.count : m_model->rowCount();
    if (m_model->insert(row, {command}))
        m_table->selectRows({row, 1});
    else
        Q_EMIT m_table->full();
}

void QuickCommandsEditor::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QByteArray QuickCommandsEditor::columnsState() const
{
    return columnsFormat() + m_table->horizontalHeader()->saveState();
}

void QuickCommandsEditor::restoreColumns(const QByteArray& state)
{
    if (state.startsWith(columnsFormat()))
        m_table->horizontalHeader()->restoreState(state.sliced(columnsFormat().size()));
}

void QuickCommandsEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QuickCommandsEditor::layOut()
{
    m_pageLabel->setBuddy(m_page);
    m_problem->setTone(ElidedLabel::Tone::Warning);
    m_problem->setLines(1, 2);
    m_problem->hide();
    m_page->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_page->setMaxVisibleItems(20);
    auto* pages = new FlowLayout;
    pages->addWidget(m_pageLabel);
    pages->addWidget(m_page);
    for (QToolButton* button : {m_addPage, m_renamePage, m_removePage})
        pages->addWidget(button);
    auto* rows = new FlowLayout;
    for (QToolButton* button : {m_addFromBox, m_addEmpty, m_duplicate, m_remove, m_up, m_down, m_import, m_export})
        rows->addWidget(button);
    const QList<QToolButton*> buttons = findChildren<QToolButton*>(Qt::FindDirectChildrenOnly);
    for (QToolButton* button : buttons)
        button->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(6);
    layout->addLayout(pages);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addLayout(rows);
    layout->addWidget(m_sequence);
}

void QuickCommandsEditor::bind()
{
    connect(m_model, &QuickCommandModel::pagesChanged, this, &QuickCommandsEditor::showPages);
    connect(m_page, &QComboBox::currentIndexChanged, m_model, &QuickCommandModel::setPage);
    connect(m_addPage, &QToolButton::clicked, this, &QuickCommandsEditor::addPage);
    connect(m_renamePage, &QToolButton::clicked, this, &QuickCommandsEditor::renamePage);
    connect(m_removePage, &QToolButton::clicked, this, &QuickCommandsEditor::removePage);

    connect(m_table, &QuickCommandTable::ownChecksumRequested, this, &QuickCommandsEditor::askChecksum);
    connect(m_table, &QuickCommandTable::sendRequested, this, [this](int row) {
        const QuickCommand copy = m_model->commandAt(row); // whoever hears of it may change the list
        Q_EMIT sendRequested(copy);
    });
    connect(m_table, &QuickCommandTable::full, this, [this] {
        showProblem(tr("There are %1 quick commands already: delete some first").arg(QuickCommands::kMostCommands));
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &QuickCommandsEditor::columnsChanged);
    connect(m_addFromBox, &QToolButton::clicked, this, &QuickCommandsEditor::addFromBoxRequested);
    connect(m_addEmpty, &QToolButton::clicked, this, [this] {
        add(QuickCommand());
        m_table->setFocus();
        m_table->editContent();
    });
    connect(m_duplicate, &QToolButton::clicked, m_table, &QuickCommandTable::duplicateSelected);
    connect(m_remove, &QToolButton::clicked, m_table, &QuickCommandTable::removeSelected);
    connect(m_up, &QToolButton::clicked, m_table, [this] { m_table->moveSelected(true); });
    connect(m_down, &QToolButton::clicked, m_table, [this] { m_table->moveSelected(false); });
    connect(m_import, &QToolButton::clicked, m_files, &QuickCommandFiles::askToImport);
    connect(m_export, &QToolButton::clicked, m_files, &QuickCommandFiles::askToExport);
}

void QuickCommandsEditor::showPages()
{
    const QSignalBlocker blocker(m_page);
    m_page->clear();
    for (int page = 0; page < m_model->commands().pages.size(); ++page)
        m_page->addItem(m_model->pageTitle(page));
    m_page->setCurrentIndex(m_model->page());
}

void QuickCommandsEditor::addPage()
{
    if (!m_model->addPages({QuickCommandPage()}))
        showProblem(tr("There are %1 pages already: delete one first").arg(QuickCommands::kMostPages));
}

void QuickCommandsEditor::renamePage()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename page"));
    dialog->setLabelText(tr("Name of the page:"));
    dialog->setTextValue(m_model->pageTitle(m_model->page()));
    connect(dialog, &QInputDialog::textValueSelected, m_model, &QuickCommandModel::renamePage);
    dialog->open();
}

void QuickCommandsEditor::removePage()
{
    if (m_model->rowCount() == 0) {
        m_model->removePage();
        return;
    }
    askBefore(tr("Delete page"), tr("Delete “%1” with the commands on it?").arg(m_model->pageTitle(m_model->page())),
              tr("Delete"), *this, [this] { m_model->removePage(); });
}

void QuickCommandsEditor::askChecksum(int row)
{
    const QPersistentModelIndex cell(m_model->index(row, QuickCommandModel::ChecksumColumn));
    if (!cell.isValid())
        return;
    QuickCommand command = m_model->commandAt(row);
    command.ownChecksum = true;
    ChecksumDialog::ask(
        command.message.checksum.value_or(ChecksumSettings{}),
        [this, command](const ChecksumSettings& checksum) mutable {
            command.message.checksum = checksum;
            return m_preview(command);
        },
        *this,
        [this, cell](const ChecksumSettings& checksum) {
            if (cell.isValid())
                m_model->setOwnChecksum(cell.row(), checksum);
        });
}

void QuickCommandsEditor::retranslate()
{
    m_pageLabel->setText(tr("Page"));
    m_page->setAccessibleName(m_pageLabel->text());
    setHint(*m_page, tr("Quick commands are kept on pages; this one is shown"));
    name(*m_addPage, tr("New page"), tr("Add an empty page"));
    name(*m_renamePage, tr("Rename page"), tr("Give this page another name"));
    name(*m_removePage, tr("Delete page"), tr("Delete this page with the commands on it"));
    name(*m_addFromBox, tr("Add from box"), tr("Make a command of what stands in the send box"));
    name(*m_addEmpty, tr("Add empty"), tr("Add an empty command and write its content"));
    name(*m_duplicate, tr("Duplicate"), tr("Add copies of the selected commands"));
    name(*m_remove, tr("Delete"), tr("Delete the selected commands"));
    name(*m_up, tr("Move up"), tr("Move the selected commands up by one row"));
    name(*m_down, tr("Move down"), tr("Move the selected commands down by one row"));
    name(*m_import, tr("Import\u2026"), tr("Add the commands of a file: JSON as exported, or CSV"));
    name(*m_export, tr("Export\u2026"), tr("Write the commands of all pages to a JSON file"));
}

} // namespace netassist
