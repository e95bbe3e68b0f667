// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/capture/Note.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>

#include <memory>
#include <span>

namespace netassist {

/// A file as it was when it was opened for sending: read at any place, a piece at a time, and what has become of it
/// since. One descriptor for all who read it.
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

    [[nodiscard]] QString path() const { return m_file.fileName(); }
    /// When it was opened.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Fewer bytes than asked for where the file has become shorter or cannot be read: see failure().
    [[nodiscard]] QByteArray read(qint64 from, qint64 length);
    /// The same into memory of the caller's. @return how many
    [[nodiscard]] qint64 readInto(std::span<char> memory, qint64 from);
    /// The system's words (in English) on the last read(); empty: it only came to the end.
    [[nodiscard]] QString failure() const { return m_failure; }
    /// Asks the system.
    [[nodiscard]] Change change() const;

private:
    explicit FileSource(const QString& path) : m_file(path) {}

    QFile m_file;
    qint64 m_size = 0;
    QDateTime m_modified;
    QString m_failure;
};

/// The path that a person typed or pasted: quotes around it, `file://` and `~/` before it are understood.
[[nodiscard]] QString pathFromTyped(const QString& typed);

} // namespace netassist
