// SPDX-License-Identifier: MIT
#include "ui/MainMenu.h"

#include "ui/Language.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace netassist {

MainMenu::MainMenu(QMenuBar& bar, QObject* parent)
    : QObject(parent),
      m_file(bar.addMenu(QString())),
      m_view(bar.addMenu(QString())),
      m_language(bar.addMenu(QString())),
      m_help(bar.addMenu(QString())),
      m_openOrClose(new QAction(this)),
      m_send(new QAction(this)),
      m_loadFile(new QAction(this)),
      m_saveLog(new QAction(this)),
      m_saveReceived(new QAction(this)),
      m_quit(new QAction(this)),
      m_zoomIn(new QAction(this)),
      m_zoomOut(new QAction(this)),
      m_zoomReset(new QAction(this)),
      m_alwaysOnTop(new QAction(this)),
      m_settingsColumn(new QAction(this)),
      m_toolColumn(new QAction(this)),
      m_nextArea(new QAction(this)),
      m_previousArea(new QAction(this)),
      m_clearLog(new QAction(this)),
      m_limits(new QAction(this)),
      m_languages(new QActionGroup(this)),
      m_about(new QAction(this)),
      m_aboutQt(new QAction(this))
{
    fillFile();
    fillView();
    fillLanguage();
    fillHelp();
    retranslate();
}

void MainMenu::setAlwaysOnTop(bool on)
{
    m_alwaysOnTop->setChecked(on);
}

void MainMenu::setSettingsColumnShown(bool on)
{
    m_settingsColumn->setChecked(on);
}

void MainMenu::setToolColumnShown(bool on)
{
    m_toolColumn->setChecked(on);
}

void MainMenu::setLanguage(const QString& code)
{
    const QList<QAction*> actions = m_languages->actions();
    for (QAction* action : actions)
        action->setChecked(action->data().toString() == code);
}

void MainMenu::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_openOrClose->setText(tr("&Open or close"));
    m_openOrClose->setStatusTip(tr("Begin or end listening, or the connection"));
    m_send->setText(tr("&Send"));
    m_send->setStatusTip(tr("Send what is in the box (Ctrl+Enter)"));
    m_loadFile->setText(tr("Load &file into box\u2026"));
    m_loadFile->setStatusTip(tr("Put what a file holds into the send box, as text or as HEX"));
    m_saveLog->setText(tr("Save &log as\u2026"));
    m_saveLog->setStatusTip(tr("Write the log as it is shown to a file in UTF-8, not only what is in sight"));
    m_saveReceived->setText(tr("Save &received bytes as\u2026"));
    m_saveReceived->setStatusTip(tr("Write all received bytes to a file, exactly as they came"));
    m_quit->setText(tr("&Quit"));
    m_quit->setStatusTip(tr("Close the window and all connections"));

    m_view->setTitle(tr("&View"));
    m_zoomIn->setText(tr("Zoom &in"));
    m_zoomIn->setStatusTip(tr("Larger letters in the log"));
    m_zoomOut->setText(tr("Zoom &out"));
    m_zoomOut->setStatusTip(tr("Smaller letters in the log"));
    m_zoomReset->setText(tr("&Reset zoom"));
    m_zoomReset->setStatusTip(tr("Letters of the usual size in the log"));
    m_alwaysOnTop->setText(tr("Always on &top"));
    m_alwaysOnTop->setStatusTip(tr("Keep this window in front of the others"));
    m_settingsColumn->setText(tr("&Show settings column"));
    m_settingsColumn->setStatusTip(tr("Show or hide the settings at the left"));
    m_toolColumn->setText(tr("Show too&l column"));
    m_toolColumn->setStatusTip(tr("Show or hide the tools at the right"));
    m_nextArea->setText(tr("&Next area"));
    m_nextArea->setStatusTip(tr("From the settings to the log, the send box, the tools and round again (F6)"));
    m_previousArea->setText(tr("&Previous area"));
    m_previousArea->setStatusTip(
        tr("From the tools to the send box, the log, the settings and round again (Shift+F6)"));
    m_clearLog->setText(tr("&Clear log"));
    m_clearLog->setStatusTip(tr("Clear the log, with all that was received and sent (Ctrl+L)"));
    m_limits->setText(tr("Capture li&mit\u2026"));
    m_limits->setStatusTip(tr("How much data is kept, how many clients may connect, how much may wait to be sent"));

    m_language->setTitle(tr("&Language"));
    const QList<QAction*> languages = m_languages->actions();
    for (QAction* language : languages)
        language->setStatusTip(tr("Show everything in this language"));

    m_help->setTitle(tr("&Help"));
    m_about->setText(tr("&About Network Debugging Assistant"));
    m_about->setStatusTip(tr("Version and licences"));
    m_aboutQt->setText(tr("About &Qt"));
    m_aboutQt->setStatusTip(tr("The toolkit this program is built with"));
}

