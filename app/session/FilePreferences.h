// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/FileSender.h"
#include "app/session/Recording.h"

#include <QJsonObject>
#include <QString>

namespace netassist {

/// What is remembered of sending files and of saving to them. Saving itself is not taken up again by itself.
struct FilePreferences {
    bool sendsFile = false; ///< a file goes out, not what is in the box
    QString sendPath;
    bool paced = false;
    qint64 blockBytes = FilePacing::kDatagramBytes;
    int intervalMs = 10;

    QString savePath; ///< the last one chosen
    RecordingKind saveKind = RecordingKind::Received;

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static FilePreferences fromJson(const QJsonObject& object);

    friend bool operator==(const FilePreferences&, const FilePreferences&) = default;
};

} // namespace netassist
