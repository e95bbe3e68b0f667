// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

class QPalette;

namespace netassist {

[[nodiscard]] bool isDark(const QPalette& palette);
/// For words that tell an error: readable on the window's and the text fields' background.
[[nodiscard]] QColor warningColor(const QPalette& palette);
/// For words that matter less than those beside them.
[[nodiscard]] QColor quietColor(const QPalette& palette);
/// What stands in empty fields, in the whole program: Qt's own is half transparent, or black on a dark ground where the
/// desktop says nothing of it. To be called again when the palette has changed.
void makePlaceholdersReadable();

} // namespace netassist
