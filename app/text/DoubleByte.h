// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/TableEncoding.h"

#include <bitset>
#include <initializer_list>
#include <utility>

namespace netassist {

/// A set of bytes.
class ByteSet final {
public:
    /// Ranges, both ends included.
    ByteSet(std::initializer_list<std::pair<uchar, uchar>> ranges);
    [[nodiscard]] bool contains(uchar byte) const { return m_bytes[byte]; }

private:
    std::bitset<256> m_bytes;
};

/// Which bytes make a character of two or three.
struct DoubleByteForm {
    ByteSet leads;
    ByteSet trails;
    uchar tripleLead = 0; ///< begins a character with two trails (0x8F in EUC-JP); 0: none
};

/// One or two bytes a character (GBK, GB2312, Big5, Big5-HKSCS, Shift_JIS, EUC-KR), or also three (EUC-JP).
/// Undecodable: a lead whose trail is no trail, or is ASCII in a pair that stands for nothing, alone; a well-formed
/// sequence without ASCII that stands for nothing, as a whole. User-defined characters stand for nothing.
class DoubleByte final : public TableEncoding {
public:
    DoubleByte(const QString& name, const DoubleByteForm& form);

    [[nodiscard]] bool startsCharacter(uchar byte) const override { return !m_form.trails.contains(byte); }
    [[nodiscard]] DecodeStep decodeOne(QByteArrayView bytes) const override;
    [[nodiscard]] qsizetype ideographsAt(QByteArrayView bytes) const override;

protected:
    [[nodiscard]] std::vector<Sequence> sequences() const override;
    [[nodiscard]] std::size_t slotOf(Sequence sequence) const override;
    [[nodiscard]] std::size_t slotCount() const override;
    void correct(std::vector<char32_t>& table) const override;
    [[nodiscard]] int encodePair(char32_t first, char32_t second, uchar* out) const override;

private:
    [[nodiscard]] DecodeStep decodeTriple(QByteArrayView bytes) const;

    DoubleByteForm m_form;
    bool m_hasCodePointPairs;
};

} // namespace netassist
