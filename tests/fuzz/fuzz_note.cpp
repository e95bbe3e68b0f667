// SPDX-License-Identifier: MIT
// Any bytes are a note, which comes back as it is when packed and unpacked again, and can be told.
#include "app/capture/Note.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using netassist::Note;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Note note = Note::unpack(bytes);
    if (Note::unpack(note.pack()) != note)
        std::abort();
    if (note.line().isEmpty() || note.sentence().isEmpty())
        std::abort();
    if (note.isError() != note.line().startsWith(QLatin1String("Error: ")))
        std::abort();
    return 0;
}
