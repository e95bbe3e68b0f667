// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"
#include "app/base/Result.h"
#include "app/capture/Note.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>

#include <memory>
#include <optional>
#include <span>

namespace netassist {

/// A file as it was when it was opened for sending: read at any place, a piece at a time, and what has become of it
/// since. One descriptor for all who read it. Who can do something else meanwhile has what is not in memory read in a
/// thread: a disk may be busy, and a share may have gone.
class FileSource final {
public:
    enum class Change : quint8 {
        None,
        Modified, ///< another size, or written to
        Shrunk,   ///< shorter than it was
        Gone,     ///< removed, or moved away; what was opened can still be read
    };

    /// Only of what is a file and holds something: a pipe or device might keep us waiting. The error is to be told.
    [[nodiscard]] static Result<std::unique_ptr<FileSource>, Note> open(const QString& path);

    [[nodiscard]] QString path() const { return m_file->fileName(); }
    /// When it was opened.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Of what is read without waiting, at most.
    static constexpr qint64 kFetchBytes = qint64{4} << 20;
    /// When to ask again for what is on its way.
    static constexpr int kFetchMs = 2;

    /// Waits for the disk. Fewer bytes than asked for where the file has become shorter or cannot be read: see failure().
    [[nodiscard]] QByteArray read(qint64 from, qint64 length);
    /// The same into memory of the caller's (<= kFetchBytes), without waiting. @return how many; none at all: they are on
    /// their way into memory now, unless others are
    [[nodiscard]] std::optional<qint64> readAtHand(std::span<char> memory, qint64 from);
    /// The system's words (in English) on what was read last; empty: it only came to the end.
    [[nodiscard]] QString failure() const { return m_failure; }
    /// Asks the system.
    [[nodiscard]] Change change() const;

private:
    struct Fetched;

    explicit FileSource(const QString& path);
    [[nodiscard]] std::optional<qint64> take(const Fetched* fetched, std::span<char> memory, qint64 from);
    void fetch(qint64 from);

    std::shared_ptr<QFile> m_file; ///< with the thread
    qint64 m_size = 0;
    QDateTime m_modified;
    QString m_failure;
    std::shared_ptr<Fetched> m_coming;  ///< shared with the thread until it is done; null: never needed
    std::shared_ptr<Fetched> m_fetched; ///< the one before
    DiskThread m_thread;
};

/// The path that a person typed or pasted: quotes around it, `file://` and `~/` before it are understood.
[[nodiscard]] QString pathFromTyped(const QString& typed);

} // namespace netassist
