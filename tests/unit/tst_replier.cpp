// SPDX-License-Identifier: MIT
#include "app/layout/RecordHeader.h"
#include "app/reply/Replier.h"
#include "app/reply/ReplyWatch.h"
#include "app/session/Session.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"
#include "tests/unit/ReplyRun.h"

#include <QElapsedTimer>
#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;
using netassist::test::ruleOf;

namespace {

ReplySettings settingsOf(const QList<ReplyRule>& rules)
{
    ReplySettings settings;
    settings.enabled = true;
    settings.rules = rules;
    return settings;
}

ReplyRule answer(const QString& pattern, const QString& reply)
{
    ReplyRule rule = ruleOf(MatchKind::Contains, pattern);
    rule.reply.text = reply;
    return rule;
}

/// One end of a conversation that answers by itself.
struct End {
    explicit End(const QString& folder)
    {
        StoreLimits limits;
        limits.folder = folder;
        session = std::make_unique<Session>(limits);
        replier = std::make_unique<Replier>(*session);
        QObject::connect(session.get(), &Session::opened, session.get(), [this](const Endpoint& at) { local = at; });
        QObject::connect(session.get(), &Session::noted, session.get(),
                         [this](const Note& note) { notes.append(note); });
    }
    void listen() { session->open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}}); }
    [[nodiscard]] qsizetype count(NoteKind kind) const
    {
        return std::count_if(notes.cbegin(), notes.cend(), [kind](const Note& note) { return note.kind == kind; });
    }

    std::unique_ptr<Session> session;
    std::unique_ptr<Replier> replier;
    Endpoint local;
    QList<Note> notes;
};

} // namespace

class TestReplier final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<End> m_end;

    RawSocket connectClient()
    {
        const qsizetype before = m_end->session->peers().size();
        RawSocket client = RawSocket::connectTo(m_end->local.port);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(m_end->session->peers().size(), before + 1, kPatienceMs); }();
        return client;
    }
    /// Waits for exactly this to come.
    static void expect(RawSocket& client, const QByteArray& wanted)
    {
        QByteArray got;
        QTRY_COMPARE_WITH_TIMEOUT((client.read(got), got), wanted, kPatienceMs);
    }
    /// What was sent goes in and is answered before this returns.
    void settle(RawSocket& client, qint64 received)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_end->session->counters().receivedBytes >= received, kPatienceMs);
        QTest::qWait(3 * ReplyWatch::kPauseMs);
        QVERIFY(client.isValid());
    }

