// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/SendHistory.h"

#include <QAbstractTableModel>

namespace netassist {

/// The history of sends as a table, newest first. It alone changes the history.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ModeColumn, ContentColumn, EncodingColumn, ColumnCount };
    /// The text itself, to be searched in.
    static constexpr int kTextRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const SendHistory& history() const { return m_history; }
    void setHistory(const SendHistory& history);
    void add(const Message& message);
    void clear();
    void setEnabled(bool on);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Something that is remembered.
    void changed();

private:
    void replace(const SendHistory& history);

    SendHistory m_history;
};

} // namespace netassist
