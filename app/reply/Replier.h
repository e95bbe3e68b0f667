// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Transport.h"
#include "app/payload/DynamicContext.h"
#include "app/reply/RateLimit.h"
#include "app/reply/ReplyRule.h"
#include "app/reply/ReplyStream.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <vector>

namespace netassist {

class Encoding;
class ReplyWatch;
class Session;

/// Answers what a session receives by rules, and by echo, through the session. It works whether or not anybody looks at
/// the log, within limits of time, memory and replies a second, and tells in the log when one of them holds it back.
class Replier final : public QObject {
    Q_OBJECT

public:
    /// Replies that wait for their delay to pass.
    static constexpr std::size_t kMostDelayed = 10'000;
    static constexpr qint64 kMostDelayedBytes = qint64{16} << 20;

    /// How a rule fares.
    struct Status {
        enum class Trouble : quint8 {
            None,
            Pattern,   ///< `error` is in its pattern; it is not looked for
            Reply,     ///< `error` is in its reply; nothing was sent
            TooCostly, ///< its expression takes too long; it is not looked for any more
        };
        qint64 fired = 0; ///< replies sent
        qint64 held = 0;  ///< matches not answered because of a limit
        Trouble trouble = Trouble::None;
        PayloadError error;
    };

    /// @param session outlives this
    explicit Replier(Session& session, QObject* parent = nullptr);
    ~Replier() override;

    /// A rule that stays as it was (in another place, too) keeps its numbers; what was still undecided or waiting is
    /// forgotten.
    void setSettings(const ReplySettings& settings);
    [[nodiscard]] const ReplySettings& settings() const { return m_settings; }
    /// What rules and replies mean where they name no encoding of their own.
    void setReceiveEncoding(const Encoding& encoding);
    [[nodiscard]] const Encoding& receiveEncoding() const { return *m_receiveEncoding; }

    /// @param rule its place in the settings
    [[nodiscard]] const Status& status(qsizetype rule) const { return m_rules[static_cast<std::size_t>(rule)].status; }
    [[nodiscard]] qint64 echoed() const { return m_echoed; }
    /// All numbers begin at 0 again.
    void resetCounts();

Q_SIGNALS:
    /// Some status. At every reply, so listeners only mark that there is something to look at.
    void statusChanged();

private:
    struct Rule {
        Status status;
        RateLimit limit{1};
        DynamicContext context; ///< its counters
        bool toldReply = false;
    };
    struct Delayed {
        ConnectionId connection = 0;
        std::size_t rule = 0;
        QList<QByteArray> groups; ///< the whole match first
        qint64 bytes = 0;
    };

    void compile();
    void onReceived(ConnectionId connection, QByteArrayView bytes);
    void onMatched(ConnectionId connection, const ReplyStream::Firing& firing);
    void onTooCostly(std::size_t rule);
    [[nodiscard]] std::vector<bool> watchedOf(ConnectionId connection) const;
    /// Whether the limit of all replies allows one more.
    [[nodiscard]] bool mayReply();
    void delay(qint64 ms, Delayed delayed);
    void sendDelayed();
    [[nodiscard]] Result<QByteArray, PayloadError> build(std::size_t rule);
    void reply(const Delayed& what);
    void send(const QByteArray& payload, ConnectionId connection);
    void forgetDelayed();
    [[nodiscard]] QString nameOf(std::size_t rule) const;

    Session& m_session;
    ReplyWatch* m_watch; ///< child
    const Encoding* m_receiveEncoding;
    ReplySettings m_settings;
    std::vector<Rule> m_rules;                ///< one for each of the settings'
    std::vector<std::size_t> m_numbers;       ///< of the rules that are looked for, in the rule set's order
    std::multimap<qint64, Delayed> m_delayed; ///< by when they are due, ms on m_clock
    qint64 m_delayedBytes = 0;
    QTimer m_due;
    QElapsedTimer m_clock;
    RateLimit m_limit{1}; ///< of all
    Episode m_full;
    qint64 m_echoed = 0;
};

} // namespace netassist
