// SPDX-License-Identifier: MIT
#include "ui/SendRow.h"

#include "ui/ClientListModel.h"
#include "ui/Hint.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace netassist {

SendRow::SendRow(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_clientLabel(new QLabel(this)),
      m_client(new QComboBox(this)),
      m_disconnect(new QPushButton(this)),
      m_clearLog(new QPushButton(this)),
      m_clearBox(new QPushButton(this)),
      m_model(new ClientListModel(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_clientLabel->setBuddy(m_client);
    // Sizes known without asking each of thousands of entries.
    auto* list = new QListView(m_client);
    list->setUniformItemSizes(true);
    m_client->setView(list);
    m_client->setModel(m_model);
    m_client->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_client->setMinimumContentsLength(20);
    m_client->setMaxVisibleItems(20);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_clientLabel);
    layout->addWidget(m_client);
    layout->addWidget(m_disconnect);
    layout->addStretch();
    layout->addWidget(m_clearLog);
    layout->addWidget(m_clearBox);

    // A choice that is about to go leaves none behind, never its neighbour in the list.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex& /*parent*/, int first, int last) {
                if (m_client->currentIndex() >= first && m_client->currentIndex() <= last)
                    m_client->setCurrentIndex(-1);
            });
    connect(m_client, &QComboBox::currentIndexChanged, this, &SendRow::updateChoice);
    connect(m_disconnect, &QPushButton::clicked, this, [this] {
        if (const std::optional<ConnectionId> chosen = chosenConnection())
            Q_EMIT disconnectRequested(*chosen);
    });
    connect(m_clearLog, &QPushButton::clicked, this, &SendRow::clearLogRequested);
    connect(m_clearBox, &QPushButton::clicked, this, &SendRow::clearBoxRequested);
    updateChoice();
    retranslate();
}

void SendRow::setTitleBuddy(QWidget* box)
{
    m_title->setBuddy(box);
}

void SendRow::setClientsShown(bool on)
{
    m_clientLabel->setVisible(on);
    m_client->setVisible(on);
    m_disconnect->setVisible(on);
}

void SendRow::setPeers(const QList<PeerInfo>& peers)
{
    const std::optional<ConnectionId> chosen = chosenConnection();
    m_model->setPeers(peers);
    // With everybody gone, nobody else can get what was meant for one.
    if (peers.isEmpty())
        m_client->setCurrentIndex(ClientListModel::kAllRow);
    else if (chosen && chosenConnection() != chosen)
        m_client->setCurrentIndex(m_model->rowOf(*chosen));
    updateChoice();
}

std::optional<ConnectionId> SendRow::chosenConnection() const
{
    if (m_client->currentIndex() < 0)
        return std::nullopt;
    return m_model->connectionAt(m_client->currentIndex());
}

void SendRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SendRow::updateChoice()
{
    m_disconnect->setEnabled(m_model->rowCount() > 1 && m_client->currentIndex() >= 0);
    Q_EMIT chosenConnectionChanged();
}

void SendRow::retranslate()
{
    m_title->setText(tr("Send data"));
    m_clientLabel->setText(tr("Client"));
    m_client->setAccessibleName(m_clientLabel->text());
    m_client->setPlaceholderText(tr("gone: choose anew"));
    m_model->retranslate();
    setHint(*m_client, tr("Who gets what is sent: all clients, or one of them"));
    m_disconnect->setText(tr("Disconnect"));
    setHint(*m_disconnect, tr("End the connection with the client chosen, or with all of them"));
    m_clearLog->setText(tr("Clear"));
    setHint(*m_clearLog, tr("Clear the log, with all that was received and sent (Ctrl+L)"));
    m_clearBox->setText(tr("Clear send"));
    setHint(*m_clearBox, tr("Empty the send box; its counters begin again"));
}

} // namespace netassist
