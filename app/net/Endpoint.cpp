// SPDX-License-Identifier: MIT
#include "app/net/Endpoint.h"

#include <QHostAddress>

#include <algorithm>

namespace netassist {

namespace {

bool isMappedIPv4(const QHostAddress& address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return std::all_of(bytes.c, bytes.c + 10, [](quint8 byte) { return byte == 0; }) && bytes[10] == 0xff &&
           bytes[11] == 0xff;
}

} // namespace

QString Endpoint::toString() const
{
    const QString number = QString::number(port);
    if (host.contains(u':'))
        return u'[' + host + QStringLiteral("]:") + number;
    return host + u':' + number;
}

Endpoint Endpoint::of(const QHostAddress& address, quint16 port)
{
    // Qt's "any address of either family" writes itself as 0.0.0.0, which is only half of it.
    if (address.protocol() == QAbstractSocket::AnyIPProtocol)
        return {QStringLiteral("::"), port};
    if (isMappedIPv4(address))
        return {QHostAddress(address.toIPv4Address()).toString(), port};
    return {address.toString(), port};
}

Result<Endpoint, QString> Endpoint::parse(QStringView text)
{
    const QStringView whole = text.trimmed();
    const qsizetype colon = whole.lastIndexOf(u':');
    if (colon < 0)
        return QStringLiteral("a port is missing (write HOST:PORT)");

    QStringView host = whole.first(colon);
    if (host.startsWith(u'[')) {
        if (!host.endsWith(u']'))
            return QStringLiteral("a closing bracket is missing (write [ADDRESS]:PORT)");
        host = host.sliced(1, host.size() - 2);
        if (QHostAddress(host.toString()).protocol() != QAbstractSocket::IPv6Protocol)
            return QStringLiteral("there is no IPv6 address in the brackets");
    } else if (host.contains(u':')) {
        return QStringLiteral("an IPv6 address is written in brackets ([ADDRESS]:PORT)");
    }
    if (host.isEmpty())
        return QStringLiteral("a host is missing (write HOST:PORT)");
    if (std::any_of(host.begin(), host.end(), [](QChar c) { return c.isSpace() || c == u'[' || c == u']'; }))
        return QStringLiteral("the host has a character that no host name has");

    const QStringView digits = whole.sliced(colon + 1);
    const bool onlyDigits = !digits.isEmpty() && digits.size() <= 9 &&
                            std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = onlyDigits ? digits.toUInt() : 65536;
    if (port > 65535)
        return QStringLiteral("the port is not a number from 0 to 65535");
    return Endpoint{host.toString(), static_cast<quint16>(port)};
}

} // namespace netassist
