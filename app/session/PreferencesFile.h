// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/base/WholeFile.h"
#include "app/capture/Note.h"
#include "app/session/Preferences.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace netassist {

/// The preferences in a file of the user's own (0600): read once at the start, written soon after a change
/// and only if something did change, in a thread, always whole or not at all.
class PreferencesFile final : public QObject {
    Q_OBJECT

public:
    /// For so long flush() waits for the disk, and not again for one that did not answer.
    static constexpr int kLastMs = 5000;

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
    void store();
    /// Begins to write what is due. @return false: not, and that has been told
    [[nodiscard]] bool write();
    /// Until nothing is on its way any more. @return false: not until then
    [[nodiscard]] bool wait(const QDeadlineTimer& deadline);
    /// Looks what has become of what is on its way.
    void look();
    Loaded damaged();
    Loaded unusable(const QString& why);
    void fail(const QString& systemsWords);

    QString m_path;
    QString m_unusable; ///< why the file must not be written; empty: it may be
    Preferences m_current;
    Preferences m_stored; ///< what the file holds; no file stands for the defaults
    DiskThread m_thread;
    std::unique_ptr<WholeFile> m_writing; ///< on its way to the disk, with m_onItsWay in it
    Preferences m_onItsWay;
    QTimer m_due;
    QTimer m_look;
    bool m_toldFailure = false;
    bool m_isStuck = false; ///< the disk, when it was waited for last
};

} // namespace netassist
