// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/TableEncoding.h"

namespace netassist {

/// One byte a character: ISO-8859, windows-125x, KOI8-R, IBM437, US-ASCII.
class SingleByte final : public TableEncoding {
public:
    explicit SingleByte(const QString& name);

    [[nodiscard]] bool startsCharacter(uchar /*byte*/) const override { return true; }
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] std::vector<Sequence> sequences() const override;
    [[nodiscard]] std::size_t slotOf(Sequence sequence) const override { return sequence - 0x80; }
    [[nodiscard]] std::size_t slotCount() const override { return 0x80; }
};

} // namespace netassist
