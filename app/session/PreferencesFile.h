// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/session/Preferences.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

class QSaveFile;

namespace netassist {

/// The preferences in a file of the user's own (0600): read once at the start, written soon after a change
/// and only if something did change, always whole or not at all.
class PreferencesFile final : public QObject {
    Q_OBJECT

public:
    struct Loaded {
        Preferences preferences;
        std::optional<Note> trouble; ///< the file was there and could not be used; to be told in the log
    };

    explicit PreferencesFile(const QString& path, QObject* parent = nullptr);
    /// Writes what has not been written yet.
    ~PreferencesFile() override;

    /// `settings.json` in the user's configuration folder of this program.
    [[nodiscard]] static QString defaultPath();
    /// Absolute.
    [[nodiscard]] QString path() const { return m_path; }

    /// The defaults if there is no file. A damaged file is moved aside, never written over; where that cannot be
    /// done, nothing is written to it later either.
    [[nodiscard]] Loaded load();
    /// Call with everything at any change; as often as you like.
    void remember(const Preferences& preferences);
    /// Writes now what is due and waits until it is on the disk: for the end of the program.
    /// @return false if it could not be written
    bool flush();

Q_SIGNALS:
    /// Told once, and again only after writing has worked in between. What was to be remembered stays due.
    void failed(const netassist::Note& error);

private:
    void storeSoon();
    /// Begins to write what is due, in the background.
    void store();
    /// @return the file to be committed, or null: that has been told
    [[nodiscard]] std::unique_ptr<QSaveFile> write();
    bool onCommitted(const QString& error);
    Loaded damaged();
    Loaded unusable(const QString& why);
    void fail(const QString& systemsWords);

    QString m_path;
    QString m_unusable; ///< why the file must not be written; empty: it may be
    Preferences m_current;
    Preferences m_stored;                 ///< what the file holds; no file stands for the defaults
    std::unique_ptr<QSaveFile> m_writing; ///< on its way to the disk, with m_onItsWay in it
    Preferences m_onItsWay;
    QTimer m_due;
    bool m_toldFailure = false;
};

} // namespace netassist
