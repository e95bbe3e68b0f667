// SPDX-License-Identifier: MIT
#include "app/net/NetworkError.h"

#include "app/base/SystemWords.h"

namespace netassist {

namespace {

/// Port 0 is any, and nothing to be told.
QString nameOf(const Endpoint& endpoint)
{
    return endpoint.port == 0 ? endpoint.host : endpoint.toString();
}

Note about(NoteKind kind, const Endpoint& endpoint)
{
    return {kind, {nameOf(endpoint)}};
}

} // namespace

Note listenErrorNote(QAbstractSocket::SocketError error, const QString& words, const Endpoint& local)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return about(NoteKind::PortInUse, local);
    case QAbstractSocket::SocketAccessError:
        return about(NoteKind::NoPermission, local);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return about(NoteKind::AddressNotLocal, local);
    default:
        return {NoteKind::OtherNetworkError, {nameOf(local), englishWords(words)}};
    }
}

Note connectErrorNote(QAbstractSocket::SocketError error, const QString& words, const Endpoint& remote)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return about(NoteKind::Refused, remote);
    case QAbstractSocket::HostNotFoundError:
        return about(NoteKind::HostNotFound, remote);
    case QAbstractSocket::SocketTimeoutError:
        return about(NoteKind::TimedOut, remote);
    default:
        break;
    }
    // Qt gives several errors the same number and tells them apart only by its words.
    const QString english = englishWords(words);
    if (english == QLatin1String("Host unreachable") || english == QLatin1String("Network unreachable"))
        return about(NoteKind::Unreachable, remote);
    if (english == QLatin1String("Connection timed out"))
        return about(NoteKind::TimedOut, remote);
    return {NoteKind::OtherNetworkError, {nameOf(remote), english}};
}

} // namespace netassist
