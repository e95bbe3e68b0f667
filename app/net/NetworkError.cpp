// SPDX-License-Identifier: MIT
#include "app/net/NetworkError.h"

#include <QCoreApplication>

namespace netassist {

namespace {

/// Qt gives several errors the same number and tells them apart only by its words, in the language installed.
bool isQtWords(const QString& words, const char* source)
{
    return words == QCoreApplication::translate("QNativeSocketEngine", source) ||
           words == QCoreApplication::translate("QAbstractSocket", source);
}

Note about(NoteKind kind, const Endpoint& endpoint)
{
    return {kind, {endpoint.toString()}};
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
        return {NoteKind::OtherNetworkError, {local.toString(), words}};
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
    if (isQtWords(words, "Host unreachable") || isQtWords(words, "Network unreachable"))
        return about(NoteKind::Unreachable, remote);
    if (isQtWords(words, "Connection timed out"))
        return about(NoteKind::TimedOut, remote);
    return {NoteKind::OtherNetworkError, {remote.toString(), words}};
}

} // namespace netassist
