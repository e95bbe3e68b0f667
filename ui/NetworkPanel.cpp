// SPDX-License-Identifier: MIT
#include "ui/NetworkPanel.h"

#include "app/session/Preferences.h"
#include "ui/Hint.h"
#include "ui/HostCombo.h"
#include "ui/Lamp.h"
#include "ui/PortEdit.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace netassist {

NetworkPanel::NetworkPanel(QWidget* parent)
    : QGroupBox(parent),
      m_protocolLabel(new QLabel(this)),
      m_protocol(new QComboBox(this)),
      m_hostLabel(new QLabel(this)),
      m_host(new HostCombo(this)),
      m_portLabel(new QLabel(this)),
      m_port(new PortEdit(this)),
      m_connection(new QPushButton(this)),
      m_lamp(new Lamp(this)),
      m_open(new QPushButton(this))
{
    m_protocolLabel->setBuddy(m_protocol);
    m_hostLabel->setBuddy(m_host);
    m_portLabel->setBuddy(m_port);
    m_protocol->addItem(QString(), static_cast<int>(Protocol::TcpServer));
    m_protocol->addItem(QString(), static_cast<int>(Protocol::TcpClient));
    m_protocol->addItem(QString(), static_cast<int>(Protocol::Udp));
    m_open->setMinimumHeight(30);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(2);
    layout->addWidget(m_protocolLabel);
    layout->addWidget(m_protocol);
    layout->addSpacing(4);
    layout->addWidget(m_hostLabel);
    layout->addWidget(m_host);
    layout->addSpacing(4);
    layout->addWidget(m_portLabel);
    layout->addWidget(m_port);
    layout->addSpacing(6);
    layout->addWidget(m_connection);
    layout->addSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_lamp);
    row->addWidget(m_open, 1);
    layout->addLayout(row);

    connect(m_protocol, &QComboBox::currentIndexChanged, this, &NetworkPanel::pickProtocol);
    connect(m_host, &QComboBox::editTextChanged, this, &NetworkPanel::changed);
    connect(m_host, &QComboBox::textActivated, this, &NetworkPanel::pickPast);
    connect(m_connection, &QPushButton::clicked, this, &NetworkPanel::connectionOptionsRequested);
    connect(m_host, &HostCombo::returnPressed, this, &NetworkPanel::openIfClosed);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkPanel::changed);
    connect(m_port, &PortEdit::returnPressed, this, &NetworkPanel::openIfClosed);
    connect(m_open, &QPushButton::clicked, this, &NetworkPanel::openOrClose);

    showFields();
    retranslate();
}

Protocol NetworkPanel::protocol() const
{
    return static_cast<Protocol>(m_protocol->currentData().toInt());
}

void NetworkPanel::setEndpoint(const SessionEndpoint& endpoint)
{
    m_protocol->setCurrentIndex(m_protocol->findData(static_cast<int>(endpoint.protocol)));
    m_host->setHost(endpoint.endpoint.host);
    m_port->setPort(endpoint.endpoint.port);
}

void NetworkPanel::setState(TransportState state)
{
    m_state = state;
    const bool closed = state == TransportState::Closed;
    // Not the labels: they stay readable beside the greyed fields.
    m_protocol->setEnabled(closed);
    m_host->setEnabled(closed);
    m_port->setEnabled(closed);
    m_lamp->setState(state);
    retranslateState();
}

void NetworkPanel::rememberHost()
{
    QStringList& hosts = side(m_shown).pastHosts;
    const std::optional<quint16> port = m_port->port();
    QString host = m_host->host();
    if (m_shown == Protocol::TcpClient && !host.isEmpty() && port)
        host = Endpoint{host, *port}.toString();
    if (host.isEmpty() || hosts.value(0) == host)
        return;
    hosts.removeAll(host);
    hosts.prepend(host);
    hosts.resize(qMin<qsizetype>(hosts.size(), Preferences::kHistoryLength));
    m_host->offer(hosts, m_shown != Protocol::TcpClient);
    Q_EMIT changed();
}

void NetworkPanel::openOrClose()
{
    if (m_state != TransportState::Closed)
        Q_EMIT closeRequested();
    else if (const std::optional<quint16> port = m_port->port())
        Q_EMIT openRequested({protocol(), {m_host->host(), *port}});
    else
        Q_EMIT portRefused(m_port->text());
}

void NetworkPanel::focusOpenButton()
{
    m_open->setFocus();
}

void NetworkPanel::restore(const Preferences& preferences)
{
    m_local = {preferences.localHost, preferences.localPort, preferences.localHostHistory};
    m_remote = {preferences.remoteHost, preferences.remotePort, preferences.remoteHostHistory};
    {
        const QSignalBlocker blocker(m_protocol);
        m_protocol->setCurrentIndex(m_protocol->findData(static_cast<int>(preferences.protocol)));
    }
    showFields();
}

