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
class PayloadEdit;
class PayloadHint;
class SendRow;

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

    void setServer(bool on);
    /// The clients to choose from.
    void setPeers(const QList<PeerInfo>& peers);
    void setSomebodyThere(bool on);
    void setWaitingBytes(qint64 bytes);
    /// 0: all. None: the client that was chosen has gone.
    [[nodiscard]] std::optional<ConnectionId> chosenConnection() const;

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    void setBoxFont(const QFont& font);
    void focusBox();

    /// Sends the file or the box's payload if there is one and somebody to get it.
    void send();

Q_SIGNALS:
    void sendRequested(const QByteArray& payload, netassist::ConnectionId to);
    void sendFileRequested(const QString& path, netassist::ConnectionId to, const netassist::FilePacing& pacing);
    void fileDropped(const QString& path);
    void loadRequested();
    void chosenConnectionChanged();
    void disconnectRequested(netassist::ConnectionId connection);
    void clearLogRequested();
    void textChanged();

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void readSoon();
    void read();
    void updateButton();
    [[nodiscard]] QString whyNothingIsSent() const;
    void showConversionError(PayloadMode wanted, const PayloadError& error);
    void retranslate();

    SendRow* m_row;
    PayloadEdit* m_edit;
    FilePanel* m_file;
    PayloadHint* m_hint;
    QPushButton* m_send;
    PayloadOptions m_options;
    QTimer m_readLater;
    qint64 m_payloadBytes = 0; ///< < 0: the box holds an error
    bool m_server = true;
    bool m_boxEmpty = true;
    bool m_somebodyThere = false;
    bool m_sendsFile = false;
};

} // namespace netassist
