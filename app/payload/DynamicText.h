// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

namespace netassist {

/// Whether `${…}` is looked for in a text that is read so: in HEX always, in text while escapes are parsed, and only
/// where there is a context to fill it in from.
[[nodiscard]] bool isDynamic(QStringView text, const PayloadOptions& options);

/// The position of the first `${…}` that is filled in, or of what is wrong with one; -1: there is none.
[[nodiscard]] qsizetype firstPlaceholder(QStringView text, const PayloadOptions& options);

/// The content of a text with `${…}` in it, as bytes; what stands between is read as without. Every placeholder
/// gives characters (text mode) or hexadecimal digits (HEX); `as=text` or `as=bytes` makes it the other one. Values
/// without a key are taken in the order given here:
///
///     ${counter start=1 step=1 width=1 base=10 last= name= order=high}   one step a send; behind `last` start again
///     ${date "yyyy-MM-dd"} ${time "HH:mm:ss"}    one moment for all of a payload; Qt's letters
///     ${unix unit=s|ms base= width= order=}      since 1970
///     ${random min=0 max=255 base= width= order=}
///     ${bytes count=1}                           random bytes; as=bytes in text too
///     ${choice a b "c d"}                        one of them by chance
///     ${length from=0 minus=0 add=0 base= width= order=}   bytes of the content without the first and last so many
///     ${peer all|host|port base= width= order=}
///     ${checksum CRC-16/MODBUS from=0 minus=0 order=high}  of what stands before it
///
/// In a reply, `${0}` is the bytes it answers, `${1}` … those of a group of the rule, exactly as they came.
///
/// A number has at least `width` digits; as bytes its base is 16 unless given, it has whole bytes, and `order=low` puts
/// the lowest first. The content is what the box holds: without the checksum and the ending appended.
[[nodiscard]] Result<QByteArray, PayloadError> parseDynamic(QStringView text, const PayloadOptions& options);

} // namespace netassist