void NetworkPanel::store(Preferences& preferences) const
{
    Side local = m_local;
    Side remote = m_remote;
    Side& shown = m_shown == Protocol::TcpClient ? remote : local;
    shown.host = m_host->host();
    shown.port = m_port->port().value_or(shown.port);
    preferences.protocol = protocol();
    preferences.localHost = local.host;
    preferences.localPort = local.port;
    preferences.localHostHistory = local.pastHosts;
    preferences.remoteHost = remote.host;
    preferences.remotePort = remote.port;
    preferences.remoteHostHistory = remote.pastHosts;
}

void NetworkPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QGroupBox::changeEvent(event);
}

void NetworkPanel::keepFields()
{
    Side& shown = side(m_shown);
    shown.host = m_host->host();
    shown.port = m_port->port().value_or(shown.port);
}

void NetworkPanel::showFields()
{
    m_shown = protocol();
    const Side& shown = side(m_shown);
    const bool isClient = m_shown == Protocol::TcpClient;
    m_host->offer(shown.pastHosts, !isClient);
    m_host->setHost(shown.host);
    m_port->setZeroAllowed(!isClient);
    m_port->setPort(shown.port);
    m_connection->setVisible(isClient);
    retranslate();
    Q_EMIT protocolChanged(m_shown);
}

void NetworkPanel::pickProtocol()
{
    keepFields();
    showFields();
    Q_EMIT changed();
}

/// What a client was connected to fills in both fields.
void NetworkPanel::pickPast(const QString& entry)
{
    if (m_shown != Protocol::TcpClient)
        return;
    if (const Result<Endpoint, QString> endpoint = Endpoint::parse(entry)) {
        m_host->setHost(endpoint.value().host);
        m_port->setPort(endpoint.value().port);
    }
}

void NetworkPanel::openIfClosed()
{
    if (m_state == TransportState::Closed)
        openOrClose();
}

void NetworkPanel::retranslate()
{
    const bool isClient = m_shown == Protocol::TcpClient;
    const bool isUdp = m_shown == Protocol::Udp;
    setTitle(tr("Network"));
    m_protocolLabel->setText(tr("Protocol"));
    m_protocol->setItemText(0, tr("TCP Server"));
    m_protocol->setItemText(1, tr("TCP Client"));
    m_protocol->setItemText(2, QStringLiteral("UDP"));
    setHint(*m_protocol,
            tr("Wait for connections (server), connect to a server (client), or exchange datagrams (UDP)"));
    m_hostLabel->setText(isClient ? tr("Remote host") : tr("Local host"));
    m_portLabel->setText(isClient ? tr("Remote port") : tr("Local port"));
    if (isClient) {
        setHint(*m_host,
                tr("Name or address of the server to connect to; the list has those of before, with their ports"));
        setHint(*m_port, tr("Port of the server to connect to, 1 to 65535"));
    } else if (isUdp) {
        setHint(*m_host,
                tr("Address to receive at and to send from; 0.0.0.0 or :: for all of this machine's addresses"));
        setHint(*m_port, tr("Port to receive at and to send from, 1 to 65535; 0 takes any free one"));
    } else {
        setHint(*m_host, tr("Address to listen on; 0.0.0.0 or :: for all of this machine's addresses"));
        setHint(*m_port, tr("Port to listen on, 1 to 65535; 0 takes any free one"));
    }
    m_connection->setText(tr("Connection\u2026"));
    setHint(*m_connection, tr("Where to connect from, how long to try, and whether to connect again"));
    m_protocol->setAccessibleName(m_protocolLabel->text());
    m_host->setAccessibleName(m_hostLabel->text());
    m_host->lineEdit()->setAccessibleName(m_hostLabel->text());
    m_port->setAccessibleName(m_portLabel->text());
    retranslateState();
}

void NetworkPanel::retranslateState()
{
    const bool isClient = m_shown == Protocol::TcpClient;
    const bool isUdp = m_shown == Protocol::Udp;
    if (m_state == TransportState::Closed) {
        m_open->setText(isClient ? tr("Connect") : tr("Open"));
        setHint(*m_open, isClient ? tr("Connect to the server (F5)")
                         : isUdp  ? tr("Open the UDP socket (F5)")
                                  : tr("Start listening (F5)"));
    } else if (!isClient) {
        m_open->setText(tr("Close"));
        setHint(*m_open, isUdp ? tr("Close the UDP socket and leave all groups (F5)")
                               : tr("Stop listening and disconnect all clients (F5)"));
    } else if (m_state == TransportState::Opening) {
        m_open->setText(tr("Connecting"));
        setHint(*m_open, tr("Connecting to the server; click to cancel (F5)"));
    } else {
        m_open->setText(tr("Disconnect"));
        setHint(*m_open, tr("End the connection (F5)"));
    }
}

} // namespace netassist
