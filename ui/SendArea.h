// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"
#include "app/session/Session.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;

namespace netassist {

class PayloadEdit;
class PayloadHint;
class SendRow;
class UdpPeerChoice;

/// Everything below the log: whom to send to, the box, what it amounts to, and the button.
class SendArea final : public QWidget {
    Q_OBJECT

public:
    explicit SendArea(QWidget* parent = nullptr);

    /// How the box is read from now on. Its content stays as it is: see convertTo() for a change of mode.
    void setOptions(const PayloadOptions& options);
    /// Rewrites the box so that it means the same bytes in the other mode. Where that cannot be, the box and the mode
    /// stay and the hint says why. @return whether the box is in that mode now
    bool convertTo(PayloadMode mode);

    void setProtocol(Protocol protocol);
    [[nodiscard]] UdpPeerChoice& udpPeers();
    [[nodiscard]] const UdpPeerChoice& udpPeers() const;
    /// Those to choose from.
    void setPeers(const QList<PeerInfo>& peers);
    void setSomebodyThere(bool on);
    void setWaitingBytes(qint64 bytes);
    /// 0: all. None: the client that was chosen has gone.
    [[nodiscard]] std::optional<ConnectionId> chosenConnection() const;

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    void focusBox();

    /// Sends the box's payload if there is one and somebody to get it.
    void send();

Q_SIGNALS:
    void sendRequested(const QByteArray& payload, netassist::ConnectionId to);
    void chosenConnectionChanged();
    void disconnectRequested(netassist::ConnectionId connection);
    void clearLogRequested();
    void textChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void readSoon();
    void read();
    void updateButton();
    [[nodiscard]] bool isUdp() const { return m_protocol == Protocol::Udp; }
    [[nodiscard]] qint64 datagramLimit() const;
    void showConversionError(PayloadMode wanted, const PayloadError& error);
    void retranslate();

    SendRow* m_row;
    PayloadEdit* m_edit;
    PayloadHint* m_hint;
    QPushButton* m_send;
    PayloadOptions m_options;
    QTimer m_readLater;
    qint64 m_payloadBytes = 0; ///< < 0: the box holds an error
    Protocol m_protocol = Protocol::TcpServer;
    bool m_tooLarge = false; ///< for a datagram
    bool m_boxEmpty = true;
    bool m_somebodyThere = false;
};

} // namespace netassist
