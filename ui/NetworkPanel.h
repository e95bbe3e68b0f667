// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QGroupBox>

class QComboBox;
class QLabel;
class QPushButton;

namespace netassist {

class HostCombo;
class Lamp;
class PortEdit;
struct Preferences;

/// Which conversation to have: protocol, host, port, and the button that begins and ends it.
class NetworkPanel final : public QGroupBox {
    Q_OBJECT

public:
    explicit NetworkPanel(QWidget* parent = nullptr);

    void setEndpoint(const SessionEndpoint& endpoint);
    void setState(TransportState state);
    /// The host in use goes to the front of those offered; for a client together with its port.
    void rememberHost();
    /// As if the button were clicked.
    void openOrClose();
    void focusOpenButton();

    void restore(const Preferences& preferences);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    void openRequested(const netassist::SessionEndpoint& endpoint);
    /// Nothing was opened: what stands in the port's field is none.
    void portRefused(const QString& typed);
    void closeRequested();
    void protocolChanged(netassist::Protocol protocol);
    void connectionOptionsRequested();
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What the fields hold for one protocol while another one is shown.
    struct Side {
        QString host = QStringLiteral("127.0.0.1");
        quint16 port = 8080;
        QStringList pastHosts;
    };

    [[nodiscard]] Protocol protocol() const;
    [[nodiscard]] Side& side(Protocol protocol) { return protocol == Protocol::TcpClient ? m_remote : m_local; }
    void pickPast(const QString& entry);
    void keepFields();
    void showFields();
    void pickProtocol();
    void openIfClosed();
    void retranslate();
    void retranslateState();

    QLabel* m_protocolLabel;
    QComboBox* m_protocol;
    QLabel* m_hostLabel;
    HostCombo* m_host;
    QLabel* m_portLabel;
    PortEdit* m_port;
    QPushButton* m_connection;
    Lamp* m_lamp;
    QPushButton* m_open;
    Side m_local;
    Side m_remote;
    Protocol m_shown = Protocol::TcpServer;
    TransportState m_state = TransportState::Closed;
};

} // namespace netassist
