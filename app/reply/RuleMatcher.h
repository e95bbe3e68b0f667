// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/payload/Payload.h"
#include "app/reply/BytePattern.h"
#include "app/reply/ReplyRule.h"

#include <QByteArrayView>
#include <QList>
#include <QRegularExpression>

namespace netassist {

class Encoding;

/// A rule's pattern, ready to be looked for. Holds nothing of what is received: see ReplyStream.
class RuleMatcher {
public:
    /// Steps that one search with a regular expression may take before it counts as too costly; some 10 ms.
    static constexpr int kMostSteps = 500'000;

    struct Match {
        ByteRange whole;
        QList<ByteRange> groups; ///< those of the expression or the runs of `??`; length 0 where one took no part
    };
    struct Findings {
        QList<Match> matches;  ///< in order, apart from each other
        qsizetype resume = 0;  ///< what may still become a match begins here or later
        qsizetype context = 0; ///< bytes in front of this need not be shown again, <= resume
        bool tooCostly = false;
    };

    /// @param receiveEncoding stands in where the rule names none, or one that this Qt lacks
    /// @return the error's position is in the rule's pattern
    [[nodiscard]] static Result<RuleMatcher, PayloadError> of(const ReplyRule& rule, const Encoding& receiveEncoding);

    [[nodiscard]] MatchKind kind() const { return m_kind; }
    /// Whether it looks at the beginning of bursts only.
    [[nodiscard]] bool isAnchored() const { return m_kind == MatchKind::BeginsWith || m_kind == MatchKind::Equals; }

    /// What matches in data from `from` on; for an anchored rule data is a burst and `from` is 0. Both are borders of
    /// characters, and so are the places returned.
    /// @param ended nothing more belongs to it: what might still grow is taken as it is
    [[nodiscard]] Findings look(QByteArrayView data, qsizetype from, bool ended) const;
    /// The first border of a character at or behind `wanted`; data begins at one. Where the last character is cut, its
    /// beginning at most.
    [[nodiscard]] qsizetype borderFrom(QByteArrayView data, qsizetype wanted) const;

private:
    RuleMatcher() = default;

    [[nodiscard]] static Result<QRegularExpression, PayloadError> expressionOf(const QString& pattern);
    [[nodiscard]] Match matchAt(qsizetype at) const;
    [[nodiscard]] Findings lookAtBurst(QByteArrayView burst, bool ended) const;
    [[nodiscard]] Findings lookForBytes(QByteArrayView data, qsizetype from) const;
    [[nodiscard]] Findings lookForExpression(QByteArrayView data, qsizetype from, bool ended) const;
    /// A border at or before `place` and not before `base`, which is one; near to it if that is cheap.
    [[nodiscard]] qsizetype borderBefore(QByteArrayView data, qsizetype base, qsizetype place) const;

    MatchKind m_kind = MatchKind::Contains;
    const Encoding* m_encoding = nullptr; ///< null: bytes, every place is a border
    BytePattern m_pattern;
    QRegularExpression m_expression;
};

} // namespace netassist
