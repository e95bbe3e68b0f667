// SPDX-License-Identifier: MIT
#include "ui/SettingsButtons.h"

#include <QDialog>
#include <QPushButton>

namespace netassist {

SettingsButtons::SettingsButtons(QDialog& dialog) : QDialogButtonBox(Ok | Cancel | RestoreDefaults, &dialog)
{
    QPushButton* const defaults = button(RestoreDefaults);
    // It comes first behind the fields: whoever leaves the last one with Tab and presses Return means OK.
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, this, &SettingsButtons::defaultsRequested);
    connect(this, &SettingsButtons::accepted, &dialog, &QDialog::accept);
    connect(this, &SettingsButtons::rejected, &dialog, &QDialog::reject);
}

} // namespace netassist
