// SPDX-License-Identifier: MIT
// Any bytes are either no preferences, or preferences that come back as they are when written and read again.
#include "app/session/Preferences.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using netassist::Preferences;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    const auto read = Preferences::fromJson(QByteArray(bytes, static_cast<qsizetype>(size)));
    if (!read) {
        if (read.error().isEmpty())
            std::abort();
        return 0;
    }
    // Twice, since an escaped lone surrogate can be read but is written as U+FFFD.
    const auto once = Preferences::fromJson(read.value().toJson());
    if (!once)
        std::abort();
    const auto again = Preferences::fromJson(once.value().toJson());
    if (!again || again.value() != once.value())
        std::abort();
    if (again.value().localHostHistory.size() > Preferences::kHistoryLength)
        std::abort();
    return 0;
}
