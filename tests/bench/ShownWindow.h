// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/PreferencesFile.h"
#include "ui/Language.h"
#include "ui/LogView.h"
#include "ui/MainWindow.h"
#include "ui/SessionView.h"

#include <QObject>

namespace netassist::bench {

/// The program's own window, shown, with a server that listens on a free port.
class ShownWindow final : public QObject {
    Q_OBJECT

public:
    /// @param folder for the settings; on the disk of the capture
    explicit ShownWindow(const QString& folder);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] SessionView& view() { return m_window.sessionView(); }
    [[nodiscard]] Session& session() { return view().session(); }
    [[nodiscard]] LogView& log() { return view().logView(); }

    /// The server listens on another free port: thousands of connections to one use up the ports of the other side.
    void reopen();
    void setEncoding(QStringView name);
    void setLogMode(bool on);
    /// Empties the log, sets the counters to zero, follows the end, and waits until the disk has forgotten what there was.
    void startAfresh();
    /// Paint events of the log.
    [[nodiscard]] int frames() const { return m_frames; }
    /// When the last of them was on the screen, on the clock of now().
    [[nodiscard]] double paintedAt() const { return m_paintedAt; }
    /// The last rows in sight end in this text; blanks and line breaks do not count.
    [[nodiscard]] bool showsAtEnd(const QString& text);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void waitForDisk();

    QString m_folder;
    Language m_language;
    PreferencesFile m_file;
    MainWindow m_window;
    quint16 m_port = 0;
    int m_frames = 0;
    double m_paintedAt = 0;
};

} // namespace netassist::bench
