// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

class QString;
class QWidget;

namespace netassist {

/// Asks before something goes for good that a slip of the hand should not cost: more than one row of a table. Enter and
/// Esc keep it. Nothing waits for the answer.
/// @param action what the button that does it says
/// @param act is called if that is pressed and `asker` still lives
/// @return the question, which deletes itself once it is answered
QWidget* askBefore(const QString& title, const QString& question, const QString& action, QWidget& asker,
                   std::function<void()> act);

} // namespace netassist
