// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace netassist {

/// What is to be sent, as a person writes it down: in the send box, as a quick command, as a reply, in the history.
/// The bytes it stands for are made anew for each send, by buildPayload().
struct Message {
    QString text;
    PayloadMode mode = PayloadMode::Text;
    QString encoding; ///< by name, maybe of one that this Qt lacks; empty: same as receive
    bool escapes = true;
    Ending ending = Ending::None;
    std::optional<ChecksumSettings> checksum;

    /// For whoever sends to add its DynamicContext to.
    /// @param receiveEncoding stands in where the message names none, or one that this Qt lacks
    [[nodiscard]] PayloadOptions options(const Encoding& receiveEncoding) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static Message fromJson(const QJsonObject& object);

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace netassist
