// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <optional>
#include <utility>

namespace netassist {

/// A file that is written to as things come: every write goes to the system at once. Sizes are 64-bit. Errors are the
/// system's words, in English. One thread opens it, and may ask for its path and its place; another may write.
class RecordingFile final {
public:
    enum class Start : quint8 { Append, New };

    RecordingFile() = default;
    explicit RecordingFile(QString path) : m_path(std::move(path)) {}

    /// Never waits, whatever the path leads to.
    [[nodiscard]] std::optional<QString> open(Start start);
    [[nodiscard]] std::optional<QString> write(QByteArrayView bytes);
    [[nodiscard]] QString path() const { return m_path; }
    /// Bytes in the file, with what it held before.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Whether the open file is still the one that the path leads to.
    [[nodiscard]] bool isInPlace() const;

private:
    QString m_path; ///< a QFile that is given a descriptor has no name
    QFile m_file;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

} // namespace netassist
