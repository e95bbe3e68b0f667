// SPDX-License-Identifier: MIT
#include "app/reply/ReplyStream.h"

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr qsizetype kRoomKept = 1024; // bytes

enum class Stage : quint8 { EveryByte, WholeBurst, UnlessAnswered };

Stage stageOf(const RuleSet::Rule& rule)
{
    if (rule.unlessAnswered)
        return Stage::UnlessAnswered;
    return rule.matcher.kind() == MatchKind::Equals ? Stage::WholeBurst : Stage::EveryByte;
}

} // namespace

void RuleSet::add(Rule added)
{
    const auto behind = std::upper_bound(rules.begin(), rules.end(), added,
                                         [](const Rule& a, const Rule& b) { return stageOf(a) < stageOf(b); });
    rules.insert(behind, std::move(added));
}

ReplyStream::ReplyStream(const RuleSet& rules, const std::vector<bool>& watched)
    : m_rules(&rules), m_cursors(rules.rules.size())
{
    for (std::size_t i = 0; i < m_cursors.size(); ++i)
        m_cursors[i].watched = watched[i];
}

qsizetype ReplyStream::append(QByteArrayView bytes)
{
    const qsizetype taken = qMin(bytes.size(), kMostBytes - m_window.size());
    if (taken > 0) {
        m_window.append(bytes.data(), taken);
        m_grown = isUnderWay();
    }
    return taken;
}

void ReplyStream::skip(qint64 bytes)
{
    forget();
    m_begin += bytes;
    forget();
}

void ReplyStream::forget()
{
    m_begin = end();
    m_window.clear();
    m_next = 0;
    m_grown = m_paused = false;
    for (Cursor& cursor : m_cursors)
        cursor.from = cursor.context = m_begin;
    endBurst();
}

ReplyStream::Findings ReplyStream::look(bool paused, QDeadlineTimer deadline)
{
    Findings findings;
    if (m_next == 0) {
        m_paused = paused;
        m_grown = false;
    }
    for (; m_next < m_cursors.size(); ++m_next) {
        if (deadline.hasExpired() && m_next > 0)
            break;
        const Stage stage = stageOf(m_rules->rules[m_next]);
        if (stage == Stage::UnlessAnswered && (m_answered || !m_paused))
            continue;
        lookFor(m_next, m_paused || (stage == Stage::WholeBurst && m_answered), findings);
    }
    if (m_next == m_cursors.size())
        finishLook(findings);
    findings.done = !isUnderWay() && !m_grown;
    std::stable_sort(findings.firings.begin(), findings.firings.end(), [this](const Firing& a, const Firing& b) {
        const auto key = [this](const Firing& firing) {
            return std::pair(firing.end, m_rules->rules[firing.rule].number);
        };
        return key(a) < key(b);
    });
    return findings;
}

void ReplyStream::finishLook(Findings& findings)
{
    if (m_window.size() == kMostBytes)
        cutUndecided(findings);
    if (std::exchange(m_paused, false) || m_answered)
        endBurst();
    trim();
    m_next = 0;
}

QByteArrayView ReplyStream::viewFrom(qint64 place) const
{
    return QByteArrayView(m_window).sliced(static_cast<qsizetype>(place - m_begin));
}

void ReplyStream::lookFor(std::size_t rule, bool ended, Findings& findings)
{
    Cursor& cursor = m_cursors[rule];
    if (!cursor.watched || cursor.done)
        return;
    const RuleMatcher& matcher = m_rules->rules[rule].matcher;
    const QByteArrayView data = viewFrom(cursor.context);
    if (data.isEmpty())
        return;
    const RuleMatcher::Findings found = matcher.look(data, static_cast<qsizetype>(cursor.from - cursor.context), ended);
    const auto bytesOf = [&data](const ByteRange& range) {
        return data.sliced(range.begin, range.length).toByteArray();
    };
    for (const RuleMatcher::Match& match : found.matches) {
        Firing firing{rule, cursor.context + match.whole.begin + match.whole.length, bytesOf(match.whole), {}};
        for (const ByteRange& group : match.groups)
            firing.groups.append(bytesOf(group));
        findings.firings.append(firing);
    }
    m_answered = m_answered || !found.matches.isEmpty();
    if (found.tooCostly) {
        cursor.watched = false;
        findings.tooCostly.push_back(rule);
    }
    cursor.done = matcher.isAnchored() && found.resume > 0;
    cursor.from = cursor.context + found.resume;
    cursor.context += found.context;
}

/// The window is full: what has been undecided for half of it, is decided now.
void ReplyStream::cutUndecided(Findings& findings)
{
    const qint64 cut = end() - kMostUndecided;
    for (std::size_t i = 0; i < m_cursors.size(); ++i) {
        Cursor& cursor = m_cursors[i];
        if (!cursor.watched || cursor.context >= cut)
            continue;
        const RuleSet::Rule& rule = m_rules->rules[i];
        if (cursor.from < cut && !rule.unlessAnswered)
            lookFor(i, true, findings);
        if (cursor.context >= cut)
            continue;
        const qsizetype border =
            rule.matcher.borderFrom(viewFrom(cursor.context), static_cast<qsizetype>(cut - cursor.context));
        cursor.context += border;
        cursor.from = qMax(cursor.from, cursor.context);
        cursor.done = cursor.done || rule.matcher.isAnchored(); // its beginning is gone
    }
}

void ReplyStream::endBurst()
{
    const qint64 burst = end();
    m_answered = false;
    for (std::size_t i = 0; i < m_cursors.size(); ++i) {
        Cursor& cursor = m_cursors[i];
        const RuleSet::Rule& rule = m_rules->rules[i];
        cursor.done = false;
        // A match of `contains` or of an expression may go on behind a pause; all else is about bursts.
        if (rule.unlessAnswered || rule.matcher.isAnchored() || cursor.from == burst)
            cursor.from = cursor.context = burst;
    }
}

void ReplyStream::trim()
{
    qint64 needed = end();
    for (const Cursor& cursor : m_cursors) {
        if (cursor.watched)
            needed = qMin(needed, cursor.context);
    }
    m_window.remove(0, static_cast<qsizetype>(needed - m_begin));
    m_begin = needed;
    // A quiet peer's window takes little room: there may be thousands.
    if (m_window.capacity() > kRoomKept && m_window.size() < kRoomKept)
        m_window = QByteArray(m_window.constData(), m_window.size());
}

} // namespace netassist
