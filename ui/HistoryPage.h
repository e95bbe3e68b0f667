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

/// The history of sends in the tool column: searched in, and put back into the send box by a click or Enter.
class HistoryPage final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPage(QWidget* parent = nullptr);

    [[nodiscard]] HistoryModel& model() { return *m_model; }
    [[nodiscard]] const HistoryModel& model() const { return *m_model; }

Q_SIGNALS:
    void picked(const netassist::Message& entry);
    /// Something that is remembered.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
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
