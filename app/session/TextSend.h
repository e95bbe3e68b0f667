// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"
#include "app/payload/Payload.h"

namespace netassist {

class Session;

/// Makes the payload of a text and sends it to one connection or, with 0, to all. Where it has something of the peer
/// in it (`${peer}`), each of all gets its own; else it is one send for all. Counters go on by one step, however many
/// get it. With UDP, 0 is the remote. Nobody there to get it is told by the session.
/// @return the bytes that one peer gets (0: there is nothing to send), or why there are none: then nothing was sent
[[nodiscard]] Result<qint64, PayloadError> sendText(Session& session, QStringView text, const PayloadOptions& options,
                                                    ConnectionId to = 0);

} // namespace netassist
