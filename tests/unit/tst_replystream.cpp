// SPDX-License-Identifier: MIT
#include "tests/unit/ReplyRun.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace netassist;
using netassist::test::ReplyRun;
using netassist::test::ruleOf;

namespace {

QList<QByteArray> firedBy(const QList<ReplyRule>& rules, const QList<QByteArray>& reads, const Encoding& encoding)
{
    ReplyRun run(rules, encoding);
    for (const QByteArray& read : reads)
        run.receive(read);
    run.pause();
    return run.fired();
}

ReplyRule hexRule(const QString& pattern)
{
    return ruleOf(MatchKind::Contains, pattern, PayloadMode::Hex);
}

} // namespace

class TestReplyStream final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hexPatterns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("matched");
        QTest::addColumn<QByteArray>("notMatched");
        QTest::addColumn<QList<ByteRange>>("wildcards");
        QTest::newRow("plain") << "01 0a,FF" << QByteArray("\x01\x0a\xff") << QByteArray("\x01\x0a\xfe")
                               << QList<ByteRange>{};
        QTest::newRow("any byte") << "01 ?? 03" << QByteArray("\x01\xee\x03") << QByteArray("\x01\xee\x04")
                                  << QList<ByteRange>{{1, 1}};
        QTest::newRow("runs") << "???? 41 ??" << QByteArray("\0\1A\2", 4) << QByteArray("\0\1B\2", 4)
                              << QList<ByteRange>{{0, 2}, {3, 1}};
        QTest::newRow("half") << "4? ?1" << QByteArray("\x4f\xf1") << QByteArray("\x5f\xf1") << QList<ByteRange>{};
        QTest::newRow("0x") << "0x?? 0x01" << QByteArray("\x7f\x01") << QByteArray("\x7f\x02")
                            << QList<ByteRange>{{0, 1}};
    }
    void hexPatterns()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, matched);
        QFETCH(QByteArray, notMatched);
        const auto pattern = BytePattern::parseHex(text);
        QVERIFY(pattern.ok());
        QVERIFY(pattern.value().matchesFrontOf(matched));
        QVERIFY(!pattern.value().matchesFrontOf(notMatched));
        QVERIFY(!pattern.value().matchesFrontOf(QByteArrayView(matched).chopped(1)));
        QTEST(pattern.value().wildcards(), "wildcards");
        QCOMPARE(pattern.value().indexIn(notMatched + matched + matched, 0), notMatched.size());
        QCOMPARE(pattern.value().indexIn(matched + matched, 1), matched.size());
    }

    void wrongHexPatterns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("odd") << "01 234" << 4;
        QTest::newRow("no digit") << "01 ?g" << 4;
        QTest::newRow("lone") << "01 ? 02" << 4;
        QTest::newRow("odd with any") << "01 ???" << 4;
        QTest::newRow("question before x") << "?x12" << 1;
        QTest::newRow("too long") << QStringLiteral("00").repeated(BytePattern::kMostBytes + 1) << 1;
    }
    void wrongHexPatterns()
    {
        QFETCH(QString, text);
        const auto pattern = BytePattern::parseHex(text);
        QVERIFY(!pattern.ok());
        QTEST(pattern.error().column, "column");
        QVERIFY(!pattern.error().reason.isEmpty());
    }

    void wrongRules_data()
    {
        QTest::addColumn<MatchKind>("kind");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<qsizetype>("position");
        QTest::newRow("empty") << MatchKind::Contains << "" << qsizetype{0};
        QTest::newRow("escape") << MatchKind::Equals << "a\\q" << qsizetype{1};
        QTest::newRow("expression") << MatchKind::Expression << "ab(c" << qsizetype{4};
        QTest::newRow("not in the encoding") << MatchKind::Contains << "ab€" << qsizetype{2};
        QTest::newRow("too long") << MatchKind::Contains << QStringLiteral("a").repeated(1025) << qsizetype{0};
    }
    void wrongRules()
    {
        QFETCH(MatchKind, kind);
        QFETCH(QString, pattern);
        ReplyRule rule = ruleOf(kind, pattern);
        rule.encoding = QStringLiteral("ISO-8859-1");
        const auto matcher = RuleMatcher::of(rule, Encoding::utf8());
        QVERIFY(!matcher.ok());
        QTEST(matcher.error().position, "position");
        QVERIFY(!matcher.error().reason.isEmpty());
    }

    void kinds_data()
    {
        QTest::addColumn<ReplyRule>("rule");
        QTest::addColumn<QList<QByteArray>>("reads");
        QTest::addColumn<QList<QByteArray>>("fired");
        using Reads = QList<QByteArray>;
        const auto contains = [](const char* text) { return ruleOf(MatchKind::Contains, QString::fromUtf8(text)); };
        const auto begins = [](const char* text) { return ruleOf(MatchKind::BeginsWith, QString::fromUtf8(text)); };
        const auto equals = [](const char* text) { return ruleOf(MatchKind::Equals, QString::fromUtf8(text)); };
        const auto expression = [](const char* text) { return ruleOf(MatchKind::Expression, QString::fromUtf8(text)); };
        QTest::newRow("contains") << contains("ping") << Reads{"a ping b ping"} << Reads{"0:ping", "0:ping"};
        QTest::newRow("contains, apart") << contains("aa") << Reads{"aaa", "a"} << Reads{"0:aa", "0:aa"};
        QTest::newRow("contains not") << contains("ping") << Reads{"pin", "pong"} << Reads{};
        QTest::newRow("contains escapes")
            << contains("\\x00\\n") << Reads{QByteArray("a\0", 2), "\n"} << Reads{QByteArray("0:\0\n", 4)};
        QTest::newRow("begins") << begins("AT") << Reads{"A", "T+X AT"} << Reads{"0:AT"};
        QTest::newRow("begins not") << begins("AT") << Reads{" AT"} << Reads{};
        QTest::newRow("begins, again") << begins("AT") << Reads{"AT1", "AT2"} << Reads{"0:AT", "0:AT"};
        QTest::newRow("equals") << equals("hello") << Reads{"he", "llo"} << Reads{"0:hello"};
        QTest::newRow("equals not, longer") << equals("hello") << Reads{"hello", "!"} << Reads{};
        QTest::newRow("equals not, shorter") << equals("hello") << Reads{"hell"} << Reads{};
        QTest::newRow("expression") << expression("[0-9]+") << Reads{"a1", "23b4"} << Reads{"0:123", "0:4"};
        QTest::newRow("expression, lines")
            << expression("^get (.*)$") << Reads{"x\r\nget a b\r\nget c"} << Reads{"0:get a b", "0:get c"};
        QTest::newRow("expression, nothing is no match") << expression("x*") << Reads{"abxxc"} << Reads{"0:xx"};
        QTest::newRow("expression, characters") << expression("^.{2}$") << Reads{"你", "好"} << Reads{"0:你好"};
        QTest::newRow("hex") << hexRule(QStringLiteral("01 ?? 03")) << Reads{"\x01\x02\x03\x01", "\x09\x03"}
                             << Reads{"0:\x01\x02\x03", "0:\x01\x09\x03"};
    }
    void kinds()
    {
        QFETCH(ReplyRule, rule);
        QFETCH(QList<QByteArray>, reads);
        QFETCH(QList<QByteArray>, fired);
        QCOMPARE(firedBy({rule}, reads, Encoding::utf8()), fired);
    }

    /// Every kind finds its match wherever a segment ends.
    void cutAtEveryByte_data()
    {
        QTest::addColumn<ReplyRule>("rule");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, MatchKind kind, const QString& pattern, const QByteArray& bytes) {
            QTest::newRow(name) << ruleOf(kind, pattern) << bytes;
        };
        row("contains", MatchKind::Contains, QStringLiteral("你好"), "x你好y");
        row("begins", MatchKind::BeginsWith, QStringLiteral("你好"), "你好y");
        row("equals", MatchKind::Equals, QStringLiteral("你好"), "你好");
        row("expression", MatchKind::Expression, QStringLiteral("你.+?\\d{2,4}"), "x你好 12345 y");
        QTest::newRow("hex") << hexRule(QStringLiteral("78 ?? BD")) << QByteArray("x你好y");
    }
    void cutAtEveryByte()
    {
        QFETCH(ReplyRule, rule);
        QFETCH(QByteArray, bytes);
        const QList<QByteArray> whole = firedBy({rule}, {bytes}, Encoding::utf8());
        QCOMPARE(whole.size(), 1);
        for (qsizetype cut = 1; cut < bytes.size(); ++cut)
            QCOMPARE(firedBy({rule}, {bytes.first(cut), bytes.sliced(cut)}, Encoding::utf8()), whole);
        QList<QByteArray> single;
        for (const char byte : bytes)
            single.append(QByteArray(1, byte));
        QCOMPARE(firedBy({rule}, single, Encoding::utf8()), whole);
    }

    /// Also where the peer pauses in the middle, for those that are not about bursts.
    void pausesInTheMiddle()
    {
        for (const ReplyRule& rule :
             {ruleOf(MatchKind::Contains, QStringLiteral("hello")), hexRule(QStringLiteral("68 ?? 6C 6C 6F")),
              ruleOf(MatchKind::Expression, QStringLiteral("h.llo"))}) {
            ReplyRun run({rule});
            for (const char byte : QByteArray("say hello")) {
                run.receive(QByteArray(1, byte));
                run.pause();
            }
            QCOMPARE(run.fired(), QList<QByteArray>{"0:hello"});
        }
        ReplyRun equals({ruleOf(MatchKind::Equals, QStringLiteral("hello"))});
        equals.receive("hel");
        equals.pause();
        equals.receive("lo");
        equals.pause();
        QVERIFY(equals.fired().isEmpty());
        equals.receive("hello");
        equals.pause();
        QCOMPARE(equals.fired().size(), 1);
    }

    /// Bytes of other characters are no match: 丂 is 81 40 in GBK, and 40 is @.
    void onlyWholeCharacters()
    {
        for (const char* name : {"GBK", "GB18030", "Big5", "Shift_JIS"}) {
            const Encoding* encoding = Encoding::byName(QString::fromLatin1(name));
            if (encoding == nullptr)
                continue;
            const QByteArray lead("\x81\x40", 2);
            const ReplyRule at = ruleOf(MatchKind::Contains, QStringLiteral("@"));
            QByteArray many;
            for (int i = 0; i < 500; ++i)
                many += lead;
            if (encoding->invalidBytes(many) > 0)
                continue;
            QCOMPARE(firedBy({at}, {many}, *encoding), QList<QByteArray>{});
            QCOMPARE(firedBy({at}, {many + "@", many}, *encoding), QList<QByteArray>{"0:@"});
            for (qsizetype cut = 1; cut < 6; ++cut)
                QCOMPARE(firedBy({at}, {many.first(cut), many.sliced(cut) + '@'}, *encoding), QList<QByteArray>{"0:@"});
        }
        const Encoding* utf16 = Encoding::byName(u"UTF-16BE");
        QVERIFY(utf16 != nullptr);
        // 4142 4300: the bytes 42 43 are B and C of no character of it.
        QCOMPARE(firedBy({ruleOf(MatchKind::Contains, QStringLiteral("\u4243"))}, {QByteArray("\x41\x42\x43\x44", 4)},
                         *utf16),
                 QList<QByteArray>{});
        QCOMPARE(firedBy({ruleOf(MatchKind::Contains, QStringLiteral("\u4243"))}, {"\x41", "\x42\x42", "\x43"}, *utf16),
                 QList<QByteArray>{"0:\x42\x43"});
    }

    void groups()
    {
        ReplyRun expression({ruleOf(MatchKind::Expression, QStringLiteral("(\\w+)=(\\d+)?;(x)?"))});
        expression.receive("speed=9600;.");
        QCOMPARE(expression.groups(), (QList<QByteArray>{"speed", "9600"}));
        expression.receive("speed=;.");
        QCOMPARE(expression.groups(), (QList<QByteArray>{"speed"}));
        expression.receive("speed=;x.");
        QCOMPARE(expression.groups(), (QList<QByteArray>{"speed", "", "x"}));
        ReplyRun hex({hexRule(QStringLiteral("???? 0000 06 ??"))});
        hex.receive(QByteArray("\x12\x34\0\0\x06\x11", 6));
        QCOMPARE(hex.groups(), (QList<QByteArray>{"\x12\x34", "\x11"}));
    }

    void everyRuleAnswersAndInOrder()
    {
        const QList<ReplyRule> rules{ruleOf(MatchKind::Equals, QStringLiteral("ab")),
                                     ruleOf(MatchKind::Contains, QStringLiteral("b")),
                                     ruleOf(MatchKind::Contains, QStringLiteral("a"))};
        QCOMPARE(firedBy(rules, {"ab"}, Encoding::utf8()), (QList<QByteArray>{"2:a", "0:ab", "1:b"}));
        QCOMPARE(firedBy(rules, {"ba"}, Encoding::utf8()), (QList<QByteArray>{"1:b", "2:a"}));
    }

    void unlessAnswered()
    {
        ReplyRule otherwise = ruleOf(MatchKind::Expression, QStringLiteral(".+"));
        otherwise.unlessAnswered = true;
        const QList<ReplyRule> rules{otherwise, ruleOf(MatchKind::Contains, QStringLiteral("temp")), otherwise};
        QCOMPARE(firedBy(rules, {"temp?\r\n"}, Encoding::utf8()), QList<QByteArray>{"1:temp"});
        QCOMPARE(firedBy(rules, {"what", "?\r\n"}, Encoding::utf8()), QList<QByteArray>{"0:what?"});
        ReplyRun run(rules);
        run.receive("foo");
        QVERIFY(run.fired().isEmpty()); // something may still come
        run.pause();
        run.pause();
        QCOMPARE(run.fired(), QList<QByteArray>{"0:foo"});
        // Who has been answered begins anew, also without a pause.
        run.receive("temp");
        run.receive("bar");
        run.pause();
        QCOMPARE(run.fired(), (QList<QByteArray>{"0:foo", "1:temp", "0:bar"}));
    }

    /// Whatever the cuts, the same matches of each rule.
    void anyCutsGiveTheSame_data()
    {
        QTest::addColumn<QString>("encoding");
        for (const char* name : {"UTF-8", "GBK", "UTF-16LE", "ISO-8859-1"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void anyCutsGiveTheSame()
    {
        QFETCH(QString, encoding);
        const Encoding* how = Encoding::byName(encoding);
        QVERIFY(how != nullptr);
        const QList<ReplyRule> rules{ruleOf(MatchKind::Contains, QStringLiteral("ab")),
                                     ruleOf(MatchKind::Contains, QStringLiteral("a")),
                                     ruleOf(MatchKind::Expression, QStringLiteral("b+a")),
                                     ruleOf(MatchKind::Expression, QStringLiteral("a[^a]*b")),
                                     hexRule(QStringLiteral("61 ?? 62")),
                                     hexRule(QStringLiteral("?? 61"))};
        QRandomGenerator random(7);
        for (int round = 0; round < 30; ++round) {
            QByteArray bytes;
            const int length = 1 + random.bounded(round % 10 == 0 ? 80'000 : 300);
            while (bytes.size() < length)
                bytes += "ab\x81\x40\xE4\xBD\xA0"[random.bounded(7)];
            ReplyRun whole(rules, *how);
            whole.receive(bytes);
            ReplyRun cut(rules, *how);
            for (QByteArrayView rest = bytes; !rest.isEmpty();) {
                const qsizetype piece = qMin<qsizetype>(rest.size(), 1 + random.bounded(round % 2 == 1 ? 4 : 3000));
                cut.receive(rest.first(piece));
                rest = rest.sliced(piece);
            }
            QVERIFY(!whole.stalled() && !cut.stalled());
            whole.pause();
            cut.pause();
            for (std::size_t rule = 0; rule < static_cast<std::size_t>(rules.size()); ++rule)
                QCOMPARE(cut.fired(rule), whole.fired(rule));
            QVERIFY(!whole.fired().isEmpty() || length < 10);
        }
    }

    void memoryStaysBounded()
    {
        ReplyRule otherwise = ruleOf(MatchKind::Contains, QStringLiteral("zz"));
        otherwise.unlessAnswered = true;
        ReplyRun run({ruleOf(MatchKind::Expression, QStringLiteral("(?s)q.*z")), otherwise,
                      ruleOf(MatchKind::Equals, QStringLiteral("a")),
                      ruleOf(MatchKind::Contains, QStringLiteral("xyz"))});
        run.receive("q");
        const QByteArray piece = QByteArray(10'000, 'a');
        for (int i = 0; i < 500; ++i) {
            run.receive(piece);
            QVERIFY(run.stream().windowBytes() <= ReplyStream::kMostBytes);
        }
        QVERIFY(!run.stalled());
        run.receive("xyz");
        QCOMPARE(run.fired(), QList<QByteArray>{"3:xyz"});
        run.pause();
        run.receive("b");
        run.pause();
        QVERIFY(run.stream().windowBytes() < 10);
    }

    void skippedBytesLeaveNoFalseMatch()
    {
        ReplyRun run(
            {ruleOf(MatchKind::Contains, QStringLiteral("ab")), ruleOf(MatchKind::Expression, QStringLiteral("ab"))});
        run.receive("a");
        run.stream().skip(5);
        run.receive("b ab.");
        QCOMPARE(run.fired(), (QList<QByteArray>{"0:ab", "1:ab"}));
    }

    /// An unlucky expression is stopped; it does not take seconds.
    void costlyExpressionsAreStopped()
    {
        for (const QString& pattern :
             {QStringLiteral("(a+)+$b"), QStringLiteral("(a|aa)+$b"), QStringLiteral("(.*a){20}b")}) {
            ReplyRun run({ruleOf(MatchKind::Expression, pattern), ruleOf(MatchKind::Contains, QStringLiteral("!"))});
            QElapsedTimer timer;
            timer.start();
            run.receive(QByteArray(60'000, 'a') + '\n');
            qInfo("%s: %lld ms", qPrintable(pattern), static_cast<long long>(timer.elapsed()));
            QVERIFY(run.tooCostly());
            run.receive("!");
            QCOMPARE(run.fired(), QList<QByteArray>{"1:!"});
        }
    }

    void looksGoOnWhereTimeWasUp()
    {
        RuleSet set;
        for (std::size_t i = 0; i < 3; ++i)
            set.add({i, RuleMatcher::of(ruleOf(MatchKind::Contains, QStringLiteral("a")), Encoding::utf8()).value(),
                     false});
        ReplyStream stream(set, {true, false, true});
        QCOMPARE(stream.append("a"), 1);
        const QDeadlineTimer past(0);
        QList<std::size_t> fired;
        for (int looks = 0; looks < 3; ++looks) {
            const auto findings =
                looks == 1 ? stream.look(false, QDeadlineTimer(QDeadlineTimer::Forever)) : stream.look(false, past);
            QCOMPARE(findings.done, looks == 1 || looks == 2 ? !stream.isUnderWay() : false);
            for (const auto& firing : findings.firings)
                fired.append(firing.rule);
            if (findings.done)
                break;
        }
        QCOMPARE(fired, (QList<std::size_t>{0, 2}));
        QCOMPARE(stream.windowBytes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestReplyStream)
#include "tst_replystream.moc"
