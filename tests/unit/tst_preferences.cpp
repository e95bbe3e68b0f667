// SPDX-License-Identifier: MIT
#include "app/session/Preferences.h"
#include "app/session/PreferencesFile.h"
#include "tests/unit/OpenFiles.h"
#include "tests/unit/Patience.h"
#include "tests/unit/StuckDisk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::openFilesIn;

namespace {

/// Every field differs from its default.
Preferences everythingChanged()
{
    Preferences p;
    p.language = QStringLiteral("zh_CN");
    p.windowGeometry = QByteArray("\x01\x00\xff\xd9", 4);
    p.splitterState = QByteArray("\x00\x00", 2);
    p.leftColumnCollapsed = true;
    p.toolColumn = {true, 321, QStringLiteral("page"), QByteArray("\x00\x07", 2)};
    p.alwaysOnTop = true;
    p.zoomSteps = -3;
    p.protocol = Protocol::TcpClient;
    p.localHost = QStringLiteral("::1");
    p.remoteHost = QStringLiteral("localhost");
    p.localPort = 0;
    p.remotePort = 65535;
    p.localHostHistory = {QStringLiteral("::1"), QStringLiteral("0.0.0.0")};
    p.remoteHostHistory = {QStringLiteral("localhost")};
    p.udpRemote = QStringLiteral("[::1]:9");
    p.udpPeers = {QStringLiteral("127.0.0.1:9"), QStringLiteral("example.org:53")};
    p.clientOptions = {QStringLiteral("127.0.0.2"), 5000, 3, true, true, 7};
    p.multicastOptions.groups = {{QStringLiteral("239.1.2.3"), QStringLiteral("lo")},
                                 {QStringLiteral("ff02::1"), QString()}};
    p.multicastOptions.sendInterface = QStringLiteral("lo");
    p.multicastOptions.hops = 0;
    p.multicastOptions.loopback = false;
    p.multicastOptions.sharePort = true;
    p.receiveHex = true;
    p.receiveEncoding = QStringLiteral("GBK");
    p.logMode = false;
    p.autoLineFeed = false;
    p.hideReceived = true;
    p.autoScroll = false;
    p.send.mode = PayloadMode::Hex;
    p.send.encoding = QStringLiteral("UTF-16LE");
    p.send.escapes = false;
    p.send.ending = Ending::CrLfForAt;
    p.send.text = QStringLiteral("你好\n\"\\\t\u0000\U0001F600");
    p.limits = {qint64{5} << 30, 3, qint64{7} << 20};
    QuickCommand command;
    command.name = QStringLiteral("hello");
    p.quickCommands.pages = {{QStringLiteral("page"), {command}}, {QString(), {}}};
    p.quickCommands.page = 1;
    p.quickCommands.rounds = 0;
    p.sendHistory.add(p.send);
    p.sendHistory.setEnabled(false);
    p.appearance = {QStringLiteral("Mono,12"), QStringLiteral("#123456"), QStringLiteral("#abcdef"),
                    QStringLiteral("http://"), true};
    p.replies.enabled = true;
    p.replies.echo = true;
    p.replies.perSecond = 7;
    p.replies.rules = {ReplyRule()};
    p.replies.rules[0].pattern = QStringLiteral("ping");
    p.files.sendsFile = true;
    p.files.sendPath = QStringLiteral("/文件/a b");
    p.files.paced = true;
    p.files.blockBytes = FilePacing::kMostBlockBytes;
    p.files.intervalMs = 0;
    p.files.savePath = QStringLiteral("~/x");
    p.files.saveKind = RecordingKind::Log;
    p.send.checksum = checksumByName(u"CRC-32");
    p.checksum = *checksumByName(u"XOR");
    p.checksum.from = 3;
    p.checksum.minus = 2;
    p.repeatOn = true;
    p.repeat = {250, 12};
    return p;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class tst_Preferences final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void everyEnumerationValueComesBack();
    void anyTextComesBack();
    void whatIsWrongKeepsItsDefault_data();
    void whatIsWrongKeepsItsDefault();
    void historyIsCut();
    void noJsonObjectIsAnError_data();
    void noJsonObjectIsAnError();

    void noFileGivesDefaultsAndNothingIsWritten();
    void changeIsWrittenByItself();
    void changesWithoutPauseAreWrittenToo();
    void changeDuringAWriteIsWrittenToo();
    void unchangedIsNotWritten();
    void leavingWritesWhatIsDue();
    void aStuckDiskIsWaitedForOnce();
    void fileIsPrivate();
    void damagedFileIsKeptAside_data();
    void damagedFileIsKeptAside();
    void damagedTwiceInOneSecondKeepsBoth();
    void whatIsNoFileIsLeftAlone();
    void failureIsToldOnceUntilItWorks();
};

void tst_Preferences::everyFieldComesBack()
{
    const Preferences changed = everythingChanged();
    const auto back = Preferences::fromJson(changed.toJson());
    QVERIFY(back.ok());
    QVERIFY(back.value() == changed);

    // The sample is no use unless it differs from the defaults in every member that is written.
    const QJsonObject defaults = QJsonDocument::fromJson(Preferences{}.toJson()).object();
    const QJsonObject sample = QJsonDocument::fromJson(changed.toJson()).object();
    for (auto group = defaults.begin(); group != defaults.end(); ++group) {
        const QJsonObject members = group.value().toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            QVERIFY2(sample[group.key()].toObject()[member.key()] != member.value(), qPrintable(member.key()));
    }
    QVERIFY(sample.size() > 4);
}

void tst_Preferences::everyEnumerationValueComesBack()
{
    for (const Ending ending : {Ending::None, Ending::Cr, Ending::Lf, Ending::CrLf, Ending::CrLfForAt}) {
        Preferences p;
        p.send.ending = ending;
        QVERIFY(Preferences::fromJson(p.toJson()).value() == p);
    }
    for (const Protocol protocol : {Protocol::TcpServer, Protocol::TcpClient, Protocol::Udp}) {
        Preferences p;
        p.protocol = protocol;
        QVERIFY(Preferences::fromJson(p.toJson()).value() == p);
    }
}

void tst_Preferences::anyTextComesBack()
{
    QRandomGenerator random(20261123);
    for (int round = 0; round < 300; ++round) {
        Preferences p;
        const int length = random.bounded(60);
        for (int i = 0; i < length; ++i) {
            char32_t codePoint = random.bounded(3) == 0 ? random.bounded(0x110000U) : random.bounded(0x80U);
            if (codePoint >= 0xD800 && codePoint < 0xE000)
                codePoint = U'\uFFFE';
            p.send.text += QString::fromUcs4(&codePoint, 1);
        }
        p.windowGeometry = p.send.text.toUtf8();
        const auto back = Preferences::fromJson(p.toJson());
        QVERIFY(back.ok());
        QCOMPARE(back.value().send.text, p.send.text);
        QCOMPARE(back.value().windowGeometry, p.windowGeometry);
    }
}

void tst_Preferences::whatIsWrongKeepsItsDefault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("groups of another type") << QByteArray(R"({"network": 1, "window": [], "send": null})");
    QTest::newRow("port too high") << QByteArray(R"({"network": {"localPort": 65536}})");
    QTest::newRow("port below zero") << QByteArray(R"({"network": {"localPort": -1}})");
    QTest::newRow("port broken") << QByteArray(R"({"network": {"localPort": 80.5}})");
    QTest::newRow("port huge") << QByteArray(R"({"network": {"localPort": 1e300}})");
    QTest::newRow("port as text") << QByteArray(R"({"network": {"localPort": "80"}})");
    QTest::newRow("remote port zero") << QByteArray(R"({"network": {"remotePort": 0}})");
    QTest::newRow("unknown protocol") << QByteArray(R"({"network": {"protocol": "carrier-pigeon"}})");
    QTest::newRow("unknown mode") << QByteArray(R"({"send": {"mode": 1, "ending": ""}})");
    QTest::newRow("bool as number") << QByteArray(R"({"receive": {"hex": 1, "logMode": 0}})");
    QTest::newRow("no base64") << QByteArray(R"({"window": {"geometry": "?!", "splitter": 7}})");
    QTest::newRow("zoom") << QByteArray(R"({"window": {"zoomSteps": 101}})");
    QTest::newRow("limits below what is sensible")
        << QByteArray(R"({"limits": {"captureBytes": 1000, "clients": 0, "waitingBytes": -1}})");
    QTest::newRow("limits past what is sensible")
        << QByteArray(R"({"limits": {"captureBytes": 2e16, "clients": 1000001, "waitingBytes": 9e15}})");
    QTest::newRow("limits of another type") << QByteArray(R"({"limits": {"captureBytes": "5 GiB", "clients": 1.5}})");
    QTest::newRow("unknown members") << QByteArray(R"({"future": {"a": 1}, "network": {"b": 2}})");
}

