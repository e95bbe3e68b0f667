// SPDX-License-Identifier: MIT
#include "tests/unit/Patience.h"
#include "ui/ElidedLabel.h"
#include "ui/StatusLine.h"

#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;

class TestStatusLine final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<StatusLine> m_line;
    Counters m_counters;

    [[nodiscard]] QString message() const { return m_line->findChild<ElidedLabel*>()->text(); }
    void send()
    {
        ++m_counters.sentRecords;
        m_line->setCounters(m_counters, 0, 0);
    }

private Q_SLOTS:
    void init()
    {
        m_counters = {};
        m_line = std::make_unique<StatusLine>();
    }

    void errorOfTheNetworkGivesWayToWhatGoesOutLater()
    {
        QCOMPARE(message(), QStringLiteral("Ready!"));
        m_line->setNote({NoteKind::DatagramRefused, {QStringLiteral("127.0.0.1:9")}});
        const QString error = message();
        QVERIFY(error.startsWith(QStringLiteral("Error: ")));
        send(); // it can still be this send's: nobody has read it
        QCOMPARE(message(), error);
        QTest::qWait(StatusLine::kReadMs + 100);
        QCOMPARE(message(), error);
        ++m_counters.receivedRecords;
        m_line->setCounters(m_counters, 0, 0);
        QCOMPARE(message(), error);
        send();
        QCOMPARE(message(), QStringLiteral("Ready!"));
    }

    void othersStay()
    {
        const Note full{NoteKind::StoreFailed,
                        {QStringLiteral("/x"), QStringLiteral("No space left on device"), QStringLiteral("1")}};
        const Note changed{NoteKind::FileChanged, {QStringLiteral("/x")}};
        const Note plain{NoteKind::Listening, {QStringLiteral("127.0.0.1:8080")}};
        StatusLine lines[3];
        const Note* const notes[] = {&full, &changed, &plain};
        for (int i = 0; i < 3; ++i)
            lines[i].setNote(*notes[i]);
        QTest::qWait(StatusLine::kReadMs + 100);
        for (int i = 0; i < 3; ++i) {
            lines[i].setCounters({0, 1, 0, 1}, 0, 0);
            QCOMPARE(lines[i].findChild<ElidedLabel*>()->text(), notes[i]->sentence());
        }
    }

    void aResetIsNotHiddenByItsDisconnecting()
    {
        const QString peer = QStringLiteral("127.0.0.1:50000");
        const QString other = QStringLiteral("127.0.0.1:50001");
        const Note reset{NoteKind::Reset, {peer}};
        for (const Note& end :
             {Note{NoteKind::ClientDisconnected, {peer, QStringLiteral("0")}}, Note{NoteKind::Disconnected, {peer}}}) {
            m_line->setNote(reset);
            m_line->setNote(end);
            QCOMPARE(message(), reset.sentence());
        }
        const Note another{NoteKind::ClientDisconnected, {other, QStringLiteral("0")}};
        m_line->setNote(another);
        QCOMPARE(message(), another.sentence());
        const Note connected{NoteKind::ClientConnected, {peer, QStringLiteral("1")}};
        m_line->setNote(reset);
        m_line->setNote(connected);
        QCOMPARE(message(), connected.sentence());
    }

    void whatIsUnderTheMouseComesBeforeIt()
    {
        m_line->setNote({NoteKind::Listening, {QStringLiteral("127.0.0.1:8080")}});
        const QString note = message();
        m_line->setHint(QStringLiteral("a hint"));
        QCOMPARE(message(), QStringLiteral("a hint"));
        m_line->setHint(QString());
        QCOMPARE(message(), note);
    }

    /// The mouse is on its way somewhere while something fails.
    void anErrorComesBeforeItUntilItCouldBeRead()
    {
        const Note refused{NoteKind::Refused, {QStringLiteral("127.0.0.1:9")}};
        m_line->setNote(refused);
        m_line->setHint(QStringLiteral("a hint"));
        QCOMPARE(message(), refused.sentence());
        QTRY_COMPARE_WITH_TIMEOUT(message(), QStringLiteral("a hint"), kPatienceMs);
        m_line->setHint(QString());
        QCOMPARE(message(), refused.sentence());
        m_line->setHint(QStringLiteral("a hint"));
        m_line->setNote(refused); // anew
        m_line->clearNote();
        QCOMPARE(message(), QStringLiteral("Ready!"));
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
