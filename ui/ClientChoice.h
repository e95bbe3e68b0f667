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

/// Which of a server's clients is meant.
class ClientChoice final : public QWidget {
    Q_OBJECT

public:
    explicit ClientChoice(QWidget* parent = nullptr);

    void setPeers(const QList<PeerInfo>& peers);
    /// 0: all. None: the client that was chosen has gone, and what was meant for it is not for others.
    [[nodiscard]] std::optional<ConnectionId> chosenConnection() const;

Q_SIGNALS:
    void chosenConnectionChanged();
    /// @param connection 0: all
    void disconnectRequested(netassist::ConnectionId connection);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateChoice();
    void retranslate();

    QLabel* m_label;
    QComboBox* m_client;
    QPushButton* m_disconnect;
    ClientListModel* m_model;
};

} // namespace netassist
