// SPDX-License-Identifier: MIT
#include "app/layout/RecordDecoder.h"
#include "tests/unit/RandomLog.h"
#include "tests/unit/Sanitized.h"

#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::asMany;

namespace {

/// What a stream shows, with the bytes of every character: `61|E4BDA0|~FF|?E4` (undecodable, waiting for its rest).
QStringList shown(const Capture& capture, const Encoding& encoding, PeerId peer, RecordKind kind)
{
    QStringList all;
    qint64 covered = -1;
    for (RecordId id = capture.begin(); id < capture.end(); ++id) {
        const Record record = capture.record(id);
        if (record.peer != peer || record.kind != kind) {
            continue;
        }
        covered = covered < 0 ? record.streamOffset : covered;
        RecordDecoder decoder(capture, encoding, id, -pendingBefore(capture, encoding, id, 0));
        DecodedCharacter character;
        while (decoder.next(character)) {
            if (record.streamOffset + character.begin != covered ||
                character.end > static_cast<qint32>(record.length)) {
                return {QStringLiteral("gap or overlap at %1").arg(covered)};
            }
            covered = record.streamOffset + character.end;
            all += QLatin1String(character.step.kind == DecodeStep::Kind::Character    ? ""
                                 : character.step.kind == DecodeStep::Kind::Incomplete ? "?"
                                                                                       : "~") +
                   QString::fromLatin1(character.bytes.toByteArray().toHex());
        }
        if (decoder.pendingBytes() > 0 && capture.lastInStream(peer, kind) == id) {
            return {QStringLiteral("the end of the stream is missing")};
        }
    }
    return all;
}

/// The same of bytes in one piece.
QStringList shown(const Encoding& encoding, QByteArrayView bytes)
{
    QStringList all;
    while (!bytes.isEmpty()) {
        const DecodeStep step = encoding.decodeOne(bytes);
        all += QLatin1String(step.kind == DecodeStep::Kind::Character    ? ""
                             : step.kind == DecodeStep::Kind::Incomplete ? "?"
                                                                         : "~") +
               QString::fromLatin1(bytes.first(step.length).toByteArray().toHex());
        bytes = bytes.sliced(step.length);
    }
    return all;
}

/// Bytes at the end of `bytes` that begin a character.
qint32 pendingAtEnd(const Encoding& encoding, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const DecodeStep step = encoding.decodeOne(bytes);
        if (step.kind == DecodeStep::Kind::Incomplete) {
            return static_cast<qint32>(bytes.size());
        }
        bytes = bytes.sliced(step.length);
    }
    return 0;
}

} // namespace

class TestRecordDecoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCut_data() { everyEncoding(); }
    void everyCut();
    void twoPeersBothDirections_data() { everyEncoding(); }
    void twoPeersBothDirections();
    void randomBytes_data() { everyEncoding(); }
    void randomBytes();
    void pendingBeforeEveryByte_data() { everyEncoding(); }
    void pendingBeforeEveryByte();
    void decodingFromAnyCharacter();
    void surrogatesCutAnywhere();
    void afterClearInACharacter();
    void afterTrimInACharacter();
    void longWithoutASureStart();
    void narrowAscii();
    void ideographs();
    void streamBeforeAPlace();

private:
    static void everyEncoding();
    [[nodiscard]] StoreLimits limits() const { return {m_dir.path(), 0x10000, qint64{256} << 20, qint64{64} << 20}; }

    QTemporaryDir m_dir;
};

void TestRecordDecoder::everyEncoding()
{
    QTest::addColumn<QString>("name");
    for (const Encoding* const encoding : Encoding::all()) {
        QTest::newRow(qPrintable(encoding->name())) << encoding->name();
    }
}

void TestRecordDecoder::everyCut()
{
    QFETCH(const QString, name);
    const Encoding& encoding = *Encoding::byName(name);
    RandomLog log(1);
    const QByteArray text = log.text(encoding, 90) + '\xE4';
    const QStringList expected = shown(encoding, text);
    for (qsizetype first = 0; first <= text.size(); ++first) {
        for (qsizetype second = first; second <= std::min(text.size(), first + 5); ++second) {
            Capture capture(limits());
            const PeerId peer = capture.addPeer(QStringLiteral("p"));
            (void)capture.append(RecordKind::Received, peer, text.first(first), 0);
            (void)capture.append(RecordKind::Received, peer, text.mid(first, second - first), 0);
            (void)capture.append(RecordKind::Received, peer, text.sliced(second), 0);
            QCOMPARE(shown(capture, encoding, peer, RecordKind::Received), expected);
        }
    }
}

