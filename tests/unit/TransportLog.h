// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"

#include <QHash>
#include <QList>

namespace netassist::test {

/// Everything a transport tells. Lives as long as the transport, or longer.
struct TransportLog {
    explicit TransportLog(Transport& transport)
    {
        QObject::connect(&transport, &Transport::opened, &transport, [this](const Endpoint& at, const Endpoint& to) {
            local = at;
            remote = to;
            ++openings;
        });
        QObject::connect(&transport, &Transport::connected, &transport,
                         [this](ConnectionId id, const Endpoint& peer) { peers.insert(id, peer.toString()); });
        QObject::connect(&transport, &Transport::disconnected, &transport,
                         [this](ConnectionId id, bool wasReset) { ended.insert(id, wasReset); });
        QObject::connect(&transport, &Transport::received, &transport, [this](ConnectionId id, QByteArrayView bytes) {
            received[id].append(bytes);
            largestChunk = std::max(largestChunk, bytes.size());
        });
        QObject::connect(&transport, &Transport::written, &transport,
                         [this](ConnectionId id, qint64 bytes) { written[id] += bytes; });
        QObject::connect(&transport, &Transport::failed, &transport, [this](const Note& note) { errors.append(note); });
    }

    Endpoint local;
    Endpoint remote;
    int openings = 0;
    QHash<ConnectionId, QString> peers; ///< all that ever connected
    QHash<ConnectionId, bool> ended;    ///< true: was reset
    QHash<ConnectionId, QByteArray> received;
    QHash<ConnectionId, qint64> written;
    qsizetype largestChunk = 0;
    QList<Note> errors;
};

} // namespace netassist::test
