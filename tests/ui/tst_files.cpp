// SPDX-License-Identifier: MIT
#include "app/session/Preferences.h"
#include "app/text/Encoding.h"
#include "tests/ui/FindByName.h"
#include "tests/unit/FileContent.h"
#include "tests/unit/Patience.h"
#include "ui/BoxContent.h"
#include "ui/FilePanel.h"
#include "ui/PayloadEdit.h"
#include "ui/SaveToFile.h"
#include "ui/SaveToFileDialog.h"
#include "ui/SendArea.h"
#include "ui/SendFile.h"
#include "ui/SessionView.h"
#include "ui/StatusLine.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace netassist;
using netassist::test::kPatienceMs;
using netassist::test::load;

namespace {

constexpr QPoint kInside{20, 20};

/// Drags urls to a widget and drops them. @return whether it took them
bool dropOn(QWidget& widget, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(kInside, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(kInside, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &drop);
    return drop.isAccepted() && drop.dropAction() == Qt::CopyAction;
}

} // namespace

class TestFiles final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SessionView> m_view;

    [[nodiscard]] QString file(const char* name, const QByteArray& content) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    template <class T>
    T* find(const char16_t* name) const
    {
        return findByName<T>(*m_view, QString::fromUtf16(name));
    }
    [[nodiscard]] QRadioButton* sendRadio(const char16_t* name) const
    {
        return findByName<QRadioButton>(*find<QGroupBox>(u"Send"), QString::fromUtf16(name));
    }
    [[nodiscard]] Preferences stored() const
    {
        Preferences preferences;
        m_view->store(preferences);
        return preferences;
    }
    [[nodiscard]] static QString stateOf(const FilePanel& panel)
    {
        QStringList texts;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            texts += label->text();
        return texts.join(u'|');
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<SessionView>();
        m_view->resize(1000, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void fileTakesTheBoxesPlaceAndBack()
    {
        find<PayloadEdit>(u"Data to send")->setPlainText(QStringLiteral("41"));
        sendRadio(u"HEX")->click();
        sendRadio(u"File")->click();
        QVERIFY(find<PayloadEdit>(u"Data to send") == nullptr);
        QVERIFY(find<QLineEdit>(u"File to send") != nullptr);
        QVERIFY(stored().files.sendsFile);
        QCOMPARE(stored().send.mode, PayloadMode::Hex); // the box's, kept
        sendRadio(u"Text")->click();
        QVERIFY(!stored().files.sendsFile);
        QCOMPARE(stored().send.mode, PayloadMode::Text);
        QCOMPARE(find<PayloadEdit>(u"Data to send")->text(), QStringLiteral("41")); // converted there and back
    }

    void whatCannotBeConvertedStaysAsItIs()
    {
        sendRadio(u"HEX")->click();
        find<PayloadEdit>(u"Data to send")->setPlainText(QStringLiteral("zz"));
        sendRadio(u"File")->click();
        sendRadio(u"Text")->click(); // cannot be: HEX it is
        QVERIFY(sendRadio(u"HEX")->isChecked());
        QVERIFY(!stored().files.sendsFile);
        QVERIFY(find<PayloadEdit>(u"Data to send") != nullptr);
    }

    void aDroppedFileIsSentAsAFile()
    {
        const QString path = file("dropped.bin", "content");
        auto* edit = find<PayloadEdit>(u"Data to send");
        edit->setPlainText(QStringLiteral("stays"));
        QVERIFY(dropOn(*edit->viewport(), {QUrl::fromLocalFile(path)}));
        QVERIFY(sendRadio(u"File")->isChecked());
        QCOMPARE(find<QLineEdit>(u"File to send")->text(), path);
        QCOMPARE(stored().send.text, QStringLiteral("stays"));
        // And on anything else of the area.
        const QString other = file("other.bin", "content");
        auto* area = m_view->findChild<SendArea*>();
        QVERIFY(dropOn(*area, {QUrl::fromLocalFile(other)}));
        QCOMPARE(find<QLineEdit>(u"File to send")->text(), other);
        QVERIFY(!dropOn(*area, {QUrl::fromLocalFile(path), QUrl::fromLocalFile(other)}));
        QVERIFY(!dropOn(*area, {QUrl(QStringLiteral("https://example.org/x"))}));
    }

    void panelTellsWhatTheFileIs()
    {
        FilePanel panel;
        QSignalSpy changed(&panel, &FilePanel::changed);
        QVERIFY(!panel.isReady());
        QVERIFY(stateOf(panel).contains(QLatin1String("Choose a file")));
        panel.setPath(file("five", "12345"));
        QVERIFY(panel.isReady());
        QVERIFY(!changed.isEmpty());
        QVERIFY(stateOf(panel).contains(QLatin1String("5 bytes")));
        panel.setPath(file("none", {}));
        QVERIFY(!panel.isReady());
        QVERIFY(stateOf(panel).contains(QLatin1String("empty")));
        panel.setPath(m_folder.filePath(QStringLiteral("missing")));
        QVERIFY(stateOf(panel).contains(QLatin1String("no such file")));
        panel.setPath(m_folder.path());
        QVERIFY(stateOf(panel).contains(QLatin1String("not a file")));
    }

    /// Built anew meanwhile, for one.
    void aFileThatComesAndGoesIsNoticed()
    {
        sendRadio(u"File")->click();
        auto& panel = *m_view->findChild<FilePanel*>();
        const QString path = file("later", "abc");
        panel.setPath(path);
        QVERIFY(panel.isReady());
        QSignalSpy changed(&panel, &FilePanel::changed);
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isReady(), kPatienceMs);
        QVERIFY(stateOf(panel).contains(QStringLiteral("There is no such file")));
        (void)file("later", "");
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(panel).contains(QStringLiteral("The file is empty")), kPatienceMs);
        (void)file("later", "abcde");
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(panel).contains(QStringLiteral("5 bytes")), kPatienceMs);
        QVERIFY(panel.isReady());
        QCOMPARE(changed.count(), 3); // not each time that it is looked at

