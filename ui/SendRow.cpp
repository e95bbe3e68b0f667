// SPDX-License-Identifier: MIT
#include "ui/SendRow.h"

#include "ui/ClientChoice.h"
#include "ui/Hint.h"
#include "ui/UdpPeerChoice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace netassist {

SendRow::SendRow(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_clients(new ClientChoice(this)),
      m_udpPeers(new UdpPeerChoice(this)),
      m_clearLog(new QPushButton(this)),
      m_clearBox(new QPushButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_clients);
    layout->addWidget(m_udpPeers);
    layout->addStretch();
    layout->addWidget(m_clearLog);
    layout->addWidget(m_clearBox);

    connect(m_clients, &ClientChoice::chosenConnectionChanged, this, &SendRow::chosenConnectionChanged);
    connect(m_clients, &ClientChoice::disconnectRequested, this, &SendRow::disconnectRequested);
    connect(m_clearLog, &QPushButton::clicked, this, &SendRow::clearLogRequested);
    connect(m_clearBox, &QPushButton::clicked, this, &SendRow::clearBoxRequested);
    setProtocol(m_protocol);
    retranslate();
}

void SendRow::setTitleBuddy(QWidget* box)
{
    m_title->setBuddy(box);
}

void SendRow::setProtocol(Protocol protocol)
{
    m_protocol = protocol;
    m_clients->setVisible(protocol == Protocol::TcpServer);
    m_udpPeers->setVisible(protocol == Protocol::Udp);
}

void SendRow::setPeers(const QList<PeerInfo>& peers)
{
    const bool isUdp = m_protocol == Protocol::Udp;
    m_clients->setPeers(isUdp ? QList<PeerInfo>() : peers);
    if (isUdp)
        m_udpPeers->setPeers(peers);
}

std::optional<ConnectionId> SendRow::chosenConnection() const
{
    return m_clients->chosenConnection();
}

void SendRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SendRow::retranslate()
{
    m_title->setText(tr("Send data"));
    m_clearLog->setText(tr("Clear"));
    setHint(*m_clearLog, tr("Clear the log, with all that was received and sent (Ctrl+L)"));
    m_clearBox->setText(tr("Clear send"));
    setHint(*m_clearBox, tr("Empty the send box"));
}

} // namespace netassist