void tst_Preferences::whatIsWrongKeepsItsDefault()
{
    QFETCH(QByteArray, json);
    const auto read = Preferences::fromJson(json);
    QVERIFY(read.ok());
    QVERIFY(read.value() == Preferences{});
}

void tst_Preferences::historyIsCut()
{
    Preferences p;
    for (int i = 0; i < 2 * Preferences::kHistoryLength; ++i)
        p.localHostHistory.append(QStringLiteral("127.0.0.%1").arg(i));
    const auto read = Preferences::fromJson(p.toJson());
    QCOMPARE(read.value().localHostHistory, p.localHostHistory.first(Preferences::kHistoryLength));

    const auto odd = Preferences::fromJson(R"({"network": {"remoteHostHistory": ["b", 1, "", "a", null, "b"]}})");
    QCOMPARE(odd.value().remoteHostHistory, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void tst_Preferences::noJsonObjectIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("at byte 0");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("at byte 0");
    QTest::newRow("cut") << Preferences{}.toJson().first(40) << QStringLiteral("at byte");
    QTest::newRow("zeros") << QByteArray(64, '\0') << QStringLiteral("at byte");
    QTest::newRow("more behind") << QByteArray("{} x") << QStringLiteral("at byte 3");
}

void tst_Preferences::noJsonObjectIsAnError()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto read = Preferences::fromJson(json);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().contains(place), qPrintable(read.error()));
}

