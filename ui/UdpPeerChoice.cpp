// SPDX-License-Identifier: MIT
#include "ui/UdpPeerChoice.h"

#include "app/net/HostText.h"
#include "app/session/Addressee.h"
#include "ui/Hint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

namespace netassist {

UdpPeerChoice::UdpPeerChoice(QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_remote(new QComboBox(this)),
      m_clear(new QPushButton(this)),
      m_multicast(new QPushButton(this))
{
    m_label->setBuddy(m_remote);
    m_remote->setEditable(true);
    m_remote->setCompleter(nullptr);
    m_remote->setInsertPolicy(QComboBox::NoInsert);
    m_remote->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_remote->setMinimumContentsLength(20);
    m_remote->setMaxVisibleItems(20);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_remote, 1);
    layout->addWidget(m_clear);
    layout->addWidget(m_multicast);

    connect(m_remote, &QComboBox::editTextChanged, this, &UdpPeerChoice::remoteChanged);
    connect(m_remote->lineEdit(), &QLineEdit::returnPressed, this, &UdpPeerChoice::returnPressed);
    connect(m_clear, &QPushButton::clicked, this, &UdpPeerChoice::clearOffered);
    connect(m_multicast, &QPushButton::clicked, this, &UdpPeerChoice::multicastRequested);
    refill();
    retranslate();
}

void UdpPeerChoice::setPeers(const QList<PeerInfo>& peers)
{
    const QSet<QString> known(m_offered.cbegin(), m_offered.cend());
    QStringList fresh;
    for (const PeerInfo& peer : peers) {
        if (!known.contains(peer.label))
            fresh.prepend(peer.label);
    }
    if (!fresh.isEmpty()) {
        setOffered(fresh + m_offered);
        Q_EMIT offeredChanged();
    }
    if (isOneself(remote()) && !m_isRepeating && !m_remote->lineEdit()->hasFocus() && !m_remote->view()->isVisible())
        chooseAnother(peers);
}

void UdpPeerChoice::chooseAnother(const QList<PeerInfo>& peers)
{
    const auto isOther = [this](const PeerInfo& peer) { return !isOneself(peer.label); };
    if (const auto other = std::find_if(peers.cbegin(), peers.cend(), isOther); other != peers.cend())
        setRemote(other->label);
}

bool UdpPeerChoice::isOneself(const QString& remote) const
{
    const Result<Endpoint, Note> to = Addressee::parse(remote);
    if (!to || to.value().port != m_local.port)
        return false;
    const QHostAddress host = literalAddress(to.value().host);
    const QHostAddress local = literalAddress(m_local.host);
    const bool isBoundToAll = local == QHostAddress(QHostAddress::AnyIPv4) || local == QHostAddress(QHostAddress::Any);
    return !host.isNull() && (host == local || (host.isLoopback() && isBoundToAll));
}

void UdpPeerChoice::setOffered(const QStringList& offered)
{
    m_offered = offered.first(qMin(offered.size(), kMostOffered));
    refill();
}

QString UdpPeerChoice::remote() const
{
    return m_remote->currentText();
}

void UdpPeerChoice::setRemote(const QString& text)
{
    m_remote->setEditText(text);
}

std::optional<Endpoint> UdpPeerChoice::endpoint() const
{
    const Result<Endpoint, Note> endpoint = Addressee::parse(remote());
    return endpoint ? std::optional(endpoint.value()) : std::nullopt;
}

void UdpPeerChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void UdpPeerChoice::clearOffered()
{
    setOffered({});
    Q_EMIT offeredChanged();
}

void UdpPeerChoice::refill()
{
    const QString typed = remote();
    {
        const QSignalBlocker blocker(m_remote);
        const QLineEdit* const edit = m_remote->lineEdit();
        const int cursor = edit->cursorPosition();
        m_remote->clear();
        m_remote->addItems(m_offered);
        m_remote->setCurrentIndex(static_cast<int>(m_offered.indexOf(typed)));
        m_remote->setEditText(typed);
        m_remote->lineEdit()->setCursorPosition(cursor); // somebody may be typing
    }
    m_clear->setEnabled(!m_offered.isEmpty());
}

void UdpPeerChoice::retranslate()
{
    m_label->setText(tr("Remote host"));
    m_remote->setAccessibleName(m_label->text());
    m_remote->lineEdit()->setAccessibleName(m_label->text());
    setHint(*m_remote, tr("Who gets what is sent: address or name, colon, port; the list has all that were heard. "
                          "255.255.255.255 is everybody in this network"));
    m_clear->setText(tr("Clear peers"));
    setHint(*m_clear, tr("Empty the list of remote hosts"));
    m_multicast->setText(tr("Multicast\u2026"));
    setHint(*m_multicast, tr("Join and leave multicast groups, and how to send to them"));
}

} // namespace netassist
