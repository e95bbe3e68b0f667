// SPDX-License-Identifier: MIT
#include "ui/Hint.h"

#include <QWidget>

namespace netassist {

void setHint(QWidget& control, const QString& text)
{
    control.setToolTip(text);
    control.setStatusTip(text);
}

} // namespace netassist
