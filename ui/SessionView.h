// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/payload/DynamicContext.h"
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
class SaveToFile;
class RepeatedSend;
class Replier;
class ReplyPage;
class SendArea;
class SendFile;
class SendPanel;
class SettingsColumn;
class ToolColumn;
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
    [[nodiscard]] SaveToFile& saveToFile() { return *m_saveToFile; }
    [[nodiscard]] SendFile& sendFile() { return *m_sendFile; }
    [[nodiscard]] const TrafficMeter& traffic() const { return *m_traffic; }
    [[nodiscard]] const Encoding& receiveEncoding() const;

    /// Fills in the fields and opens.
    void open(const SessionEndpoint& endpoint);
    void openOrClose();
    void send();
    /// Asks for a file whose content is to stand in the box.
    void askToLoadFile();
    void clearLog();
    void resetCounters();
    /// They are remembered.
    void setLimits(const SessionLimits& limits);
    void setReceiveEncoding(const Encoding& encoding);
    void setReceiveHex(bool on);
    [[nodiscard]] bool isSettingsColumnShown() const;
    void setSettingsColumnShown(bool on);
    [[nodiscard]] bool isToolColumnShown() const;
    void setToolColumnShown(bool on);
    /// What the tool column takes, or would take, of the window's width, in pixels; and what it takes at least.
    [[nodiscard]] int toolColumnWidth() const;
    [[nodiscard]] int toolColumnLeastWidth() const;
    /// Opens the tool column at that page of it.
    void showTool(QWidget& page);
    void focusOpenButton();
    void focusSendBox();

    /// @param fallback the encoding to receive in where none is remembered, or one this Qt does not have
    void restore(const Preferences& preferences, const Encoding& fallback);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    /// Something that is remembered.
    void changed();
    void settingsColumnShownChanged(bool shown);
    void toolColumnShownChanged(bool shown);
    void noted(const netassist::Note& note);
    void logCleared();
    /// @param bytes in the file that what comes in is saved to; < 0: it is not saved
    void savedSizeChanged(qint64 bytes, const QString& path);
    void trafficUpdated();
    void undecodableChanged(qint64 bytes, const netassist::Encoding* suggestion);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void bindSession();
    void bindPanels();
    void bindTools();
    void restoreTools(const Preferences& preferences);
    void storeTools(Preferences& preferences) const;
    void updateView();
    [[nodiscard]] PayloadOptions payloadOptions();
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
    SendFile* m_sendFile;
    SaveToFile* m_saveToFile;
    QSplitter* m_toolSplitter; ///< between these and the tools
    ToolColumn* m_tools;
    Replier* m_replier;
    ReplyPage* m_replies;
    CollapseStrip* m_toolStrip;
    TrafficMeter* m_traffic;
    NetworkOptions* m_options;
    RepeatedSend* m_repeated;
    DynamicContext m_dynamics; ///< of the send box
    QTimer m_peersSoon;
};

} // namespace netassist
