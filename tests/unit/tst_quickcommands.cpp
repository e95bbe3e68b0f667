// SPDX-License-Identifier: MIT
#include "app/session/QuickCommandFile.h"
#include "app/session/QuickCommands.h"
#include "app/text/Encoding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace netassist;

namespace {

QuickCommand everythingChanged()
{
    QuickCommand command;
    command.name = QStringLiteral("读温度");
    command.message = {QStringLiteral("01 03\n00"), PayloadMode::Hex, QStringLiteral("GBK"), false, Ending::CrLf, {}};
    command.ownEncoding = true;
    command.ownEnding = true;
    command.delayMs = 250;
    command.shortcut = QStringLiteral("Ctrl+1");
    command.ticked = true;
    return command;
}

Result<QList<QuickCommandPage>, Note> import(const QByteArray& bytes)
{
    return importQuickCommands(QStringLiteral("/tmp/commands.csv"), bytes);
}

QuickCommand only(const Result<QList<QuickCommandPage>, Note>& read)
{
    if (!read || read.value().size() != 1 || read.value().first().commands.size() != 1)
        return {};
    return read.value().first().commands.first();
}

} // namespace

class tst_QuickCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandComesBack();
    void whatIsNotItsOwnIsAsInTheSendSettings();
    void titleOfACommandWithoutName();
    void allComeBack();
    void hostileJsonGivesDefaults();
    void tooManyAreLeftOut();
    void exportIsImported();
    void importErrorsSayWhere_data();
    void importErrorsSayWhere();
    void csvWithNamedColumns();
    void csvWithChineseColumnsInGbk();
    void csvWithChecksums();
    void csvWithoutNames_data();
    void csvWithoutNames();
    void csvKeepsBytesThatAreNoText();
    void csvTakesTensOfThousandsButNotMore();
};

void tst_QuickCommands::commandComesBack()
{
    QCOMPARE(QuickCommand::fromJson(everythingChanged().toJson()), everythingChanged());
    QCOMPARE(QuickCommand::fromJson(QuickCommand().toJson()), QuickCommand());
    QCOMPARE(QuickCommand::fromJson({}), QuickCommand());
}

void tst_QuickCommands::whatIsNotItsOwnIsAsInTheSendSettings()
{
    const Message settings{QStringLiteral("box"), PayloadMode::Text, QStringLiteral("Big5"), true, Ending::Lf,
                           checksumByName(u"XOR")};
    QuickCommand command = everythingChanged();
    command.ownChecksum = true;
    QCOMPARE(command.complete(settings).checksum, std::nullopt); // its own is none
    QCOMPARE(QuickCommand::fromJson(command.toJson()), command);
    command.message.checksum = checksumByName(u"CRC-32");
    QCOMPARE(QuickCommand::fromJson(command.toJson()), command);
    QCOMPARE(command.complete(settings), command.message);
    command.ownEncoding = false;
    command.ownEnding = false;
    command.ownChecksum = false;
    const Message complete = command.complete(settings);
    QCOMPARE(complete.encoding, QStringLiteral("Big5"));
    QCOMPARE(complete.ending, Ending::Lf);
    QCOMPARE(complete.checksum, settings.checksum);
    QCOMPARE(complete.text, command.message.text);
    QCOMPARE(complete.mode, PayloadMode::Hex);
    QVERIFY(!complete.escapes);
    const QJsonObject json = command.toJson();
    QVERIFY(!json.contains(QLatin1String("encoding")) && !json.contains(QLatin1String("ending")) &&
            !json.contains(QLatin1String("checksum")));
}

void tst_QuickCommands::titleOfACommandWithoutName()
{
    QuickCommand command;
    command.message.text = QStringLiteral("  AT\n+GMR");
    QCOMPARE(command.title(), QStringLiteral("AT +GMR"));
    command.name = QStringLiteral("version");
    QCOMPARE(command.title(), QStringLiteral("version"));
}

void tst_QuickCommands::allComeBack()
{
    QuickCommands all;
    all.pages = {{QStringLiteral("一"), {everythingChanged(), QuickCommand()}}, {QStringLiteral("empty"), {}}};
    all.page = 1;
    all.rounds = 0;
    QCOMPARE(QuickCommands::fromJson(all.toJson()), all);
    QCOMPARE(all.count(), 2);
    QCOMPARE(QuickCommands::fromJson(QuickCommands().toJson()), QuickCommands());
}

