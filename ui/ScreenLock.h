// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace netassist {

/// Whether the screen is locked, as far as the desktop tells: over D-Bus, KDE, GNOME, Cinnamon, MATE and Xfce do, and
/// those that take after them. To X11 a window behind a lock is like any other.
class ScreenLock final : public QObject {
    Q_OBJECT

public:
    /// @param window owns this; what is done in it tells that the lock is gone, should nobody else
    explicit ScreenLock(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed(bool locked);

private:
    Q_SLOT void setLocked(bool locked); // D-Bus finds it by name
    void watchInput();

    QWidget* m_window;
    bool m_isLocked = false;
};

} // namespace netassist
