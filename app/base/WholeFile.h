// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <memory>

namespace netassist {

/// A file that gets its name when all of it is on the disk; until then what was there under that name stays. To open it,
/// to write and to commit it may each wait for the disk, so a thread does; what has come of it is asked for.
class WholeFile final {
public:
    enum class Access : quint8 {
        Usual,   ///< as that of the file it replaces, or as the user's files are
        Private, ///< 0600
    };

    /// A good time between two looks at what has come of it.
    static constexpr int kLookMs = 5;

    /// @param thread does the work, behind what it has to do already
    WholeFile(DiskThread& thread, const QString& path, Access access = Access::Usual);
    /// Gives the file up, if it is not to be committed.
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    void write(const QByteArray& bytes);
    /// That was all. It is committed also when this has gone, but not when its thread has.
    void commit();
    /// Gives it up, also on its way to the disk; unless it is just getting its name, or has it.
    void cancel();

    struct Progress {
        qint64 waiting = 0; ///< bytes not written yet
        bool isOver = false;
        bool isSaved = false;
        QString error; ///< in English; empty: none, or it was given up
    };
    [[nodiscard]] Progress progress() const;
    /// Waits until it is over, but not for longer. @return whether it is
    bool wait(const QDeadlineTimer& deadline) const;

private:
    struct Shared;

    DiskThread& m_thread;
    std::shared_ptr<Shared> m_shared; ///< with the thread
    bool m_isToBeCommitted = false;
};

} // namespace netassist
