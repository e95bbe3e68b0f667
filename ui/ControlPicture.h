// SPDX-License-Identifier: MIT
#pragma once

#include <QRectF>

class QFont;
class QPainter;

namespace netassist {

/// True for U+2400 … U+2421, the symbols of control characters. Few fonts have them, and fewer in one column.
[[nodiscard]] bool isControlPicture(char16_t unit);

/// Draws one in the cell as fonts do: the name of the control character in small letters going down to the right,
/// with the painter's pen. @param font of the text around it
void paintControlPicture(QPainter& painter, const QFont& font, const QRectF& cell, char16_t unit);

} // namespace netassist
