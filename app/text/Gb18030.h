// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/TableEncoding.h"

namespace netassist {

/// One, two or four bytes a character, all of Unicode. Four-byte sequences count up linearly (GB 18030-2005): from
/// 81308130 through the BMP characters without a shorter form, from 90308130 through U+10000 to U+10FFFF.
class Gb18030 final : public TableEncoding {
public:
    Gb18030();

    [[nodiscard]] bool startsCharacter(uchar byte) const override;
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;
    [[nodiscard]] qsizetype ideographsAt(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] std::vector<Sequence> sequences() const override;
    [[nodiscard]] std::size_t slotOf(Sequence sequence) const override;
    [[nodiscard]] std::size_t slotCount() const override;
    void correct(std::vector<char32_t>& table) const override;
    [[nodiscard]] int encodeOne(char32_t codePoint, uchar* out) const override;

private:
    [[nodiscard]] DecodeStep decodeFour(QByteArrayView bytes) const;
};

} // namespace netassist
