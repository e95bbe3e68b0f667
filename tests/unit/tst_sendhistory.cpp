// SPDX-License-Identifier: MIT
#include "app/session/HistoryWalk.h"
#include "app/session/SendHistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace netassist;

namespace {

Message message(const QString& text, PayloadMode mode = PayloadMode::Text, const QString& encoding = {})
{
    return {text, mode, encoding, true, Ending::None, {}};
}

QStringList textsOf(const SendHistory& history)
{
    QStringList texts;
    for (const Message& entry : history.entries())
        texts.append(entry.text);
    return texts;
}

} // namespace

class tst_SendHistory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestFirstAndDistinct()
    {
        SendHistory history;
        QVERIFY(history.add(message(QStringLiteral("a"))));
        QVERIFY(history.add(message(QStringLiteral("b"))));
        QVERIFY(!history.add(message(QStringLiteral("b"))));
        QVERIFY(history.add(message(QStringLiteral("a"))));
        QCOMPARE(textsOf(history), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        // Another mode, encoding or meaning of backslashes is another send; what is appended is not.
        QVERIFY(history.add(message(QStringLiteral("a"), PayloadMode::Hex)));
        QVERIFY(history.add(message(QStringLiteral("a"), PayloadMode::Hex, QStringLiteral("GBK"))));
        Message literal = message(QStringLiteral("a"));
        literal.escapes = false;
        QVERIFY(history.add(literal));
        literal.ending = Ending::CrLf;
        QVERIFY(!history.add(literal));
        QCOMPARE(history.entries().size(), 5);
        QCOMPARE(history.entries().first().ending, Ending::None);
    }

    void boundedInNumber()
    {
        SendHistory history;
        for (qsizetype i = 0; i < SendHistory::kMostEntries + 10; ++i)
            QVERIFY(history.add(message(QString::number(i))));
        QCOMPARE(history.entries().size(), SendHistory::kMostEntries);
        QCOMPARE(history.entries().last().text, QStringLiteral("10"));
    }

    void boundedInBytes()
    {
        SendHistory history;
        const qsizetype longest = SendHistory::kMostEntryBytes / 2;
        QVERIFY(!history.add(message(QString(longest + 1, u'x'))));
        for (char16_t letter = u'a'; letter <= u'z'; ++letter)
            QVERIFY(history.add(message(QString(longest, QChar(letter)))));
        QCOMPARE(history.entries().size(), SendHistory::kMostBytes / SendHistory::kMostEntryBytes);
        QCOMPARE(history.entries().first().text.at(0), u'z');
        // Moving one to the front and clearing keep the account.
        QVERIFY(history.add(history.entries().last()));
        QVERIFY(history.add(message(QStringLiteral("short"))));
        QCOMPARE(history.entries().size(), SendHistory::kMostBytes / SendHistory::kMostEntryBytes);
        history.clear();
        for (char16_t letter = u'a'; letter <= u'p'; ++letter)
            QVERIFY(history.add(message(QString(longest, QChar(letter)))));
        QCOMPARE(history.entries().size(), SendHistory::kMostBytes / SendHistory::kMostEntryBytes);
    }

    void emptyAndSwitchedOffKeepNothing()
    {
        SendHistory history;
        QVERIFY(!history.add(message(QString())));
        QVERIFY(history.add(message(QStringLiteral("stays"))));
        history.setEnabled(false);
        QVERIFY(!history.add(message(QStringLiteral("a"))));
        QCOMPARE(textsOf(history), QStringList({QStringLiteral("stays")}));
    }

    void comesBackFromJson()
    {
        SendHistory history;
        QVERIFY(history.add(message(QStringLiteral("01 02"), PayloadMode::Hex)));
        QVERIFY(history.add(message(QStringLiteral("你好\n\"\\"), PayloadMode::Text, QStringLiteral("GBK"))));
        history.setEnabled(false);
        QCOMPARE(SendHistory::fromJson(history.toJson()), history);
        QCOMPARE(SendHistory::fromJson({}), SendHistory());
    }

    void hostileJsonIsCutDown()
    {
        const QByteArray json =
            R"({"enabled": 0, "entries": [1, {}, {"text": ""}, {"text": "a", "mode": 7}, {"text": "a"},
            {"text": "b", "ending": "crlf"}]})";
        const SendHistory read = SendHistory::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(read.isEnabled());
        QCOMPARE(textsOf(read), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(read.entries().last().ending, Ending::None);

        QJsonArray many;
        for (int i = 0; i < 5000; ++i)
            many.append(QJsonObject{{QLatin1String("text"), QString::number(i) + QString(3000, u'x')}});
        const SendHistory cut = SendHistory::fromJson({{QLatin1String("entries"), many}});
        QVERIFY(cut.entries().size() * 6000 <= SendHistory::kMostBytes);
        QVERIFY(cut.entries().first().text.startsWith(QStringLiteral("0x")));
    }

    void walkGoesBackAndForth()
    {
        SendHistory history;
        for (const char* text : {"one", "two", "three"})
            QVERIFY(history.add(message(QString::fromLatin1(text))));
        HistoryWalk walk;
        Message box = message(QStringLiteral("typed"), PayloadMode::Hex);
        box.ending = Ending::CrLf;
        const Message typed = box;
        QVERIFY(!walk.newer(history, box));
        for (const char* text : {"three", "two", "one"}) {
            const auto older = walk.older(history, box);
            QVERIFY(older);
            QCOMPARE(older->text, QString::fromLatin1(text));
            box = *older;
        }
        QVERIFY(!walk.older(history, box));
        for (const char* text : {"two", "three"}) {
            box = walk.newer(history, box).value();
            QCOMPARE(box.text, QString::fromLatin1(text));
        }
        box = walk.newer(history, box).value();
        QCOMPARE(box, typed);
        QVERIFY(!walk.newer(history, box));
    }

    void walkBeginsAnewFromAChange()
    {
        SendHistory history;
        for (const char* text : {"one", "two", "three"})
            QVERIFY(history.add(message(QString::fromLatin1(text))));
        HistoryWalk walk;
        Message box = message(QString());
        box = walk.older(history, box).value();
        box = walk.older(history, box).value();
        QCOMPARE(box.text, QStringLiteral("two"));
        box.text = QStringLiteral("two and a half");
        QVERIFY(!walk.newer(history, box));
        const Message changed = box;
        box = walk.older(history, box).value();
        QCOMPARE(box.text, QStringLiteral("three"));
        QCOMPARE(walk.newer(history, box).value(), changed);
    }

    void walkPassesOverWhatStandsInTheBox()
    {
        SendHistory history;
        QVERIFY(history.add(message(QStringLiteral("one"))));
        QVERIFY(history.add(message(QStringLiteral("two"))));
        HistoryWalk walk;
        Message box = message(QStringLiteral("two"));
        box.ending = Ending::Lf;
        const Message sent = box;
        box = walk.older(history, box).value();
        QCOMPARE(box.text, QStringLiteral("one"));
        box = walk.newer(history, box).value();
        QCOMPARE(box, sent);
        QVERIFY(!walk.newer(history, box));
        history.clear();
        QVERIFY(!walk.older(history, box) && !walk.newer(history, box));
    }
};

QTEST_GUILESS_MAIN(tst_SendHistory)
#include "tst_sendhistory.moc"
