// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Appearance.h"

#include <QObject>

class QAction;
class QColor;
class QMenu;

namespace netassist {

class SessionView;
class TrayIcon;

/// The entries of the View menu for what the user may choose of the window's looks, and the dialogs behind them.
class AppearanceMenu final : public QObject {
    Q_OBJECT

public:
    /// @param menu, view and tray outlive this; the entries go to the menu's end
    AppearanceMenu(QMenu& menu, SessionView& view, TrayIcon& tray, QObject* parent = nullptr);

    [[nodiscard]] const Appearance& appearance() const { return m_appearance; }
    void restore(const Appearance& appearance);
    void retranslate();

Q_SIGNALS:
    /// Something that is remembered.
    void changed();

private:
    void apply();
    void chooseFont();
    void chooseColors();
    void editDefaultText();
    void setTrayIcon(bool on);
    void tellOfTray();

    SessionView* m_view;
    TrayIcon* m_tray;
    Appearance m_appearance;
    QAction* m_font;
    QAction* m_usualFont;
    QAction* m_colors;
    QAction* m_defaultText;
    QAction* m_trayIcon;
};

} // namespace netassist
