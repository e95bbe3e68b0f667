// SPDX-License-Identifier: MIT
// Any bytes shown as text come back as the same bytes; any text gives bytes or an error inside the text. First byte:
// the encoding; second: the options.
#include "app/payload/Payload.h"
#include "app/text/Encoding.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

using namespace netassist;

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

void checkError(QStringView text, const PayloadError& error)
{
    require(error.position >= 0 && error.length >= 1 && error.position + error.length <= text.size());
    require(error.line >= 1 && error.line <= 1 + text.first(error.position).count(u'\n'));
    require(error.column >= 1 && error.column <= 1 + error.position);
    require(!error.reason.isEmpty());
}

void checkBytes(QByteArrayView bytes, const Encoding& encoding)
{
    const auto escaped = toText(bytes, encoding, true);
    require(escaped.ok());
    const auto back = parseText(escaped.value(), encoding, true);
    require(back.ok() && back.value() == bytes);
    if (const auto plain = toText(bytes, encoding, false)) {
        const auto plainBack = parseText(plain.value(), encoding, false);
        require(plainBack.ok() && plainBack.value() == bytes);
    }
    const auto hexBack = parseHex(toHex(bytes));
    require(hexBack.ok() && hexBack.value() == bytes);
}

void checkText(QStringView text, const PayloadOptions& options)
{
    const auto built = buildPayload(text, options);
    if (!built) {
        checkError(text, built.error());
        return;
    }
    checkBytes(built.value(), *options.encoding);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 2)
        return 0;
    const auto& all = Encoding::all();
    PayloadOptions options;
    options.encoding = all[data[0] % all.size()];
    options.escapes = (data[1] & 1U) != 0;
    options.mode = (data[1] & 2U) != 0 ? PayloadMode::Hex : PayloadMode::Text;
    options.ending = static_cast<Ending>((data[1] >> 2U) % 5U);
    const QByteArrayView bytes(data + 2, static_cast<qsizetype>(size) - 2);
    checkBytes(bytes, *options.encoding);
    checkText(QString::fromUtf8(bytes), options);
    // As UTF-16 units: lone surrogates too.
    QString units(bytes.size() / 2, u' ');
    std::memcpy(units.data(), bytes.data(), static_cast<size_t>(units.size()) * 2);
    checkText(units, options);
    return 0;
}
