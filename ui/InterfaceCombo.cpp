// SPDX-License-Identifier: MIT
#include "ui/InterfaceCombo.h"

#include <QEvent>
#include <QNetworkInterface>
#include <QSignalBlocker>

namespace netassist {

namespace {

/// `eth0 (192.0.2.2)`
QString textOf(const QNetworkInterface& interface)
{
    const QList<QNetworkAddressEntry> entries = interface.addressEntries();
    if (entries.isEmpty())
        return interface.humanReadableName();
    return QStringLiteral("%1 (%2)").arg(interface.humanReadableName(), entries.constFirst().ip().toString());
}

} // namespace

InterfaceCombo::InterfaceCombo(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    refill();
}

QString InterfaceCombo::interfaceName() const
{
    return currentData().toString();
}

void InterfaceCombo::setInterfaceName(const QString& name)
{
    if (findData(name) < 0)
        addItem(name, name);
    setCurrentIndex(findData(name));
}

void InterfaceCombo::showPopup()
{
    refill(); // they come and go with cables and networks
    QComboBox::showPopup();
}

void InterfaceCombo::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setItemText(0, tr("Automatic"));
    QComboBox::changeEvent(event);
}

void InterfaceCombo::refill()
{
    const QString chosen = interfaceName();
    const QSignalBlocker blocker(this);
    clear();
    addItem(tr("Automatic"), QString());
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface& interface : interfaces) {
        if (interface.flags().testFlag(QNetworkInterface::IsUp))
            addItem(textOf(interface), interface.name());
    }
    setInterfaceName(chosen);
}

} // namespace netassist
