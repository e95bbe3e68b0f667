// SPDX-License-Identifier: MIT
#include "ui/HostCombo.h"

#include <QLineEdit>
#include <QNetworkInterface>
#include <QSignalBlocker>

namespace netassist {

namespace {

QStringList localAddresses()
{
    QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("0.0.0.0"), QStringLiteral("::"),
                      QStringLiteral("::1")};
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress& address : addresses) {
        const QString host = address.toString();
        if (!hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

} // namespace

HostCombo::HostCombo(QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setCompleter(nullptr);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(9);
    setMaxVisibleItems(16);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &HostCombo::returnPressed);
}

void HostCombo::offer(const QStringList& pastHosts, bool localAddresses)
{
    if (pastHosts == m_pastHosts && localAddresses == m_offersLocalAddresses)
        return; // to ask the system again takes longer than to make the combo box
    m_pastHosts = pastHosts;
    m_offersLocalAddresses = localAddresses;
    refill();
}

QString HostCombo::host() const
{
    QString typed = currentText().trimmed();
    if (typed.startsWith(u'[') && typed.endsWith(u']'))
        return typed.sliced(1, typed.size() - 2);
    return typed;
}

void HostCombo::setHost(const QString& host)
{
    setEditText(host);
}

void HostCombo::showPopup()
{
    // Addresses come and go with cables and networks.
    refill();
    QComboBox::showPopup();
}

void HostCombo::refill()
{
    const QString typed = currentText();
    {
        const QSignalBlocker blocker(this);
        QStringList hosts = m_offersLocalAddresses ? localAddresses() : QStringList();
        for (const QString& host : std::as_const(m_pastHosts)) {
            if (!hosts.contains(host))
                hosts.append(host);
        }
        clear();
        addItems(hosts);
        setCurrentIndex(static_cast<int>(hosts.indexOf(typed)));
        setEditText(typed);
    }
}

} // namespace netassist
