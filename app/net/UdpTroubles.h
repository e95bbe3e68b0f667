// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Endpoint.h"

#include <QString>

#include <optional>

namespace netassist {

/// What the system knows of datagrams that did not arrive and QUdpSocket does not tell: those that another machine, or
/// this one, sent back a refusal for (ICMP), and those that came in faster than they were taken. Linux tells both of any
/// UDP socket; elsewhere nothing is ever found.
class UdpTroubles final {
public:
    struct Undelivered {
        Endpoint to;
        bool wasRefused = false; ///< the machine is there, but no program listens at that port
        QString words;           ///< the system's, in English
    };

    /// @param descriptor of a bound socket, which outlives this
    explicit UdpTroubles(qintptr descriptor);

    /// The next datagram that was sent back, in the order in which that was learned.
    [[nodiscard]] std::optional<Undelivered> nextUndelivered();
    /// Datagrams dropped since the last call because there was no room left for them.
    [[nodiscard]] quint32 newlyDropped();

private:
    int m_descriptor;
    quint32 m_dropped = 0; ///< told so far
};

} // namespace netassist
