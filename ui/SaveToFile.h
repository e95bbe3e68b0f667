// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/ViewSettings.h"
#include "app/session/Recording.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace netassist {

class ReceivePanel;
class Session;
struct FilePreferences;

/// Saving what comes in to a file: the check box in the receive settings, the dialog it opens, and the recording.
class SaveToFile final : public QObject {
    Q_OBJECT

public:
    static constexpr int kShowMs = 200;

    /// @param session and panel outlive this
    SaveToFile(Session& session, ReceivePanel& panel, QWidget* parent);
    ~SaveToFile() override;

    void restore(const FilePreferences& preferences);
    void store(FilePreferences& preferences) const;
    /// How the log is shown now, and saved from now on.
    void setViewSettings(const ViewSettings& settings);
    /// Without asking.
    void start(const RecordingTarget& target);
    /// What has come is still written.
    void stop();

Q_SIGNALS:
    /// Something that is remembered.
    void changed();
    /// @param bytes in the file; < 0: nothing is saved any more
    void sizeChanged(qint64 bytes, const QString& path);

private:
    void ask();
    void showSize();

    Session* m_session;
    ReceivePanel* m_panel;
    QWidget* m_window;
    RecordingTarget m_last;
    ViewSettings m_settings;
    QPointer<Recording> m_recording; ///< child
    QTimer m_show;
};

} // namespace netassist
