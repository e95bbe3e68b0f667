// SPDX-License-Identifier: MIT
#include "ui/MainWindow.h"

#include "app/session/PreferencesFile.h"
#include "app/session/TrafficMeter.h"
#include "ui/AboutDialog.h"
#include "ui/AppearanceMenu.h"
#include "ui/Colors.h"
#include "ui/FocusAreas.h"
#include "ui/Fonts.h"
#include "ui/Language.h"
#include "ui/LimitsDialog.h"
#include "ui/LogView.h"
#include "ui/MainMenu.h"
#include "ui/Question.h"
#include "ui/SaveAs.h"
#include "ui/SessionView.h"
#include "ui/StatusLine.h"
#include "ui/TrayIcon.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStatusTipEvent>

#include <set>
#include <utility>

namespace netassist {

namespace {

/// The file itself waits a little too; together well within a second.
constexpr int kRememberMs = 200;
/// A window that starts minimised, or behind a lock, may not be painted for long, and is to listen all the same.
constexpr int kUnpaintedMs = 500;
constexpr QSize kFirstSize{1040, 820}; // all settings in sight, with a checksum
constexpr QSize kSmallest{800, 520};
/// What window systems put around it, roughly: told only when it is shown.
constexpr QMargins kFrame{4, 40, 4, 4};

/// All of it can be seen, on one screen or across several.
bool isOnScreens(const QRect& window)
{
    QRegion hidden(window);
    const QList<QScreen*> screens = QGuiApplication::screens();
    for (const QScreen* screen : screens)
        hidden -= screen->availableGeometry();
    return hidden.isEmpty();
}

/// What suits those who have chosen nothing: the original's encoding for its users, UTF-8 for all others.
const Encoding& usualEncoding(bool chinese)
{
    const Encoding* gbk = chinese ? Encoding::byName(u"GBK") : nullptr;
    return gbk != nullptr ? *gbk : Encoding::utf8();
}

} // namespace

MainWindow::MainWindow(Language& language, PreferencesFile& file, const Preferences& preferences, QWidget* parent)
    : QMainWindow(parent),
      m_language(&language),
      m_file(&file),
      m_loaded(preferences),
      m_chosenLanguage(preferences.language)
{
    m_rememberSoon.setSingleShot(true);
    m_rememberSoon.setInterval(kRememberMs);
    m_fillSoon.setSingleShot(true);
    place(preferences);
    retranslate();
    connect(&m_rememberSoon, &QTimer::timeout, this, &MainWindow::remember);
    connect(&m_fillSoon, &QTimer::timeout, this, &MainWindow::fill);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &MainWindow::prepareForSessionEnd);
    QAccessible::installActivationObserver(this);
}

MainWindow::~MainWindow()
{
    QAccessible::removeActivationObserver(this);
}

SessionView& MainWindow::sessionView()
{
    fill();
    return *m_view;
}

Preferences MainWindow::preferences() const
{
    if (!isFilled())
        return m_loaded;
    Preferences preferences;
    m_view->store(preferences);
    preferences.appearance = m_appearance->appearance();
    preferences.language = m_chosenLanguage;
    preferences.windowGeometry = saveGeometry();
    preferences.alwaysOnTop = windowFlags().testFlag(Qt::WindowStaysOnTopHint);
    return preferences;
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::StatusTip && isFilled()) {
        m_status->setHint(static_cast<QStatusTipEvent*>(event)->tip());
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (QAccessible::isActive())
        fill();
    else if (!isFilled() && !m_fillSoon.isActive())
        m_fillSoon.start(kUnpaintedMs);
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!isFilled())
        m_fillSoon.start(0); // this frame goes to the screen first
}

void MainWindow::accessibilityActiveChanged(bool active)
{
    if (active)
        fill();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange)
        rememberSoon();
    else if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, makePlaceholdersReadable, Qt::QueuedConnection); // this one is still on its way
    QMainWindow::changeEvent(event);
}

