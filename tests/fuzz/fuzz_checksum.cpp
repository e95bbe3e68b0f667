// SPDX-License-Identifier: MIT
// Any JSON object gives settings that come back as they are and a checksum of the size told. First byte: where the
// content ends and the JSON begins.
#include "app/payload/Checksum.h"

#include <QJsonDocument>

#include <algorithm>
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
    if (size < 1)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const QByteArrayView content = bytes.first(std::min<qsizetype>(data[0], bytes.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes.sliced(content.size()).toByteArray());
    const ChecksumSettings settings = ChecksumSettings::fromJson(document.object());
    require(ChecksumSettings::fromJson(settings.toJson()) == settings);
    require(!checksumTitle(settings).isEmpty());
    require(checksumSize(settings) >= 1);
    if (const auto checksum = checksumOf(content, settings))
        require(checksum->size() == checksumSize(settings));
    else
        require(settings.from + settings.minus > content.size());
    return 0;
}
