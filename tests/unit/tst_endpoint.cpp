// SPDX-License-Identifier: MIT
#include "app/net/Endpoint.h"

#include <QHostAddress>
#include <QTest>

using netassist::Endpoint;

class TestEndpoint final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QString>("text");
        QTest::newRow("IPv4") << u"127.0.0.1"_qs << quint16{8080} << u"127.0.0.1:8080"_qs;
        QTest::newRow("IPv6") << u"::1"_qs << quint16{1} << u"[::1]:1"_qs;
        QTest::newRow("IPv6 zone") << u"fe80::1%eth0"_qs << quint16{65535} << u"[fe80::1%eth0]:65535"_qs;
        QTest::newRow("name") << u"example.org"_qs << quint16{0} << u"example.org:0"_qs;
    }
    void writes()
    {
        QFETCH(QString, host);
        QFETCH(quint16, port);
        QFETCH(QString, text);
        const Endpoint endpoint{host, port};
        QCOMPARE(endpoint.toString(), text);
        const auto parsed = Endpoint::parse(text);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed.value(), endpoint);
    }

    void ofAddress_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("IPv4") << QHostAddress(u"192.0.2.7"_qs) << u"192.0.2.7:5"_qs;
        QTest::newRow("IPv6") << QHostAddress(u"2001:db8::7"_qs) << u"[2001:db8::7]:5"_qs;
        QTest::newRow("mapped") << QHostAddress(u"::ffff:192.0.2.7"_qs) << u"192.0.2.7:5"_qs;
        QTest::newRow("IPv6 loopback") << QHostAddress(QHostAddress::LocalHostIPv6) << u"[::1]:5"_qs;
        QTest::newRow("any IPv6") << QHostAddress(QHostAddress::AnyIPv6) << u"[::]:5"_qs;
        QTest::newRow("any IPv4") << QHostAddress(QHostAddress::AnyIPv4) << u"0.0.0.0:5"_qs;
        QTest::newRow("any") << QHostAddress(QHostAddress::Any) << u"[::]:5"_qs;
    }
    void ofAddress()
    {
        QFETCH(QHostAddress, address);
        QFETCH(QString, text);
        QCOMPARE(Endpoint::of(address, 5).toString(), text);
    }

    void parseTrims() { QCOMPARE(Endpoint::parse(u" localhost:80\n").value(), (Endpoint{u"localhost"_qs, 80})); }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word"); ///< by which the reason is known
        QTest::newRow("empty") << u""_qs << u"port is missing"_qs;
        QTest::newRow("no port") << u"localhost"_qs << u"port is missing"_qs;
        QTest::newRow("empty port") << u"localhost:"_qs << u"port"_qs;
        QTest::newRow("port too large") << u"localhost:65536"_qs << u"65535"_qs;
        QTest::newRow("port far too large") << u"localhost:99999999999999999999"_qs << u"65535"_qs;
        QTest::newRow("negative port") << u"localhost:-1"_qs << u"65535"_qs;
        QTest::newRow("port with sign") << u"localhost:+80"_qs << u"65535"_qs;
        QTest::newRow("port in letters") << u"localhost:http"_qs << u"65535"_qs;
        QTest::newRow("port in other digits") << u"localhost:\u0668\u0660"_qs << u"65535"_qs;
        QTest::newRow("no host") << u":80"_qs << u"host is missing"_qs;
        QTest::newRow("bare IPv6") << u"::1:80"_qs << u"in brackets"_qs;
        QTest::newRow("open bracket") << u"[::1:80"_qs << u"closing bracket"_qs;
        QTest::newRow("IPv6 without port") << u"[::1]"_qs << u"closing bracket"_qs;
        QTest::newRow("name in brackets") << u"[localhost]:80"_qs << u"no IPv6"_qs;
        QTest::newRow("IPv4 in brackets") << u"[127.0.0.1]:80"_qs << u"no IPv6"_qs;
        QTest::newRow("bracket alone") << u"[:80"_qs << u"closing bracket"_qs;
        QTest::newRow("blank inside") << u"local host:80"_qs << u"character"_qs;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto parsed = Endpoint::parse(text);
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().contains(word), qPrintable(parsed.error()));
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
