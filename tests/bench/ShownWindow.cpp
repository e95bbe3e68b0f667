// SPDX-License-Identifier: MIT
#include "tests/bench/ShownWindow.h"

#include "app/text/Encoding.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Wait.h"

#include <QCheckBox>
#include <QEvent>
#include <QStorageInfo>

namespace netassist::bench {

namespace {

Preferences asAtTheFirstStart()
{
    Preferences preferences;
    preferences.language = QStringLiteral("en");
    return preferences;
}

QString withoutBlanks(QString text)
{
    text.remove(QLatin1Char(' '));
    text.remove(QLatin1Char('\n'));
    return text;
}

} // namespace

ShownWindow::ShownWindow(const QString& folder)
    : m_folder(folder),
      m_file(folder + QStringLiteral("/settings.json")),
      m_window(m_language, m_file, asAtTheFirstStart())
{
    m_language.use(QStringLiteral("en"));
    log().viewport()->installEventFilter(this);
    m_window.show();
    connect(&session(), &Session::opened, this, [this](const Endpoint& local) { m_port = local.port; });
    reopen();
    (void)waitUntil([this] { return m_frames > 0; });
}

void ShownWindow::reopen()
{
    m_port = 0;
    session().open({Protocol::TcpServer, {QStringLiteral("127.0.0.1"), 0}});
    (void)waitUntil([this] { return m_port != 0; });
}

void ShownWindow::setEncoding(QStringView name)
{
    if (const Encoding* const encoding = Encoding::byName(name))
        view().setReceiveEncoding(*encoding);
}

void ShownWindow::setLogMode(bool on)
{
    const QList<QCheckBox*> boxes = view().findChildren<QCheckBox*>();
    for (QCheckBox* const box : boxes) {
        if (box->text() == QLatin1String("Log mode"))
            box->setChecked(on);
    }
}

// Gigabytes are given back in the background: where the disk is told of each block that is free again, this takes as
// long as writing them, and what is written meanwhile waits.
void ShownWindow::waitForDisk()
{
    constexpr double kQuietSeconds = 0.5;
    constexpr qint64 kNothing = qint64{1} << 20;
    QStorageInfo disk(m_folder);
    qint64 before = 0;
    do {
        before = disk.bytesAvailable();
        pause(kQuietSeconds);
        disk.refresh();
    } while (disk.bytesAvailable() - before > kNothing);
}

void ShownWindow::startAfresh()
{
    view().clearLog();
    view().resetCounters();
    log().setFollowing(true);
    waitForDisk();
}

bool ShownWindow::showsAtEnd(const QString& text)
{
    return withoutBlanks(log().visibleText()).endsWith(withoutBlanks(text));
}

bool ShownWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        ++m_frames;
        QMetaObject::invokeMethod(
            this, [this] { m_paintedAt = now(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace netassist::bench
