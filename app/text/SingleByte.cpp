// SPDX-License-Identifier: MIT
#include "app/text/SingleByte.h"

#include <numeric>

namespace netassist {

SingleByte::SingleByte(const QString& name) : TableEncoding(name, 1) {}

DecodeStep SingleByte::decodeOne(QByteArrayView bytes) const
{
    const auto byte = static_cast<uchar>(bytes[0]);
    const char32_t codePoint = byte < 0x80 ? byte : table()[byte - 0x80];
    if (byte >= 0x80 && codePoint == 0)
        return {DecodeStep::Kind::Invalid, 1, 0, {}};
    return {DecodeStep::Kind::Character, 1, 1, {codePoint}};
}

std::vector<TableEncoding::Sequence> SingleByte::sequences() const
{
    std::vector<Sequence> all(0x80);
    std::iota(all.begin(), all.end(), 0x80);
    return all;
}

} // namespace netassist
