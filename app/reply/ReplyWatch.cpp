// SPDX-License-Identifier: MIT
#include "app/reply/ReplyWatch.h"

#include <QPointer>

#include <utility>

namespace netassist {

namespace {

constexpr double kShare = 0.5; // of the time
constexpr double kMostCreditUs = 6000;
constexpr int kLookMs = 4; // at most at once
constexpr int kTurnMs = 4; // between looks at what is waiting

} // namespace

ReplyWatch::ReplyWatch(QObject* parent) : QObject(parent), m_creditUs(kMostCreditUs)
{
    m_clock.start();
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    m_turn.setSingleShot(true);
    m_turn.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &ReplyWatch::onPause);
    connect(&m_turn, &QTimer::timeout, this, &ReplyWatch::goOn);
}

void ReplyWatch::setRules(RuleSet rules)
{
    forgetAll();
    m_rules = std::move(rules);
}

void ReplyWatch::take(ConnectionId connection, QByteArrayView bytes, bool whole)
{
    if (m_rules.rules.empty())
        return;
    const QPointer<ReplyWatch> self(this);
    while (!bytes.isEmpty()) {
        Peer& peer = peerOf(connection);
        touch(connection, peer);
        // What was skipped stands between what is in the window and what comes now.
        const qint64 before = peer.stream.windowBytes();
        const qsizetype taken = peer.skipped > 0 ? 0 : peer.stream.append(bytes);
        account(peer, before);
        bytes = bytes.sliced(taken);
        makeRoom(connection);
        peer.paused = peer.paused || (whole && bytes.isEmpty());
        if (peer.queued || !hasTime()) {
            enqueue(connection, peer);
            skip(connection, peer, bytes.size());
            return;
        }
        look(connection);
        // Replies may have ended it.
        if (!self || (!bytes.isEmpty() && m_peers.find(connection) == m_peers.end()))
            return;
    }
}

void ReplyWatch::forget(ConnectionId connection)
{
    const auto found = m_peers.find(connection);
    if (found == m_peers.end())
        return;
    Peer& peer = found->second;
    m_bytes -= peer.stream.windowBytes();
    m_recent.erase(peer.recentPlace);
    if (peer.open)
        m_open.erase(peer.openPlace);
    m_peers.erase(found); // in the queue its number is passed over
}

void ReplyWatch::forgetAll()
{
    m_peers.clear();
    m_recent.clear();
    m_open.clear();
    m_queue.clear();
    m_bytes = 0;
}

ReplyWatch::Peer& ReplyWatch::peerOf(ConnectionId connection)
{
    const auto found = m_peers.find(connection);
    if (found != m_peers.end())
        return found->second;
    const std::vector<bool> watched = m_filter ? m_filter(connection) : std::vector<bool>(m_rules.rules.size(), true);
    Peer& peer = m_peers.try_emplace(connection, Peer{ReplyStream(m_rules, watched), 0, 0, false, false, false, {}, {}})
                     .first->second;
    peer.recentPlace = m_recent.insert(m_recent.end(), connection);
    return peer;
}

void ReplyWatch::touch(ConnectionId connection, Peer& peer)
{
    peer.lastMs = m_clock.elapsed();
    m_recent.splice(m_recent.end(), m_recent, peer.recentPlace);
    if (peer.open) {
        m_open.splice(m_open.end(), m_open, peer.openPlace);
    } else {
        peer.openPlace = m_open.insert(m_open.end(), connection);
        peer.open = true;
    }
    if (!m_pause.isActive())
        m_pause.start(kPauseMs);
}

void ReplyWatch::enqueue(ConnectionId connection, Peer& peer)
{
    if (!std::exchange(peer.queued, true))
        m_queue.push_back(connection);
    if (!m_turn.isActive())
        m_turn.start(kTurnMs);
}

void ReplyWatch::look(ConnectionId connection)
{
    Peer& peer = m_peers.find(connection)->second;
    const qint64 beganNs = m_clock.nsecsElapsed();
    const qint64 before = peer.stream.windowBytes();
    // A pause met on the way through the rules has its turn after that.
    const bool paused = !peer.stream.isUnderWay() && std::exchange(peer.paused, false);
    const ReplyStream::Findings findings = peer.stream.look(paused, QDeadlineTimer(kLookMs, Qt::PreciseTimer));
    if (findings.done && peer.skipped > 0)
        peer.stream.skip(std::exchange(peer.skipped, 0));
    account(peer, before);
    if (!findings.done || peer.paused)
        enqueue(connection, peer);
    m_creditUs -= static_cast<double>(m_clock.nsecsElapsed() - beganNs) / 1000.0;

    const QPointer<ReplyWatch> self(this);
    for (const std::size_t rule : findings.tooCostly) {
        for (auto& [id, other] : m_peers)
            other.stream.drop(rule);
        Q_EMIT tooCostly(rule);
        if (!self)
            return;
    }
    for (const ReplyStream::Firing& firing : findings.firings) {
        Q_EMIT matched(connection, firing);
        if (!self || m_peers.find(connection) == m_peers.end())
            return;
    }
}

void ReplyWatch::skip(ConnectionId connection, Peer& peer, qint64 bytes)
{
    if (bytes == 0)
        return;
    peer.skipped += bytes;
    if (m_skipping.begins(m_clock.elapsed()))
        Q_EMIT skipping(connection);
}

void ReplyWatch::account(const Peer& peer, qint64 before)
{
    m_bytes += peer.stream.windowBytes() - before;
}

/// The peer that was quiet for longest is begun anew.
void ReplyWatch::makeRoom(ConnectionId newest)
{
    while (m_bytes > kMostBytes && m_recent.front() != newest)
        forget(m_recent.front());
}

void ReplyWatch::onPause()
{
    const qint64 now = m_clock.elapsed();
    const QPointer<ReplyWatch> self(this);
    while (!m_open.empty()) {
        const ConnectionId connection = m_open.front();
        Peer& peer = m_peers.find(connection)->second;
        if (const qint64 wait = peer.lastMs + kPauseMs - now; wait > 0) {
            m_pause.start(static_cast<int>(wait));
            return;
        }
        m_open.pop_front();
        peer.open = false;
        peer.paused = true;
        if (peer.queued || !hasTime()) {
            enqueue(connection, peer);
            continue;
        }
        look(connection);
        if (!self)
            return;
    }
}

void ReplyWatch::goOn()
{
    const QPointer<ReplyWatch> self(this);
    while (!m_queue.empty() && hasTime()) {
        const ConnectionId connection = m_queue.front();
        m_queue.pop_front();
        const auto found = m_peers.find(connection);
        if (found == m_peers.end() || !std::exchange(found->second.queued, false))
            continue;
        look(connection);
        if (!self)
            return;
    }
    if (!m_queue.empty())
        m_turn.start(kTurnMs);
}

bool ReplyWatch::hasTime()
{
    const qint64 now = m_clock.nsecsElapsed();
    m_creditUs += static_cast<double>(now - std::exchange(m_creditAt, now)) / 1000.0 * kShare;
    m_creditUs = qMin(m_creditUs, kMostCreditUs);
    return m_creditUs > 0;
}

} // namespace netassist
