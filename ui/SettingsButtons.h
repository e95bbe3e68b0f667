// SPDX-License-Identifier: MIT
#pragma once

#include <QDialogButtonBox>

class QDialog;

namespace netassist {

/// OK, Cancel and Restore Defaults of a dialog in which settings are typed.
class SettingsButtons final : public QDialogButtonBox {
    Q_OBJECT

public:
    explicit SettingsButtons(QDialog& dialog);

Q_SIGNALS:
    void defaultsRequested();
};

} // namespace netassist
