// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"

#include <QObject>

class QWidget;

namespace netassist {

class SendArea;
class SendPanel;
class Session;
struct FilePreferences;

/// Sending a file: ties the choice in the send settings, the file's panel and the session together. Loads files into
/// the box as well.
class SendFile final : public QObject {
    Q_OBJECT

public:
    /// @param session, panel and area outlive this
    SendFile(Session& session, SendPanel& panel, SendArea& area, QWidget* parent);

    void restore(const FilePreferences& preferences);
    void store(FilePreferences& preferences) const;

    /// Asks for a file whose content is to stand in the box.
    void askToLoad();
    /// Without asking. Text in the send encoding, or HEX where that is chosen or the file is no such text.
    void load(const QString& path);
    /// Whether the file is sent, or the box.
    void setSendsFile(bool on);

Q_SIGNALS:
    /// Something that is remembered.
    void changed();
    /// The box's content is of this mode now: to be read with new options.
    void boxModeChanged();

private:
    void updateProgress();

    Session* m_session;
    SendPanel* m_panel;
    SendArea* m_area;
};

} // namespace netassist
