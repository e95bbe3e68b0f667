// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace netassist {

class QuickCommandModel;

/// The table of quick commands: one click sends, Enter too; rows are selected as a run, dragged, moved and deleted.
class QuickCommandTable final : public QTableView {
    Q_OBJECT

public:
    /// @param model outlives the table
    explicit QuickCommandTable(QuickCommandModel& model, QWidget* parent = nullptr);

    struct Rows {
        int first = 0;
        int count = 0; ///< 0: none
        bool operator==(const Rows&) const = default;
    };
    [[nodiscard]] Rows selectedRows() const;
    void selectRows(Rows rows);

    /// Asks first if that is more than one.
    void removeSelected();
    void duplicateSelected();
    void editContent();
    /// By one row.
    void moveSelected(bool up);

Q_SIGNALS:
    void sendRequested(int row);
    void ownChecksumRequested(int row);
    /// There would be more commands than there may be.
    void full();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void remove(Rows rows);
    void retranslate();

    QuickCommandModel* m_model;
};

} // namespace netassist
