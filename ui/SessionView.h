// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/payload/Payload.h"
#include "app/session/Session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;

namespace netassist {

class CollapseStrip;
class Encoding;
class LogView;
class NetworkOptions;
class NetworkPanel;
class ReceivePanel;
class SendArea;
class SendPanel;
class SettingsColumn;
class TrafficMeter;
struct Preferences;

/// One session and everything that shows and steers it. Owns the session; a window shows one or more of these.
class SessionView final : public QWidget {
    Q_OBJECT

public:
    explicit SessionView(QWidget* parent = nullptr);
    ~SessionView() override;

    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] LogView& logView() { return *m_log; }
    [[nodiscard]] const TrafficMeter& traffic() const { return *m_traffic; }
    [[nodiscard]] const Encoding& receiveEncoding() const;

    /// Fills in the fields and opens.
    void open(const SessionEndpoint& endpoint);
    void openOrClose();
    void send();
    void clearLog();
    void resetCounters();
    /// They are remembered.
    void setLimits(const SessionLimits& limits);
    void setReceiveEncoding(const Encoding& encoding);
    void setReceiveHex(bool on);
    [[nodiscard]] bool isSettingsColumnShown() const;
    void setSettingsColumnShown(bool on);
    void focusOpenButton();
    void focusSendBox();

    /// @param fallback the encoding to receive in where none is remembered, or one this Qt does not have
    void restore(const Preferences& preferences, const Encoding& fallback);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    /// Something that is remembered.
    void changed();
    void settingsColumnShownChanged(bool shown);
    void noted(const netassist::Note& note);
    void logCleared();
    void trafficUpdated();
    void undecodableChanged(qint64 bytes, const netassist::Encoding* suggestion);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void bindSession();
    void bindPanels();
    void updateView();
    void updatePayloadOptions();
    void changeSendMode(PayloadMode mode);
    void disconnectClient(ConnectionId connection);
    void updatePeersSoon();
    void updateWaitingBytes();
    void retranslate();

    Session* m_session;
    SettingsColumn* m_column;
    NetworkPanel* m_network;
    ReceivePanel* m_receive;
    SendPanel* m_sendPanel;
    CollapseStrip* m_strip;
    QSplitter* m_splitter;
    QLabel* m_logTitle;
    LogView* m_log;
    SendArea* m_sendArea;
    TrafficMeter* m_traffic;
    NetworkOptions* m_options;
    QTimer m_peersSoon;
};

} // namespace netassist
