// SPDX-License-Identifier: MIT
// Arguments, one a line: either what they ask for is consistent, or the error is one line.
#include "app/CommandLine.h"
#include "app/text/Encoding.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace netassist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    const QString text = QString::fromUtf8(bytes, static_cast<qsizetype>(size));
    const auto parsed = CommandLine::parse(QStringLiteral("netassistant\n").append(text).split(QLatin1Char('\n')));
    if (!parsed) {
        if (parsed.error().isEmpty() || parsed.error().contains(QLatin1Char('\n')))
            std::abort();
        return 0;
    }
    const CommandLine& line = parsed.value();
    if (line.open && line.open->protocol == Protocol::TcpClient && line.open->endpoint.port == 0)
        std::abort();
    if (!line.encoding.isEmpty() && Encoding::byName(line.encoding) == nullptr)
        std::abort();
    if (!line.helpText.startsWith(QLatin1String("Usage: netassistant ")))
        std::abort();
    return 0;
}
