// SPDX-License-Identifier: MIT
#include "ui/TrayIcon.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

namespace netassist {

TrayIcon::TrayIcon(QWidget& window) : QObject(&window), m_window(&window) {}

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
    connect(m_menu->addAction(QString()), &QAction::triggered, this, &TrayIcon::restore);
    connect(m_menu->addAction(QString()), &QAction::triggered, this, &TrayIcon::quitRequested);
    m_icon = std::make_unique<QSystemTrayIcon>(m_window->windowIcon());
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
        m_window->hide();
    else
        restore();
}

void TrayIcon::restore()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace netassist
