// SPDX-License-Identifier: MIT
#include "ui/AppearanceMenu.h"

#include "ui/ColorsDialog.h"
#include "ui/DefaultTextDialog.h"
#include "ui/Fonts.h"
#include "ui/SessionView.h"
#include "ui/TrayIcon.h"

#include <QAction>
#include <QFontDialog>
#include <QMenu>

namespace netassist {

namespace {

QString nameOf(const QColor& color)
{
    return color.isValid() ? color.name() : QString();
}

} // namespace

AppearanceMenu::AppearanceMenu(QMenu& menu, SessionView& view, TrayIcon& tray, QObject* parent)
    : QObject(parent),
      m_view(&view),
      m_tray(&tray),
      m_font(new QAction(this)),
      m_usualFont(new QAction(this)),
      m_colors(new QAction(this)),
      m_defaultText(new QAction(this)),
      m_trayIcon(new QAction(this))
{
    m_trayIcon->setCheckable(true);
    menu.addSeparator();
    menu.addActions({m_font, m_usualFont, m_colors, m_defaultText, m_trayIcon});
    connect(m_font, &QAction::triggered, this, &AppearanceMenu::chooseFont);
    connect(m_usualFont, &QAction::triggered, this, [this] {
        m_appearance.font.clear();
        apply();
    });
    connect(m_colors, &QAction::triggered, this, &AppearanceMenu::chooseColors);
    connect(m_defaultText, &QAction::triggered, this, &AppearanceMenu::editDefaultText);
    connect(m_trayIcon, &QAction::triggered, this, &AppearanceMenu::setTrayIcon);
    // A tray may come and go with the desktop.
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        m_trayIcon->setEnabled(TrayIcon::isAvailable());
        tellOfTray();
    });
    retranslate();
}

void AppearanceMenu::restore(const Appearance& appearance)
{
    m_appearance = appearance;
    m_trayIcon->setChecked(appearance.trayIcon);
    apply();
}

void AppearanceMenu::apply()
{
    QFont font;
    const bool isChosen = !m_appearance.font.isEmpty() && font.fromString(m_appearance.font);
    m_view->setDataFont(isChosen ? font : usualDataFont());
    m_usualFont->setEnabled(isChosen);
    m_view->setDataColors(QColor(m_appearance.receivedColor), QColor(m_appearance.sentColor));
    m_tray->setOn(m_appearance.trayIcon && TrayIcon::isAvailable());
    Q_EMIT changed();
}

void AppearanceMenu::chooseFont()
{
    auto* dialog = new QFontDialog(m_view->dataFont(), m_view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFontDialog::MonospacedFonts);
    connect(dialog, &QFontDialog::fontSelected, this, [this](const QFont& font) {
        m_appearance.font = font.toString();
        apply();
    });
    dialog->open();
}

void AppearanceMenu::chooseColors()
{
    auto* dialog =
        new ColorsDialog(QColor(m_appearance.receivedColor), QColor(m_appearance.sentColor), m_view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ColorsDialog::chosen, this, [this](const QColor& received, const QColor& sent) {
        m_appearance.receivedColor = nameOf(received);
        m_appearance.sentColor = nameOf(sent);
        apply();
    });
    dialog->open();
}

void AppearanceMenu::editDefaultText()
{
    auto* dialog = new DefaultTextDialog(m_appearance.defaultText, m_view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_appearance.defaultText = dialog->text();
        Q_EMIT changed();
    });
    dialog->open();
}

void AppearanceMenu::setTrayIcon(bool on)
{
    m_appearance.trayIcon = on;
    apply();
}

void AppearanceMenu::retranslate()
{
    m_font->setText(tr("&Font\u2026"));
    m_font->setStatusTip(tr("Choose the font of the log and the send box"));
    m_usualFont->setText(tr("&Default font"));
    m_usualFont->setStatusTip(tr("The system's font of equal widths in the log and the send box again"));
    m_colors->setText(tr("Colo&urs\u2026"));
    m_colors->setStatusTip(tr("Choose the colours of received and sent data in the log"));
    m_defaultText->setText(tr("Default te&xt\u2026"));
    m_defaultText->setStatusTip(tr("What the send box holds at the start, where nothing was left in it"));
    m_trayIcon->setText(tr("Tra&y icon"));
    tellOfTray();
    m_tray->retranslate();
}

void AppearanceMenu::tellOfTray()
{
    m_trayIcon->setStatusTip(m_trayIcon->isEnabled()
                                 ? tr("Closing the window leaves it in the system tray, and connections open")
                                 : tr("This desktop has no system tray"));
}

} // namespace netassist
