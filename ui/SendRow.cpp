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

namespace {

constexpr int kSpacing = 8;
constexpr int kUdpPlace = 3; ///< in the first line

} // namespace

SendRow::SendRow(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_clients(new ClientChoice(this)),
      m_udpPeers(new UdpPeerChoice(this)),
      m_clearLog(new QPushButton(this)),
      m_clearBox(new QPushButton(this)),
      m_lines(new QVBoxLayout(this)),
      m_firstLine(new QHBoxLayout)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);

    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    m_lines->addLayout(m_firstLine);
    m_firstLine->setSpacing(kSpacing);
    m_firstLine->addWidget(m_title);
    m_firstLine->addSpacing(kSpacing);
    m_firstLine->addWidget(m_clients);
    m_firstLine->insertWidget(kUdpPlace, m_udpPeers);
    m_firstLine->addStretch();
    m_firstLine->addWidget(m_clearLog);
    m_firstLine->addWidget(m_clearBox);

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
    placeUdpPeers();
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

void SendRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeUdpPeers();
}

void SendRow::placeUdpPeers()
{
    if (m_protocol != Protocol::Udp)
        return; // they are hidden
    int needed = 5 * kSpacing;
    for (const QWidget* widget : {static_cast<const QWidget*>(m_title), static_cast<const QWidget*>(m_udpPeers),
                                  static_cast<const QWidget*>(m_clearLog), static_cast<const QWidget*>(m_clearBox)})
        needed += widget->sizeHint().width();
    const bool isBelow = width() < needed;
    if (isBelow == m_isUdpBelow)
        return;
    m_isUdpBelow = isBelow;
    if (isBelow) {
        m_firstLine->removeWidget(m_udpPeers);
        m_lines->addWidget(m_udpPeers);
    } else {
        m_lines->removeWidget(m_udpPeers);
        m_firstLine->insertWidget(kUdpPlace, m_udpPeers);
    }
}

void SendRow::retranslate()
{
    m_title->setText(tr("Send data"));
    m_clearLog->setText(tr("Clear"));
    setHint(*m_clearLog, tr("Clear the log, with all that was received and sent (Ctrl+L)"));
    m_clearBox->setText(tr("Clear send"));
    setHint(*m_clearBox, tr("Empty the send box; its counters begin again"));
    placeUdpPeers();
}

} // namespace netassist
