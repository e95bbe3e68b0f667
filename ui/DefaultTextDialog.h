// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace netassist {

class PayloadEdit;

/// What the send box is to hold at the start.
class DefaultTextDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DefaultTextDialog(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_label;
    PayloadEdit* m_edit;
    QDialogButtonBox* m_buttons;
};

} // namespace netassist