void TestRecordDecoder::twoPeersBothDirections()
{
    QFETCH(const QString, name);
    const Encoding& encoding = *Encoding::byName(name);
    for (quint32 seed = 1; seed <= asMany(5U); ++seed) {
        RandomLog log(seed);
        Capture capture(limits());
        struct Stream {
            PeerId peer;
            RecordKind kind;
            QByteArray all;
            qsizetype at = 0;
        };
        QList<Stream> streams;
        for (int i = 0; i < 2; ++i) {
            const PeerId peer = capture.addPeer(QStringLiteral("p"));
            streams += {peer, RecordKind::Received, log.text(encoding, 300)};
            streams += {peer, RecordKind::Sent, log.text(encoding, 300)};
        }
        for (int step = 0; step < 400; ++step) {
            Stream& stream = streams[log.below(4)];
            const qsizetype length = std::min<qsizetype>(log.below(6), stream.all.size() - stream.at);
            (void)capture.append(stream.kind, stream.peer, stream.all.mid(stream.at, length), 0);
            stream.at += length;
        }
        for (const Stream& stream : streams) {
            QCOMPARE(shown(capture, encoding, stream.peer, stream.kind), shown(encoding, stream.all.first(stream.at)));
        }
    }
}

void TestRecordDecoder::randomBytes()
{
    QFETCH(const QString, name);
    const Encoding& encoding = *Encoding::byName(name);
    for (quint32 seed = 1; seed <= asMany(40U); ++seed) {
        RandomLog log(seed);
        QByteArray bytes = log.noise(log.below(400));
        if (seed % 2 == 0) {
            for (char& byte : bytes) { // hardly any place where a character surely begins
                byte = static_cast<char>(byte | '\x80');
            }
        }
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        log.appendCut(capture, peer, RecordKind::Sent, bytes, log.below(3));
        QCOMPARE(shown(capture, encoding, peer, RecordKind::Sent), shown(encoding, bytes));
    }
}

void TestRecordDecoder::pendingBeforeEveryByte()
{
    QFETCH(const QString, name);
    const Encoding& encoding = *Encoding::byName(name);
    for (quint32 seed = 1; seed <= asMany(6U); ++seed) {
        RandomLog log(seed);
        const QByteArray bytes = seed % 2 == 0 ? log.noise(200) : log.text(encoding, 200);
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        log.appendCut(capture, peer, RecordKind::Received, bytes, log.below(3));
        for (RecordId id = 0; id < capture.end(); ++id) {
            const Record record = capture.record(id);
            for (qint64 byte = 0; record.isPayload() && byte <= record.length; ++byte) {
                QCOMPARE(pendingBefore(capture, encoding, id, static_cast<qint32>(byte)),
                         pendingAtEnd(encoding, QByteArrayView(bytes).first(record.streamOffset + byte)));
            }
        }
    }
}

void TestRecordDecoder::decodingFromAnyCharacter()
{
    for (quint32 seed = 1; seed <= asMany(30U); ++seed) {
        RandomLog log(seed);
        const Encoding& encoding = *log.encoding();
        Capture capture(limits());
        const PeerId peer = capture.addPeer(QStringLiteral("p"));
        log.appendCut(capture, peer, RecordKind::Received, log.text(encoding, 200), 2);
        const RecordId id = capture.lastInStream(peer, RecordKind::Received);
        RecordDecoder decoder(capture, encoding, id, -pendingBefore(capture, encoding, id, 0));
        DecodedCharacter character;
        DecodedCharacter again;
        while (decoder.next(character)) {
            // From there, and only up to there.
            RecordDecoder other(capture, encoding, id, character.begin, character.end);
            QVERIFY(other.next(again));
            QCOMPARE(other.position(), character.end);
            QCOMPARE(again.begin, character.begin);
            QCOMPARE(again.end, character.end);
            QCOMPARE(again.step.kind, character.step.kind);
            QCOMPARE(again.step.codePoints[0], character.step.codePoints[0]);
        }
    }
}

void TestRecordDecoder::surrogatesCutAnywhere()
{
    // High surrogates with and without their low ones; in big-endian order one byte more tells.
    for (const char16_t* const name : {u"UTF-16LE", u"UTF-16BE"}) {
        const Encoding& encoding = *Encoding::byName(name);
        const QByteArray high = encoding.encode(u"\U0001F600").value().first(2);
        const QByteArray text = high + encoding.encode(u"a\U0001F600").value() + high + high +
                                encoding.encode(u"b").value() + high + encoding.encode(u"你").value();
        const QStringList expected = shown(encoding, text);
        for (qsizetype size = 1; size < 5; ++size) {
            Capture capture(limits());
            const PeerId peer = capture.addPeer(QStringLiteral("p"));
            for (qsizetype at = 0; at < text.size(); at += size) {
                (void)capture.append(RecordKind::Received, peer, text.mid(at, size), 0);
            }
            QCOMPARE(shown(capture, encoding, peer, RecordKind::Received), expected);
        }
    }
}

