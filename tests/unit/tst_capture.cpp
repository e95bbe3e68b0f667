// SPDX-License-Identifier: MIT
#include "app/capture/Capture.h"
#include "tests/unit/Sanitized.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace netassist;
using netassist::test::asMany;

namespace {

/// Every sentence becomes another one.
class OtherLanguage final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char* /*disambiguation*/,
                                    int /*n*/) const override
    {
        const QString text = QString::fromUtf8(source);
        return qstrcmp(context, "Note") != 0        ? QString()
               : text == QLatin1String("Error: %1") ? QStringLiteral("错误：%1")
                                                    : QStringLiteral("译文 ") + text;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QList<RecordId> streamBack(const Capture& capture, PeerId peer, RecordKind kind)
{
    QList<RecordId> ids;
    for (RecordId id = capture.lastInStream(peer, kind); id != kNoRecord; id = capture.record(id).previousInStream) {
        ids.prepend(id);
    }
    return ids;
}

} // namespace

class TestCapture final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsAndStreams();
    void partsOfARecord();
    void clearInTheMiddle();
    void trimming();
    void trimmingFollowsTheModel();
    void recordLargerThanTheLimit();
    void recordsAreLimitedToo();
    void failureIsTold();
    void failureIsToldAgainAfterClear();
#ifdef Q_OS_LINUX
    void nearlyFullDiskIsToldOnce();
#endif
    void noteLines_data();
    void noteLines();
    void notesArePacked_data();
    void notesArePacked();
    void anyBytesAreANote();
    void sentencesAreTranslatedLinesAreNot();

