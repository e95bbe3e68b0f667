// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace netassist {

class SettingsButtons;

/// Asks for what a conversation may take at most. Shown with open(); when accepted(), limits() are those chosen.
class LimitsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit LimitsDialog(const SessionLimits& limits, QWidget* parent = nullptr);

    [[nodiscard]] SessionLimits limits() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void fill(const SessionLimits& limits);
    [[nodiscard]] qint64 captureUnit() const; ///< bytes
    void retranslate();

    QLabel* m_captureLabel;
    QRadioButton* m_automatic;
    QRadioButton* m_atMost;
    QSpinBox* m_capture; ///< in captureUnit()
    QComboBox* m_unit;
    QLabel* m_captureHint;
    QLabel* m_clientsLabel;
    QSpinBox* m_clients;
    QLabel* m_clientsHint;
    QLabel* m_waitingLabel;
    QSpinBox* m_waiting; ///< MiB
    QLabel* m_waitingHint;
    SettingsButtons* m_buttons;
};

} // namespace netassist
