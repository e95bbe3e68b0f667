// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Recording.h"

#include <QDialog>

class QDialogButtonBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace netassist {

/// Asks what is to be saved from now on, and where; and what is to become of a file that is there already. Not to be
/// waited for: open() it.
class SaveToFileDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SaveToFileDialog(const RecordingTarget& proposal, QWidget* parent = nullptr);

    [[nodiscard]] RecordingTarget target() const;

private:
    void layOut();
    void choose();
    void refresh();
    void retranslate();
    [[nodiscard]] RecordingKind kind() const;

    QGroupBox* m_what;
    QRadioButton* m_received;
    QRadioButton* m_perPeer;
    QRadioButton* m_log;
    QLabel* m_pathLabel;
    QLineEdit* m_path;
    QPushButton* m_choose;
    QLabel* m_state;
    QRadioButton* m_append;
    QRadioButton* m_new;
    QDialogButtonBox* m_buttons;
};

} // namespace netassist
