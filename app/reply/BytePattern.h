// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/payload/Payload.h"

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QByteArrayView>
#include <QList>
#include <QStringView>

namespace netassist {

/// Some bytes among others: `length` of them from `begin` on.
struct ByteRange {
    qsizetype begin = 0;
    qsizetype length = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Bytes to look for, of which some may be any.
class BytePattern {
public:
    /// Longer ones are refused by parseHex(): looking for a pattern must stay cheap whatever is received.
    static constexpr qsizetype kMostBytes = 1024;

    BytePattern() = default;
    /// Each byte stands for itself.
    explicit BytePattern(const QByteArray& bytes);
    /// HEX as in the send box; `?` in place of a digit stands for any, so `??` for any byte and `4?` for 40 … 4F.
    [[nodiscard]] static Result<BytePattern, PayloadError> parseHex(QStringView text);

    [[nodiscard]] static PayloadError tooLong(QStringView text, qsizetype bytes);

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// Whether data begins with the pattern.
    [[nodiscard]] bool matchesFrontOf(QByteArrayView data) const;
    /// Whether data that begins like this may become one that begins with the pattern.
    [[nodiscard]] bool mayBeginWith(QByteArrayView beginning) const;
    /// The first place at or behind `from` where the whole pattern is; < 0: none.
    [[nodiscard]] qsizetype indexIn(QByteArrayView data, qsizetype from) const;
    /// The runs of `??`, in order: what can be taken over into a reply.
    [[nodiscard]] const QList<ByteRange>& wildcards() const { return m_wildcards; }

private:
    BytePattern(QByteArray bytes, QByteArray mask);

    QByteArray m_bytes;
    QByteArray m_mask; ///< of each byte the bits that count
    QList<ByteRange> m_wildcards;
    ByteRange m_anchor; ///< the longest run of bytes that stand for themselves
    QByteArrayMatcher m_anchorSearch;
};

} // namespace netassist