void MainWindow::moveEvent(QMoveEvent* event)
{
    QMainWindow::moveEvent(event);
    rememberSoon();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    rememberSoon();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!isFilled()) { // nothing is open yet that would be kept in the tray, and nothing was changed
        m_fillSoon.stop();
        QMainWindow::closeEvent(event);
        return;
    }
    remember();
    // Without a tray nothing would bring it back.
    if (m_tray->isOn() && TrayIcon::isAvailable() && !m_quitting && m_sessionEnd.hasExpired()) {
        event->ignore();
        m_tray->hideWindow();
        return;
    }
    const QString unfinished = m_saveAs->pathOfUnfinished();
    if (!unfinished.isEmpty() && !m_givesUpSaving && m_sessionEnd.hasExpired()) {
        event->ignore();
        askToGiveUp(unfinished);
        return;
    }
    m_file->flush();
    QMainWindow::closeEvent(event);
    if (m_tray->isOn()) // it would keep the program running
        QCoreApplication::quit();
}

void MainWindow::fill()
{
    if (isFilled())
        return;
    m_fillSoon.stop();
    preferSimplifiedForms();
    setFont({}); // takes that one now: Qt tells the window of it later, and all in it would be measured once more
    m_menu = new MainMenu(*menuBar(), this);
    m_view = new SessionView;
    m_status = new StatusLine;
    m_saveAs = new SaveAs(*m_view, *m_status, this);
    m_tray = new TrayIcon(*this);
    m_appearance = new AppearanceMenu(m_menu->viewMenu(), *m_view, *m_tray, this);
    setCentralWidget(m_view);
    setStatusBar(m_status);
    bindMenu();
    bindView();
    restore(std::exchange(m_loaded, {}));
    retranslate();
    // Else Qt would show them a little later, one by one. The largest comes last, and is laid out once.
    menuBar()->show();
    m_status->show();
    m_view->show();
    m_view->focusOpenButton();
    Q_EMIT filled();
}

void MainWindow::bindMenu()
{
    connect(m_menu, &MainMenu::openOrCloseTriggered, m_view, &SessionView::openOrClose);
    connect(m_menu, &MainMenu::sendTriggered, m_view, &SessionView::send);
    connect(m_menu, &MainMenu::loadFileTriggered, m_view, &SessionView::askToLoadFile);
    connect(m_menu, &MainMenu::saveLogTriggered, m_saveAs, &SaveAs::saveLog);
    connect(m_menu, &MainMenu::saveReceivedTriggered, m_saveAs, &SaveAs::saveReceivedBytes);
    connect(m_menu, &MainMenu::quitTriggered, this, &MainWindow::quit);
    connect(m_saveAs, &SaveAs::ended, this, [this] {
        if (m_question != nullptr)
            m_question->close(); // there is nothing to give up any more
    });
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::quit);
    connect(m_appearance, &AppearanceMenu::changed, this, &MainWindow::rememberSoon);
    LogView* const log = &m_view->logView();
    connect(m_menu, &MainMenu::zoomInTriggered, log, [log] { log->setZoomSteps(log->zoomSteps() + 1); });
    connect(m_menu, &MainMenu::zoomOutTriggered, log, [log] { log->setZoomSteps(log->zoomSteps() - 1); });
    connect(m_menu, &MainMenu::zoomResetTriggered, log, [log] { log->setZoomSteps(0); });
    connect(m_menu, &MainMenu::alwaysOnTopToggled, this, &MainWindow::setAlwaysOnTop);
    connect(m_menu, &MainMenu::settingsColumnToggled, m_view, &SessionView::setSettingsColumnShown);
    connect(m_menu, &MainMenu::toolColumnToggled, m_view, &SessionView::setToolColumnShown);
    connect(m_menu, &MainMenu::nextAreaTriggered, &m_view->focusAreas(), &FocusAreas::focusNext);
    connect(m_menu, &MainMenu::previousAreaTriggered, &m_view->focusAreas(), &FocusAreas::focusPrevious);
    connect(m_menu, &MainMenu::clearLogTriggered, m_view, &SessionView::clearLog);
    connect(m_menu, &MainMenu::limitsTriggered, this, &MainWindow::editLimits);
    connect(m_menu, &MainMenu::languagePicked, this, &MainWindow::pickLanguage);
    connect(m_menu, &MainMenu::aboutTriggered, this, &MainWindow::showAbout);
    connect(m_menu, &MainMenu::aboutQtTriggered, this, &MainWindow::showAboutQt);
}