        int length = 5;
        QTimer writing;
        writing.callOnTimeout([&] { (void)file("later", QByteArray(++length, 'x')); });
        writing.start(FilePanel::kLookAgainMs / 3);
        QTRY_VERIFY2_WITH_TIMEOUT(!stateOf(panel).contains(QStringLiteral("5 bytes")), qPrintable(stateOf(panel)),
                                  kPatienceMs);
    }

    void pacingIsOffAtFirst()
    {
        FilePanel panel;
        panel.show();
        QCOMPARE(panel.pacing(), FilePacing());
        auto* block = findByName<QSpinBox>(panel, QStringLiteral("Block (bytes)"));
        QVERIFY(!block->isEnabled());
        findByName<QCheckBox>(panel, QStringLiteral("In blocks"))->click();
        block->setValue(512);
        findByName<QSpinBox>(panel, QStringLiteral("Every (ms)"))->setValue(20);
        QCOMPARE(panel.pacing(), (FilePacing{512, 20}));
        FilePreferences preferences;
        panel.store(preferences);
        FilePanel other;
        other.restore(preferences);
        QCOMPARE(other.pacing(), panel.pacing());
    }

    void progressAndCancel()
    {
        FilePanel panel;
        panel.resize(600, 120);
        panel.show();
        panel.setPath(file("five", "12345"));
        QVERIFY(findByName<QPushButton>(panel, QStringLiteral("Cancel")) == nullptr);
        panel.setProgress(FileProgress{1'000'000, 4'000'000, 3, 500'000, 6});
        for (const char* part : {"1000000 of 4000000 bytes", "to 3 clients", "500.0 kB/s", "0:06 left"})
            QVERIFY2(stateOf(panel).contains(QLatin1String(part)), part);
        QVERIFY(!findByName<QLineEdit>(panel, QStringLiteral("File to send"))->isEnabled());
        QSignalSpy cancelled(&panel, &FilePanel::cancelRequested);
        QTest::mouseClick(findByName<QPushButton>(panel, QStringLiteral("Cancel")), Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        panel.setProgress({});
        QVERIFY(stateOf(panel).contains(QLatin1String("5 bytes")));
        QVERIFY(findByName<QLineEdit>(panel, QStringLiteral("File to send"))->isEnabled());
    }

    /// From Send to Cancel and to the path: never to whatever comes behind in the window.
    void focusStaysWhereItIsOfUse()
    {
        QWidget window;
        auto* area = new SendArea(&window);
        auto* behind = new QPushButton(&window);
        behind->move(0, 300);
        window.resize(700, 350);
        area->resize(700, 300);
        window.show();
        area->setPeers({{1, 1, QStringLiteral("127.0.0.1:1")}});
        area->setSendsFile(true);
        area->filePanel().setPath(file("five", "12345"));
        auto* send = findByName<QPushButton>(*area, QStringLiteral("Send"));
        QVERIFY(send != nullptr && send->isEnabled());
        send->setFocus();
        area->filePanel().setProgress(FileProgress{1, 5, 1, 0, -1});
        QVERIFY(!send->isEnabled());
        auto* cancel = findByName<QPushButton>(*area, QStringLiteral("Cancel"));
        QCOMPARE(window.focusWidget(), cancel);
        area->filePanel().setProgress(FileProgress{2, 5, 1, 0, -1});
        QCOMPARE(window.focusWidget(), cancel);
        area->filePanel().setProgress({});
        auto* path = findByName<QLineEdit>(*area, QStringLiteral("File to send"));
        QCOMPARE(window.focusWidget(), path);
        area->filePanel().setProgress(FileProgress{1, 5, 1, 0, -1}); // by Return in the path
        QCOMPARE(window.focusWidget(), cancel);
        area->filePanel().setProgress({});
        behind->setFocus();
        area->filePanel().setProgress(FileProgress{1, 5, 1, 0, -1}); // by Ctrl+Enter from elsewhere
        QCOMPARE(window.focusWidget(), behind);
    }

    void durations()
    {
        QCOMPARE(durationText(0), QStringLiteral("0:00"));
        QCOMPARE(durationText(65), QStringLiteral("1:05"));
        QCOMPARE(durationText(3723), QStringLiteral("1:02:03"));
    }

    void contentOfTheBox_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<PayloadMode>("mode");
        QTest::addColumn<PayloadMode>("becomes");
        QTest::addColumn<QString>("text");
        const QByteArray hello = QByteArray::fromHex("C4E3BAC3");
        QTest::newRow("GBK") << hello << "GBK" << PayloadMode::Text << PayloadMode::Text << "你好";
        QTest::newRow("no UTF-8") << hello << "UTF-8" << PayloadMode::Text << PayloadMode::Hex << "C4 E3 BA C3";
        QTest::newRow("HEX mode") << hello << "GBK" << PayloadMode::Hex << PayloadMode::Hex << "C4 E3 BA C3";
        QTest::newRow("lines") << QByteArray("a\r\nb\n") << "UTF-8" << PayloadMode::Text << PayloadMode::Text
                               << "a\\r\nb\n";
        QTest::newRow("long HEX") << QByteArray(17, '\xFF') << "UTF-8" << PayloadMode::Text << PayloadMode::Hex
                                  << QStringLiteral("FF ").repeated(16).trimmed() + QStringLiteral("\nFF");
    }
    void contentOfTheBox()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, encoding);
        QFETCH(const PayloadMode, mode);
        const PayloadOptions options{mode, Encoding::byName(encoding), true, Ending::None};
        const BoxContent content = BoxContent::of(bytes, options);
        QTEST(content.mode, "becomes");
        QTEST(content.text, "text");
        // It means the same bytes.
        const auto back = buildPayload(content.text, {content.mode, options.encoding, true, Ending::None});
        QVERIFY(back.ok());
        QCOMPARE(back.value(), bytes);
    }

    void loadingIntoTheBox()
    {
        QSignalSpy noted(m_view.get(), &SessionView::noted);
        sendRadio(u"File")->click();
        m_view->sendFile().load(file("text", "plain"));
        QCOMPARE(find<PayloadEdit>(u"Data to send")->text(), QStringLiteral("plain"));
        QVERIFY(sendRadio(u"Text")->isChecked());
        m_view->sendFile().load(file("binary", QByteArray("\xFF\xFE\xFF", 3)));
        QCOMPARE(find<PayloadEdit>(u"Data to send")->text(), QStringLiteral("FF FE FF"));
        QVERIFY(sendRadio(u"HEX")->isChecked());
        QVERIFY(noted.isEmpty());
        m_view->sendFile().load(file("large", QByteArray(BoxContent::kMostBytes + 1, 'x')));
        m_view->sendFile().load(m_folder.filePath(QStringLiteral("missing")));
        QCOMPARE(noted.size(), 2);
        QCOMPARE(noted.at(0).at(0).value<Note>().kind, NoteKind::FileTooLarge);
        QCOMPARE(noted.at(1).at(0).value<Note>().kind, NoteKind::FileUnreadable);
        QCOMPARE(find<PayloadEdit>(u"Data to send")->text(), QStringLiteral("FF FE FF"));
    }

    void muchIsLoaded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no text") << QByteArray(BoxContent::kMostBytes, '\xFF');
        QTest::newRow("one line") << QByteArray(BoxContent::kMostBytes, 'x');
        QTest::newRow("short lines") << QByteArray("0123456789abcde\n").repeated(BoxContent::kMostBytes / 16);
    }
    void muchIsLoaded()
    {
        QFETCH(const QByteArray, bytes);
        const QString path = file("much", bytes);
        QElapsedTimer clock;
        clock.start();
        m_view->sendFile().load(path);
        qInfo("%lld ms", clock.elapsed());
        QCoreApplication::processEvents();
        qInfo("%lld ms until it is shown", clock.elapsed());
        const auto back = buildPayload(stored().send.text, {stored().send.mode, &Encoding::utf8(), true, Ending::None});
        QVERIFY(back.ok());
        QVERIFY(back.value() == bytes);
    }

    void dialogAsksWhatToDoWithAFileThatIsThere()
    {
        SaveToFileDialog dialog({m_folder.filePath(QStringLiteral("new.bin")), RecordingKind::Log, {}});
        dialog.show();
        auto* path = findByName<QLineEdit>(dialog, QStringLiteral("File"));
        auto* append = findByName<QRadioButton>(dialog, QStringLiteral("Append"));
        auto* save = findByName<QPushButton>(dialog, QStringLiteral("Start saving"));
        QVERIFY(save->isEnabled());
        QVERIFY(!append->isEnabled());
        QCOMPARE(dialog.target().kind, RecordingKind::Log);
        path->setText(file("there.bin", "x"));
        QVERIFY(append->isEnabled());
        QCOMPARE(dialog.target().start, RecordingFile::Start::Append);
        findByName<QRadioButton>(dialog, QStringLiteral("Overwrite"))->click();
        QCOMPARE(dialog.target().start, RecordingFile::Start::New);
        QCOMPARE(dialog.target().kind, RecordingKind::Log); // another group of radio buttons
        for (const QString& wrong : {QString(), m_folder.path(), m_folder.filePath(QStringLiteral("no/such"))}) {
            path->setText(wrong);
            QVERIFY2(!save->isEnabled(), qPrintable(wrong));
        }
        path->setText(m_folder.filePath(QStringLiteral("peers.bin")));
        findByName<QRadioButton>(dialog, QStringLiteral("Received bytes, a file for each peer"))->click();
        QVERIFY(append->isEnabled());
        QCOMPARE(dialog.target().kind, RecordingKind::ReceivedPerPeer);
    }

    void savingFromTheCheckBox()
    {
        auto* box = find<QCheckBox>(u"Save to file\u2026");
        box->click();
        auto* dialog = m_view->findChild<SaveToFileDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->reject();
        QVERIFY(!box->isChecked());
        QVERIFY(stored().files.savePath.isEmpty());

        const QString path = m_folder.filePath(QStringLiteral("saved.bin"));
        QSignalSpy size(m_view.get(), &SessionView::savedSizeChanged);
        QTest::qWait(0); // the first dialog goes
        box->click();
        dialog = m_view->findChild<SaveToFileDialog*>();
        QVERIFY(dialog != nullptr);
        findByName<QLineEdit>(*dialog, QStringLiteral("File"))->setText(path);
        dialog->accept();
        QVERIFY(box->isChecked());
        QCOMPARE(stored().files.savePath, path);
        Capture& capture = m_view->session().capture();
        capture.append(RecordKind::Received, capture.addPeer(QStringLiteral("p")), "12345");
        QTRY_VERIFY_WITH_TIMEOUT(!size.isEmpty() && size.constLast().at(0).toLongLong() == 5, kPatienceMs);
        QCOMPARE(size.constLast().at(1).toString(), path);
        box->click();
        QTRY_COMPARE_WITH_TIMEOUT(size.constLast().at(0).toLongLong(), -1, kPatienceMs);
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("12345"));
    }

    void savingThatFailsSwitchesTheBoxOff()
    {
        QSignalSpy noted(m_view.get(), &SessionView::noted);
        m_view->saveToFile().start({m_folder.filePath(QStringLiteral("no/such")), RecordingKind::Log, {}});
        QVERIFY(!find<QCheckBox>(u"Save to file\u2026")->isChecked());
        QCOMPARE(noted.constLast().at(0).value<Note>().kind, NoteKind::SavingFailed);
    }

    void closingWritesTheRest()
    {
        const QString path = m_folder.filePath(QStringLiteral("rest.bin"));
        m_view->saveToFile().start({path, RecordingKind::Received, {}});
        Capture& capture = m_view->session().capture();
        capture.append(RecordKind::Received, capture.addPeer(QStringLiteral("p")), "the rest");
        m_view.reset();
        QTRY_COMPARE_WITH_TIMEOUT(load(path), QByteArray("the rest"), kPatienceMs); // the disk may be at it still
    }
};

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
