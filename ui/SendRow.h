// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace netassist {

class ClientListModel;

/// The row above the send box: whom to send to, and what clears the log and the box.
class SendRow final : public QWidget {
    Q_OBJECT

public:
    explicit SendRow(QWidget* parent = nullptr);

    void setTitleBuddy(QWidget* box);
    /// Only a server has a choice of clients.
    void setClientsShown(bool on);
    void setPeers(const QList<PeerInfo>& peers);
    /// 0: all. None: the client that was chosen has gone, and what was meant for it is not for others.
    [[nodiscard]] std::optional<ConnectionId> chosenConnection() const;

Q_SIGNALS:
    void chosenConnectionChanged();
    /// @param connection 0: all
    void disconnectRequested(netassist::ConnectionId connection);
    void clearLogRequested();
    void clearBoxRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateChoice();
    void retranslate();

    QLabel* m_title;
    QLabel* m_clientLabel;
    QComboBox* m_client;
    QPushButton* m_disconnect;
    QPushButton* m_clearLog;
    QPushButton* m_clearBox;
    ClientListModel* m_model;
};

} // namespace netassist
