// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/Encoding.h"

#include <QSysInfo>

namespace netassist {

/// UTF-16 of one byte order. A lone surrogate is two undecodable bytes; U+FEFF is a character like any other.
class Utf16 final : public Encoding {
public:
    explicit Utf16(QSysInfo::Endian order);

    [[nodiscard]] bool startsCharacter(uchar /*byte*/) const override { return false; }
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] int encodeOne(char32_t codePoint, uchar* out) const override;

private:
    QSysInfo::Endian m_order;
};

} // namespace netassist