void tst_Preferences::noFileGivesDefaultsAndNothingIsWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deep/er/settings.json"));
    {
        PreferencesFile file(path);
        const PreferencesFile::Loaded loaded = file.load();
        QVERIFY(loaded.preferences == Preferences{});
        QVERIFY(!loaded.trouble);
        file.remember(Preferences{});
        QVERIFY(file.flush());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_Preferences::changeIsWrittenByItself()
{
    const QTemporaryDir folder;
    PreferencesFile file(folder.filePath(QStringLiteral("deep/er/settings.json")));
    file.remember(everythingChanged());
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(file.path()), everythingChanged().toJson(), kPatienceMs);

    PreferencesFile next(file.path());
    const PreferencesFile::Loaded loaded = next.load();
    QVERIFY(loaded.preferences == everythingChanged());
    QVERIFY(!loaded.trouble);
}

void tst_Preferences::changesWithoutPauseAreWrittenToo()
{
    const QTemporaryDir folder;
    PreferencesFile file(folder.filePath(QStringLiteral("settings.json")));
    Preferences typed;
    while (contentOf(file.path()).isEmpty() && typed.send.text.size() < 3000) {
        typed.send.text += QLatin1Char('a');
        file.remember(typed);
        QTest::qWait(10);
    }
    QVERIFY(!contentOf(file.path()).isEmpty());
}

void tst_Preferences::changeDuringAWriteIsWrittenToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    const auto number = [](int n) {
        Preferences preferences;
        preferences.send.text = QString::number(n);
        return preferences;
    };
    // What is on its way to the disk is an open file in the folder; on a quick disk not for long.
    const auto waitUntilUnderWay = [&](int n) {
        const QDeadlineTimer deadline(kPatienceMs);
        while (!deadline.hasExpired() && contentOf(path) != number(n).toJson() && openFilesIn(folder.path()).isEmpty())
            QCoreApplication::processEvents();
    };
    {
        PreferencesFile file(path);
        file.remember(number(1));
        waitUntilUnderWay(1);
        file.remember(number(2));
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(path), number(2).toJson(), kPatienceMs);
        file.remember(number(3));
        waitUntilUnderWay(3);
        file.remember(number(4));
        QVERIFY(file.flush());
        QCOMPARE(contentOf(path), number(4).toJson());
        file.remember(number(5));
        waitUntilUnderWay(5);
        file.remember(number(4));          // as it still is in the file
        const QDeadlineTimer settled(700); // else it could be the 4 that was there before
        QTRY_VERIFY_WITH_TIMEOUT(settled.hasExpired() && openFilesIn(folder.path()).isEmpty() &&
                                     contentOf(path) == number(4).toJson(),
                                 kPatienceMs);
        file.remember(number(5));
        waitUntilUnderWay(5);
    }
    QCOMPARE(contentOf(path), number(5).toJson());
    QTest::qWait(50); // what was under way tells nobody any more
    QCOMPARE(contentOf(path), number(5).toJson());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void tst_Preferences::unchangedIsNotWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    // Compact and so not as we would write it: a needless write shows.
    const QByteArray json = QJsonDocument::fromJson(everythingChanged().toJson()).toJson(QJsonDocument::Compact);
    write(path, json);
    {
        PreferencesFile file(path);
        Preferences preferences = file.load().preferences;
        preferences.logMode = true;
        file.remember(preferences);
        preferences.logMode = false;
        file.remember(preferences);
        QVERIFY(file.flush());
    }
    QCOMPARE(contentOf(path), json);
}

void tst_Preferences::leavingWritesWhatIsDue()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    {
        PreferencesFile file(path);
        file.remember(everythingChanged());
    }
    QCOMPARE(contentOf(path), everythingChanged().toJson());
}

