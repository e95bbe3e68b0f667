// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/Encoding.h"

namespace netassist {

/// UTF-8 as in RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. An undecodable byte is one byte.
class Utf8 final : public Encoding {
public:
    Utf8();

    [[nodiscard]] bool startsCharacter(uchar byte) const override { return (byte & 0xC0) != 0x80; }
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;
    [[nodiscard]] qsizetype ideographsAt(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] int encodeOne(char32_t codePoint, uchar* out) const override;
};

} // namespace netassist
