// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyStream.h"
#include "app/text/Encoding.h"

#include <QList>
#include <QString>

namespace netassist::test {

/// A rule as briefly as tests want it.
inline ReplyRule ruleOf(MatchKind kind, const QString& pattern, PayloadMode mode = PayloadMode::Text)
{
    ReplyRule rule;
    rule.kind = kind;
    rule.pattern = pattern;
    rule.mode = mode;
    rule.reply.text = QStringLiteral("ok");
    return rule;
}

/// Rules looked for in one peer's bytes, without a session. What has matched is kept as `number:text`.
class ReplyRun {
public:
    explicit ReplyRun(const QList<ReplyRule>& rules, const Encoding& encoding = Encoding::utf8())
        : m_rules(setOf(rules, encoding)), m_stream(m_rules, std::vector<bool>(m_rules.rules.size(), true))
    {}

    /// As the watch does it: as much as there is room for, then a look.
    void receive(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const qsizetype taken = m_stream.append(bytes);
            m_stalled = m_stalled || taken == 0;
            bytes = bytes.sliced(m_stalled ? bytes.size() : taken);
            look(false);
        }
    }
    void pause() { look(true); }
    [[nodiscard]] QList<QByteArray> fired() const { return m_fired; }
    /// Of one rule.
    [[nodiscard]] QList<QByteArray> fired(std::size_t rule) const
    {
        QList<QByteArray> of;
        const QByteArray prefix = QByteArray::number(static_cast<qint64>(rule)) + ':';
        for (const QByteArray& firing : m_fired) {
            if (firing.startsWith(prefix))
                of.append(firing);
        }
        return of;
    }
    [[nodiscard]] const QList<QByteArray>& groups() const { return m_groups; }
    [[nodiscard]] bool tooCostly() const { return m_tooCostly; }
    /// The stream had no room although all was looked at.
    [[nodiscard]] bool stalled() const { return m_stalled; }
    [[nodiscard]] ReplyStream& stream() { return m_stream; }

private:
    static RuleSet setOf(const QList<ReplyRule>& rules, const Encoding& encoding)
    {
        RuleSet set;
        std::size_t number = 0;
        for (const ReplyRule& rule : rules) {
            if (auto matcher = RuleMatcher::of(rule, encoding))
                set.add({number, std::move(matcher).value(), rule.unlessAnswered});
            ++number;
        }
        return set;
    }
    void look(bool paused)
    {
        const ReplyStream::Findings findings = m_stream.look(paused, QDeadlineTimer(QDeadlineTimer::Forever));
        m_tooCostly = m_tooCostly || !findings.tooCostly.empty();
        for (const ReplyStream::Firing& firing : findings.firings) {
            m_fired.append(QByteArray::number(static_cast<qint64>(m_rules.rules[firing.rule].number)) + ':' +
                           firing.matched);
            m_groups = firing.groups;
        }
    }

    RuleSet m_rules;
    ReplyStream m_stream;
    QList<QByteArray> m_fired;
    QList<QByteArray> m_groups; ///< of the last one
    bool m_tooCostly = false;
    bool m_stalled = false;
};

} // namespace netassist::test