void tst_Preferences::aStuckDiskIsWaitedForOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    test::StuckDisk disk;
    {
        PreferencesFile file(path);
        file.remember(everythingChanged());
        QTRY_COMPARE_WITH_TIMEOUT(test::StuckDisk::waiting(), 1, kPatienceMs);
        file.remember(Preferences{}); // as it was before
        QVERIFY(!file.flush());
        const QDeadlineTimer soon(PreferencesFile::kLastMs);
        QVERIFY(!file.flush());
        QVERIFY(!soon.hasExpired());
        disk.release();
        QTRY_VERIFY_WITH_TIMEOUT(file.flush(), kPatienceMs);
        QVERIFY(!QFileInfo::exists(path));
        file.remember(everythingChanged());
    }
    QCOMPARE(contentOf(path), everythingChanged().toJson());
}

void tst_Preferences::fileIsPrivate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    write(path, "{}");
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    PreferencesFile file(path);
    QVERIFY(!file.load().trouble);
    file.remember(everythingChanged());
    QVERIFY(file.flush());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    QVERIFY(QFile::permissions(path).testFlag(QFileDevice::ReadOwner));
}

void tst_Preferences::damagedFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("cut") << everythingChanged().toJson().chopped(20);
    QTest::newRow("something else") << QByteArray("[Window]\ngeometry=1\n");
}

void tst_Preferences::damagedFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    write(path, content);

    PreferencesFile file(path);
    const PreferencesFile::Loaded loaded = file.load();
    QVERIFY(loaded.preferences == Preferences{});
    QVERIFY(loaded.trouble.has_value());
    QCOMPARE(loaded.trouble->kind, NoteKind::SettingsDamaged);
    QCOMPARE(loaded.trouble->details.size(), 2);
    QCOMPARE(loaded.trouble->details[0], path);
    const QString aside = loaded.trouble->details[1];
    const QRegularExpression pattern(QStringLiteral("^settings\\.json\\.damaged-\\d{8}-\\d{6}$"));
    QVERIFY2(pattern.match(QFileInfo(aside).fileName()).hasMatch(), qPrintable(aside));
    QCOMPARE(contentOf(aside), content);
    QVERIFY(!QFileInfo::exists(path));

    file.remember(everythingChanged());
    QVERIFY(file.flush());
    QCOMPARE(contentOf(path), everythingChanged().toJson());
    QCOMPARE(contentOf(aside), content);
}

void tst_Preferences::damagedTwiceInOneSecondKeepsBoth()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    for (const char* content : {"one", "two", "three"}) {
        write(path, content);
        PreferencesFile file(path);
        QVERIFY(file.load().trouble.has_value());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
}

void tst_Preferences::whatIsNoFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    QVERIFY(QDir().mkdir(path));
    PreferencesFile file(path);
    const QSignalSpy failed(&file, &PreferencesFile::failed);
    const PreferencesFile::Loaded loaded = file.load();
    QVERIFY(loaded.trouble.has_value());
    QCOMPARE(loaded.trouble->kind, NoteKind::SettingsNotSaved);
    QCOMPARE(loaded.trouble->details.value(0), path);

    file.remember(everythingChanged());
    QVERIFY(!file.flush());
    QCOMPARE(failed.count(), 0); // told by load() already
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void tst_Preferences::failureIsToldOnceUntilItWorks()
{
    // A file where the folder should be stops everybody, root included.
    const QTemporaryDir folder;
    const QString blocker = folder.filePath(QStringLiteral("config"));
    write(blocker, "in the way");
    PreferencesFile file(blocker + QStringLiteral("/settings.json"));
    const QSignalSpy failed(&file, &PreferencesFile::failed);

    Preferences preferences = everythingChanged();
    file.remember(preferences);
    QVERIFY(!file.flush());
    QVERIFY(!file.flush());
    QCOMPARE(failed.count(), 1);
    const Note note = failed[0][0].value<Note>();
    QCOMPARE(note.kind, NoteKind::SettingsNotSaved);
    QCOMPARE(note.details.value(0), file.path());
    QVERIFY(!note.details.value(1).isEmpty());

    QVERIFY(QFile::remove(blocker));
    QVERIFY(file.flush());
    QCOMPARE(contentOf(file.path()), preferences.toJson());

    QVERIFY(QFile::remove(file.path()));
    QVERIFY(QDir().rmdir(blocker));
    write(blocker, "again");
    preferences.zoomSteps = 7;
    file.remember(preferences);
    QVERIFY(!file.flush());
    QCOMPARE(failed.count(), 2);
}

QTEST_GUILESS_MAIN(tst_Preferences)
#include "tst_preferences.moc"
