// SPDX-License-Identifier: MIT
#include "app/session/TextSend.h"

#include "app/payload/DynamicContext.h"
#include "app/payload/TextPosition.h"
#include "app/session/Session.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <utility>
#include <vector>

namespace netassist {

namespace {

constexpr qint64 kMostBytesOfEach = qint64{64} << 20; ///< together: they are not shared as one payload for all is

/// The label of whom it goes to, or of one of them; empty: nobody.
QString labelOf(const Session& session, ConnectionId to)
{
    if (to == 0 && session.endpoint().protocol == Protocol::Udp)
        return session.remote();
    const QList<PeerInfo>& peers = session.peers();
    const auto found = std::find_if(peers.cbegin(), peers.cend(),
                                    [to](const PeerInfo& peer) { return to == 0 || peer.connection == to; });
    return found != peers.cend() ? found->label : QString();
}

/// Whether it goes to more than one, and to each with its own bytes.
bool isForEach(const Session& session, const PayloadOptions& options, ConnectionId to)
{
    return to == 0 && session.endpoint().protocol == Protocol::TcpServer && session.peers().size() > 1 &&
           options.dynamics != nullptr && options.dynamics->isPeerUsed();
}

/// Each peer's own payload, all of them made before the first is sent.
Result<std::vector<std::pair<ConnectionId, QByteArray>>, PayloadError>
payloadOfEach(const QList<PeerInfo>& peers, QStringView text, const PayloadOptions& options)
{
    std::vector<std::pair<ConnectionId, QByteArray>> payloads;
    qint64 size = 0;
    for (const PeerInfo& peer : peers) {
        options.dynamics->setPeer(peer.label);
        auto payload = buildPayload(text, options);
        if (!payload)
            return payload.error();
        size += payload.value().size();
        if (size > kMostBytesOfEach) {
            return payloadErrorAt(text, 0, text.size(),
                                  QCoreApplication::translate("Payload",
                                                              "a payload of its own for each of %1 peers would "
                                                              "be more than %2 bytes: choose one of them")
                                      .arg(QString::number(peers.size()), QString::number(kMostBytesOfEach)));
        }
        payloads.emplace_back(peer.connection, std::move(payload).value());
    }
    return payloads;
}

} // namespace

Result<qint64, PayloadError> sendText(Session& session, QStringView text, const PayloadOptions& options,
                                      ConnectionId to)
{
    DynamicContext* const dynamics = options.dynamics;
    if (const QString label = labelOf(session, to); dynamics != nullptr && !label.isEmpty())
        dynamics->setPeer(label);
    const auto payload = buildPayload(text, options);
    if (!payload)
        return payload.error();
    const qint64 size = payload.value().size();
    if (!isForEach(session, options, to)) {
        if (dynamics != nullptr)
            dynamics->advance();
        session.send(payload.value(), to);
        return size;
    }
    const auto payloads = payloadOfEach(session.peers(), text, options);
    if (!payloads)
        return payloads.error();
    dynamics->advance();
    const QPointer<Session> self(&session);
    for (const auto& [connection, bytes] : payloads.value()) {
        if (self)
            session.send(bytes, connection);
    }
    return size;
}

} // namespace netassist