void tst_QuickCommands::hostileJsonGivesDefaults()
{
    const QByteArray json = R"({"page": 7, "rounds": -1, "pages": [1, null, {"name": 5, "commands": "x"},
        {"name": "p", "commands": [[], {"name": {}, "text": 3, "mode": "HEX", "escapes": 0, "ending": "crcr",
         "encoding": 9, "checksum": "some", "delay": 86400001, "shortcut": [], "ticked": "yes"}, {"delay": 1.5}, {"delay": -1}]}]})";
    const QuickCommands read = QuickCommands::fromJson(QJsonDocument::fromJson(json).object());
    QCOMPARE(read.page, 0);
    QCOMPARE(read.rounds, 1);
    QCOMPARE(read.pages.size(), 2);
    QCOMPARE(read.pages.at(0), QuickCommandPage());
    QCOMPARE(read.pages.at(1).commands.size(), 3);
    QuickCommand first = read.pages.at(1).commands.at(0);
    QVERIFY(first.ownEnding && first.message.ending == Ending::None);
    first.ownEnding = false;
    QCOMPARE(first, QuickCommand());
    QCOMPARE(read.pages.at(1).commands.at(2), QuickCommand());
}

void tst_QuickCommands::tooManyAreLeftOut()
{
    QuickCommands all;
    for (qsizetype i = 0; i <= QuickCommands::kMostPages; ++i)
        all.pages.append({QString::number(i), QList<QuickCommand>(300)});
    const QuickCommands read = QuickCommands::fromJson(all.toJson());
    QCOMPARE(read.pages.size(), QuickCommands::kMostPages);
    QCOMPARE(read.count(), QuickCommands::kMostCommands);
    const auto imported = import(exportQuickCommands(all.pages));
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, NoteKind::CommandsTooMany);
}

void tst_QuickCommands::exportIsImported()
{
    const QList<QuickCommandPage> pages{{QStringLiteral("a"), {everythingChanged()}},
                                        {QStringLiteral("b"), {QuickCommand(), everythingChanged()}}};
    const QByteArray json = exportQuickCommands(pages);
    const auto read = import(json);
    QVERIFY(read);
    QCOMPARE(read.value(), pages);
    QVERIFY(import("\xEF\xBB\xBF \r\n" + json));
}

void tst_QuickCommands::importErrorsSayWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<NoteKind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, const QByteArray& bytes, NoteKind kind, const QString& detail = {}) {
        QTest::newRow(name) << bytes << kind << detail;
    };
    row("nothing", "", NoteKind::CommandsNone);
    row("blank lines", "\r\n\n", NoteKind::CommandsNone);
    row("only a header", "name,content\n", NoteKind::CommandsNone);
    row("cut JSON", "{\"pages\":\n [\n", NoteKind::CommandsNotJson, QStringLiteral("3"));
    row("other JSON", "{\"network\": {}}", NoteKind::CommandsNone);
    row("open quote", "a,b\nc,\"d\ne,f\n", NoteKind::CommandsBadQuotes, QStringLiteral("2"));
    row("text behind a quote", "a,\"b\"c\n", NoteKind::CommandsBadQuotes, QStringLiteral("1"));
    row("mode", "n,text,a\n\"x\ny\",binary,b\n", NoteKind::CommandsBadField, QStringLiteral("2"));
    row("ending", "n,hex,00,crcrlf", NoteKind::CommandsBadField, QStringLiteral("1"));
    row("delay", "n,,a,,1e3", NoteKind::CommandsBadField, QStringLiteral("1"));
    row("delay too long", "n,,a,,86400001", NoteKind::CommandsBadField, QStringLiteral("1"));
    row("too many fields", "n,,a,,0,,x", NoteKind::CommandsBadField, QStringLiteral("1"));
    row("encoding", "content,encoding\na,klingon", NoteKind::CommandsBadField, QStringLiteral("2"));
    row("checksum", "content,checksum\na,CRC-17", NoteKind::CommandsBadField, QStringLiteral("2"));
    row("too long", QByteArray(kMostQuickCommandBytes + 1, 'x'), NoteKind::CommandsTooLarge,
        QString::number(kMostQuickCommandBytes));
}

void tst_QuickCommands::importErrorsSayWhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const NoteKind, kind);
    QFETCH(const QString, detail);
    const auto read = import(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().details.first(), QStringLiteral("/tmp/commands.csv"));
    QCOMPARE(read.error().details.value(1), detail);
    QVERIFY(read.error().isError());
    QVERIFY(read.error().line().contains(QStringLiteral("/tmp/commands.csv")));
}

