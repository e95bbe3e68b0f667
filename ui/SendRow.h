// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace netassist {

class ClientChoice;
class UdpPeerChoice;

/// The row above the send box: whom to send to, and what clears the log and the box. Where it is too narrow for UDP it
/// takes two lines.
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
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeUdpPeers();
    void retranslate();

    QLabel* m_title;
    ClientChoice* m_clients;
    UdpPeerChoice* m_udpPeers;
    QPushButton* m_clearLog;
    QPushButton* m_clearBox;
    QVBoxLayout* m_lines;
    QHBoxLayout* m_firstLine;
    Protocol m_protocol = Protocol::TcpServer;
    bool m_isUdpBelow = false; ///< in a line of its own
};

} // namespace netassist
