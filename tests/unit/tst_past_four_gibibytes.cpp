// SPDX-License-Identifier: MIT
// Counters, offsets and rows where 32 bits would not do: a transport that plays what the test says, and a store that
// keeps only the newest in memory, so that nothing is really moved through a network or a disk.
#include "app/layout/LogText.h"
#include "app/layout/LogWindow.h"
#include "app/session/Session.h"
#include "tests/unit/Sanitized.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::asMany;

namespace {

constexpr qint64 kMiB = qint64{1} << 20;
constexpr qint64 kGiB = qint64{1} << 30;

class ScriptedTransport final : public Transport {
public:
    void open() override
    {
        setState(TransportState::Open);
        Q_EMIT opened({QStringLiteral("127.0.0.1"), 1}, {});
        Q_EMIT connected(1, {QStringLiteral("127.0.0.1"), 2});
    }
    void close() override
    {
        Q_EMIT disconnected(1, false);
        setState(TransportState::Closed);
    }
    void write(ConnectionId /*connection*/, const QByteArray& bytes) override { m_unwritten += bytes.size(); }
    [[nodiscard]] qint64 unwritten(ConnectionId /*connection*/) const override { return m_unwritten; }
    void disconnectFrom(ConnectionId /*connection*/) override {}
    void setSendPending(ConnectionId /*connection*/, bool /*pending*/) override {}

    void receive(QByteArrayView bytes) { Q_EMIT received(1, bytes); }
    /// The system takes all that was handed over, and what follows it at once.
    void takeAll()
    {
        while (m_unwritten > 0)
            Q_EMIT written(1, std::exchange(m_unwritten, 0));
    }

private:
    qint64 m_unwritten = 0;
};

class ScriptedSession final : public Session {
public:
    using Session::Session;
    [[nodiscard]] ScriptedTransport& transport() const { return *m_made; }

protected:
    [[nodiscard]] std::unique_ptr<Transport> makeTransport(const SessionEndpoint& /*endpoint*/) const override
    {
        auto made = std::make_unique<ScriptedTransport>();
        m_made = made.get();
        return made;
    }

private:
    mutable ScriptedTransport* m_made = nullptr;
};

} // namespace

class TestPastFourGibibytes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countersAndOffsetsAreExact()
    {
        QTemporaryDir folder;
        QFile noFolder(folder.filePath(QStringLiteral("file")));
        QVERIFY(noFolder.open(QIODevice::WriteOnly));
        StoreLimits limits;
        limits.folder = noFolder.fileName(); // so nothing can be written there
        limits.limitBytes = 64 * kMiB;
        limits.memoryBytes = 16 * kMiB;
        ScriptedSession session(limits);
        session.open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 1}});
        QCOMPARE(session.peers().size(), 1);
        Capture& capture = session.capture();

        // 4 GiB and a bit come in.
        constexpr qint64 kReceived = 4 * kGiB + 12'345;
        const QByteArray lines = QByteArray("0123456789abcde\n").repeated(kMiB / 16);
        for (qint64 left = kReceived; left > 0;) {
            const qint64 count = std::min<qint64>(left, lines.size());
            session.transport().receive(QByteArrayView(lines).first(count));
            left -= count;
        }
        QCOMPARE(session.counters().receivedBytes, kReceived);
        QCOMPARE(session.counters().receivedRecords, 4 * 1024 + 1);

        // And go out.
        constexpr qint64 kSent = asMany(4 * kGiB + 64 * kMiB);
        const QByteArray payload = lines.repeated(32);
        for (qint64 sent = 0; sent < kSent; sent += payload.size()) {
            session.send(payload, 1);
            for (; session.waitingBytes() > 0; QCoreApplication::processEvents()) // what is much goes in turns
                session.transport().takeAll();
        }
        QCOMPARE(session.counters().sentBytes, kSent);
        QCOMPARE(session.waitingBytes(), 0);

        // What is kept has exact places.
        session.transport().receive("the very end");
        const RecordId last = capture.lastInStream(session.peers().constFirst().peer, RecordKind::Received);
        const Record record = capture.record(last);
        QCOMPARE(record.streamOffset, kReceived);
        QVERIFY(record.offset >= kReceived + kSent);
        QCOMPARE(capture.bytes(last), QByteArray("the very end"));
        QVERIFY(capture.storedBytes() <= limits.memoryBytes + kMiB);

        // It is found, shown, selected and copied.
        ViewSettings settings;
        settings.logMode = false;
        Layout layout(capture, settings);
        LogWindow window(layout);
        window.setHeight(10);
        window.update();
        QCOMPARE(window.rows().back().text, QStringLiteral("the very end"));
        QCOMPARE(window.rows().front().text, QStringLiteral("0123456789abcde"));
        QCOMPARE(payloadBytes(capture, settings, {last, RowPart::Payload, 4}, {last, RowPart::Payload, 8}),
                 QByteArray("very"));
        settings.hex = true;
        layout.setSettings(settings);
        window.update();
        QCOMPARE(window.rows().back().text, QStringLiteral("74 68 65 20 76 65 72 79 20 65 6E 64"));

        session.resetCounters();
        QCOMPARE(session.counters().receivedBytes, 0);
        session.close();
    }
};

QTEST_GUILESS_MAIN(TestPastFourGibibytes)
#include "tst_past_four_gibibytes.moc"
