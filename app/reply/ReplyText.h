// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/payload/Message.h"

#include <QByteArray>
#include <QList>

namespace netassist {

/// What a reply takes from that which it answers: `${0}` the bytes matched, `${1}` … those of a group, exactly as they
/// came; nothing for a group that took no part. `$${` is `${`.
using ReplyGroups = QList<QByteArray>;

[[nodiscard]] Result<QByteArray, PayloadError> buildReply(const Message& reply, const Encoding& receiveEncoding,
                                                          const ReplyGroups& groups);

} // namespace netassist
