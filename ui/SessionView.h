// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/payload/DynamicContext.h"
#include "app/payload/Payload.h"
#include "app/session/CommandSequence.h"
#include "app/session/HistoryWalk.h"
#include "app/session/Session.h"

#include <QFont>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;

namespace netassist {

class CollapseStrip;
class Encoding;
class HistoryPage;
class FirstHint;
class FocusAreas;
class LogView;
class NetworkOptions;
class NetworkPanel;
class QuickCommandsPage;
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
struct QuickCommand;

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
    [[nodiscard]] static int toolColumnLeastWidth();
    /// What stands in the send box, with the send settings.
    [[nodiscard]] Message boxMessage() const;
    /// Puts text, mode, escapes and encoding into the box and the send settings.
    void putInBox(const Message& message);
    /// Sends it to whoever is chosen beside the send box. What keeps it from being sent is told in the log too.
    /// @param name what the message is called where it is told of
    /// @return why it was not sent, in the user's language; empty: it was
    QString sendMessage(const Message& message, const QString& name);
    /// Opens the tool column at that page of it.
    void showTool(QWidget& page);
    /// Of the log and the send box.
    void setDataFont(const QFont& font);
    [[nodiscard]] const QFont& dataFont() const { return m_dataFont; }
    /// Of received and sent data in the log; an invalid colour is the usual one.
    void setDataColors(const QColor& received, const QColor& sent);
    /// What the send box holds if it is empty.
    void fillEmptyBox(const QString& text);
    void focusOpenButton();
    void focusSendBox();
    /// Settings, log, send area and tools: the keyboard goes round them.
    [[nodiscard]] FocusAreas& focusAreas() { return *m_areas; }

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
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static constexpr int kHandleWidth = 8; ///< of the splitters, in pixels

    void layOut();
    void bindSession();
    void bindPanels();
    void bindTools();
    void bindQuickCommands();
    void bindHistory();
    [[nodiscard]] CommandSequence::Outcome sendOfSequence(const QuickCommand& command);
    void stopSequenceIfNobody();
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
    QPointer<FirstHint> m_firstHint; ///< goes with the first record
    SendArea* m_sendArea;
    SendFile* m_sendFile;
    SaveToFile* m_saveToFile;
    QSplitter* m_toolSplitter; ///< between these and the tools
    ToolColumn* m_tools;
    Replier* m_replier;
    ReplyPage* m_replies;
    QuickCommandsPage* m_quickCommands;
    HistoryPage* m_history;
    CollapseStrip* m_toolStrip;
    TrafficMeter* m_traffic;
    NetworkOptions* m_options;
    RepeatedSend* m_repeated;
    FocusAreas* m_areas;
    DynamicContext m_dynamics;        ///< of the send box
    DynamicContext m_commandDynamics; ///< of the quick commands
    QTimer m_peersSoon;
    HistoryWalk m_walk; ///< of the send box
    QFont m_dataFont;
};

} // namespace netassist
