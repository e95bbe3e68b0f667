// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

#include <memory>

class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace netassist {

/// Keeps a window in the system tray while it is closed: a click or the icon's menu brings it back, to the place where it
/// was. If the tray itself goes, the window comes back by itself.
class TrayIcon final : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(QWidget& window);
    ~TrayIcon() override;

    /// Whether this desktop has a tray now.
    [[nodiscard]] static bool isAvailable();
    [[nodiscard]] bool isOn() const { return m_icon != nullptr; }
    void setOn(bool on);
    void hideWindow();
    /// In front of the others, wherever it was.
    void showWindow();
    void retranslate();

Q_SIGNALS:
    void quitRequested();

private:
    void showOrHide();

    QWidget* m_window;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QPoint m_place; ///< of the window within its frame, while it is hidden
    QTimer m_watch; ///< while it is hidden
};

} // namespace netassist
