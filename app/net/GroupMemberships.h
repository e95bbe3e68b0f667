// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/net/MulticastOptions.h"

#include <QHostAddress>
#include <QList>

class QUdpSocket;

namespace netassist {

/// The groups that a bound UDP socket is in, and how it sends to groups.
class GroupMemberships final {
public:
    /// @param socket bound; outlives this
    explicit GroupMemberships(QUdpSocket& socket) : m_socket(socket) {}

    /// Joins and leaves what it takes to be in just these groups. One that could not be joined is not tried again while
    /// it stays among them.
    /// @return what came of it, to be told
    [[nodiscard]] QList<Note> apply(const MulticastOptions& options);
    [[nodiscard]] const QList<MulticastGroup>& joined() const { return m_joined; }

private:
    [[nodiscard]] Note join(const MulticastGroup& group);
    [[nodiscard]] bool hears(const QHostAddress& group) const;

    QUdpSocket& m_socket;
    QList<MulticastGroup> m_joined;
    QList<MulticastGroup> m_failed;
};

} // namespace netassist