void MainWindow::bindView()
{
    connect(m_view, &SessionView::changed, this, &MainWindow::rememberSoon);
    connect(m_view, &SessionView::settingsColumnShownChanged, m_menu, &MainMenu::setSettingsColumnShown);
    connect(m_view, &SessionView::toolColumnShownChanged, m_menu, &MainMenu::setToolColumnShown);
    connect(m_file, &PreferencesFile::failed, this, [this](const Note& error) { m_view->session().tell(error); });
    connect(m_view, &SessionView::noted, m_status, &StatusLine::setNote);
    connect(m_view, &SessionView::savedSizeChanged, m_status, &StatusLine::setSaved);
    connect(m_view, &SessionView::logCleared, m_status, [this] { m_status->clearNote(); });
    connect(m_view, &SessionView::trafficUpdated, this, &MainWindow::updateCounters);
    connect(m_view, &SessionView::undecodableChanged, this, [this](qint64 bytes, const Encoding* suggestion) {
        m_status->setUndecodable(bytes, &m_view->receiveEncoding(), suggestion);
    });
    connect(m_status, &StatusLine::resetRequested, m_view, &SessionView::resetCounters);
    connect(m_status, &StatusLine::encodingRequested, m_view, &SessionView::setReceiveEncoding);
}

void MainWindow::restore(const Preferences& preferences)
{
    m_menu->setLanguage(m_language->code());
    m_view->restore(preferences, usualEncoding(m_language->isChinese()));
    m_appearance->restore(preferences.appearance);
    m_view->fillEmptyBox(preferences.appearance.defaultText);
    for (const QString& name : std::set{preferences.receiveEncoding, preferences.send.encoding}) {
        if (!name.isEmpty() && Encoding::byName(name) == nullptr)
            m_view->session().tell({NoteKind::EncodingUnavailable, {name}});
    }
    m_menu->setAlwaysOnTop(preferences.alwaysOnTop);
    // Not before: the remembered place has room for tools that were open.
    connect(m_view, &SessionView::toolColumnShownChanged, this, &MainWindow::makeRoomForTools);
}

void MainWindow::place(const Preferences& preferences)
{
    setWindowFlag(Qt::WindowStaysOnTopHint, preferences.alwaysOnTop);
    setMinimumHeight(kSmallest.height());
    setLeastWidth(preferences.toolColumn.shown);
    resize(kFirstSize);
    if (!preferences.windowGeometry.isEmpty())
        restoreGeometry(preferences.windowGeometry);
    fitOntoScreen();
}

void MainWindow::fitOntoScreen()
{
    const bool isPlaced = testAttribute(Qt::WA_Moved); // else the window system finds it a place
    const QRect wanted = isMaximized() || isFullScreen() ? normalGeometry() : geometry();
    if (isPlaced && isOnScreens(wanted))
        return;
    const QScreen* const there = isPlaced ? QGuiApplication::screenAt(wanted.center()) : nullptr;
    const QRect room = (there != nullptr ? there : screen())->availableGeometry().marginsRemoved(kFrame);
    const QSize size = wanted.size().boundedTo(room.size()).expandedTo(minimumSize());
    if (!isPlaced) {
        resize(size);
        return;
    }
    const QPoint most(room.right() + 1 - size.width(), room.bottom() + 1 - size.height());
    const Qt::WindowStates state = windowState();
    setWindowState(Qt::WindowNoState); // what it has when it is neither large nor gone
    setGeometry(
        {{qMax(room.left(), qMin(wanted.left(), most.x())), qMax(room.top(), qMin(wanted.top(), most.y()))}, size});
    setWindowState(state);
}

