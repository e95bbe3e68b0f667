// SPDX-License-Identifier: MIT
#include "ui/ScreenLock.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#endif

#include <utility>

namespace netassist {

ScreenLock::ScreenLock(QWidget& window) : QObject(&window), m_window(&window)
{
    window.installEventFilter(this);
    watchInput();
#ifdef QT_DBUS_LIB
    // Whoever sends it: not every desktop that takes the interface takes its name as well.
    for (const QLatin1String desktop : {QLatin1String("freedesktop"), QLatin1String("gnome"), QLatin1String("cinnamon"),
                                        QLatin1String("mate"), QLatin1String("xfce")}) {
        const QString interface = QLatin1String("org.") + desktop + QLatin1String(".ScreenSaver");
        QDBusConnection::sessionBus().connect({}, {}, interface, QStringLiteral("ActiveChanged"), this,
                                              SLOT(setLocked(bool)));
    }
#endif
}

bool ScreenLock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::WinIdChange:
        watchInput();
        break;
    case QEvent::WindowActivate:
    case QEvent::Enter:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        setLocked(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/// What comes from the window system, before it goes to one of the widgets.
void ScreenLock::watchInput()
{
    if (QWindow* const handle = m_window->windowHandle())
        handle->installEventFilter(this);
}

void ScreenLock::setLocked(bool locked)
{
    if (std::exchange(m_isLocked, locked) != locked)
        Q_EMIT changed(locked);
}

} // namespace netassist
