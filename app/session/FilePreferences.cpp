// SPDX-License-Identifier: MIT
#include "app/session/FilePreferences.h"

#include "app/base/JsonReader.h"

namespace netassist {

namespace {

constexpr std::array kRecordingKinds{
    JsonName<RecordingKind>{RecordingKind::Received, QLatin1String("received")},
    JsonName<RecordingKind>{RecordingKind::ReceivedPerPeer, QLatin1String("received-per-peer")},
    JsonName<RecordingKind>{RecordingKind::Log, QLatin1String("log")},
};

constexpr QLatin1String kSendsFile("sendsFile");
constexpr QLatin1String kSendPath("sendPath");
constexpr QLatin1String kPaced("paced");
constexpr QLatin1String kBlockBytes("blockBytes");
constexpr QLatin1String kIntervalMs("intervalMs");
constexpr QLatin1String kSavePath("savePath");
constexpr QLatin1String kSaveKind("saveKind");

} // namespace

QJsonObject FilePreferences::toJson() const
{
    return {
        {kSendsFile, sendsFile},
        {kSendPath, sendPath},
        {kPaced, paced},
        {kBlockBytes, blockBytes},
        {kIntervalMs, intervalMs},
        {kSavePath, savePath},
        {kSaveKind, jsonNameOf(saveKind, kRecordingKinds)},
    };
}

FilePreferences FilePreferences::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    FilePreferences preferences;
    reader.read(kSendsFile, preferences.sendsFile);
    reader.read(kSendPath, preferences.sendPath);
    reader.read(kPaced, preferences.paced);
    reader.read(kBlockBytes, preferences.blockBytes, 1, FilePacing::kMostBlockBytes);
    reader.read(kIntervalMs, preferences.intervalMs, 0, FilePacing::kMostIntervalMs);
    reader.read(kSavePath, preferences.savePath);
    reader.read(kSaveKind, preferences.saveKind, kRecordingKinds);
    return preferences;
}

} // namespace netassist
