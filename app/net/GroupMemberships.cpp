// SPDX-License-Identifier: MIT
#include "app/net/GroupMemberships.h"

#include "app/base/SystemWords.h"
#include "app/net/Endpoint.h"
#include "app/net/HostText.h"

#include <QNetworkInterface>
#include <QUdpSocket>
#include <QVariant>

#include <utility>

namespace netassist {

namespace {

/// Its own, or the one that the address says: `ff02::1%eth0`. Qt does not look there.
QString interfaceOf(const MulticastGroup& group)
{
    return group.interfaceName.isEmpty() ? literalAddress(group.address).scopeId() : group.interfaceName;
}

} // namespace

QList<Note> GroupMemberships::apply(const MulticastOptions& options)
{
    QList<Note> notes;
    m_socket.setSocketOption(QAbstractSocket::MulticastTtlOption, QVariant(options.hops));
    m_socket.setSocketOption(QAbstractSocket::MulticastLoopbackOption, QVariant(options.loopback ? 1 : 0));
    const QNetworkInterface through = QNetworkInterface::interfaceFromName(options.sendInterface);
    if (!options.sendInterface.isEmpty() && !through.isValid())
        notes.append({NoteKind::InterfaceUnknown, {options.sendInterface}});
    else
        m_socket.setMulticastInterface(through);

    for (const MulticastGroup& group : std::exchange(m_joined, {})) {
        if (options.groups.contains(group)) {
            m_joined.append(group);
            continue;
        }
        const QHostAddress address = literalAddress(group.address);
        if (const QString on = interfaceOf(group); on.isEmpty())
            m_socket.leaveMulticastGroup(address);
        else
            m_socket.leaveMulticastGroup(address, QNetworkInterface::interfaceFromName(on));
        notes.append({NoteKind::GroupLeft, {group.label()}});
    }
    m_failed.removeIf([&options](const MulticastGroup& group) { return !options.groups.contains(group); });
    for (const MulticastGroup& group : options.groups) {
        if (m_joined.contains(group) || m_failed.contains(group))
            continue;
        notes.append(join(group));
        if (!m_joined.contains(group))
            m_failed.append(group);
    }
    return notes;
}

Note GroupMemberships::join(const MulticastGroup& group)
{
    const QHostAddress address = literalAddress(group.address);
    if (!address.isMulticast())
        return {NoteKind::GroupInvalid, {group.address}};
    const Endpoint local = Endpoint::of(m_socket.localAddress(), m_socket.localPort());
    if (!hears(address)) {
        const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        return {NoteKind::GroupNotHeard,
                {group.label(), local.toString(), isIPv4 ? QStringLiteral("0.0.0.0") : QStringLiteral("::")}};
    }
    bool isJoined = false;
    if (const QString name = interfaceOf(group); name.isEmpty()) {
        isJoined = m_socket.joinMulticastGroup(address);
    } else {
        const QNetworkInterface on = QNetworkInterface::interfaceFromName(name);
        if (!on.isValid())
            return {NoteKind::InterfaceUnknown, {name}};
        isJoined = m_socket.joinMulticastGroup(address, on);
    }
    if (!isJoined)
        return {NoteKind::GroupFailed, {group.label(), englishWords(m_socket.errorString())}};
    m_joined.append(group);
    return {NoteKind::GroupJoined, {group.label()}};
}

/// What is sent to a group comes to sockets bound to any address of its family, or to the group's own. Qt takes a socket
/// of both families for one of IPv6.
bool GroupMemberships::hears(const QHostAddress& group) const
{
    const QHostAddress local = m_socket.localAddress();
    if (local == group)
        return true;
    return group.protocol() == QAbstractSocket::IPv4Protocol ? local == QHostAddress(QHostAddress::AnyIPv4)
                                                             : local == QHostAddress(QHostAddress::Any);
}

} // namespace netassist
