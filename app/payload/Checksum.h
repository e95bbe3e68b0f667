// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace netassist {

/// The parameters by which manuals describe a cyclic redundancy check; the polynomial and the start value as they are
/// written down, not mirrored.
struct CrcModel {
    int width = 16; ///< bits: 8, 16 or 32
    quint32 poly = 0x8005;
    quint32 init = 0xFFFF;
    bool reflectIn = true;
    bool reflectOut = true;
    quint32 xorOut = 0;

    friend bool operator==(const CrcModel&, const CrcModel&) = default;
};

struct NamedCrc {
    QLatin1String name; ///< `CRC-16/MODBUS`
    CrcModel model;
};

/// The models that have a name.
[[nodiscard]] std::span<const NamedCrc> namedCrcs();

enum class ChecksumKind : quint8 {
    Sum8,  ///< of all bytes, the lowest 8 bits
    Sum16, ///< the lowest 16 bits
    Sum32, ///< the lowest 32 bits
    Lrc,   ///< what makes the 8-bit sum 0: the sum's two's complement
    Xor,   ///< of all bytes (BCC)
    Crc,
    Fixed, ///< always the same bytes
};

enum class ByteOrder : quint8 { HighFirst, LowFirst };

/// What is computed over content, and over which part of it. A value; the bytes are made by checksumOf().
///
/// CRCs are computed by a table made for the model, in this project's own twenty lines. Of Boost.CRC only crc_basic
/// takes its parameters at run time: it goes bit by bit (measured at 70 MiB/s where the table makes 250), fixes the width
/// at compile time all the same, and would ask everybody who builds this for 135 MB of headers. The check values
/// published for every named model are tests.
struct ChecksumSettings {
    ChecksumKind kind = ChecksumKind::Crc;
    CrcModel crc; ///< CRC-16/MODBUS at first
    ByteOrder order = ByteOrder::LowFirst;
    qsizetype from = 0;                           ///< the first byte that counts, from 0
    qsizetype minus = 0;                          ///< so many bytes at the end do not count
    QByteArray fixed = QByteArray(1, char(0x0D)); ///< not empty

    static constexpr qsizetype kMostBytes = 1'000'000'000; ///< of `from` and `minus`
    static constexpr qsizetype kMostFixed = 256;

    /// `{"algorithm": "CRC-16/MODBUS", "order": "low", …}`: a model by its name, else by its parameters.
    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static ChecksumSettings fromJson(const QJsonObject& object);

    friend bool operator==(const ChecksumSettings&, const ChecksumSettings&) = default;
};

/// Over all of `bytes`, in the order asked for; its `from` and `minus` are not looked at.
[[nodiscard]] QByteArray checksumOfRange(QByteArrayView bytes, const ChecksumSettings& settings);
/// None where the content is shorter than the bytes that do not count.
[[nodiscard]] std::optional<QByteArray> checksumOf(QByteArrayView content, const ChecksumSettings& settings);
/// How many bytes it has.
[[nodiscard]] qsizetype checksumSize(const ChecksumSettings& settings);

/// In the user's language, with the parameters, since manuals differ in names:
/// `CRC-16/MODBUS (poly 8005, init FFFF, reflected)`.
[[nodiscard]] QString checksumTitle(const ChecksumSettings& settings);
/// A kind or model by its name as in files (`SUM8`, `LRC`, `XOR`, `CRC-32`), in either case, with the byte order that
/// is usual for it; not a CRC of one's own and not fixed bytes.
[[nodiscard]] std::optional<ChecksumSettings> checksumByName(QStringView name);
/// The order that protocols put it in, mostly: a reflected CRC's low byte goes first.
[[nodiscard]] ByteOrder usualOrder(ChecksumKind kind, const CrcModel& crc);

} // namespace netassist
