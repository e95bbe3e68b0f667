// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace netassist {

class HistoryModel;

/// The history of sends: searched in, and put back into the send box by a click or Enter.
class HistoryList final : public QWidget {
    Q_OBJECT

public:
    /// @param model outlives the list
    explicit HistoryList(HistoryModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(const netassist::Message& entry);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void pick(const QModelIndex& shown);
    void askToClear();
    void refresh();
    void retranslate();

    HistoryModel* m_model;
    QSortFilterProxyModel* m_found;
    QLineEdit* m_search;
    QTableView* m_table;
    QCheckBox* m_keep;
    QPushButton* m_clear;
};

} // namespace netassist
