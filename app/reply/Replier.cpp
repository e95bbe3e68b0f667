// SPDX-License-Identifier: MIT
#include "app/reply/Replier.h"

#include "app/reply/ReplyWatch.h"
#include "app/session/Session.h"
#include "app/text/Encoding.h"

#include <QPointer>
#include <QRegularExpression>

#include <utility>

namespace netassist {

namespace {

/// Whether a rule set to one peer means this one.
bool isMeant(const QString& wanted, const QString& peer)
{
    const QString trimmed = wanted.trimmed();
    if (trimmed.isEmpty() || trimmed == peer)
        return true;
    const auto parsed = Endpoint::parse(peer);
    return parsed && parsed.value().host.compare(trimmed, Qt::CaseInsensitive) == 0;
}

/// Whether what is known of one rule holds for the other.
bool worksLike(ReplyRule a, const ReplyRule& b)
{
    a.name = b.name;
    a.enabled = b.enabled;
    return a == b;
}

} // namespace

Replier::Replier(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_watch(new ReplyWatch(this)), m_receiveEncoding(&Encoding::utf8())
{
    m_clock.start();
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &Replier::sendDelayed);
    m_watch->setFilter([this](ConnectionId connection) { return watchedOf(connection); });
    connect(m_watch, &ReplyWatch::matched, this, &Replier::onMatched);
    connect(m_watch, &ReplyWatch::tooCostly, this, &Replier::onTooCostly);
    connect(m_watch, &ReplyWatch::skipping, this, [this](ConnectionId connection) {
        m_session.tell({NoteKind::RepliesSkipped, {m_session.peerLabel(connection)}});
    });
    connect(&m_session, &Session::peerLeft, m_watch, &ReplyWatch::forget);
    connect(&m_session, &Session::stateChanged, this, [this](TransportState state) {
        if (state == TransportState::Closed) // connections are numbered anew after that
            forgetDelayed();
    });
}

Replier::~Replier() = default;

void Replier::setSettings(const ReplySettings& settings)
{
    std::vector<Rule> rules;
    std::vector<bool> taken(m_rules.size(), false);
    for (const ReplyRule& rule : settings.rules) {
        std::size_t before = 0;
        while (before < taken.size() &&
               (taken[before] || !worksLike(m_settings.rules[static_cast<qsizetype>(before)], rule)))
            ++before;
        if (before < taken.size()) {
            taken[before] = true;
            rules.push_back(std::move(m_rules[before]));
        } else {
            rules.emplace_back();
        }
    }
    m_rules = std::move(rules);
    m_settings = settings;
    // Not to be connected spares a copy of all that is received.
    disconnect(&m_session, &Session::received, this, nullptr);
    if (m_settings.enabled)
        connect(&m_session, &Session::received, this, &Replier::onReceived);
    compile();
}

void Replier::setReceiveEncoding(const Encoding& encoding)
{
    if (m_receiveEncoding == &encoding)
        return;
    m_receiveEncoding = &encoding;
    compile();
}

void Replier::resetCounts()
{
    m_echoed = 0;
    for (Rule& rule : m_rules)
        rule.status.fired = rule.status.held = 0;
    Q_EMIT statusChanged();
}

void Replier::compile()
{
    forgetDelayed();
    m_limit = RateLimit(m_settings.perSecond);
    RuleSet set;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const ReplyRule& rule = m_settings.rules[static_cast<qsizetype>(i)];
        Rule& entry = m_rules[i];
        entry.limit = RateLimit(rule.perSecond);
        entry.toldReply = false;
        entry.status.trouble = Status::Trouble::None;
        auto matcher = RuleMatcher::of(rule, *m_receiveEncoding);
        if (!matcher) {
            entry.status.trouble = Status::Trouble::Pattern;
            entry.status.error = matcher.error();
            continue;
        }
        // What is wrong whatever is received, is told before something is.
        static const QRegularExpression group(QStringLiteral("\\$\\{\\d"));
        if (!rule.reply.text.contains(group)) {
            entry.context.setAnswered({});
            if (const auto sample = build(i); !sample) {
                entry.status.trouble = Status::Trouble::Reply;
                entry.status.error = sample.error();
            }
        }
        if (m_settings.enabled && rule.enabled)
            set.add({i, std::move(matcher).value(), rule.unlessAnswered});
    }
    m_numbers.clear();
    for (const RuleSet::Rule& rule : set.rules)
        m_numbers.push_back(rule.number);
    m_watch->setRules(std::move(set));
    Q_EMIT statusChanged();
}

std::vector<bool> Replier::watchedOf(ConnectionId connection) const
{
    const QString label = m_session.peerLabel(connection);
    std::vector<bool> watched;
    for (const std::size_t rule : m_numbers)
        watched.push_back(isMeant(m_settings.rules[static_cast<qsizetype>(rule)].peer, label));
    return watched;
}

void Replier::onReceived(ConnectionId connection, QByteArrayView bytes)
{
    const QPointer<Replier> self(this);
    if (m_settings.echo && !bytes.isEmpty() && mayReply()) {
        ++m_echoed;
        send(bytes.toByteArray(), connection);
        if (self)
            Q_EMIT statusChanged();
    }
    if (self)
        m_watch->take(connection, bytes, m_session.endpoint().protocol == Protocol::Udp);
}

