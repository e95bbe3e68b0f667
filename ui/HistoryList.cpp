// SPDX-License-Identifier: MIT
#include "ui/HistoryList.h"

#include "ui/Hint.h"
#include "ui/HistoryModel.h"
#include "ui/Question.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kHistoryRowPadding = 6;
constexpr int kModeWidth = 56;
constexpr int kEncodingWidth = 110;

} // namespace

HistoryList::HistoryList(HistoryModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(&model),
      m_found(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_keep(new QCheckBox(this)),
      m_clear(new QPushButton(this))
{
    setFocusProxy(m_search);
    m_search->setClearButtonEnabled(true);
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(HistoryModel::ContentColumn);
    m_found->setFilterRole(HistoryModel::kTextRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    layOut();

    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table, &QTableView::clicked, this, &HistoryList::pick);
    connect(m_keep, &QCheckBox::toggled, m_model, &HistoryModel::setEnabled);
    connect(m_clear, &QPushButton::clicked, this, &HistoryList::askToClear);
    connect(m_model, &HistoryModel::changed, this, &HistoryList::refresh);
    m_table->installEventFilter(this);
    m_search->installEventFilter(this);
    refresh();
    retranslate();
}

void HistoryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool HistoryList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        // From the search field it is the first one that is found.
        pick(watched == m_table ? m_table->currentIndex() : m_found->index(0, 0));
        return true;
    }
    if (plain && key->key() == Qt::Key_Down && watched == m_search && m_found->rowCount() > 0) {
        m_table->setCurrentIndex(m_found->index(0, HistoryModel::ContentColumn));
        m_table->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HistoryList::layOut()
{
    m_table->setModel(m_found);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kHistoryRowPadding);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::ContentColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(HistoryModel::ModeColumn, kModeWidth);
    m_table->setColumnWidth(HistoryModel::EncodingColumn, kEncodingWidth);

    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_keep);
    below->addStretch();
    below->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addLayout(below);
}

void HistoryList::pick(const QModelIndex& shown)
{
    if (!shown.isValid())
        return;
    const Message entry = m_model->history().entries().at(m_found->mapToSource(shown).row());
    Q_EMIT picked(entry);
}

void HistoryList::askToClear()
{
    askBefore(tr("Clear history"), tr("Forget all past sends (%1)?").arg(m_model->rowCount()), tr("Clear history"),
              *this, [this] { m_model->clear(); });
}

void HistoryList::refresh()
{
    const QSignalBlocker blocker(m_keep);
    m_keep->setChecked(m_model->history().isEnabled());
    m_clear->setEnabled(m_model->rowCount() > 0);
}

void HistoryList::retranslate()
{
    m_search->setPlaceholderText(tr("Search the history"));
    m_search->setAccessibleName(tr("Search the history"));
    setHint(*m_search, tr("Only sends that contain this are shown; Enter puts the first one into the box"));
    m_table->setAccessibleName(tr("Past sends"));
    setHint(*m_table,
            tr("A click or Enter puts it back into the send box; Ctrl+Up and Ctrl+Down in the box do it too"));
    m_keep->setText(tr("Keep history"));
    setHint(*m_keep, tr("What is sent from the box is remembered, also for the next start"));
    m_clear->setText(tr("Clear history"));
    setHint(*m_clear, tr("Forget all past sends"));
}

} // namespace netassist
