// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace netassist {

/// How a rule looks at what a peer sends. A *burst* is what comes until the peer pauses for 20 ms or has been answered.
enum class MatchKind : quint8 {
    Contains,   ///< anywhere, also cut by segments or pauses; answered as soon as the last byte is there
    BeginsWith, ///< at the beginning of a burst; answered as soon as that much is there
    Equals,     ///< a whole burst; answered when the peer pauses
    Expression, ///< a regular expression, anywhere; where a match might still grow, answered when the peer pauses
};

/// When something is received, something is sent. Rules work independently of each other: every rule that matches
/// answers, each match once, those that end at the same byte in the rules' order.
struct ReplyRule {
    static constexpr int kMostDelayMs = 3'600'000;
    static constexpr int kMostPerSecond = 10'000;

    bool enabled = true;
    QString name;
    MatchKind kind = MatchKind::Contains;
    PayloadMode mode = PayloadMode::Text; ///< of the pattern; an expression is always text
    QString encoding;                     ///< of the pattern and of what is received; empty: same as receive
    /// Text with the escapes of the send box, HEX with `?` for any digit, or a regular expression, in which `^` and `$`
    /// are the borders of lines and of bursts.
    QString pattern;
    QString peer;                ///< `1.2.3.4` or `1.2.3.4:5678`, the only one answered; empty: any
    bool unlessAnswered = false; ///< looks at bursts, and only at those that no rule above it has answered
    Message reply;               ///< `${0}` is the bytes matched, `${1}` … those of a group or of a run of `??`
    int delayMs = 0;
    int perSecond = 10; ///< replies at most; matches beyond are not answered

    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static ReplyRule fromJson(const QJsonObject& object);

    friend bool operator==(const ReplyRule&, const ReplyRule&) = default;
};

/// All that is set of automatic replies.
struct ReplySettings {
    static constexpr qsizetype kMostRules = 200;
    static constexpr int kMostPerSecond = 100'000;

    bool enabled = false; ///< the master switch, of rules and echo
    bool echo = false;    ///< each read goes back as it came
    int perSecond = 1000; ///< replies and echoes in all
    QList<ReplyRule> rules;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ReplySettings fromJson(const QJsonObject& object);

    friend bool operator==(const ReplySettings&, const ReplySettings&) = default;
};

} // namespace netassist
