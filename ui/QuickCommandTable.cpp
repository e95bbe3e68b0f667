// SPDX-License-Identifier: MIT
#include "ui/QuickCommandTable.h"

#include "ui/Hint.h"
#include "ui/Question.h"
#include "ui/QuickCommandDelegate.h"
#include "ui/QuickCommandModel.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <array>
#include <utility>

namespace netassist {

namespace {

using Model = QuickCommandModel;

/// Pixels at first; the user's own ones are remembered.
constexpr std::array<std::pair<Model::Column, int>, 10> kColumnWidths{{{Model::TickColumn, 26},
                                                                       {Model::SendColumn, 48},
                                                                       {Model::NameColumn, 88},
                                                                       {Model::ModeColumn, 56},
                                                                       {Model::ContentColumn, 170},
                                                                       {Model::EndingColumn, 130},
                                                                       {Model::ChecksumColumn, 130},
                                                                       {Model::EncodingColumn, 130},
                                                                       {Model::DelayColumn, 76},
                                                                       {Model::ShortcutColumn, 90}}};
constexpr int kRowPadding = 8;

} // namespace

QuickCommandTable::QuickCommandTable(QuickCommandModel& model, QWidget* parent) : QTableView(parent), m_model(&model)
{
    auto* delegate = new QuickCommandDelegate(this);
    setModel(&model);
    setItemDelegate(delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDragDropOverwriteMode(false);
    setTabKeyNavigation(false); // every control stays within reach
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    // All rows are of one height: nothing is asked of each of thousands.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    for (const auto& [column, width] : kColumnWidths)
        setColumnWidth(column, width);
    connect(delegate, &QuickCommandDelegate::sendClicked, this, &QuickCommandTable::sendRequested);
    connect(delegate, &QuickCommandDelegate::ownChecksumPicked, this, &QuickCommandTable::ownChecksumRequested,
            Qt::QueuedConnection); // the editor is closed first
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        if (section != Model::TickColumn || m_model->rowCount() == 0)
            return;
        bool all = true;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all = all && m_model->commandAt(row).ticked;
        m_model->tickAll(!all);
    });
    retranslate();
}

QuickCommandTable::Rows QuickCommandTable::selectedRows() const
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return currentIndex().isValid() ? Rows{currentIndex().row(), 1} : Rows{};
    int first = m_model->rowCount();
    int last = -1;
    for (const QItemSelectionRange& range : selection) {
        first = qMin(first, range.top());
        last = qMax(last, range.bottom());
    }
    return {first, last - first + 1};
}

void QuickCommandTable::selectRows(Rows rows)
{
    if (rows.count < 1)
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : Model::NameColumn;
    selectionModel()->setCurrentIndex(m_model->index(rows.first, column), QItemSelectionModel::NoUpdate);
    selectionModel()->select(QItemSelection(m_model->index(rows.first, 0),
                                            m_model->index(rows.first + rows.count - 1, Model::ColumnCount - 1)),
                             QItemSelectionModel::ClearAndSelect);
    scrollTo(currentIndex());
}

void QuickCommandTable::removeSelected()
{
    const Rows rows = selectedRows();
    if (rows.count > 1)
        askBefore(tr("Delete commands"), tr("Delete the %1 selected commands?").arg(rows.count), tr("Delete"), *this,
                  [this, rows] {
                      if (selectedRows() == rows) // else it is not what was asked about
                          remove(rows);
                  });
    else
        remove(rows);
}

void QuickCommandTable::remove(Rows rows)
{
    if (rows.count < 1)
        return;
    m_model->removeRows(rows.first, rows.count);
    if (m_model->rowCount() > 0)
        selectRows({qMin(rows.first, m_model->rowCount() - 1), 1});
}

void QuickCommandTable::duplicateSelected()
{
    const Rows rows = selectedRows();
    QList<QuickCommand> copies;
    for (int i = 0; i < rows.count; ++i) {
        QuickCommand copy = m_model->commandAt(rows.first + i);
        copy.shortcut.clear(); // the first one has it
        copies.append(copy);
    }
    if (!m_model->insert(rows.first + rows.count, copies))
        Q_EMIT full();
    else
        selectRows({rows.first + rows.count, rows.count});
}

void QuickCommandTable::moveSelected(bool up)
{
    const Rows rows = selectedRows();
    if (rows.count < 1)
        return;
    if (m_model->moveRows({}, rows.first, rows.count, {}, up ? rows.first - 1 : rows.first + rows.count + 1))
        selectRows({rows.first + (up ? -1 : 1), rows.count});
}

void QuickCommandTable::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (state() == QAbstractItemView::EditingState) {
        QTableView::keyPressEvent(event);
        return;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT sendRequested(currentIndex().row());
    else if (key == Qt::Key_F2 && !m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable))
        editContent();
    else if (key == Qt::Key_Delete && modifiers == Qt::NoModifier)
        removeSelected();
    else if (key == Qt::Key_Up && modifiers == Qt::AltModifier)
        moveSelected(true);
    else if (key == Qt::Key_Down && modifiers == Qt::AltModifier)
        moveSelected(false);
    else
        QTableView::keyPressEvent(event);
}

void QuickCommandTable::editContent()
{
    if (!currentIndex().isValid())
        return;
    setCurrentIndex(m_model->index(currentIndex().row(), Model::ContentColumn));
    edit(currentIndex());
}

void QuickCommandTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // The row that the keys are for is to be seen.
    if (!selectionModel()->hasSelection() && m_model->rowCount() > 0)
        selectRows({qMax(0, currentIndex().row()), 1});
}

void QuickCommandTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    QTableView::changeEvent(event);
}

void QuickCommandTable::retranslate()
{
    setAccessibleName(tr("List of quick commands"));
    setHint(*this,
            tr("Enter sends, F2 edits, Space ticks, Delete removes, Alt+Up and Alt+Down move; rows can be dragged"));
}

} // namespace netassist
