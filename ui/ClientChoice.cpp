// SPDX-License-Identifier: MIT
#include "ui/ClientChoice.h"

#include "ui/ClientListModel.h"
#include "ui/Hint.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace netassist {

ClientChoice::ClientChoice(QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_client(new QComboBox(this)),
      m_disconnect(new QPushButton(this)),
      m_model(new ClientListModel(this))
{
    m_label->setBuddy(m_client);
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
    layout->addWidget(m_label);
    layout->addWidget(m_client);
    layout->addWidget(m_disconnect);

    // A choice that is about to go leaves none behind, never its neighbour in the list.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex& /*parent*/, int first, int last) {
                if (m_client->currentIndex() >= first && m_client->currentIndex() <= last)
                    m_client->setCurrentIndex(-1);
            });
    connect(m_client, &QComboBox::currentIndexChanged, this, &ClientChoice::updateChoice);
    connect(m_disconnect, &QPushButton::clicked, this, [this] {
        if (const std::optional<ConnectionId> chosen = chosenConnection())
            Q_EMIT disconnectRequested(*chosen);
    });
    updateChoice();
    retranslate();
}

void ClientChoice::setPeers(const QList<PeerInfo>& peers)
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

std::optional<ConnectionId> ClientChoice::chosenConnection() const
{
    if (m_client->currentIndex() < 0)
        return std::nullopt;
    return m_model->connectionAt(m_client->currentIndex());
}

void ClientChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClientChoice::updateChoice()
{
    m_disconnect->setEnabled(m_model->rowCount() > 1 && m_client->currentIndex() >= 0);
    Q_EMIT chosenConnectionChanged();
}

void ClientChoice::retranslate()
{
    m_label->setText(tr("Client"));
    m_client->setAccessibleName(m_label->text());
    m_client->setPlaceholderText(tr("gone: choose anew"));
    m_model->retranslate();
    setHint(*m_client, tr("Who gets what is sent: all clients, or one of them"));
    m_disconnect->setText(tr("Disconnect"));
    setHint(*m_disconnect, tr("End the connection with the client chosen, or with all of them"));
}

} // namespace netassist
