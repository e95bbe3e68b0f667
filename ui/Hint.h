// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QWidget;

namespace netassist {

/// The control's tooltip, which the status bar shows too while the mouse is over the control.
void setHint(QWidget& control, const QString& text);

} // namespace netassist