void MainWindow::setLeastWidth(bool withTools)
{
    const int wanted = kSmallest.width() + (withTools ? SessionView::toolColumnLeastWidth() : 0);
    const int room = screen()->availableGeometry().marginsRemoved(kFrame).width();
    setMinimumWidth(qMax(kSmallest.width(), qMin(wanted, room)));
}

void MainWindow::makeRoomForTools(bool shown)
{
    // The column is drawn out of the window's edge, as far as the screen has room: the log keeps its width.
    const bool resizable = isVisible() && !isMaximized() && !isFullScreen();
    const int room = screen()->availableGeometry().right() - frameGeometry().right();
    const int before = width();
    setLeastWidth(shown);
    if (shown) {
        if (resizable && room > 0)
            resize(before + qMin(room, m_view->toolColumnWidth()), height());
        if (isVisible())
            m_widened = width() - before;
    } else if (resizable) {
        resize(before - m_widened.value_or(m_view->toolColumnWidth()), height());
    }
}

void MainWindow::rememberSoon()
{
    if (!m_rememberSoon.isActive())
        m_rememberSoon.start();
}

void MainWindow::remember()
{
    m_rememberSoon.stop();
    m_file->remember(preferences());
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

void MainWindow::quitAtOnce()
{
    m_givesUpSaving = true;
    quit();
}

void MainWindow::prepareForSessionEnd()
{
    constexpr int kSessionEndMs = 60'000; // others may have questions
    remember();
    m_file->flush();
    m_sessionEnd.setRemainingTime(kSessionEndMs);
}

void MainWindow::askToGiveUp(const QString& path)
{
    m_quitting = false; // else closing the window would not hide it in the tray from then on
    m_tray->showWindow();
    if (m_question != nullptr && m_question->isVisible()) {
        m_question->raise();
        return;
    }
    m_question = askBefore(tr("Quit"), tr("%1 is still being saved. Quit all the same and give that up?").arg(path),
                           tr("Quit"), *this, [this] { quitAtOnce(); });
}

void MainWindow::setAlwaysOnTop(bool on)
{
    if (windowFlags().testFlag(Qt::WindowStaysOnTopHint) == on)
        return;
    // Changing a window flag hides the window.
    const bool shown = isVisible();
    setWindowFlag(Qt::WindowStaysOnTopHint, on);
    if (shown)
        show();
    rememberSoon();
}

void MainWindow::pickLanguage(const QString& code)
{
    m_chosenLanguage = code;
    m_language->use(code);
    m_menu->setLanguage(code);
    rememberSoon();
}

void MainWindow::updateCounters()
{
    const TrafficMeter& traffic = m_view->traffic();
    m_status->setCounters(m_view->session().counters(), traffic.receiveRate(), traffic.sendRate());
}

void MainWindow::editLimits()
{
    auto* dialog = new LimitsDialog(m_view->session().limits(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_view, [this, dialog] { m_view->setLimits(dialog->limits()); });
    dialog->open();
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAboutQt()
{
    // QMessageBox::aboutQt() would hold up the event loop.
    auto* box = new QMessageBox(QMessageBox::Information, tr("About Qt"),
                                tr("This program uses Qt version %1.").arg(QString::fromLatin1(qVersion())),
                                QMessageBox::Close, this);
    box->setInformativeText(tr("Qt is a C++ toolkit for programs on many systems, under the GNU LGPL, version 3: "
                               "<a href=\"https://www.qt.io/\">www.qt.io</a>"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Network Debugging Assistant"));
    if (!isFilled())
        return;
    m_menu->retranslate();
    m_appearance->retranslate();
}

} // namespace netassist
