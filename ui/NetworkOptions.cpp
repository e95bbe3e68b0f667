// SPDX-License-Identifier: MIT
#include "ui/NetworkOptions.h"

#include "app/session/Preferences.h"
#include "ui/ConnectionDialog.h"
#include "ui/MulticastDialog.h"

namespace netassist {

NetworkOptions::NetworkOptions(Session& session, QWidget& window)
    : QObject(&window), m_session(session), m_window(window)
{
    connect(&m_session, &Session::stateChanged, this, &NetworkOptions::showState);
    connect(&m_session, &Session::joinedGroupsChanged, this, &NetworkOptions::showState);
}

void NetworkOptions::showConnection()
{
    auto* const dialog = new ConnectionDialog(m_client, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setClient(dialog->options());
        Q_EMIT changed();
    });
    dialog->open();
}

void NetworkOptions::showMulticast()
{
    if (!m_multicastDialog) {
        m_multicastDialog = new MulticastDialog(m_multicast, &m_window);
        m_multicastDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_multicastDialog, &MulticastDialog::changed, this, [this](const MulticastOptions& options) {
            setMulticast(options);
            Q_EMIT changed();
        });
        showState();
    }
    m_multicastDialog->show(); // beside the window: the log tells what comes of it
    m_multicastDialog->activateWindow();
}

void NetworkOptions::restore(const Preferences& preferences)
{
    setClient(preferences.clientOptions);
    setMulticast(preferences.multicastOptions);
}

void NetworkOptions::store(Preferences& preferences) const
{
    preferences.clientOptions = m_client;
    preferences.multicastOptions = m_multicast;
}

void NetworkOptions::setClient(const ClientOptions& options)
{
    m_client = options;
    m_session.setClientOptions(options);
}

void NetworkOptions::setMulticast(const MulticastOptions& options)
{
    m_multicast = options;
    m_session.setMulticastOptions(options);
}

void NetworkOptions::showState()
{
    if (!m_multicastDialog)
        return;
    const bool isOpen = m_session.endpoint().protocol == Protocol::Udp && m_session.state() == TransportState::Open;
    m_multicastDialog->setJoined(isOpen, m_session.joinedGroups());
}

} // namespace netassist
