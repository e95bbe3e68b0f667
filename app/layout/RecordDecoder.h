// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/CharacterBorders.h"
#include "app/text/Encoding.h"

#include <QByteArray>

#include <limits>

namespace netassist {

/// One character of a record's payload.
struct DecodedCharacter {
    qint32 begin = 0; ///< byte in the record; negative where it began in an earlier one
    qint32 end = 0;
    DecodeStep step;
    QByteArrayView bytes; ///< valid until the decoder goes on to the next

    [[nodiscard]] bool is(char32_t codePoint) const
    {
        return step.kind == DecodeStep::Kind::Character && step.count == 1 && step.codePoints[0] == codePoint;
    }
};

/// The last `count` bytes before a place in a record's stream, also from its earlier records; fewer where the stream
/// does not have them (any more).
/// @param byte in the record; negative for a place before it
/// @param earliest lowered to the earliest record they come from
[[nodiscard]] QByteArray streamBefore(const Capture& capture, RecordId id, qint32 byte, qint64 count,
                                      RecordId* earliest = nullptr);

/// Number of bytes just before a place in a record that begin a character which ends behind that place, found by going
/// back in the stream of the same peer and direction to where a character surely begins. Where there is none for a
/// mebibyte (only in double-byte text without a single ASCII character), a record is taken to begin with a character.
/// @param earliest lowered to the earliest record looked at
/// @param known makes long searches short where one has been before
[[nodiscard]] qint32 pendingBefore(const Capture& capture, const Encoding& encoding, RecordId record, qint32 byte,
                                   RecordId* earliest = nullptr, CharacterBorders* known = nullptr);

/// Decodes the payload of one record, together with what its stream left unfinished before it. The unfinished end of
/// the record itself comes, as one Incomplete, only if nothing follows in the stream; otherwise it is shown with the
/// record that completes it. Where nothing will ever complete it, in a datagram or when the peer has gone, it comes as
/// Invalid.
class RecordDecoder {
public:
    static constexpr qint32 kToTheEnd = std::numeric_limits<qint32>::max();

    /// @param from a character border: -pendingBefore(…, 0) for the start, or what a DecodedCharacter told
    /// @param to where the caller stops, to read no more than is needed
    RecordDecoder(const Capture& capture, const Encoding& encoding, RecordId record, qint32 from,
                  qint32 to = kToTheEnd);

    [[nodiscard]] bool next(DecodedCharacter& character);
    /// Byte at which the next character begins.
    [[nodiscard]] qint32 position() const { return m_at - m_carried; }
    /// Behind position(); of what was read, which may be a little more than was asked for.
    [[nodiscard]] qint32 bytesLeft() const { return static_cast<qint32>(m_bytes.size()) - m_at; }
    /// When next() has come to the end of the record: how many bytes wait for what completes them.
    [[nodiscard]] qint32 pendingBytes() const { return bytesLeft(); }
    /// Goes over ASCII that takes one column whatever stands around it (all but TAB, LF and CR), at most `most` characters,
    /// and returns how many; 0 where the encoding is not made so.
    qint32 skipNarrowAscii(qint32 most);
    /// Goes over printable ASCII (0x20 to 0x7E) up to `end`, a place like position(), and returns it; valid like
    /// DecodedCharacter::bytes. Empty where the encoding is not made so.
    [[nodiscard]] QByteArrayView takePrintableAscii(qint32 end);
    /// As skipNarrowAscii(), for common ideographs, of Encoding::ideographLength() bytes and two columns each.
    qint32 skipIdeographs(qint32 most);

private:
    const Encoding& m_encoding;
    QByteArray m_bytes;   // what is carried, then the record's own
    qint32 m_carried = 0; // bytes
    qint32 m_at = 0;
    qint64 m_streamOffset = 0; // of the record
    bool m_streamGoesOn = false;
    bool m_isOver = false; // nothing will ever follow
};

} // namespace netassist
