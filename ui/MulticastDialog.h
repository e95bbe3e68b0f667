// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/MulticastOptions.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace netassist {

class ElidedLabel;
class InterfaceCombo;

/// The groups of a UDP socket, and how it sends to groups. Every change counts at once.
class MulticastDialog final : public QDialog {
    Q_OBJECT

public:
    explicit MulticastDialog(MulticastOptions options, QWidget* parent = nullptr);

    /// Which of the groups the socket is in now; those that it is not in are shown as that.
    void setJoined(bool isOpen, const QList<MulticastGroup>& joined);

Q_SIGNALS:
    void changed(const netassist::MulticastOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void join();
    void leave();
    void takeSending();
    void refill();
    void showHint();
    void retranslate();

    QLabel* m_groupLabel;
    QLineEdit* m_group;
    QLabel* m_interfaceLabel;
    InterfaceCombo* m_interface;
    QPushButton* m_join;
    QLabel* m_listLabel;
    QListWidget* m_list;
    QPushButton* m_leave;
    ElidedLabel* m_hint;
    QLabel* m_throughLabel;
    InterfaceCombo* m_through;
    QLabel* m_hopsLabel;
    QSpinBox* m_hops;
    QCheckBox* m_loopback;
    QCheckBox* m_sharePort;
    QDialogButtonBox* m_buttons;
    MulticastOptions m_options;
    QList<MulticastGroup> m_joined;
    QString m_refused; ///< what was typed and is no group
    bool m_isOpen = false;
};

} // namespace netassist
