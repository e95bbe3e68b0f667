// SPDX-License-Identifier: MIT
#include "app/layout/LogFollower.h"
#include "tests/unit/NaiveLog.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace netassist;
using netassist::test::asMany;

namespace {

constexpr qint64 kLater = std::numeric_limits<qint64>::max();
constexpr int kWide = 4000;

/// The whole log with the wrapped rows joined and a line break at the end.
QString wholeLog(const Capture& capture, ViewSettings settings)
{
    settings.columns = kWide;
    const std::vector<Row> rows = naive::rowsAtOnce(capture, settings);
    QString text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isLast = i + 1 == rows.size();
        text += rows[i].text + QLatin1String(isLast || rows[i].endsLine ? "\n" : rows[i].wrapsAtBlank ? " " : "");
    }
    return text;
}

QString readAll(LogFollower& log, const Capture& capture, qint64 nowUs)
{
    QString all;
    for (QString text = log.next(capture.end(), nowUs); !text.isEmpty(); text = log.next(capture.end(), nowUs))
        all += text;
    return all;
}

} // namespace

class TestLogFollower final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Capture> m_capture;
    PeerId m_peer = kNoPeer;

    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }
    void receive(QByteArrayView bytes) { (void)m_capture->append(RecordKind::Received, m_peer, bytes, 0); }
    [[nodiscard]] static ViewSettings flowing()
    {
        ViewSettings settings;
        settings.logMode = false;
        settings.autoLineFeed = false;
        return settings;
    }

private Q_SLOTS:
    void init()
    {
        m_capture = std::make_unique<Capture>(limits());
        m_peer = m_capture->addPeer(QStringLiteral("p"));
    }

    void nothingYet()
    {
        LogFollower log(*m_capture, ViewSettings(), 0);
        QCOMPARE(readAll(log, *m_capture, kLater), QString());
        QCOMPARE(log.finish(), QString());
    }

    void onlyWhatComesFromNowOn()
    {
        receive("before");
        LogFollower log(*m_capture, flowing(), m_capture->end());
        receive("after");
        // In one line with what was there before, which is not written.
        QCOMPARE(readAll(log, *m_capture, kLater), QStringLiteral("after"));
        receive(" and on\nnext");
        QCOMPARE(readAll(log, *m_capture, kLater), QStringLiteral(" and on\nnext"));
        QCOMPARE(log.finish(), QStringLiteral("\n"));
        QCOMPARE(log.at(), m_capture->end());
    }

    void everyRecordEndsItsLineInLogMode()
    {
        LogFollower log(*m_capture, ViewSettings(), 0);
        receive("a\nb");
        const QString first = readAll(log, *m_capture, kLater);
        QVERIFY(first.startsWith(QLatin1Char('[')));
        QVERIFY(first.endsWith(QLatin1String(" <<<\na\nb\n")));
        (void)m_capture->appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
        QVERIFY(readAll(log, *m_capture, kLater).endsWith(QLatin1String("# Disconnected from x\n")));
        QCOMPARE(log.finish(), QString());
    }

    void beginningOfACharacterWaitsForItsRest()
    {
        ViewSettings settings;
        settings.encoding = Encoding::byName(u"GBK");
        LogFollower log(*m_capture, settings, 0);
        const QByteArray bytes = QByteArray::fromHex("C4E3BAC3");
        receive(bytes.first(3));
        (void)m_capture->appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
        QString text = readAll(log, *m_capture, LogFollower::kPatienceUs - 1);
        QVERIFY(!text.contains(QChar(u'你')));
        receive(bytes.sliced(3));
        text += readAll(log, *m_capture, LogFollower::kPatienceUs - 1);
        QVERIFY(text.contains(QStringLiteral(" <<<\n你\n")));
        QVERIFY(text.endsWith(QStringLiteral(" <<<\n好\n")));
        QVERIFY(!text.contains(QLatin1Char('\\')));
        QCOMPARE(text, wholeLog(*m_capture, settings));
    }

    void butNotForEver()
    {
        ViewSettings settings = flowing();
        settings.encoding = Encoding::byName(u"GBK");
        LogFollower log(*m_capture, settings, 0);
        receive(QByteArray::fromHex("C4E3BA"));
        QCOMPARE(readAll(log, *m_capture, 0), QString());
        QCOMPARE(readAll(log, *m_capture, LogFollower::kPatienceUs), QStringLiteral("你\\xBA"));
        receive(QByteArray::fromHex("C3"));
        QCOMPARE(readAll(log, *m_capture, kLater), QStringLiteral("好"));
    }

    void settingsChangeForWhatFollows()
    {
        LogFollower log(*m_capture, flowing(), 0);
        receive("text\n");
        QCOMPARE(readAll(log, *m_capture, kLater), QStringLiteral("text"));
        ViewSettings hex = flowing();
        hex.hex = true;
        log.setSettings(hex);
        receive("AB");
        receive("C");
        QCOMPARE(readAll(log, *m_capture, kLater).trimmed(), QStringLiteral("41 42 43"));
        receive("D");
        QCOMPARE(readAll(log, *m_capture, kLater), QStringLiteral(" 44"));
    }

    void endIsWhatIsAskedFor()
    {
        LogFollower log(*m_capture, ViewSettings(), 0);
        receive("one");
        const RecordId end = m_capture->end();
        receive("two");
        const QString text = log.next(end, kLater);
        QVERIFY(text.endsWith(QLatin1String("one\n")));
        QCOMPARE(log.next(end, kLater), QString());
        QCOMPARE(log.at(), end);
    }

    void hiddenAtTheEndIsPassed()
    {
        ViewSettings settings = flowing();
        settings.hideReceived = true;
        LogFollower log(*m_capture, settings, 0);
        receive("hidden");
        QCOMPARE(readAll(log, *m_capture, kLater), QString());
        QCOMPARE(log.at(), m_capture->end());
    }

    void randomLogsFollowedAreTheWhole()
    {
        constexpr quint32 kRounds = asMany(300U);
        for (quint32 seed = 0; seed < kRounds; ++seed) {
            RandomLog random(seed);
            const ViewSettings settings = random.settings();
            Capture capture(limits());
            const QList<PeerId> peers{capture.addPeer(QStringLiteral("a")), capture.addPeer(QStringLiteral("b"))};
            LogFollower log(capture, settings, 0);
            QString text;
            for (int i = 0; i < 12; ++i) {
                random.appendCut(capture, peers.at(random.oneIn(3) ? 1 : 0),
                                 random.oneIn(2) ? RecordKind::Received : RecordKind::Sent,
                                 random.text(*settings.encoding, random.below(300), false), random.below(5));
                if (random.oneIn(2))
                    text += log.next(capture.end(), 0);
            }
            text += readAll(log, capture, kLater);
            text += log.finish();
            const QString whole = wholeLog(capture, settings);
            if (text != whole) {
                qsizetype same = 0;
                while (same < qMin(text.size(), whole.size()) && text.at(same) == whole.at(same))
                    ++same;
                qWarning() << "round" << seed << settings.encoding->name() << settings.hex << settings.logMode
                           << settings.autoLineFeed << "at" << same << text.mid(same - 10, 40) << "instead of"
                           << whole.mid(same - 10, 40);
            }
            QCOMPARE(text, whole);
        }
    }
};

QTEST_APPLESS_MAIN(TestLogFollower)
#include "tst_logfollower.moc"
