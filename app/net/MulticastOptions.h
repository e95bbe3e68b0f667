// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace netassist {

/// A group of receivers that datagrams can be sent to, and the interface on which to be one of them.
struct MulticastGroup {
    QString address;       ///< of IPv6 maybe with the interface: `ff02::1%eth0`
    QString interfaceName; ///< empty: the address says it, or the system chooses

    /// `239.1.2.3`, `239.1.2.3 (eth0)`
    [[nodiscard]] QString label() const
    {
        return interfaceName.isEmpty() ? address : QStringLiteral("%1 (%2)").arg(address, interfaceName);
    }

    friend bool operator==(const MulticastGroup&, const MulticastGroup&) = default;
};

/// What a UDP socket does about groups.
struct MulticastOptions {
    static constexpr int kMostHops = 255;
    static constexpr qsizetype kMostGroups = 100; ///< systems allow fewer in one socket

    QList<MulticastGroup> groups; ///< to be in while open
    QString sendInterface;        ///< that what is sent to groups goes out through; empty: the system chooses
    int hops = 1;         ///< networks that what is sent to groups may cross: 0 … kMostHops, 0 stays on this machine
    bool loopback = true; ///< what is sent to groups comes to this machine's members too
    bool sharePort = false; ///< other programs that allow it too may be bound to the same port; matters at open()

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static MulticastOptions fromJson(const QJsonObject& object);

    friend bool operator==(const MulticastOptions&, const MulticastOptions&) = default;
};

} // namespace netassist
