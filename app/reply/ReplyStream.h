// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/RuleMatcher.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>

#include <vector>

namespace netassist {

/// The rules that are to be looked for, by number; the others have no matcher.
struct RuleSet {
    struct Rule {
        std::size_t number = 0; ///< in the order in which rules answer
        RuleMatcher matcher;
        bool unlessAnswered = false;
    };
    /// In the order in which they are looked for: those of whole bursts after those that see every byte, and then those
    /// that wait whether another answers.
    std::vector<Rule> rules;

    /// @param added numbers grow from one to the next
    void add(Rule added);
};

/// What one peer has sent and may still match: a window of at most 64 KiB, and how far each rule has got in it. Matches of
/// `contains` and of expressions that do not look back are the same however the bytes are cut into pieces, as long as a
/// match and what precedes it undecided take at most 32 KiB and nothing is skipped.
class ReplyStream {
public:
    static constexpr qsizetype kMostBytes = qsizetype{64} << 10;
    static constexpr qsizetype kMostUndecided = kMostBytes / 2;

    /// A rule has matched.
    struct Firing {
        std::size_t rule = 0; ///< its place in the rule set
        qint64 end = 0;       ///< of the match, in bytes of the stream
        QByteArray matched;
        QList<QByteArray> groups;
    };
    /// What a look has brought.
    struct Findings {
        QList<Firing> firings;              ///< in the order in which the matches end, then in that of the rules
        std::vector<std::size_t> tooCostly; ///< places in the rule set; these rules are looked for no more
        bool done = false;                  ///< false: time was up, look again
    };

    /// @param watched for each of the set's rules whether it is to answer this peer
    ReplyStream(const RuleSet& rules, const std::vector<bool>& watched);

    /// Takes in as many bytes as there is room for; after a look there is room for half of kMostBytes at least.
    /// @return how many
    [[nodiscard]] qsizetype append(QByteArrayView bytes);
    /// Bytes that were received and not taken in: rules go on behind them.
    void skip(qint64 bytes);
    /// Goes through the rules.
    /// @param paused the peer has paused: the burst is over
    [[nodiscard]] Findings look(bool paused, QDeadlineTimer deadline);
    /// Forgets what might still have become a match.
    void forget();

    [[nodiscard]] qsizetype windowBytes() const { return m_window.size(); }
    /// Whether a look has not got through all rules yet.
    [[nodiscard]] bool isUnderWay() const { return m_next > 0; }
    /// A rule of the set is to be looked for no more.
    void drop(std::size_t rule) { m_cursors[rule].watched = false; }

private:
    struct Cursor {
        qint64 from = 0;    ///< the next match begins here or later; bytes of the stream, like all places here
        qint64 context = 0; ///< bytes from here on are still shown to the rule, <= from
        bool watched = true;
        bool done = false; ///< has decided on this burst
    };

    [[nodiscard]] qint64 end() const { return m_begin + m_window.size(); }
    [[nodiscard]] QByteArrayView viewFrom(qint64 place) const;
    void lookFor(std::size_t rule, bool ended, Findings& findings);
    void finishLook(Findings& findings);
    void cutUndecided(Findings& findings);
    void endBurst();
    void trim();

    const RuleSet* m_rules;
    std::vector<Cursor> m_cursors; ///< one a rule
    QByteArray m_window;
    qint64 m_begin = 0;      ///< of the window
    std::size_t m_next = 0;  ///< the rule at which the next look goes on
    bool m_grown = false;    ///< while rules were gone through: go through them again
    bool m_paused = false;   ///< the look under way is one at a pause
    bool m_answered = false; ///< a rule has matched in this burst
};

} // namespace netassist
