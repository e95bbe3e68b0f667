// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/ViewSettings.h"

#include <QString>

namespace netassist {

/// `[2026-11-23 15:18:24.923]` in local time.
[[nodiscard]] QString timeStamp(qint64 timeUs);

/// The line above a payload, or the line of a note: never translated, people search logs for it.
/// `[2026-11-23 15:18:24.923]# RECV GBK/30 from 172.16.1.241:56984 <<<`, `… to 172.16.1.241:56984 (automatic) >>>`
[[nodiscard]] QString recordHeader(const Capture& capture, RecordId id, const ViewSettings& settings);

/// An error note in the user's language; empty where the header already says it.
[[nodiscard]] QString recordSentence(const Capture& capture, RecordId id);

} // namespace netassist