void MainMenu::fillFile()
{
    m_openOrClose->setShortcut(Qt::Key_F5);
    m_send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_quit->setShortcut(QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);
    m_file->addAction(m_openOrClose);
    m_file->addAction(m_send);
    m_file->addSeparator();
    m_file->addAction(m_loadFile);
    m_file->addSeparator();
    m_file->addAction(m_saveLog);
    m_file->addAction(m_saveReceived);
    m_file->addSeparator();
    m_file->addAction(m_quit);
    connect(m_openOrClose, &QAction::triggered, this, &MainMenu::openOrCloseTriggered);
    connect(m_send, &QAction::triggered, this, &MainMenu::sendTriggered);
    connect(m_loadFile, &QAction::triggered, this, &MainMenu::loadFileTriggered);
    connect(m_saveLog, &QAction::triggered, this, &MainMenu::saveLogTriggered);
    connect(m_saveReceived, &QAction::triggered, this, &MainMenu::saveReceivedTriggered);
    connect(m_quit, &QAction::triggered, this, &MainMenu::quitTriggered);
}

void MainMenu::fillView()
{
    // Ctrl+= is the same key without Shift on many keyboards.
    m_zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_zoomOut->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_zoomReset->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    m_nextArea->setShortcut(Qt::Key_F6);
    m_previousArea->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    m_clearLog->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_alwaysOnTop->setCheckable(true);
    m_settingsColumn->setCheckable(true);
    m_settingsColumn->setChecked(true);
    m_toolColumn->setCheckable(true);
    m_view->addAction(m_zoomIn);
    m_view->addAction(m_zoomOut);
    m_view->addAction(m_zoomReset);
    m_view->addSeparator();
    m_view->addAction(m_alwaysOnTop);
    m_view->addAction(m_settingsColumn);
    m_view->addAction(m_toolColumn);
    m_view->addSeparator();
    m_view->addAction(m_nextArea);
    m_view->addAction(m_previousArea);
    m_view->addSeparator();
    m_view->addAction(m_clearLog);
    m_view->addAction(m_limits);
    connect(m_zoomIn, &QAction::triggered, this, &MainMenu::zoomInTriggered);
    connect(m_zoomOut, &QAction::triggered, this, &MainMenu::zoomOutTriggered);
    connect(m_zoomReset, &QAction::triggered, this, &MainMenu::zoomResetTriggered);
    connect(m_alwaysOnTop, &QAction::toggled, this, &MainMenu::alwaysOnTopToggled);
    connect(m_settingsColumn, &QAction::toggled, this, &MainMenu::settingsColumnToggled);
    connect(m_toolColumn, &QAction::toggled, this, &MainMenu::toolColumnToggled);
    connect(m_nextArea, &QAction::triggered, this, &MainMenu::nextAreaTriggered);
    connect(m_previousArea, &QAction::triggered, this, &MainMenu::previousAreaTriggered);
    connect(m_clearLog, &QAction::triggered, this, &MainMenu::clearLogTriggered);
    connect(m_limits, &QAction::triggered, this, &MainMenu::limitsTriggered);
}

void MainMenu::fillLanguage()
{
    for (const QString& code : Language::codes()) {
        auto* action = new QAction(Language::nativeName(code), this);
        action->setCheckable(true);
        action->setData(code);
        m_languages->addAction(action);
        m_language->addAction(action);
    }
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT languagePicked(action->data().toString()); });
}

void MainMenu::fillHelp()
{
    m_about->setMenuRole(QAction::AboutRole);
    m_aboutQt->setMenuRole(QAction::AboutQtRole);
    m_help->addAction(m_about);
    m_help->addAction(m_aboutQt);
    connect(m_about, &QAction::triggered, this, &MainMenu::aboutTriggered);
    connect(m_aboutQt, &QAction::triggered, this, &MainMenu::aboutQtTriggered);
}

} // namespace netassist
