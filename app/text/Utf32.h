// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/Encoding.h"

#include <QSysInfo>

namespace netassist {

/// UTF-32 of one byte order. Four bytes that are no Unicode scalar value are undecodable together.
class Utf32 final : public Encoding {
public:
    explicit Utf32(QSysInfo::Endian order);

    [[nodiscard]] bool startsCharacter(uchar /*byte*/) const override { return false; }
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] int encodeOne(char32_t codePoint, uchar* out) const override;

private:
    QSysInfo::Endian m_order;
};

} // namespace netassist
