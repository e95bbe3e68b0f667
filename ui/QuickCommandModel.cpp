// SPDX-License-Identifier: MIT
#include "ui/QuickCommandModel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

// The pages and rows; what is in the cells: QuickCommandModelCells.cpp.

namespace netassist {

namespace {

const QString& rowsMimeType()
{
    static const QString type = QStringLiteral("application/x-netassistant-command-rows");
    return type;
}

} // namespace

QuickCommandModel::QuickCommandModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_commands.pages.append(QuickCommandPage());
}

void QuickCommandModel::setCommands(const QuickCommands& commands)
{
    beginResetModel();
    m_commands = commands;
    if (m_commands.pages.isEmpty())
        m_commands.pages.append(QuickCommandPage());
    m_commands.page = qBound(0, m_commands.page, static_cast<int>(m_commands.pages.size()) - 1);
    m_runningRow = -1;
    endResetModel();
    Q_EMIT pagesChanged();
    Q_EMIT changed();
}

QString QuickCommandModel::pageTitle(int page) const
{
    const QString& name = m_commands.pages.at(page).name;
    return name.isEmpty() ? tr("Page %1").arg(page + 1) : name;
}

void QuickCommandModel::setPage(int page)
{
    if (page == m_commands.page || page < 0 || page >= m_commands.pages.size())
        return;
    beginResetModel();
    m_commands.page = page;
    m_runningRow = -1;
    endResetModel();
    Q_EMIT pagesChanged();
    Q_EMIT changed();
}

bool QuickCommandModel::addPages(const QList<QuickCommandPage>& pages)
{
    QuickCommands all = m_commands;
    // The page that everybody begins with is not kept beside others.
    if (all.pages.size() == 1 && all.pages.first() == QuickCommandPage() && !pages.isEmpty() &&
        pages.first() != QuickCommandPage())
        all.pages.clear();
    const int first = static_cast<int>(all.pages.size());
    all.pages.append(pages);
    if (all.pages.size() > QuickCommands::kMostPages || all.count() > QuickCommands::kMostCommands)
        return false;
    all.page = first;
    setCommands(all);
    return true;
}

void QuickCommandModel::renamePage(const QString& name)
{
    m_commands.pages[m_commands.page].name = name;
    Q_EMIT pagesChanged();
    Q_EMIT changed();
}

void QuickCommandModel::removePage()
{
    QuickCommands all = m_commands;
    all.pages.removeAt(all.page);
    all.page = qMax(0, all.page - 1);
    setCommands(all);
}

bool QuickCommandModel::insert(int row, const QList<QuickCommand>& commands)
{
    if (m_commands.count() + commands.size() > QuickCommands::kMostCommands)
        return false;
    if (commands.isEmpty())
        return true;
    beginInsertRows({}, row, row + static_cast<int>(commands.size()) - 1);
    QList<QuickCommand>& list = shown();
    list = list.first(row) + commands + list.sliced(row);
    endInsertRows();
    Q_EMIT changed();
    return true;
}

bool QuickCommandModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > shown().size())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    shown().remove(row, count);
    endRemoveRows();
    Q_EMIT changed();
    return true;
}

bool QuickCommandModel::moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before)
{
    if (from.isValid() || to.isValid() || row < 0 || count < 1 || row + count > shown().size() || before < 0 ||
        before > shown().size() || !beginMoveRows({}, row, row + count - 1, {}, before))
        return false;
    const auto begin = shown().begin();
    if (before < row)
        std::rotate(begin + before, begin + row, begin + row + count);
    else
        std::rotate(begin + row, begin + row + count, begin + before);
    endMoveRows();
    Q_EMIT changed();
    return true;
}

void QuickCommandModel::tickAll(bool on)
{
    if (shown().isEmpty())
        return;
    for (QuickCommand& command : shown())
        command.ticked = on;
    Q_EMIT dataChanged(index(0, TickColumn), index(rowCount() - 1, TickColumn), {Qt::CheckStateRole});
    Q_EMIT changed();
}

void QuickCommandModel::setRounds(int rounds)
{
    if (m_commands.rounds == rounds)
        return;
    m_commands.rounds = rounds;
    Q_EMIT changed();
}

void QuickCommandModel::setRunningRow(int row)
{
    const int before = m_runningRow;
    m_runningRow = row;
    for (const int changedRow : {before, row}) {
        if (changedRow >= 0 && changedRow < rowCount() && before != row)
            Q_EMIT dataChanged(index(changedRow, 0), index(changedRow, ColumnCount - 1), {Qt::BackgroundRole});
    }
}

void QuickCommandModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT pagesChanged();
}

QStringList QuickCommandModel::mimeTypes() const
{
    return {rowsMimeType()};
}

QMimeData* QuickCommandModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const auto [first, last] = std::minmax_element(
        indexes.begin(), indexes.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    QByteArray rows;
    QDataStream(&rows, QIODevice::WriteOnly) << first->row() << last->row();
    auto* data = new QMimeData;
    data->setData(rowsMimeType(), rows);
    return data;
}

bool QuickCommandModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int /*column*/,
                                     const QModelIndex& parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(rowsMimeType()))
        return false;
    int first = -1;
    int last = -1;
    QDataStream(data->data(rowsMimeType())) >> first >> last;
    if (first < 0 || last < first || last >= rowCount())
        return false;
    const int onRow = parent.isValid() ? parent.row() : rowCount();
    moveRows({}, first, last - first + 1, {}, row >= 0 ? row : onRow);
    // They have moved already: nothing is left for the view to remove.
    return false;
}

} // namespace netassist
