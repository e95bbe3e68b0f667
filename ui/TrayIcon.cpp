// SPDX-License-Identifier: MIT
#include "ui/TrayIcon.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>
#include <QWindow>

namespace netassist {

namespace {

/// How often it is asked whether there still is a tray, while it has the window.
constexpr int kWatchMs = 2000;

} // namespace

TrayIcon::TrayIcon(QWidget& window) : QObject(&window), m_window(&window)
{
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (!isAvailable())
            showWindow();
    });
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setOn(bool on)
{
    if (on == isOn())
        return;
    if (!on) {
        m_icon.reset();
        m_menu.reset();
        return;
    }
    m_menu = std::make_unique<QMenu>();
    connect(m_menu->addAction(QString()), &QAction::triggered, this, &TrayIcon::showWindow);
    connect(m_menu->addAction(QString()), &QAction::triggered, this, &TrayIcon::quitRequested);
    // The window gets its own a moment after the start.
    m_icon = std::make_unique<QSystemTrayIcon>(QIcon(QStringLiteral(":/icons/netassistant.svg")));
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showOrHide();
    });
    retranslate();
    m_icon->show();
}

void TrayIcon::retranslate()
{
    if (!isOn())
        return;
    m_icon->setToolTip(m_window->windowTitle());
    m_menu->actions().constFirst()->setText(tr("Show the window"));
    m_menu->actions().constLast()->setText(tr("Quit"));
}

void TrayIcon::showOrHide()
{
    if (m_window->isVisible() && !m_window->isMinimized())
        hideWindow();
    else
        showWindow();
}

void TrayIcon::hideWindow()
{
    m_place = m_window->geometry().topLeft();
    m_window->hide();
    m_watch.start();
}

void TrayIcon::showWindow()
{
    m_watch.stop();
    // A window manager would put it anywhere, as a new one.
    if (m_window->isHidden() && m_window->windowHandle() != nullptr)
        m_window->windowHandle()->setPosition(m_place);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace netassist
