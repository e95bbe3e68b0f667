// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"

#include <QByteArray>

#include <span>

namespace netassist {

/// Something long that peers are sent piece by piece, each at its own pace. The sender asks for a peer's next piece only
/// while little waits for it. None of these may call the sender: that is for later, from the event loop.
class PieceSource {
public:
    struct Piece {
        QByteArray bytes; ///< empty: none now; whoever has one again calls Sender::resume(). May be raw data in `room`
        qsizetype known = 0; ///< so many of the first of them have been recorded already, for another peer
        bool isLast = false;
    };

    PieceSource() = default;
    virtual ~PieceSource() = default;
    PieceSource(const PieceSource&) = delete;
    PieceSource& operator=(const PieceSource&) = delete;

    /// A peer that has this many bytes unwritten is asked for no more.
    [[nodiscard]] virtual qint64 highWater() const = 0;
    /// @param room memory for the piece, where what is sent is to be recorded: bytes put there need not be copied
    [[nodiscard]] virtual Piece next(ConnectionId connection, std::span<char> room) = 0;
    /// The system took bytes of this connection, also such as were sent before the source's.
    virtual void onTaken(ConnectionId connection, qint64 bytes) = 0;
    /// The system would not take them: they are lost. Otherwise like onTaken().
    virtual void onRejected(ConnectionId connection, qint64 bytes) = 0;
    /// A datagram that was sent to this connection has come back refused; whose it was is not known.
    virtual void onReturned(ConnectionId connection) = 0;
    virtual void onPeerGone(ConnectionId connection) = 0;
};

} // namespace netassist
