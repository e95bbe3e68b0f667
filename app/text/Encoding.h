// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringView>

namespace netassist {

/// One step of decoding: the character (or the undecodable byte) at the front of some bytes.
struct DecodeStep {
    enum class Kind : quint8 {
        Character,  ///< `length` bytes are the code points in `codePoints`
        Invalid,    ///< `length` bytes cannot begin or be a character in this encoding
        Incomplete, ///< all `length` bytes at hand are a true beginning of a character; more are needed
    };
    Kind kind = Kind::Invalid;
    quint8 length = 1; ///< bytes, >= 1
    quint8 count = 0;  ///< code points, 1 or 2 (a few Big5-HKSCS characters are two)
    char32_t codePoints[2] = {};
};

/// Why a text cannot be encoded.
struct EncodeError {
    qsizetype position = 0; ///< UTF-16 index of the first character the encoding does not have
    char32_t codePoint = 0;
};

/// A character encoding, known by name. Stateless: every character of the encodings offered here can be decoded by
/// itself once its first byte is known; a caller that reads a stream keeps the Incomplete bytes and offers them
/// again in front of the next ones. Instances live as long as the program; compare them by address.
class Encoding {
public:
    virtual ~Encoding() = default;
    Encoding(const Encoding&) = delete;
    Encoding& operator=(const Encoding&) = delete;

    /// Those the Qt at hand has, in the order they are offered.
    [[nodiscard]] static const QList<const Encoding*>& all();
    /// By canonical name or a common alias (`utf8`, `cp936`, `latin1`, `sjis`), any case; null if not available.
    [[nodiscard]] static const Encoding* byName(QStringView name);
    /// The one every Qt has.
    [[nodiscard]] static const Encoding& utf8();

    [[nodiscard]] QString name() const { return m_name; }
    /// Bytes of the smallest unit: 1, or 2 and 4 for UTF-16 and UTF-32, whose characters start at multiples of it.
    [[nodiscard]] int unitSize() const { return m_unitSize; }
    /// Bytes of the longest character.
    [[nodiscard]] int maxLength() const { return m_maxLength; }
    /// True if bytes below 0x80 outside a longer character are ASCII (all but UTF-16 and UTF-32).
    [[nodiscard]] bool isAsciiSuperset() const { return m_unitSize == 1; }
    /// True if this byte is never a second or later byte of a character, so that decoding may begin at it with
    /// certainty. Only for encodings of unit size 1.
    [[nodiscard]] virtual bool startsCharacter(uchar byte) const = 0;
    /// @param bytes at least one. Never reads past them.
    [[nodiscard]] virtual DecodeStep decodeOne(QByteArrayView bytes) const = 0;

    /// Bytes of each character that ideographsAt() counts; 0: it counts none.
    [[nodiscard]] int ideographLength() const { return m_ideographLength; }
    /// How many common ideographs (see isCommonIdeograph()) the bytes begin with, one behind the other. Nothing that
    /// decodeOne() would not find, and perhaps not all of it, but in a fraction of the time.
    [[nodiscard]] virtual qsizetype ideographsAt(QByteArrayView bytes) const;

    /// All of the text, or the first character the encoding cannot express. No byte order mark is added.
    [[nodiscard]] Result<QByteArray, EncodeError> encode(QStringView text) const;
    /// For short texts and tests: undecodable and incomplete bytes come out as `\xNN`.
    [[nodiscard]] QString decode(QByteArrayView bytes) const;
    /// Number of bytes that are not valid in this encoding (an incomplete character at the end does not count).
    [[nodiscard]] qint64 invalidBytes(QByteArrayView bytes) const;

protected:
    Encoding(QString name, int unitSize, int maxLength, int ideographLength = 0);
    /// Room that encodeOne() and encodePair() may need, in bytes.
    static constexpr int MaxEncodedLength = 4;
    /// Writes the bytes of one code point; returns how many, 0 if the encoding does not have it. decodeOne() of them
    /// gives it back. Never asked for surrogates or values above U+10FFFF.
    [[nodiscard]] virtual int encodeOne(char32_t codePoint, uchar* out) const = 0;
    /// The same for the few characters that are two code points; 0 for all other pairs.
    [[nodiscard]] virtual int encodePair(char32_t first, char32_t second, uchar* out) const;

private:
    QString m_name;
    int m_unitSize;
    int m_maxLength;
    int m_ideographLength;
};

/// Among the encodings offered, the likeliest one in which all of `sample` is valid (bytes of one stream, starting at
/// a character border, perhaps cut in a character at the end); null if none is. UTF-8 comes first, then GBK, GB18030,
/// Big5, Shift_JIS, EUC-KR, EUC-JP, UTF-16. Where all is valid in `current` too, it can only be UTF-8: bytes of other
/// encodings are UTF-8 hardly ever, but UTF-8 is often valid GBK (`你好` comes out as `浣犲ソ`). Null as well where a few
/// bytes are broken and the rest makes more sense in `current` than all does in another but UTF-8.
[[nodiscard]] const Encoding* suggestEncoding(QByteArrayView sample, const Encoding& current);

} // namespace netassist
