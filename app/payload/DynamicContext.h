// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace netassist {

/// What `${…}` in a text stands on besides the text: how far its counters have come, who the peer is, the clock and
/// chance. Whoever sends owns one and passes it in the PayloadOptions: the send box, the quick commands and the replies
/// each count for themselves. Making a payload, for a preview say, leaves the counters where they are; after a send
/// advance() takes those on that were in the payload made last.
class DynamicContext final {
public:
    DynamicContext();

    /// Who gets the payloads made from now on, as in the log: `127.0.0.1:56984`, `[::1]:8080`.
    void setPeer(const QString& label) { m_peer = label; }
    /// What the payloads made from now on answer: the bytes that matched are `${0}`, those of groups `${1}` and so on.
    void setAnswered(const QList<QByteArray>& groups) { m_answered = groups; }
    /// The counters that the payload made last has in it go on by one step.
    void advance();
    /// Whether the payload made last has something of the peer in it: others get other bytes.
    [[nodiscard]] bool isPeerUsed() const { return m_peerUsed; }
    /// All counters begin anew.
    void restartCounters() { m_counts.clear(); }

    /// For tests: another clock, and numbers that can be foretold.
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }
    void seed(quint32 seed) { m_random.seed(seed); }

    // What follows is for the making of payloads.

    /// A new payload: one moment for all of it.
    void begin();
    [[nodiscard]] const QDateTime& moment() const { return m_moment; }
    [[nodiscard]] QRandomGenerator& random() { return m_random; }
    /// How many sends this counter has been in.
    [[nodiscard]] quint64 useCounter(const QString& name);
    [[nodiscard]] const QString& usePeer();
    /// Nothing where it answers nothing; empty for a group that took no part.
    [[nodiscard]] std::optional<QByteArray> answered(qsizetype group) const;

private:
    QHash<QString, quint64> m_counts;             ///< by counter
    QSet<QString> m_used;                         ///< counters of the payload made last
    QString m_peer = QStringLiteral("0.0.0.0:0"); ///< stands in while nobody is known
    bool m_peerUsed = false;
    std::optional<QList<QByteArray>> m_answered;
    QDateTime m_moment;
    std::function<QDateTime()> m_clock;
    QRandomGenerator m_random;
};

} // namespace netassist
