// SPDX-License-Identifier: MIT
#include "ui/ReplyModel.h"

#include "app/reply/Replier.h"
#include "ui/Colors.h"
#include "ui/OneLine.h"

#include <QGuiApplication>
#include <QPalette>

namespace netassist {

ReplyModel::ReplyModel(const Replier& replier, QObject* parent) : QAbstractTableModel(parent), m_replier(&replier) {}

void ReplyModel::setRules(const QList<ReplyRule>& rules)
{
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

void ReplyModel::setRule(int row, const ReplyRule& rule)
{
    m_rules[row] = rule;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ReplyModel::insert(int row, const ReplyRule& rule)
{
    beginInsertRows({}, row, row);
    m_rules.insert(row, rule);
    endInsertRows();
}

void ReplyModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
}

void ReplyModel::move(int row, int by)
{
    // Qt counts the row in front of which it goes.
    if (row + by < 0 || row + by >= m_rules.size() || !beginMoveRows({}, row, row, {}, by > 0 ? row + 2 : row - 1))
        return;
    m_rules.move(row, row + by);
    endMoveRows();
}

void ReplyModel::refreshStatus()
{
    if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ReplyModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ReplyModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int ReplyModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool ReplyModel::hasStatus(int row) const
{
    return row < m_replier->settings().rules.size() && m_replier->settings().rules[row] == m_rules[row];
}

QString ReplyModel::text(int row, int column) const
{
    const ReplyRule& rule = m_rules[row];
    switch (column) {
    case Name:
        return rule.name.isEmpty() ? QString::number(row + 1) : rule.name;
    case When:
        return tr("%1 %2", "kind of match, pattern").arg(kindName(rule.kind), oneLine(rule.pattern));
    case Reply:
        return oneLine(rule.reply.text);
    default:
        return hasStatus(row) ? QString::number(m_replier->status(row).fired) : QString();
    }
}

QString ReplyModel::troubleOf(int row) const
{
    if (!hasStatus(row))
        return {};
    const Replier::Status& status = m_replier->status(row);
    switch (status.trouble) {
    case Replier::Status::Trouble::Pattern:
        return tr("Pattern, column %1: %2").arg(status.error.column).arg(status.error.reason);
    case Replier::Status::Trouble::Reply:
        return tr("Reply, line %1, column %2: %3")
            .arg(status.error.line)
            .arg(status.error.column)
            .arg(status.error.reason);
    case Replier::Status::Trouble::TooCostly:
        return tr("Stopped: looking for this expression takes too long, make it simpler");
    case Replier::Status::Trouble::None:
        break;
    }
    return status.held > 0 ? tr("%1 matches were not answered: a limit held them back").arg(status.held) : QString();
}

QVariant ReplyModel::data(const QModelIndex& index, int role) const
{
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString trouble = troubleOf(row);
        return trouble.isEmpty() ? text(row, index.column()).toHtmlEscaped() : trouble.toHtmlEscaped();
    }
    case Qt::CheckStateRole:
        if (index.column() == Name)
            return m_rules[row].enabled ? Qt::Checked : Qt::Unchecked;
        break;
    case Qt::ForegroundRole:
        if (!troubleOf(row).isEmpty())
            return warningColor(QGuiApplication::palette());
        break;
    case Qt::TextAlignmentRole:
        if (index.column() == Fired)
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        break;
    default:
        break;
    }
    return {};
}

bool ReplyModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    m_rules[index.row()].enabled = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index);
    Q_EMIT switched();
    return true;
}

Qt::ItemFlags ReplyModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ReplyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Rule");
    case When:
        return tr("When received");
    case Reply:
        return tr("Reply");
    default:
        return tr("Fired");
    }
}

QString ReplyModel::kindName(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Contains:
        return tr("contains");
    case MatchKind::BeginsWith:
        return tr("begins with");
    case MatchKind::Equals:
        return tr("equals");
    case MatchKind::Expression:
        return tr("matches expression");
    }
    return {};
}

} // namespace netassist
