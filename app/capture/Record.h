// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace netassist {

/// Number of a record since the capture was made; 0 is the first, numbers are never reused or shifted.
using RecordId = qint64;
/// Number of a peer in the capture's peer table. Every connection is a peer of its own, also from the same address.
using PeerId = quint32;

inline constexpr RecordId kNoRecord = -1;
inline constexpr PeerId kNoPeer = 0xFFFFFFFF;

enum class RecordKind : quint8 { Received, Sent, Note };
/// Who has asked for something to be sent.
enum class SendOrigin : quint8 { Person, Automatic };

/// What the capture knows of one read from, or one hand-over to, a socket; or of one note.
struct Record {
    qint64 offset = 0;       ///< of its first byte in the capture's bytes
    qint64 timeUs = 0;       ///< wall clock, microseconds since 1970-01-01 UTC
    qint64 streamOffset = 0; ///< bytes of the same peer and direction that came before it; 0 for a datagram
    RecordId previousInStream = kNoRecord; ///< the record of the same peer and direction before it
    quint32 length = 0;                    ///< bytes
    PeerId peer = kNoPeer;
    RecordKind kind = RecordKind::Note;
    bool isDatagram = false;                ///< a message of its own: no other record goes before or on with its bytes
    SendOrigin origin = SendOrigin::Person; ///< of a sent one

    [[nodiscard]] bool isPayload() const { return kind != RecordKind::Note; }
};

} // namespace netassist
