// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/payload/Checksum.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

namespace netassist {

class DynamicContext;
class Encoding;

enum class PayloadMode : quint8 { Text, Hex };
enum class Ending : quint8 {
    None,
    Cr,
    Lf,
    CrLf,
    CrLfForAt, ///< CR LF behind a payload that begins with AT (either case) and does not end with CR or LF already
};

/// Why a text is not a payload.
struct PayloadError {
    qsizetype position = 0; ///< UTF-16 index into the text, 0-based
    qsizetype length = 1;   ///< UTF-16 units to mark, >= 1 (may lie just past the end)
    int line = 1;           ///< 1-based
    int column = 1;         ///< 1-based, in characters of that line
    QString reason;         ///< in the user's language, no full stop, without the position
};

struct PayloadOptions {
    PayloadMode mode = PayloadMode::Text;
    const Encoding* encoding = nullptr; ///< not null
    bool escapes = true;                ///< text mode: parse `\n`, `\xHH`, …
    Ending ending = Ending::None;
    std::optional<ChecksumSettings> checksum = std::nullopt; ///< of the content, appended before the ending
    DynamicContext* dynamics = nullptr; ///< fills in `${…}` (app/payload/DynamicText.h); null: it is as it stands
};

/// What a payload is put together of, in this order.
struct PayloadParts {
    QByteArray content;
    QByteArray checksum;
    QByteArray ending;
};

/// Exactly the bytes the text asks for, or the reason there are none. The ending is characters of the encoding, in HEX
/// too, so that the same payload goes out whichever way it is written.
[[nodiscard]] Result<QByteArray, PayloadError> buildPayload(QStringView text, const PayloadOptions& options);
[[nodiscard]] Result<PayloadParts, PayloadError> buildParts(QStringView text, const PayloadOptions& options);

/// Escapes: `\\ \a \b \f \n \r \t \v \e \0 \xHH \ooo \uHHHH \UHHHHHHHH`. `\xHH` and `\ooo` (exactly three octal digits, up
/// to 377) are that byte in every encoding; the others are characters, encoded like the rest of the text (two halves
/// `\uD83D\uDE00` are one). `\0` not followed by two more octal digits is U+0000, so `\01` is U+0000 and a `1`. Anything
/// else behind a backslash is an error. A line break in the text is LF.
[[nodiscard]] Result<QByteArray, PayloadError> parseText(QStringView text, const Encoding& encoding, bool escapes);

/// Either case; blanks, tabs, line breaks and `, ; : - _` between; `0x`, `0X`, `\x` before and `h`, `H` after a run;
/// a lone digit is `0N`; a longer odd run is an error.
[[nodiscard]] Result<QByteArray, PayloadError> parseHex(QStringView text);

/// `01 0A FF`
[[nodiscard]] QString toHex(QByteArrayView bytes);

/// A text that parseText() turns into exactly these bytes, or nothing where there is none that a text box can hold (an
/// undecodable byte, or CR, with escapes off; the position is then the end of the text up to there). With escapes on,
/// a backslash is doubled and what cannot stand as text, or could not be seen in it, becomes `\xHH`, `\r`, `\u202E` …,
/// and so does a dollar before a brace. LF stays a line break.
[[nodiscard]] Result<QString, PayloadError> toText(QByteArrayView bytes, const Encoding& encoding, bool escapes);

} // namespace netassist
