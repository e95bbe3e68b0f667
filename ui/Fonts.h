// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace netassist {

/// The system's font of equal widths.
[[nodiscard]] QFont usualDataFont();

/// That font, with full-width characters from one that is made for the grid, where there is one. The log and the boxes
/// have the same, so that it is looked for and opened once: that takes a tenth of the time of a start.
[[nodiscard]] QFont onGrid(QFont font);

/// Characters that the font of the window lacks come in the forms of the Chinese mainland from now on, as in the log: else
/// those of the locale are taken, in most of them the Japanese ones. Named, they are also found without asking every font.
void preferSimplifiedForms();

} // namespace netassist
