// SPDX-License-Identifier: MIT
// Any text gives bytes or an error inside the text, leaves the counters alone, and gives the same bytes again for the
// same chance and moment. First byte: the encoding; second: the options.
#include "app/payload/DynamicContext.h"
#include "app/payload/Payload.h"
#include "app/text/Encoding.h"

#include <cstddef>
#include <cstdint>

using namespace netassist;

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 2)
        return 0;
    const auto& all = Encoding::all();
    DynamicContext context;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(1'772'874'302'041, Qt::UTC);
    context.setClock([&] { return moment; });
    context.setPeer(QStringLiteral("[::1]:56984"));
    PayloadOptions options;
    options.encoding = all[data[0] % all.size()];
    options.escapes = (data[1] & 1U) != 0;
    options.mode = (data[1] & 2U) != 0 ? PayloadMode::Hex : PayloadMode::Text;
    options.dynamics = &context;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data) + 2, static_cast<qsizetype>(size) - 2);

    context.seed(7);
    const auto first = buildPayload(text, options);
    context.seed(7);
    const auto second = buildPayload(text, options);
    require(first.ok() == second.ok());
    if (first) {
        require(first.value() == second.value());
        context.advance();
        (void)buildPayload(text, options);
        return 0;
    }
    const PayloadError& error = first.error();
    require(error.position >= 0 && error.length >= 1 && error.position + error.length <= text.size());
    require(error.line >= 1 && error.column >= 1 && !error.reason.isEmpty());
    return 0;
}
