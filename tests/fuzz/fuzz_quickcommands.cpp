// SPDX-License-Identifier: MIT
// Any bytes are either no file of quick commands, and the error says so, or commands that come back as they are when
// exported and imported again.
#include "app/session/QuickCommandFile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace netassist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    const QString path = QStringLiteral("/f.csv");
    const auto read = importQuickCommands(path, QByteArray(bytes, static_cast<qsizetype>(size)));
    if (!read) {
        if (!read.error().isError() || read.error().line().isEmpty())
            std::abort();
        return 0;
    }
    // Twice, since an escaped lone surrogate can be read but is written as U+FFFD.
    const auto once = importQuickCommands(path, exportQuickCommands(read.value()));
    if (!once)
        std::abort();
    const auto again = importQuickCommands(path, exportQuickCommands(once.value()));
    if (!again || again.value() != once.value())
        std::abort();
    return 0;
}
