// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"
#include "app/session/FileSender.h"
#include "app/session/Session.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;

namespace netassist {

class FilePanel;
class PayloadHint;
class SendBox;
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

    [[nodiscard]] const PayloadOptions& options() const { return m_options; }
    /// Shows the file's panel in place of the box, and sends the file.
    void setSendsFile(bool on);
    [[nodiscard]] FilePanel& filePanel() { return *m_file; }

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
    void setBoxFont(const QFont& font);
    /// Or what stands in its place.
    [[nodiscard]] QWidget& box() const;
    void focusBox() const;

    /// Whether somebody gets what is sent now.
    [[nodiscard]] bool isSomebodyThere() const;
    /// What the box amounts to with another checksum.
    [[nodiscard]] Result<PayloadParts, PayloadError> preview(const ChecksumSettings& checksum) const;

    /// As the button does: sends the file, or the box's payload if there is one and somebody to get it, or starts or
    /// stops repeating that.
    void send();
    enum class Sending : quint8 { Sent, BoxEmpty, BoxWrong, NobodyThere };
    /// Once, at once.
    Sending sendNow();
    /// Whether the button repeats.
    void setRepeats(bool on);
    /// The text cannot be sent to those it was meant for.
    void showError(const PayloadError& error);
    /// How far it has come; while it runs the button stops it.
    void showRepeat(bool running, qint64 sent, qint64 skipped);

Q_SIGNALS:
    void sendRequested(const QByteArray& payload, netassist::ConnectionId to);
    void sendFileRequested(const QString& path, netassist::ConnectionId to, const netassist::FilePacing& pacing);
    void fileDropped(const QString& path);
    void loadRequested();
    /// What is to be sent has something of the peer in it, so the payload is not made yet.
    void sendForPeerRequested(const QString& text, netassist::ConnectionId to);
    /// The button was pressed while it repeats.
    void repeatToggled();
    /// What the box holds was sent.
    void sent();
    /// The send before (or behind) the one in the box is wanted there.
    void historyWalked(bool older);
    void chosenConnectionChanged();
    void disconnectRequested(netassist::ConnectionId connection);
    void clearLogRequested();
    void textChanged();

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void clearBox();
    void readSoon();
    void read();
    void sendFile();
    [[nodiscard]] bool isUdp() const { return m_protocol == Protocol::Udp; }
    [[nodiscard]] qint64 datagramLimit() const;
    void updateButton();
    void tellWhyNot();
    [[nodiscard]] QString whyNothingIsSent() const;
    /// What is wrong with whom it would go to; empty: nothing, or nobody can be chosen.
    [[nodiscard]] QString aimError() const;
    void showConversionError(PayloadMode wanted, const PayloadError& error);

    SendRow* m_row;
    SendBox* m_edit;
    PayloadHint* m_hint;
    FilePanel* m_file;
    QPushButton* m_send;
    PayloadOptions m_options;
    QTimer m_readLater;
    qint64 m_payloadBytes = 0; ///< < 0: the box holds an error
    Protocol m_protocol = Protocol::TcpServer;
    bool m_tooLarge = false; ///< for a datagram
    bool m_boxEmpty = true;
    bool m_somebodyThere = false;
    bool m_hasToldWhyNot = false; ///< the status bar shows why nothing is sent
    bool m_sendsFile = false;
    bool m_repeats = false;   ///< Send starts repeating
    bool m_repeating = false; ///< Send stops it
};

} // namespace netassist