void Replier::onMatched(ConnectionId connection, const ReplyStream::Firing& firing)
{
    const std::size_t number = m_numbers[firing.rule];
    Rule& rule = m_rules[number];
    const ReplyRule& set = m_settings.rules[static_cast<qsizetype>(number)];
    const QPointer<Replier> self(this);
    const RateLimit::Answer answer = rule.limit.take(m_clock.elapsed());
    if (answer == RateLimit::Answer::NowNot)
        m_session.tell({NoteKind::RuleLimited, {nameOf(number), QString::number(set.perSecond)}});
    if (!self)
        return;
    if (answer != RateLimit::Answer::Yes || !mayReply()) {
        if (self) {
            ++m_rules[number].status.held;
            Q_EMIT statusChanged();
        }
        return;
    }
    Delayed what{connection, number, {firing.matched}, firing.matched.size()};
    for (const QByteArray& group : firing.groups) {
        what.groups.append(group);
        what.bytes += group.size();
    }
    if (set.delayMs > 0)
        delay(set.delayMs, std::move(what));
    else
        reply(what);
}

void Replier::onTooCostly(std::size_t rule)
{
    const std::size_t number = m_numbers[rule];
    m_rules[number].status.trouble = Status::Trouble::TooCostly;
    const QPointer<Replier> self(this);
    m_session.tell({NoteKind::RuleTooCostly, {nameOf(number)}});
    if (self)
        Q_EMIT statusChanged();
}

bool Replier::mayReply()
{
    const RateLimit::Answer answer = m_limit.take(m_clock.elapsed());
    if (answer == RateLimit::Answer::NowNot)
        m_session.tell({NoteKind::RepliesLimited, {QString::number(m_settings.perSecond)}});
    return answer == RateLimit::Answer::Yes;
}

void Replier::delay(qint64 ms, Delayed delayed)
{
    if (m_delayed.size() >= kMostDelayed || m_delayedBytes + delayed.bytes > kMostDelayedBytes) {
        ++m_rules[delayed.rule].status.held;
        if (m_full.begins(m_clock.elapsed()))
            m_session.tell({NoteKind::RepliesWaiting, {QString::number(m_delayed.size())}});
        return;
    }
    m_delayedBytes += delayed.bytes;
    m_delayed.emplace(m_clock.elapsed() + ms, std::move(delayed));
    const qint64 wait = m_delayed.begin()->first - m_clock.elapsed();
    m_due.start(static_cast<int>(qMax<qint64>(0, wait)));
}

void Replier::sendDelayed()
{
    const QPointer<Replier> self(this);
    while (self && !m_delayed.empty()) {
        const qint64 wait = m_delayed.begin()->first - m_clock.elapsed();
        if (wait > 0) {
            m_due.start(static_cast<int>(wait));
            return;
        }
        const Delayed what = std::move(m_delayed.begin()->second);
        m_delayed.erase(m_delayed.begin());
        m_delayedBytes -= what.bytes;
        if (!m_session.peerLabel(what.connection).isEmpty())
            reply(what);
    }
}

Result<QByteArray, PayloadError> Replier::build(std::size_t rule)
{
    const Message& message = m_settings.rules[static_cast<qsizetype>(rule)].reply;
    PayloadOptions options = message.options(*m_receiveEncoding);
    options.dynamics = &m_rules[rule].context;
    return buildPayload(message.text, options);
}

void Replier::reply(const Delayed& what)
{
    Rule& rule = m_rules[what.rule];
    const QPointer<Replier> self(this);
    rule.context.setPeer(m_session.peerLabel(what.connection));
    rule.context.setAnswered(what.groups);
    const auto payload = build(what.rule);
    if (payload) {
        rule.context.advance();
        ++rule.status.fired;
        send(payload.value(), what.connection);
    } else {
        rule.status.trouble = Status::Trouble::Reply;
        rule.status.error = payload.error();
        if (!std::exchange(rule.toldReply, true))
            m_session.tell({NoteKind::ReplyWrong, {nameOf(what.rule)}});
    }
    if (self)
        Q_EMIT statusChanged();
}

void Replier::send(const QByteArray& payload, ConnectionId connection)
{
    // A peer that asks and does not read is told of once, not at every question.
    const qint64 waiting = m_session.waitingBytes(connection);
    const qint64 limit = m_session.limits().waitingBytes;
    if (waiting + payload.size() <= limit)
        m_session.reply(payload, connection);
    else if (m_full.begins(m_clock.elapsed()))
        m_session.tell({NoteKind::SendQueueFull,
                        {m_session.peerLabel(connection), QString::number(waiting), QString::number(limit)}});
}

void Replier::forgetDelayed()
{
    m_delayed.clear();
    m_delayedBytes = 0;
    m_due.stop();
}

QString Replier::nameOf(std::size_t rule) const
{
    const QString name = m_settings.rules[static_cast<qsizetype>(rule)].name;
    return name.isEmpty() ? QString::number(rule + 1) : name;
}

} // namespace netassist
