// SPDX-License-Identifier: MIT
#include "ui/HistoryModel.h"

#include "ui/OneLine.h"

#include <QFontDatabase>

namespace netassist {

void HistoryModel::setHistory(const SendHistory& history)
{
    replace(history);
}

void HistoryModel::add(const Message& message)
{
    SendHistory next = m_history;
    if (next.add(message))
        replace(next);
}

void HistoryModel::clear()
{
    SendHistory next = m_history;
    next.clear();
    replace(next);
}

void HistoryModel::setEnabled(bool on)
{
    if (m_history.isEnabled() == on)
        return;
    m_history.setEnabled(on);
    Q_EMIT changed();
}

void HistoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_history.entries().size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Message& entry = m_history.entries().at(index.row());
    if (role == kTextRole)
        return entry.text;
    if (role == Qt::ToolTipRole)
        return plainToolTip(entry.text);
    if (role == Qt::FontRole && index.column() == ContentColumn)
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ModeColumn:
        if (entry.mode == PayloadMode::Hex)
            return tr("HEX");
        return entry.escapes ? tr("Text") : tr("Text without escapes");
    case ContentColumn:
        return oneLine(entry.text);
    case EncodingColumn:
        return entry.encoding.isEmpty() ? tr("Same as receive") : entry.encoding;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ModeColumn:
        return tr("Mode");
    case ContentColumn:
        return tr("Content");
    case EncodingColumn:
        return tr("Encoding");
    default:
        return {};
    }
}

void HistoryModel::replace(const SendHistory& history)
{
    if (m_history == history)
        return;
    beginResetModel();
    m_history = history;
    endResetModel();
    Q_EMIT changed();
}

} // namespace netassist