void TestRecordDecoder::afterClearInACharacter()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const Encoding& utf16 = *Encoding::byName(u"UTF-16LE");
    const Encoding& utf32 = *Encoding::byName(u"UTF-32BE");
    (void)capture.append(RecordKind::Received, peer, QByteArray("a\0b", 3), 0);
    capture.clear();
    (void)capture.append(RecordKind::Received, peer, QByteArray("\0c", 2), 0);
    (void)capture.append(RecordKind::Received, peer, QByteArray("\0d\0", 3), 0);
    // The half that is left is shown by itself, what follows as it should be.
    QCOMPARE(shown(capture, utf16, peer, RecordKind::Received),
             (QStringList{QStringLiteral("~00"), QStringLiteral("6300"), QStringLiteral("6400")}));
    QCOMPARE(shown(capture, utf32, peer, RecordKind::Received),
             (QStringList{QStringLiteral("~00"), QStringLiteral("~63006400")}));
    (void)capture.append(RecordKind::Received, peer, "\xE4", 0);
    capture.clear();
    (void)capture.append(RecordKind::Received, peer, "\xBD\xA0z", 0);
    QCOMPARE(shown(capture, Encoding::utf8(), peer, RecordKind::Received),
             (QStringList{QStringLiteral("~bd"), QStringLiteral("~a0"), QStringLiteral("7a")}));
}

void TestRecordDecoder::afterTrimInACharacter()
{
    Capture capture({m_dir.path(), 3, 9, qint64{64} << 20});
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const QByteArray text = Encoding::byName(u"UTF-16BE")->encode(u"abcdefghijklm").value();
    for (qsizetype at = 0; at + 3 <= text.size(); at += 3) {
        (void)capture.append(RecordKind::Received, peer, text.mid(at, 3), 0);
    }
    QVERIFY(capture.begin() > 0);
    const QStringList rest = shown(capture, *Encoding::byName(u"UTF-16BE"), peer, RecordKind::Received);
    for (const QString& character : rest) {
        QVERIFY2(character.startsWith(QLatin1String("00")) || character.startsWith(QLatin1Char('~')) ||
                     character.startsWith(QLatin1Char('?')),
                 qPrintable(character));
    }
}