private:
    [[nodiscard]] StoreLimits limits(qint64 segment, qint64 limit) const
    {
        return {m_dir->path(), segment, limit, qint64{64} << 20};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCapture::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestCapture::recordsAndStreams()
{
    Capture capture(limits(100, 100'000));
    QVERIFY(capture.isEmpty());
    QSignalSpy appended(&capture, &Capture::appended);
    const PeerId a = capture.addPeer(QStringLiteral("127.0.0.1:1"));
    const PeerId b = capture.addPeer(QStringLiteral("[::1]:2"));
    QVERIFY(a != b);
    QCOMPARE(capture.peerLabel(b), QStringLiteral("[::1]:2"));
    QCOMPARE(capture.peerLabel(kNoPeer), QString());
    QCOMPARE(capture.lastInStream(a, RecordKind::Received), kNoRecord);
    QCOMPARE(capture.lastInStream(kNoPeer, RecordKind::Sent), kNoRecord);

    QCOMPARE(capture.append(RecordKind::Received, a, "abc", 5), 0);
    QCOMPARE(capture.append(RecordKind::Received, b, "de", 6), 1);
    QCOMPARE(capture.append(RecordKind::Sent, a, "f", 7), 2);
    QCOMPARE(capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x:1")}}, 8), 3);
    QCOMPARE(capture.append(RecordKind::Received, a, "", 9), 4);
    QCOMPARE(capture.append(RecordKind::Received, a, "gh", 10), 5);
    QCOMPARE(appended.count(), 6);
    QCOMPARE(capture.begin(), 0);
    QCOMPARE(capture.end(), 6);
    QCOMPARE(capture.bytes(0), QByteArray("abc"));
    QCOMPARE(capture.bytes(4), QByteArray());
    QCOMPARE(capture.bytes(5), QByteArray("gh"));
    QCOMPARE(capture.note(3).kind, NoteKind::Disconnected);
    QCOMPARE(streamBack(capture, a, RecordKind::Received), (QList<RecordId>{0, 4, 5}));
    QCOMPARE(streamBack(capture, b, RecordKind::Received), (QList<RecordId>{1}));
    QCOMPARE(streamBack(capture, a, RecordKind::Sent), (QList<RecordId>{2}));
    QCOMPARE(streamBack(capture, b, RecordKind::Sent), QList<RecordId>());

    const Record last = capture.record(5);
    QCOMPARE(last.timeUs, 10);
    QCOMPARE(last.streamOffset, 3);
    QCOMPARE(last.length, 2U);
    QCOMPARE(last.peer, a);
    QCOMPARE(last.kind, RecordKind::Received);
    QVERIFY(last.isPayload());
    QVERIFY(!capture.record(3).isPayload());
    QCOMPARE(capture.record(3).peer, kNoPeer);

    // Without a time it is now.
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const RecordId id = capture.append(RecordKind::Sent, b, "x");
    QVERIFY(capture.record(id).timeUs / 1000 >= before);
    QVERIFY(capture.record(id).timeUs / 1000 <= QDateTime::currentMSecsSinceEpoch());
}

void TestCapture::partsOfARecord()
{
    Capture capture(limits(4, 100'000));
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Sent, peer, "before");
    const RecordId id = capture.append(RecordKind::Sent, peer, "0123456789");
    (void)capture.append(RecordKind::Sent, peer, "behind");
    QCOMPARE(capture.bytes(id, 0, 10), QByteArray("0123456789"));
    QCOMPARE(capture.bytes(id, 3, 4), QByteArray("3456"));
    QCOMPARE(capture.bytes(id, 8, 100), QByteArray("89"));
    QCOMPARE(capture.bytes(id, 10, 1), QByteArray());
    QCOMPARE(capture.bytes(id, 100, 1), QByteArray());
    QCOMPARE(capture.bytes(id, 2, -1), QByteArray());
    QCOMPARE(capture.bytes(id, -5, 2), QByteArray("01"));
}

void TestCapture::clearInTheMiddle()
{
    Capture capture(limits(100, 100'000));
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Received, peer, "abc");
    (void)capture.append(RecordKind::Received, peer, "de");
    QSignalSpy cleared(&capture, &Capture::cleared);
    capture.clear();
    QCOMPARE(cleared.count(), 1);
    QVERIFY(capture.isEmpty());
    QCOMPARE(capture.begin(), 2);
    QCOMPARE(capture.end(), 2);
    QCOMPARE(capture.storedBytes(), 0);
    QCOMPARE(capture.lastInStream(peer, RecordKind::Received), kNoRecord);
    const RecordId id = capture.append(RecordKind::Received, peer, "f");
    QCOMPARE(id, 2);
    QCOMPARE(capture.record(id).streamOffset, 5); // the stream goes on
    QCOMPARE(capture.record(id).previousInStream, kNoRecord);
    QCOMPARE(capture.record(id).offset, 5);
    QCOMPARE(capture.bytes(id), QByteArray("f"));
    QCOMPARE(capture.peerLabel(peer), QStringLiteral("p"));
}

void TestCapture::trimming()
{
    Capture capture(limits(10, 40));
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    QSignalSpy trimmed(&capture, &Capture::trimmed);
    for (int i = 0; i < 8; ++i) {
        (void)capture.append(RecordKind::Received, peer, "12345");
    }
    QCOMPARE(capture.begin(), 0);
    QCOMPARE(trimmed.count(), 0);
    (void)capture.append(RecordKind::Received, peer, "1");
    QVERIFY(trimmed.count() > 0);
    QVERIFY(capture.begin() >= 2);
    // The drop is told in the log.
    const Note note = capture.note(capture.end() - 1);
    QCOMPARE(note.kind, NoteKind::OldestDropped);
    QCOMPARE(note.details.value(1), QStringLiteral("40"));
    QCOMPARE(capture.record(capture.begin()).previousInStream, kNoRecord);
    // Told again only after another turnover of the limit.
    Capture larger(limits(10, 10'000));
    const PeerId other = larger.addPeer(QStringLiteral("p"));
    for (int i = 0; i < 2000 * 3; ++i) {
        (void)larger.append(RecordKind::Received, other, "12345");
    }
    int told = 0;
    for (RecordId id = larger.begin(); id < larger.end(); ++id) {
        told += larger.record(id).isPayload() ? 0 : 1;
    }
    QVERIFY(told >= 1 && told <= 2);
}

void TestCapture::trimmingFollowsTheModel()
{
    for (quint32 seed = 1; seed <= asMany(20U); ++seed) {
        QRandomGenerator random(seed);
        Capture capture(limits(1 + random.bounded(60), 200 + random.bounded(200)));
        const QList<PeerId> peers{capture.addPeer(QStringLiteral("a")), capture.addPeer(QStringLiteral("b"))};
        struct Kept {
            QByteArray bytes;
            qint64 streamOffset;
        };
        QHash<RecordId, Kept> all;
        QHash<std::pair<PeerId, int>, qint64> streams;
        for (int step = 0; step < 300; ++step) {
            const PeerId peer = peers.at(random.bounded(2));
            const RecordKind kind = random.bounded(2) == 0 ? RecordKind::Received : RecordKind::Sent;
            const QByteArray bytes(random.bounded(random.bounded(20) == 0 ? 90 : 12), static_cast<char>(step));
            qint64& stream = streams[{peer, static_cast<int>(kind)}];
            all.insert(capture.append(kind, peer, bytes), {bytes, stream});
            stream += bytes.size();
            if (random.bounded(90) == 0) {
                capture.clear();
            }
            QHash<std::pair<PeerId, int>, RecordId> last;
            for (RecordId id = capture.begin(); id < capture.end(); ++id) {
                const Record record = capture.record(id);
                if (!record.isPayload()) {
                    QVERIFY(capture.note(id).kind == NoteKind::OldestDropped);
                    continue;
                }
                const std::pair<PeerId, int> key{record.peer, static_cast<int>(record.kind)};
                QCOMPARE(capture.bytes(id), all.value(id).bytes);
                QCOMPARE(record.streamOffset, all.value(id).streamOffset);
                QCOMPARE(record.previousInStream, last.value(key, kNoRecord));
                last.insert(key, id);
            }
            for (const PeerId each : peers) {
                for (const RecordKind way : {RecordKind::Received, RecordKind::Sent}) {
                    QCOMPARE(capture.lastInStream(each, way), last.value({each, static_cast<int>(way)}, kNoRecord));
                }
            }
        }
    }
}

void TestCapture::recordLargerThanTheLimit()
{
    Capture capture(limits(10, 40));
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Received, peer, QByteArray(1000, 'x'));
    (void)capture.append(RecordKind::Received, peer, "y");
    QCOMPARE(capture.bytes(capture.lastInStream(peer, RecordKind::Received)), QByteArray("y"));
    QCOMPARE(capture.record(capture.lastInStream(peer, RecordKind::Received)).streamOffset, 1000);
    QCOMPARE(capture.record(capture.lastInStream(peer, RecordKind::Received)).previousInStream, kNoRecord);
}

void TestCapture::recordsAreLimitedToo()
{
    StoreLimits few = limits(100'000, 1'000'000);
    few.records = 160;
    Capture capture(few);
    QSignalSpy noted(&capture, &Capture::noted);
    QSignalSpy trimmed(&capture, &Capture::trimmed);
    const PeerId peer = capture.addPeer(QStringLiteral("127.0.0.1:1"));
    for (int i = 0; i < 1000; ++i) {
        (void)capture.append(RecordKind::Received, peer, QByteArray::number(i), 0);
        QVERIFY(capture.end() - capture.begin() <= few.records + 1); // and the note that tells of it
    }
    QVERIFY(capture.end() - capture.begin() >= few.records - few.records / 16);
    QVERIFY(trimmed.size() > 10 && trimmed.size() < 200);
    // Told at first, and then once for as many as are kept.
    QCOMPARE(noted.size(), 6);
    QCOMPARE(noted.first().first().value<Note>(),
             (Note{NoteKind::RecordsDropped, {QStringLiteral("11"), QStringLiteral("160")}}));
    const Note last = noted.last().first().value<Note>();
    QCOMPARE(last.kind, NoteKind::RecordsDropped);
    QVERIFY(last.details.constFirst().toLongLong() <= capture.begin());
    QVERIFY(last.details.constFirst().toLongLong() > capture.begin() - few.records);
    QCOMPARE(capture.bytes(capture.lastInStream(peer, RecordKind::Received)), QByteArray("999"));

    capture.clear();
    for (int i = 0; i < 200; ++i) {
        (void)capture.append(RecordKind::Received, peer, "again", 0);
    }
    QCOMPARE(noted.size(), 7); // and from the start again
}

void TestCapture::failureIsTold()
{
    const QString path = m_dir->filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Capture capture({path, 10, 10'000, 5000});
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Received, peer, "12345");
    QCOMPARE(capture.end(), 2);
    QCOMPARE(capture.note(1).kind, NoteKind::StoreFailed);
    QCOMPARE(capture.note(1).details.value(0), path);
    QCOMPARE(capture.note(1).details.value(2), QStringLiteral("5000"));
    QVERIFY(capture.note(1).isError());
    (void)capture.append(RecordKind::Received, peer, "67890");
    QCOMPARE(capture.end(), 3); // once
    QVERIFY(file.remove());
    (void)capture.append(RecordKind::Received, peer, QByteArray(30, 'x'));
    const Note note = capture.note(capture.end() - 1);
    QCOMPARE(note.kind, NoteKind::StoreRecovered);
    QVERIFY(!note.isError());
    QCOMPARE(capture.bytes(0), QByteArray("12345"));
}

void TestCapture::failureIsToldAgainAfterClear()
{
    const QString path = m_dir->filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Capture capture({path, 10, 10'000, 5000});
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Received, peer, "12345");
    capture.clear();
    (void)capture.append(RecordKind::Received, peer, "12345");
    QCOMPARE(capture.note(capture.end() - 1).kind, NoteKind::StoreFailed);
    capture.clear();
    QVERIFY(file.remove());
    (void)capture.append(RecordKind::Received, peer, QByteArray(30, 'x'));
    QCOMPARE(capture.end() - capture.begin(), 1); // nothing to recover from in this log
}

#ifdef Q_OS_LINUX
void TestCapture::nearlyFullDiskIsToldOnce()
{
    // Room is what the descriptors left are here: each segment dropped makes room for one, and then it is full again.
    Capture capture({m_dir->path(), 1000, 1'000'000, 500});
    QSignalSpy noted(&capture, &Capture::noted);
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const QByteArray piece(100, 'x');
    for (int i = 0; i < 200; ++i) {
        (void)capture.append(RecordKind::Received, peer, piece, 0);
    }
    QVERIFY(noted.isEmpty());
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit full = before;
    const int next = open("/dev/null", O_RDONLY);
    QVERIFY(next > 0);
    close(next);
    full.rlim_cur = static_cast<rlim_t>(next);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &full), 0);
    for (int i = 0; i < 2000; ++i) {
        (void)capture.append(RecordKind::Received, peer, piece, 0);
    }
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    const auto kinds = [&noted] {
        QList<NoteKind> found;
        for (const auto& arguments : noted) {
            found += arguments.constFirst().value<Note>().kind;
        }
        return found;
    };
    QCOMPARE(kinds(), (QList{NoteKind::StoreFailed, NoteKind::OldestDropped}));
    QVERIFY(capture.storedBytes() > 15'000); // what files hold, and the newest in memory

    // Room again: it is told once, and all is kept from now on.
    for (int i = 0; i < 300; ++i) {
        (void)capture.append(RecordKind::Received, peer, piece, 0);
    }
    QCOMPARE(kinds(), (QList{NoteKind::StoreFailed, NoteKind::OldestDropped, NoteKind::StoreRecovered}));
    const RecordId first = capture.begin();
    for (int i = 0; i < 300; ++i) {
        (void)capture.append(RecordKind::Received, peer, piece, 0);
    }
    QCOMPARE(capture.begin(), first);
    QCOMPARE(noted.size(), 3);
}
#endif

void TestCapture::noteLines_data()
{
    QTest::addColumn<NoteKind>("kind");
    QTest::addColumn<QStringList>("details");
    QTest::addColumn<QString>("line");
    const auto row = [](NoteKind kind, const QStringList& details, const char* line) {
        QTest::newRow(line) << kind << details << QString::fromUtf8(line);
    };
    const auto s = [](const char* text) { return QString::fromLatin1(text); };
    row(NoteKind::Listening, {s("127.0.0.1:8080")}, "Listening on 127.0.0.1:8080");
    row(NoteKind::StoppedListening, {s("[::1]:8080")}, "Stopped listening on [::1]:8080");
    row(NoteKind::ClientConnected, {s("172.16.1.241:56984"), s("1")}, "Client 172.16.1.241:56984 connected (1 client)");
    row(NoteKind::ClientConnected, {s("1.2.3.4:5"), s("21")}, "Client 1.2.3.4:5 connected (21 clients)");
    row(NoteKind::ClientDisconnected, {s("172.16.1.241:56984"), s("0")},
        "Client 172.16.1.241:56984 disconnected (0 clients)");
    row(NoteKind::ClientDisconnected, {s("1.2.3.4:5"), s("1")}, "Client 1.2.3.4:5 disconnected (1 client)");
    row(NoteKind::RepeatNobodyThere, {s("12")}, "Repeating stopped, 12 sent: nobody is connected any more");
    row(NoteKind::RepeatWhileClosed, {s("12")}, "Repeating stopped, 12 sent: the UDP socket is closed");
    row(NoteKind::FileRefused, {s("/tmp/a"), s("127.0.0.1:9"), s("3"), s("7")},
        "Error: file /tmp/a may not have reached 127.0.0.1:9 whole: at least 3 datagrams to it were refused while the "
        "file's 7 went");
    row(NoteKind::RepeatBoxWrong, {s("1")},
        "Repeating stopped, 1 sent: the send box holds an error, see the line below it");
    row(NoteKind::RepeatBoxEmpty, {s("0")}, "Repeating stopped, 0 sent: the send box is empty");
    row(NoteKind::RepeatRefused, {s("3")}, "Repeating stopped, 3 sent: the next one could not be sent");
    row(NoteKind::Connected, {s("172.16.1.241:8080"), s("172.16.1.174:54237")},
        "Connected to 172.16.1.241:8080 from 172.16.1.174:54237");
    row(NoteKind::Refused, {s("172.16.1.241:8080")},
        "Error: connection to 172.16.1.241:8080 refused: is a server listening there?");
    row(NoteKind::OtherNetworkError, {s("%2"), s("%1 %9")}, "Error: connection at %2 failed: %1 %9");
    row(NoteKind::OtherNetworkError, {}, "Error: connection at  failed: ");
    row(NoteKind::SendWithoutPeer, {}, "Error: not sent: nobody is connected");
    row(NoteKind::StoreBehind, {s("/tmp")},
        "Error: the disk of /tmp does not take the log for now: receiving, and files being sent, wait until it does");
    row(NoteKind::StoreRecovered, {s("/tmp")}, "The log is stored in /tmp again");
}

void TestCapture::noteLines()
{
    QFETCH(const NoteKind, kind);
    QFETCH(const QStringList, details);
    QFETCH(const QString, line);
    const Note note{kind, details};
    QCOMPARE(note.line(), line);
    QCOMPARE(note.sentence(), line); // without a translation
    QCOMPARE(note.isError(), line.startsWith(QLatin1String("Error: ")));
}

void TestCapture::notesArePacked_data()
{
    QTest::addColumn<QStringList>("details");
    QTest::newRow("none") << QStringList();
    QTest::newRow("one empty") << QStringList{QString()};
    QTest::newRow("empty ones") << QStringList{QString(), QString(), QString()};
    QTest::newRow("plain") << QStringList{QStringLiteral("a"), QStringLiteral("1")};
    QTest::newRow("last empty") << QStringList{QStringLiteral("a"), QString()};
    QTest::newRow("any text") << QStringList{QStringLiteral("数据\u001F\u0000\n\u00FF\U0001F600"),
                                             QStringLiteral("\u001E|\\")};
}

void TestCapture::notesArePacked()
{
    QFETCH(const QStringList, details);
    for (int kind = 0; kind <= static_cast<int>(NoteKind::CopyGap); ++kind) {
        const Note note{static_cast<NoteKind>(kind), details};
        QCOMPARE(Note::unpack(note.pack()), note);
        QVERIFY(!note.line().isEmpty());
    }
    Capture capture(limits(3, 10'000));
    const Note note{NoteKind::SettingsDamaged, details};
    QCOMPARE(capture.note(capture.appendNote(note)), note);
}

void TestCapture::anyBytesAreANote()
{
    QCOMPARE(Note::unpack({}), (Note{NoteKind::OtherNetworkError, {}}));
    QCOMPARE(Note::unpack("\xFF"), (Note{NoteKind::OtherNetworkError, {}}));
    QRandomGenerator random(3);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes;
        for (int length = random.bounded(12); length > 0; --length) {
            bytes += static_cast<char>(random.bounded(4) == 0 ? 0xFF : random.bounded(256));
        }
        const Note note = Note::unpack(bytes);
        QVERIFY(!note.line().isEmpty());
        QCOMPARE(Note::unpack(note.pack()), note);
    }
}

void TestCapture::sentencesAreTranslatedLinesAreNot()
{
    OtherLanguage translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const Note error{NoteKind::Refused, {QStringLiteral("1.2.3.4:5")}};
    QCOMPARE(error.line(), QStringLiteral("Error: connection to 1.2.3.4:5 refused: is a server listening there?"));
    QCOMPARE(error.sentence(),
             QStringLiteral("错误：译文 connection to 1.2.3.4:5 refused: is a server listening there?"));
    const Note note{NoteKind::Listening, {QStringLiteral("[::1]:5")}};
    QCOMPARE(note.line(), QStringLiteral("Listening on [::1]:5"));
    QCOMPARE(note.sentence(), QStringLiteral("译文 Listening on [::1]:5"));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