private Q_SLOTS:
    void init()
    {
        m_end = std::make_unique<End>(m_folder.path());
        m_end->listen();
    }
    void cleanup() { m_end.reset(); }

    void settingsComeBack()
    {
        ReplySettings settings;
        settings.enabled = settings.echo = true;
        settings.perSecond = 7;
        ReplyRule rule = ruleOf(MatchKind::Expression, QStringLiteral("(a)\\b"), PayloadMode::Hex);
        rule.enabled = false;
        rule.name = QStringLiteral("规则");
        rule.encoding = QStringLiteral("GBK");
        rule.peer = QStringLiteral("::1");
        rule.unlessAnswered = true;
        rule.reply.mode = PayloadMode::Hex;
        rule.reply.text = QStringLiteral("01 ${1}");
        rule.delayMs = 5;
        rule.perSecond = 3;
        settings.rules = {rule, ReplyRule()};
        QCOMPARE(ReplySettings::fromJson(settings.toJson()), settings);
        for (const MatchKind kind :
             {MatchKind::Contains, MatchKind::BeginsWith, MatchKind::Equals, MatchKind::Expression}) {
            rule.kind = kind;
            QCOMPARE(ReplyRule::fromJson(rule.toJson()), rule);
        }
        QJsonObject wrong = rule.toJson();
        wrong[QLatin1String("delayMs")] = -1;
        wrong[QLatin1String("perSecond")] = 0;
        wrong[QLatin1String("kind")] = 4;
        QCOMPARE(ReplyRule::fromJson(wrong).delayMs, 0);
        QCOMPARE(ReplyRule::fromJson(wrong).perSecond, 10);
        QCOMPARE(ReplyRule::fromJson(wrong).kind, MatchKind::Contains);
    }

    void whatTheReplyTakesOver_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QByteArray>("bytes");
        const auto text = [](const char* content) {
            Message message;
            message.text = QString::fromUtf8(content);
            return message;
        };
        const auto hex = [&text](const char* content) {
            Message message = text(content);
            message.mode = PayloadMode::Hex;
            return message;
        };
        QTest::newRow("none") << text("a\\n") << QByteArray("a\n");
        QTest::newRow("groups") << text("<${1}|${0}>") << QByteArray("<\xFF|k\xFFv>");
        QTest::newRow("missing") << text("<${7}>") << QByteArray("<>");
        QTest::newRow("literal") << text("$${1} $5") << QByteArray("${1} $5");
        QTest::newRow("hex") << hex("01 ${1} 02${0}") << QByteArray("\x01\xFF\x02k\xFFv");
        QTest::newRow("more") << text("${counter start=5}${length}") << QByteArray("52");
        Message ending = text("AT${1}");
        ending.ending = Ending::CrLfForAt;
        QTest::newRow("ending") << ending << QByteArray("AT\xFF\r\n");
    }
    void whatTheReplyTakesOver()
    {
        QFETCH(Message, message);
        QFETCH(QByteArray, bytes);
        ReplyRule rule = ruleOf(MatchKind::Contains, QStringLiteral("6B ?? 76"), PayloadMode::Hex);
        rule.reply = message;
        m_end->replier->setSettings(settingsOf({rule}));
        QCOMPARE(m_end->replier->status(0).trouble, Replier::Status::Trouble::None);
        RawSocket client = connectClient();
        client.write("k\xFFv");
        expect(client, bytes);
    }

    void atMostSoManyInAnySecond()
    {
        RateLimit limit(3);
        QList<int> answers;
        for (const qint64 at : {0, 1, 999, 999, 1000, 1000, 1001, 1998, 1999, 30'000, 30'000, 30'000, 30'000})
            answers.append(static_cast<int>(limit.take(at)));
        constexpr int yes = static_cast<int>(RateLimit::Answer::Yes);
        constexpr int now = static_cast<int>(RateLimit::Answer::NowNot);
        constexpr int no = static_cast<int>(RateLimit::Answer::No);
        QCOMPARE(answers, (QList<int>{yes, yes, yes, now, yes, no, yes, no, yes, yes, yes, yes, now}));
        QCOMPARE(limit.held(), 4);
    }

    void echo()
    {
        ReplySettings settings = settingsOf({});
        settings.echo = true;
        m_end->replier->setSettings(settings);
        RawSocket client = connectClient();
        client.write("hello");
        expect(client, "hello");
        QCOMPARE(m_end->replier->echoed(), 1);
        const Capture& capture = m_end->session->capture();
        const Record record = capture.record(capture.end() - 1);
        QCOMPARE(record.origin, SendOrigin::Automatic);
        ViewSettings view;
        view.encoding = &Encoding::utf8();
        QVERIFY(
            recordHeader(capture, capture.end() - 1, view)
                .endsWith(QStringLiteral("# SEND UTF-8/5 to 127.0.0.1:%1 (automatic) >>>").arg(client.localPort())));
        m_end->session->send("by hand");
        QVERIFY(!recordHeader(capture, capture.end() - 1, view).contains(QStringLiteral("automatic")));

        settings.enabled = false;
        m_end->replier->setSettings(settings);
        client.write("quiet");
        settle(client, 10);
        expect(client, "by hand");
    }

    void rulesAnswer()
    {
        ReplyRule frame = ruleOf(MatchKind::Contains, QStringLiteral("?? ?? 00 06"), PayloadMode::Hex);
        frame.reply.mode = PayloadMode::Hex;
        frame.reply.text = QStringLiteral("${1} AA");
        m_end->replier->setSettings(settingsOf({answer(QStringLiteral("ping"), QStringLiteral("pong\\n")), frame}));
        RawSocket client = connectClient();
        client.write("pi");
        client.write("ng");
        expect(client, "pong\n");
        client.write(QByteArray("\x12\x34\x00\x06", 4));
        expect(client, "\x12\x34\xAA");
        QCOMPARE(m_end->replier->status(0).fired, 1);
        QCOMPARE(m_end->replier->status(1).fired, 1);
        // A rule keeps its numbers where it is moved or renamed.
        ReplySettings moved = m_end->replier->settings();
        moved.rules.move(0, 1);
        moved.rules[1].name = QStringLiteral("ping");
        moved.rules[0].reply.text = QStringLiteral("00");
        m_end->replier->setSettings(moved);
        QCOMPARE(m_end->replier->status(0).fired, 0);
        QCOMPARE(m_end->replier->status(1).fired, 1);
        m_end->replier->resetCounts();
        QCOMPARE(m_end->replier->status(1).fired, 0);
    }

    void onlyOnePeer()
    {
        RawSocket first = connectClient();
        RawSocket second = connectClient();
        ReplyRule one = answer(QStringLiteral("a"), QStringLiteral("one"));
        one.peer = QStringLiteral("127.0.0.1:%1").arg(second.localPort());
        ReplyRule host = answer(QStringLiteral("b"), QStringLiteral("host"));
        host.peer = QStringLiteral(" 127.0.0.1");
        ReplyRule other = answer(QStringLiteral("b"), QStringLiteral("other"));
        other.peer = QStringLiteral("127.0.0.2");
        m_end->replier->setSettings(settingsOf({one, host, other}));
        first.write("ab");
        expect(first, "host");
        second.write("ab");
        expect(second, "onehost");
    }

    void equalsWaitsForThePause()
    {
        ReplyRule rule = ruleOf(MatchKind::Equals, QStringLiteral("hello"));
        rule.reply.text = QStringLiteral("hi");
        m_end->replier->setSettings(settingsOf({rule}));
        RawSocket client = connectClient();
        for (int i = 0; i < 2; ++i) {
            client.write("hello");
            expect(client, "hi");
        }
        client.write("hello!");
        settle(client, 16);
        QCOMPARE(m_end->replier->status(0).fired, 2);
    }

    void delayedRepliesKeepTheirOrder()
    {
        ReplyRule late = answer(QStringLiteral("x"), QStringLiteral("late"));
        late.delayMs = 120;
        ReplyRule soon = answer(QStringLiteral("x"), QStringLiteral("soon "));
        soon.delayMs = 20;
        m_end->replier->setSettings(settingsOf({late, soon, answer(QStringLiteral("x"), QStringLiteral("now "))}));
        RawSocket client = connectClient();
        client.write("x");
        expect(client, "now soon late");
        // Nobody is left to answer, and nothing is told about it.
        RawSocket leaving = connectClient();
        m_end->notes.clear();
        leaving.write("x");
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT((leaving.read(got, 4 - got.size()), got == "now "),
                                 kPatienceMs); // more may be there by now
        leaving.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_end->session->peers().size(), 1, kPatienceMs);
        QTest::qWait(200);
        QCOMPARE(m_end->count(NoteKind::SendWithoutPeer), 0);
    }

    void aWrongReplyIsToldOnce()
    {
        ReplyRule rule = answer(QStringLiteral("x"), QStringLiteral("€"));
        rule.reply.encoding = QStringLiteral("ISO-8859-1");
        m_end->replier->setSettings(settingsOf({rule, ruleOf(MatchKind::Expression, QStringLiteral("("))}));
        QCOMPARE(m_end->replier->status(0).trouble, Replier::Status::Trouble::Reply);
        QCOMPARE(m_end->replier->status(1).trouble, Replier::Status::Trouble::Pattern);
        RawSocket client = connectClient();
        client.write("x.x");
        settle(client, 3);
        QCOMPARE(m_end->count(NoteKind::ReplyWrong), 1);
        QCOMPARE(m_end->replier->status(0).fired, 0);
    }

    /// A costly expression is stopped and told; the others go on.
    void aCostlyRuleIsToldOnce()
    {
        ReplyRule costly = ruleOf(MatchKind::Expression, QStringLiteral("(a+)+$b"));
        m_end->replier->setSettings(settingsOf({costly, answer(QStringLiteral("!"), QStringLiteral("ok"))}));
        RawSocket client = connectClient();
        client.write(QByteArray(20'000, 'a') + "\n" + QByteArray(20'000, 'a') + "\n!");
        expect(client, "ok");
        QCOMPARE(m_end->count(NoteKind::RuleTooCostly), 1);
        QCOMPARE(m_end->replier->status(0).trouble, Replier::Status::Trouble::TooCostly);
    }

    void twoThatAnswerEachOtherDoNotStorm_data()
    {
        QTest::addColumn<bool>("echo");
        QTest::newRow("rules") << false;
        QTest::newRow("echo") << true;
    }
    void twoThatAnswerEachOtherDoNotStorm()
    {
        QFETCH(bool, echo);
        ReplySettings settings = settingsOf({answer(QStringLiteral("x"), QStringLiteral("x"))});
        settings.echo = echo;
        settings.perSecond = 30;
        if (echo)
            settings.rules.clear();
        End other(m_folder.path());
        other.session->open({Protocol::TcpClient, m_end->local});
        QTRY_COMPARE_WITH_TIMEOUT(other.session->state(), TransportState::Open, kPatienceMs);
        m_end->replier->setSettings(settings);
        other.replier->setSettings(settings);
        QElapsedTimer clock;
        clock.start();
        other.session->send("x");
        const NoteKind kind = echo ? NoteKind::RepliesLimited : NoteKind::RuleLimited;
        const auto told = [&] { return m_end->count(kind) + other.count(kind); };
        QTRY_COMPARE_WITH_TIMEOUT(told(), 1, kPatienceMs);
        const qint64 seconds = 1 + clock.elapsed() / 1000;
        // It is over then: a reply that was held back is not answered.
        QTest::qWait(1500);
        const qint64 sent = m_end->session->counters().sentRecords + other.session->counters().sentRecords;
        QCOMPARE(told(), 1);
        QVERIFY2(sent <= 2 * (echo ? 30 : 10) * seconds + 1, qPrintable(QString::number(sent)));
    }

    /// Replies to a peer that asks and does not read stay within the limit, and the log does not fill with it.
    void aPeerThatDoesNotRead()
    {
        SessionLimits limits = m_end->session->limits();
        limits.waitingBytes = 1 << 20;
        m_end->session->setLimits(limits);
        ReplySettings settings = settingsOf({});
        settings.echo = true;
        settings.perSecond = ReplySettings::kMostPerSecond;
        m_end->replier->setSettings(settings);
        RawSocket deaf = RawSocket::connectTo(m_end->local.port, 64 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(m_end->session->peers().size(), 1, kPatienceMs);
        const QByteArray much(1 << 20, 'x');
        qint64 written = 0;
        QElapsedTimer patience;
        patience.start();
        while (written < 64 * much.size() && patience.elapsed() < kPatienceMs) {
            written += deaf.write(much);
            QCoreApplication::processEvents();
            QVERIFY(m_end->session->waitingBytes() <= limits.waitingBytes);
        }
        QVERIFY(written >= 64 * much.size());
        QCOMPARE(m_end->count(NoteKind::SendQueueFull), 1);
    }

    /// What comes faster than it can be looked at is skipped and told, in bounded memory; the window of time goes on.
    void aFloodIsSkippedNotQueued()
    {
        ReplyWatch watch;
        RuleSet set;
        for (std::size_t i = 0; i < 60; ++i)
            set.add(
                {i,
                 RuleMatcher::of(ruleOf(MatchKind::Expression, QStringLiteral("[a-y]+%1z").arg(i)), Encoding::utf8())
                     .value(),
                 false});
        watch.setRules(std::move(set));
        QSignalSpy skipping(&watch, &ReplyWatch::skipping);
        const QByteArray much(60'000, 'a');
        for (ConnectionId connection = 1; connection <= 2000; ++connection) {
            watch.take(connection, much);
            watch.take(connection, much);
            QVERIFY(watch.windowBytes() <= ReplyWatch::kMostBytes + ReplyStream::kMostBytes);
        }
        QCOMPARE(skipping.size(), 1);
        watch.forgetAll();
        QCOMPARE(watch.windowBytes(), 0);
    }

    void udpPeersAreAnswered()
    {
        ReplyRule rule = ruleOf(MatchKind::Equals, QStringLiteral("ping"));
        rule.reply.text = QStringLiteral("pong");
        m_end->session->open({Protocol::Udp, {QStringLiteral("127.0.0.1"), 0}});
        QTRY_COMPARE_WITH_TIMEOUT(m_end->session->state(), TransportState::Open, kPatienceMs);
        m_end->replier->setSettings(settingsOf({rule}));
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress::LocalHost));
        for (const char* datagram : {"pi", "ng", "ping", "ping"})
            socket.writeDatagram(datagram, QHostAddress::LocalHost, m_end->local.port);
        QList<QByteArray> got;
        const auto received = [&] {
            while (socket.hasPendingDatagrams())
                got.append(socket.receiveDatagram().data());
            return got;
        };
        QTRY_COMPARE_WITH_TIMEOUT(received(), (QList<QByteArray>{"pong", "pong"}), kPatienceMs);
    }

    void datagramsAreBursts()
    {
        ReplyWatch watch;
        RuleSet set;
        set.add({0, RuleMatcher::of(ruleOf(MatchKind::Equals, QStringLiteral("ab")), Encoding::utf8()).value(), false});
        watch.setRules(std::move(set));
        QSignalSpy matched(&watch, &ReplyWatch::matched);
        watch.take(1, "ab", true);
        watch.take(1, "ab", true);
        watch.take(1, "a", true);
        watch.take(1, "b", true);
        QTRY_COMPARE_WITH_TIMEOUT(matched.size(), 2, kPatienceMs);
    }
};

QTEST_GUILESS_MAIN(TestReplier)
#include "tst_replier.moc"
