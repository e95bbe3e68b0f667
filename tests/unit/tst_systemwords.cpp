// SPDX-License-Identifier: MIT
#include "app/base/SystemWords.h"
#include "app/capture/Note.h"
#include "app/net/NetworkError.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cerrno>
#include <clocale>
#include <cstring>

using namespace netassist;

namespace {

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

/// Under Qt's own Chinese catalogue, as the program runs with it.
class TestSystemWords final : public QObject {
    Q_OBJECT

private:
    QTranslator m_qt;

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_qt.load(u"qtbase_zh_CN"_qs, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        QCoreApplication::installTranslator(&m_qt);
    }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_qt);
        std::setlocale(LC_ALL, "C");
    }

    void wordsOfQt_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("source");
        const auto row = [](const char* context, const char* source) {
            QTest::addRow("%s: %s", context, source) << QByteArray(context) << QByteArray(source);
        };
        row("QNativeSocketEngine", "Out of resources");
        row("QNativeSocketEngine", "Unable to write");
        row("QNativeSocketEngine", "Network error");
        row("QNativeSocketEngine", "Host unreachable");
        row("QNativeSocketEngine", "The address is protected");
        row("QAbstractSocket", "Operation on socket is not supported");
        row("QAbstractSocket", "Socket operation timed out");
        row("QIODevice", "No space left on device");
        row("QIODevice", "Too many open files");
        row("QSaveFile", "Filename refers to a directory");
    }
    void wordsOfQt()
    {
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, source);
        const QString english = QString::fromLatin1(source);
        const QString local = QCoreApplication::translate(context.constData(), source.constData());
        QVERIFY(hasChinese(local));
        QCOMPARE(englishWords(local), english);
        QCOMPARE(englishWords(english), english);
        QCOMPARE(localWords(english), local);
    }

    void wordsWithAName()
    {
        const QString path = u"/数据/%1/a b"_qs;
        const QString local =
            QCoreApplication::translate("QSaveFile", "Existing file %1 is not writable").replace(u"%1"_qs, path);
        QVERIFY(hasChinese(local));
        const QString english = u"Existing file /数据/%1/a b is not writable"_qs;
        QCOMPARE(englishWords(local), english);
        QCOMPARE(localWords(english), local);
    }

    void wordsWithinWords()
    {
        const auto translate = &QCoreApplication::translate;
        const QString inner = translate("QIODevice", "Permission denied", nullptr, -1);
        const QString local = translate("QFile", "Error while renaming: %1", nullptr, -1).arg(inner);
        QCOMPARE(englishWords(local), u"Error while renaming: Permission denied"_qs);
        QCOMPARE(localWords(englishWords(local)), local);
    }

    void wordsOfTheSystem()
    {
        QCOMPARE(englishWords(ENOBUFS), u"No buffer space available"_qs);
        QCOMPARE(englishWords(QString::fromLocal8Bit(std::strerror(EPROTO))), u"Protocol error"_qs);
        // In a Chinese locale, where this machine has it, the system speaks Chinese.
        std::setlocale(LC_ALL, "zh_CN.UTF-8");
        const QString local = QString::fromUtf8(std::strerror(EPROTO));
        QCOMPARE(englishWords(local), u"Protocol error"_qs);
        QCOMPARE(localWords(u"Protocol error"_qs), local);
    }

    void unknownWordsStay()
    {
        for (const QString& words : {QString(), u"something else"_qs, u"别的"_qs, u"%1"_qs}) {
            QCOMPARE(englishWords(words), words);
            QCOMPARE(localWords(words), words);
        }
    }

    /// What a real failure says, in the log and in the sentence.
    void logIsEnglishSentenceIsNot()
    {
        const QTemporaryDir folder;
        QSaveFile file(folder.path()); // a folder is no file
        QVERIFY(!file.open(QIODevice::WriteOnly));
        QVERIFY(hasChinese(file.errorString()));
        QFile absent(folder.filePath(u"not there/file"_qs));
        QVERIFY(!absent.open(QIODevice::WriteOnly));
        QVERIFY(hasChinese(absent.errorString()));
        const QString refused = QCoreApplication::translate("QNativeSocketEngine", "Out of resources");
        const QList<Note> notes{
            {NoteKind::FileWriteFailed, {u"/x"_qs, englishWords(file.errorString())}},
            {NoteKind::SettingsNotSaved, {u"/x"_qs, englishWords(absent.errorString())}},
            {NoteKind::StoreFailed, {u"/x"_qs, englishWords(absent.errorString()), u"1"_qs}},
            {NoteKind::AcceptFailed, {u"1.2.3.4:5"_qs, englishWords(EMFILE)}},
            connectErrorNote(QAbstractSocket::SocketResourceError, refused, {u"1.2.3.4"_qs, 5}),
            listenErrorNote(QAbstractSocket::SocketResourceError, refused, {u"1.2.3.4"_qs, 5}),
        };
        for (const Note& note : notes) {
            QVERIFY2(!hasChinese(note.line()), qPrintable(note.line()));
            QVERIFY2(hasChinese(note.sentence()), qPrintable(note.sentence()));
        }
        // The other way round: what was told in Chinese is in English once the language changes.
        QCoreApplication::removeTranslator(&m_qt);
        for (const Note& note : notes)
            QVERIFY2(!hasChinese(note.sentence()), qPrintable(note.sentence()));
    }
};

QTEST_GUILESS_MAIN(TestSystemWords)
#include "tst_systemwords.moc"
