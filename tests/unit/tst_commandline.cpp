// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"
#include "app/text/Encoding.h"

#include <QTest>

using namespace netassist;

namespace {

Result<CommandLine, QString> parse(const QStringList& options)
{
    return CommandLine::parse(QStringList{QStringLiteral("/somewhere/netassistant")} + options);
}

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class tst_CommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAskedFor();
    void everythingAskedFor();
    void endpoints_data();
    void endpoints();
    void encodingIsGivenByAnyOfItsNames();
    void helpNamesEveryOption();
    void versionAndHelp();
    void whatIsWrong_data();
    void whatIsWrong();
    void errorIsOneLine();
};

void tst_CommandLine::nothingAskedFor()
{
    const auto parsed = parse({});
    QVERIFY(parsed.ok());
    const CommandLine& line = parsed.value();
    QVERIFY(!line.open);
    QVERIFY(line.encoding.isEmpty());
    QVERIFY(line.language.isEmpty());
    QVERIFY(line.settingsFile.isEmpty());
    QVERIFY(!line.hex && !line.showHelp && !line.showVersion);
}

void tst_CommandLine::everythingAskedFor()
{
    const auto parsed =
        parse(words("--tcp-server 127.0.0.1:0 --encoding UTF-8 --hex --language zh_CN --settings my.json"));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error()));
    const CommandLine& line = parsed.value();
    QVERIFY(line.open == (SessionEndpoint{Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}}));
    QCOMPARE(line.encoding, QStringLiteral("UTF-8"));
    QVERIFY(line.hex);
    QCOMPARE(line.language, QStringLiteral("zh_CN"));
    QCOMPARE(line.settingsFile, QStringLiteral("my.json"));
}

void tst_CommandLine::endpoints_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<Protocol>("protocol");
    QTest::newRow("client") << QStringLiteral("--tcp-client=localhost:6379") << QStringLiteral("localhost")
                            << quint16{6379} << Protocol::TcpClient;
    QTest::newRow("IPv6") << QStringLiteral("--tcp-server=[::1]:65535") << QStringLiteral("::1") << quint16{65535}
                          << Protocol::TcpServer;
    QTest::newRow("any free") << QStringLiteral("--tcp-server=0.0.0.0:0") << QStringLiteral("0.0.0.0") << quint16{0}
                              << Protocol::TcpServer;
    QTest::newRow("UDP") << QStringLiteral("--udp=[::]:5353") << QStringLiteral("::") << quint16{5353} << Protocol::Udp;
    QTest::newRow("UDP, any free") << QStringLiteral("--udp=127.0.0.1:0") << QStringLiteral("127.0.0.1") << quint16{0}
                                   << Protocol::Udp;
}

void tst_CommandLine::endpoints()
{
    QFETCH(QString, option);
    QFETCH(QString, host);
    QFETCH(quint16, port);
    QFETCH(Protocol, protocol);
    const auto parsed = parse({option});
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error()));
    QVERIFY(parsed.value().open == (SessionEndpoint{protocol, Endpoint{host, port}}));
}

void tst_CommandLine::encodingIsGivenByAnyOfItsNames()
{
    for (const Encoding* encoding : Encoding::all()) {
        const auto parsed = parse({QStringLiteral("--encoding"), encoding->name().toLower()});
        QVERIFY2(parsed.ok(), qPrintable(encoding->name()));
        QCOMPARE(parsed.value().encoding, encoding->name());
    }
    QCOMPARE(parse(words("--encoding utf8")).value().encoding, QStringLiteral("UTF-8"));
}

void tst_CommandLine::helpNamesEveryOption()
{
    const QString help = parse({}).value().helpText;
    QVERIFY(help.startsWith(QLatin1String("Usage: netassistant [options]\n")));
    for (const char* option :
         {"--tcp-server <HOST:PORT>", "--tcp-client <HOST:PORT>", "--udp <HOST:PORT>", "--encoding <NAME>", "--hex",
          "--language <zh_CN|en>", "--settings <FILE>", "--version", "--help"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
}

void tst_CommandLine::versionAndHelp()
{
    QVERIFY(parse(words("--version")).value().showVersion);
    QVERIFY(parse(words("-v")).value().showVersion);
    QVERIFY(parse(words("--help")).value().showHelp);
    QVERIFY(parse(words("-h")).value().showHelp);
    QVERIFY(!parse(words("--hex")).value().showHelp);
}

void tst_CommandLine::whatIsWrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named"); // what the message has to name
    QTest::newRow("unknown option") << words("--colour") << QStringLiteral("colour");
    QTest::newRow("not offered") << words("--sctp 127.0.0.1:1") << QStringLiteral("sctp");
    QTest::newRow("positional") << words("127.0.0.1:80") << QStringLiteral("127.0.0.1:80");
    QTest::newRow("positional behind --") << words("-- --hex") << QStringLiteral("--hex");
    QTest::newRow("no value") << words("--tcp-server") << QStringLiteral("tcp-server");
    QTest::newRow("value too much") << words("--hex=1") << QStringLiteral("hex");
    QTest::newRow("no port") << words("--tcp-server 127.0.0.1") << QStringLiteral("--tcp-server 127.0.0.1");
    QTest::newRow("port too high") << words("--tcp-server 127.0.0.1:65536") << QStringLiteral("65536");
    QTest::newRow("client port 0") << words("--tcp-client 127.0.0.1:0") << QStringLiteral("1 to 65535");
    QTest::newRow("two kinds") << words("--tcp-server 127.0.0.1:1 --tcp-client 127.0.0.1:1")
                               << QStringLiteral("--tcp-client");
    QTest::newRow("UDP and a server") << words("--udp 127.0.0.1:1 --tcp-server 127.0.0.1:1") << QStringLiteral("--udp");
    QTest::newRow("two servers") << words("--tcp-server 127.0.0.1:1 --tcp-server 127.0.0.1:2")
                                 << QStringLiteral("--tcp-server");
    QTest::newRow("encoding") << words("--encoding EBCDIC-OF-MARS") << QStringLiteral("EBCDIC-OF-MARS");
    QTest::newRow("language") << words("--language tlh") << QStringLiteral("tlh");
    QTest::newRow("no encoding") << QStringList{QStringLiteral("--encoding"), QString()}
                                 << QStringLiteral("--encoding");
    QTest::newRow("no file") << QStringList{QStringLiteral("--settings"), QString()} << QStringLiteral("--settings");
    QTest::newRow("a Qt option left in") << words("-platform offscreen") << QStringLiteral("Unknown option");
}

void tst_CommandLine::whatIsWrong()
{
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const auto parsed = parse(options);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().contains(named), qPrintable(parsed.error()));
}

void tst_CommandLine::errorIsOneLine()
{
    const QString odd = QStringLiteral("a\nb\r\nc\u2028d");
    for (const char* option : {"--tcp-server", "--tcp-client", "--udp", "--encoding", "--language", "--colour="}) {
        const auto parsed = parse({QString::fromLatin1(option), odd});
        QVERIFY(!parsed.ok());
        QVERIFY(!parsed.error().isEmpty());
        QVERIFY2(!parsed.error().contains(QLatin1Char('\n')) && !parsed.error().contains(QLatin1Char('\r')), option);
        QVERIFY(!parsed.error().endsWith(QLatin1Char('.')));
    }
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
