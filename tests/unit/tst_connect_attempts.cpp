// SPDX-License-Identifier: MIT
#include "app/net/ConnectAttempts.h"
#include "app/net/TcpClientTransport.h"
#include "tests/unit/Patience.h"
#include "tests/unit/RawSocket.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::RawSocket;

namespace {

const QHostAddress kNobody(QStringLiteral("127.0.0.3")); ///< the listeners here are at 127.0.0.1 alone
const QHostAddress kNobodyElse(QStringLiteral("127.0.0.4"));
const QHostAddress kServer(QHostAddress::LocalHost);

} // namespace

class TestConnectAttempts final : public QObject {
    Q_OBJECT

private:
    RawSocket m_listener;
    std::unique_ptr<ConnectAttempts> m_attempts;
    QTcpSocket* m_socket = nullptr;
    QStringList m_movedOn;
    QList<QAbstractSocket::SocketError> m_errors;

private Q_SLOTS:
    void init()
    {
        m_listener = RawSocket::listening();
        m_attempts = std::make_unique<ConnectAttempts>(m_listener.localPort());
        m_socket = nullptr;
        m_movedOn.clear();
        m_errors.clear();
        connect(m_attempts.get(), &ConnectAttempts::connected, this, [this](QTcpSocket* socket) {
            m_socket = socket;
            m_socket->setParent(this);
        });
        connect(m_attempts.get(), &ConnectAttempts::movedOn, this,
                [this](const QHostAddress& before, const QHostAddress& next, const QString& words) {
                    m_movedOn.append(before.toString() + u" > "_qs + next.toString() + u": "_qs + words);
                });
        connect(m_attempts.get(), &ConnectAttempts::failed, this,
                [this](QAbstractSocket::SocketError error) { m_errors.append(error); });
    }
    void cleanup()
    {
        m_attempts.reset();
        delete m_socket;
        m_listener.close();
    }

    void firstAnswers()
    {
        m_attempts->start({kServer, kNobody});
        QTRY_VERIFY_WITH_TIMEOUT(m_socket != nullptr, kPatienceMs);
        QCOMPARE(m_socket->peerAddress(), kServer);
        QVERIFY(m_movedOn.isEmpty());
        QVERIFY(m_listener.accept(kPatienceMs).isValid());
        QVERIFY(!m_listener.accept().isValid()); // one was enough
    }

    void firstRefuses()
    {
        m_attempts->start({kNobody, kNobodyElse, kServer});
        QTRY_VERIFY_WITH_TIMEOUT(m_socket != nullptr, kPatienceMs);
        QCOMPARE(m_socket->peerAddress(), kServer);
        QCOMPARE(m_movedOn, (QStringList{u"127.0.0.3 > 127.0.0.4: Connection refused"_qs,
                                         u"127.0.0.4 > 127.0.0.1: Connection refused"_qs}));
        QVERIFY(m_errors.isEmpty());
    }

    void allRefuse()
    {
        m_attempts->start({kNobody, kNobodyElse});
        QTRY_COMPARE_WITH_TIMEOUT(m_errors, QList{QAbstractSocket::ConnectionRefusedError}, kPatienceMs);
        QCOMPARE(m_movedOn.size(), 1);
        QVERIFY(m_socket == nullptr);
    }

    void byName()
    {
        m_attempts->start(u"localhost"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(m_socket != nullptr, kPatienceMs);
        QCOMPARE(m_socket->peerAddress(), kServer);
    }

    void unknownName()
    {
        m_attempts->start(u"nosuchhost.invalid"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(m_errors, QList{QAbstractSocket::HostNotFoundError}, kPatienceMs);
    }

    void destroyedAnyTime_data()
    {
        QTest::addColumn<QString>("when");
        for (const char* when : {"at once", "while looking up", "moved on", "connected", "failed"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }
    void destroyedAnyTime()
    {
        QFETCH(QString, when);
        const auto destroy = [this] { m_attempts.reset(); };
        if (when == u"moved on"_qs)
            connect(m_attempts.get(), &ConnectAttempts::movedOn, this, destroy);
        if (when == u"connected"_qs)
            connect(m_attempts.get(), &ConnectAttempts::connected, this, destroy);
        if (when == u"failed"_qs)
            connect(m_attempts.get(), &ConnectAttempts::failed, this, destroy);
        if (when == u"while looking up"_qs)
            m_attempts->start(u"localhost"_qs);
        else if (when == u"failed"_qs)
            m_attempts->start({kNobody});
        else
            m_attempts->start({kNobody, kServer});
        if (when == u"at once"_qs || when == u"while looking up"_qs)
            destroy();
        QTRY_VERIFY_WITH_TIMEOUT(m_attempts == nullptr, kPatienceMs);
        QTest::qWait(50);
        QCOMPARE(m_socket != nullptr, when == u"connected"_qs);
    }

    /// What the transport makes of it.
    void lineOfTheLog()
    {
        const Note note{NoteKind::NextAddress, {u"[::1]:80"_qs, u"127.0.0.1:80"_qs, u"Connection refused"_qs}};
        QCOMPARE(note.line(), u"No connection to [::1]:80 (Connection refused), trying 127.0.0.1:80"_qs);
        QVERIFY(!note.isError());
    }
};

QTEST_GUILESS_MAIN(TestConnectAttempts)
#include "tst_connect_attempts.moc"
