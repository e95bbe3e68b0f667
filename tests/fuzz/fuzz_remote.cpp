// SPDX-License-Identifier: MIT
// What is typed as the remote host of UDP: either an endpoint that says the same when it is written out, or a note.
#include "app/session/Addressee.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace netassist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    const QString text = QString::fromUtf8(bytes, static_cast<qsizetype>(size));
    const auto endpoint = Addressee::parse(text);
    if (!endpoint) {
        if (endpoint.error().kind != NoteKind::RemoteInvalid || endpoint.error().details != QStringList{text})
            std::abort();
        return 0;
    }
    if (endpoint.value().port == 0 || endpoint.value().host.isEmpty())
        std::abort();
    const auto again = Addressee::parse(endpoint.value().toString());
    if (!again || !(again.value() == endpoint.value()))
        std::abort();
    return 0;
}
