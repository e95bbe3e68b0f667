// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>

namespace netassist {

/// The question that is open; null if there is none.
inline QMessageBox* openQuestion()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (auto* box = qobject_cast<QMessageBox*>(window); box != nullptr && box->isVisible())
            return box;
    }
    return nullptr;
}

/// Presses the button that does what the question asks about.
inline void agree(const QMessageBox& box)
{
    const QList<QAbstractButton*> buttons = box.buttons();
    for (QAbstractButton* button : buttons) {
        if (box.buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
}

} // namespace netassist
