// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <optional>
#include <utility>

namespace netassist {

/// A file that is written to as things come: every write goes to the system at once. Sizes are 64-bit. Errors are the
/// system's words, in English.
class RecordingFile final {
public:
    enum class Start : quint8 { Append, New };

    RecordingFile() = default;
    explicit RecordingFile(QString path) : m_path(std::move(path)) {}

    /// Never waits, whatever the path leads to.
    [[nodiscard]] std::optional<QString> open(Start start);
    [[nodiscard]] std::optional<QString> write(QByteArrayView bytes);
    void close() { m_file.close(); }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    /// Bytes in the file, with what it held before.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Whether the open file is still the one that the path leads to.
    [[nodiscard]] bool isInPlace() const;

private:
    QString m_path; ///< a QFile that is given a descriptor has no name
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace netassist