void tst_QuickCommands::csvWithNamedColumns()
{
    const QuickCommand command =
        only(import("\xEF\xBB\xBFshortcut, Content ,delay,MODE,ticked,ending,encoding,escapes,name\r\n"
                    "Ctrl+1,\"01 03\n00\", 250 ,hex,yes,CRLF,gbk,no,\xE8\xAF\xBB\xE6\xB8\xA9\xE5\xBA\xA6\r\n"));
    QuickCommand wanted = everythingChanged();
    wanted.message.encoding = QStringLiteral("gbk");
    QCOMPARE(command, wanted);
}

void tst_QuickCommands::csvWithChineseColumnsInGbk()
{
    const QByteArray gbk =
        Encoding::byName(u"GBK")->encode(u"名称,内容,勾选\r\n问候,\"你好,\"\"小黑\"\"\",是\r\n").value();
    const QuickCommand command = only(import(gbk));
    QCOMPARE(command.name, QStringLiteral("问候"));
    QCOMPARE(command.message.text, QStringLiteral("你好,\"小黑\""));
    QVERIFY(command.ticked && !command.ownEnding && !command.ownEncoding);
}

void tst_QuickCommands::csvWithChecksums()
{
    const auto read = import("内容,附加位\n01 03,crc-16/modbus\n02,无\n03,\n04, None \n");
    QVERIFY(read);
    const QList<QuickCommand>& commands = read.value().first().commands;
    QCOMPARE(commands.size(), 4);
    QVERIFY(commands.at(0).ownChecksum);
    QCOMPARE(commands.at(0).message.checksum, checksumByName(u"CRC-16/MODBUS"));
    QVERIFY(commands.at(1).ownChecksum && !commands.at(1).message.checksum);
    QVERIFY(!commands.at(2).ownChecksum && !commands.at(2).message.checksum);
    QVERIFY(commands.at(3).ownChecksum && !commands.at(3).message.checksum);
}

void tst_QuickCommands::csvWithoutNames_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("delayMs");
    QTest::newRow("content") << QByteArray("AT+GMR") << QString() << QStringLiteral("AT+GMR") << 1000;
    QTest::newRow("name and content") << QByteArray("version,AT+GMR\r") << QStringLiteral("version")
                                      << QStringLiteral("AT+GMR") << 1000;
    QTest::newRow("three") << QByteArray("v,text,\"a,b\"") << QStringLiteral("v") << QStringLiteral("a,b") << 1000;
    QTest::newRow("six") << QByteArray("v,,a,cr,0,F9,,") << QStringLiteral("v") << QStringLiteral("a") << 0;
    QTest::newRow("quotation marks inside")
        << QByteArray("v,say \"hi\"") << QStringLiteral("v") << QStringLiteral("say \"hi\"") << 1000;
}

void tst_QuickCommands::csvWithoutNames()
{
    QFETCH(const QByteArray, row);
    const auto read = import(row);
    QVERIFY(read);
    QCOMPARE(read.value().first().name, QStringLiteral("commands"));
    const QuickCommand command = only(read);
    QTEST(command.name, "name");
    QTEST(command.message.text, "text");
    QTEST(command.delayMs, "delayMs");
}

void tst_QuickCommands::csvKeepsBytesThatAreNoText()
{
    const QuickCommand command = only(import(QByteArray("n,\xFF\xC4\xE3", 5)));
    QCOMPARE(command.message.text, QStringLiteral("\\xFF你"));
    const auto payload = buildPayload(command.message.text, command.message.options(*Encoding::byName(u"GBK")));
    QVERIFY(payload);
    QCOMPARE(payload.value(), QByteArray("\xFF\xC4\xE3"));
}

void tst_QuickCommands::csvTakesTensOfThousandsButNotMore()
{
    const QByteArray most = QByteArray("a,b\n").repeated(QuickCommands::kMostCommands);
    const auto read = import(most);
    QVERIFY(read);
    QCOMPARE(read.value().first().commands.size(), QuickCommands::kMostCommands);
    QCOMPARE(import(most + "one,more\n").error().kind, NoteKind::CommandsTooMany);
}

QTEST_GUILESS_MAIN(tst_QuickCommands)
#include "tst_quickcommands.moc"
