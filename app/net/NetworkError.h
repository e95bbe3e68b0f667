// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/net/Endpoint.h"

#include <QAbstractSocket>

namespace netassist {

/// Why listening at `local` failed. @param words the socket's errorString()
[[nodiscard]] Note listenErrorNote(QAbstractSocket::SocketError error, const QString& words, const Endpoint& local);
/// Why connecting to `remote` failed. @param words the socket's errorString()
[[nodiscard]] Note connectErrorNote(QAbstractSocket::SocketError error, const QString& words, const Endpoint& remote);

} // namespace netassist