void TestRecordDecoder::longWithoutASureStart()
{
    // Double-byte text without a single ASCII character, in records that are odd: up to a mebibyte back its beginning
    // is found; beyond, records that begin with a character tell.
    const Encoding& gbk = *Encoding::byName(u"GBK");
    const QByteArray pair("\xC4\xE3");
    Capture capture({m_dir.path(), 1 << 20, qint64{256} << 20, qint64{64} << 20});
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const QByteArray odd = pair.repeated(30'000) + pair.first(1);
    const QByteArray other = pair.last(1) + pair.repeated(30'000);
    for (int i = 0; i < 8; ++i) {
        (void)capture.append(RecordKind::Received, peer, odd, 0);
        (void)capture.append(RecordKind::Received, peer, other, 0);
    }
    for (RecordId id = capture.begin(); id < capture.end(); ++id) {
        QCOMPARE(pendingBefore(capture, gbk, id, 0), id % 2 == 0 ? 0 : 1);
    }
    // Remembered places change nothing, whichever way one goes, nor do those of another encoding.
    CharacterBorders known;
    const Encoding& big5 = *Encoding::byName(u"Big5");
    for (int pass = 0; pass < 4; ++pass) {
        for (RecordId i = 0; i < 16; ++i) {
            const RecordId id = pass % 2 == 0 ? i : 15 - i;
            const qint32 byte = pass * 4999;
            QCOMPARE(pendingBefore(capture, gbk, id, byte, nullptr, &known), pendingBefore(capture, gbk, id, byte));
        }
        QCOMPARE(pendingBefore(capture, big5, 15, 20'001, nullptr, &known), pendingBefore(capture, big5, 15, 20'001));
    }
    for (int i = 0; i < 50; ++i) {
        (void)capture.append(RecordKind::Received, peer, pair.repeated(30'000), 0);
    }
    QCOMPARE(pendingBefore(capture, gbk, capture.end() - 1, 0), 0);
    QCOMPARE(pendingBefore(capture, gbk, capture.end() - 1, 4001), 1);
}

void TestRecordDecoder::narrowAscii()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    (void)capture.append(RecordKind::Received, peer,
                         QByteArray("ab \0\x7F\x1F"
                                    "\tcd\r\xC3\xA9\n",
                                    13),
                         0);
    RecordDecoder decoder(capture, Encoding::utf8(), 0, 0);
    QCOMPARE(decoder.skipNarrowAscii(-1), 0);
    QCOMPARE(decoder.skipNarrowAscii(0), 0);
    QCOMPARE(decoder.skipNarrowAscii(2), 2);
    QCOMPARE(decoder.skipNarrowAscii(100), 4);
    QCOMPARE(decoder.skipNarrowAscii(100), 0);
    DecodedCharacter character;
    QVERIFY(decoder.next(character));
    QVERIFY(character.is(U'\t'));
    QCOMPARE(decoder.skipNarrowAscii(100), 2);
    for (const char32_t next : {U'\r', U'\u00E9', U'\n'}) {
        QCOMPARE(decoder.skipNarrowAscii(100), 0);
        QVERIFY(decoder.next(character));
        QVERIFY(character.is(next));
    }
    QCOMPARE(decoder.skipNarrowAscii(100), 0);
    QVERIFY(!decoder.next(character));
    RecordDecoder wide(capture, *Encoding::byName(u"UTF-16LE"), 0, 0);
    QCOMPARE(wide.skipNarrowAscii(100), 0);
}

void TestRecordDecoder::ideographs()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    // The record begins with the end of a character and ends in one.
    (void)capture.append(RecordKind::Received, peer, QByteArray::fromHex("E4BDA0E5"), 0);
    (void)capture.append(RecordKind::Received, peer, QByteArray::fromHex("A5BDE4B896E7958CE38182E6"), 0);
    RecordDecoder decoder(capture, Encoding::utf8(), 1, -pendingBefore(capture, Encoding::utf8(), 1, 0));
    QCOMPARE(decoder.position(), -1);
    QCOMPARE(decoder.skipIdeographs(-1), 0);
    QCOMPARE(decoder.skipIdeographs(0), 0);
    QCOMPARE(decoder.skipIdeographs(2), 2);
    QCOMPARE(decoder.position(), 5);
    QCOMPARE(decoder.skipIdeographs(100), 1);
    DecodedCharacter character;
    QVERIFY(decoder.next(character));
    QVERIFY(character.is(U'\u3042'));
    QCOMPARE(decoder.skipIdeographs(100), 0);
    QCOMPARE(decoder.position(), 11);
    RecordDecoder units(capture, *Encoding::byName(u"UTF-16LE"), 0, 0);
    QCOMPARE(units.skipIdeographs(100), 0);
}

void TestRecordDecoder::streamBeforeAPlace()
{
    Capture capture(limits());
    const PeerId peer = capture.addPeer(QStringLiteral("p"));
    const PeerId other = capture.addPeer(QStringLiteral("o"));
    (void)capture.append(RecordKind::Received, peer, "ab", 0);
    (void)capture.append(RecordKind::Received, other, "XYZ", 0);
    (void)capture.append(RecordKind::Received, peer, "", 0);
    (void)capture.append(RecordKind::Received, peer, "cde", 0);
    QCOMPARE(streamBefore(capture, 3, 0, 1), QByteArray("b"));
    QCOMPARE(streamBefore(capture, 3, 2, 3), QByteArray("bcd"));
    QCOMPARE(streamBefore(capture, 3, 3, 100), QByteArray("abcde"));
    QCOMPARE(streamBefore(capture, 3, -1, 1), QByteArray("a"));
    QCOMPARE(streamBefore(capture, 3, -1, 5), QByteArray("a"));
    QCOMPARE(streamBefore(capture, 3, -2, 5), QByteArray());
    QCOMPARE(streamBefore(capture, 3, 2, 0), QByteArray());
    QCOMPARE(streamBefore(capture, 1, 0, 5), QByteArray());
    RecordId earliest = 3;
    QCOMPARE(streamBefore(capture, 3, 2, 2, &earliest), QByteArray("cd"));
    QCOMPARE(earliest, 3);
    QCOMPARE(streamBefore(capture, 3, 2, 3, &earliest), QByteArray("bcd"));
    QCOMPARE(earliest, 0);
}

QTEST_GUILESS_MAIN(TestRecordDecoder)
#include "tst_recorddecoder.moc"
