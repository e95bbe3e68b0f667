// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace netassist {

class ClientChoice;
class UdpPeerChoice;

/// The row above the send box: whom to send to, and what clears the log and the box.
class SendRow final : public QWidget {
    Q_OBJECT

public:
    explicit SendRow(QWidget* parent = nullptr);

    void setTitleBuddy(QWidget* box);
    /// A server has a choice of clients, UDP one of remote hosts.
    void setProtocol(Protocol protocol);
    [[nodiscard]] UdpPeerChoice& udpPeers() { return *m_udpPeers; }
    [[nodiscard]] const UdpPeerChoice& udpPeers() const { return *m_udpPeers; }
    void setPeers(const QList<PeerInfo>& peers);
    /// Of the clients. 0: all. None: the one that was chosen has gone, and what was meant for it is not for others.
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
    void retranslate();

    QLabel* m_title;
    ClientChoice* m_clients;
    UdpPeerChoice* m_udpPeers;
    QPushButton* m_clearLog;
    QPushButton* m_clearBox;
    Protocol m_protocol = Protocol::TcpServer;
};

} // namespace netassist
