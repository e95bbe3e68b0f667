// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"

#include <QString>
#include <QStringView>

class QHostAddress;

namespace netassist {

/// A host (name or address) and a port, as written by people: `127.0.0.1:8080`, `[::1]:8080`, `example.org:80`.
struct Endpoint {
    QString host;
    quint16 port = 0;

    [[nodiscard]] QString toString() const;
    /// An IPv4 address that came in through an IPv6 socket is written as IPv4.
    [[nodiscard]] static Endpoint of(const QHostAddress& address, quint16 port);
    /// @return the endpoint, or what is wrong, in one English clause for the command line
    [[nodiscard]] static Result<Endpoint, QString> parse(QStringView text);

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

} // namespace netassist
