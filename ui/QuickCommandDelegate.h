// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace netassist {

/// The editors in the cells of the quick commands, and their send buttons, which are painted: thousands of rows have
/// no widget of their own.
class QuickCommandDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit QuickCommandDelegate(QObject* parent = nullptr);

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    /// The button of that row was clicked.
    void sendClicked(int row);
    /// Its command is to have a checksum of its own, and which one is to be asked.
    void ownChecksumPicked(int row);

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void finishSoon(QWidget* editor);

    QPersistentModelIndex m_pressed; ///< the button that the mouse holds down
};

} // namespace netassist
