// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/ClientOptions.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace netassist {

class HostCombo;
class SettingsButtons;

/// Asks for how a TCP client connects. Shown with open(); when accepted(), options() are those chosen.
class ConnectionDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ConnectionDialog(const ClientOptions& options, QWidget* parent = nullptr);

    [[nodiscard]] ClientOptions options() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void fill(const ClientOptions& options);
    void retranslate();

    QLabel* m_localHostLabel;
    HostCombo* m_localHost;
    QLabel* m_localPortLabel;
    QSpinBox* m_localPort;
    QLabel* m_timeoutLabel;
    QSpinBox* m_timeout;
    QCheckBox* m_reconnect;
    QLabel* m_reconnectLabel;
    QSpinBox* m_reconnectSeconds;
    QCheckBox* m_keepAlive;
    SettingsButtons* m_buttons;
};

} // namespace netassist
