// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Preferences.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace netassist {

class AppearanceMenu;
class Language;
class MainMenu;
class PreferencesFile;
class SaveAs;
class SessionView;
class StatusLine;
class TrayIcon;

/// Puts the parts together: menus, the session's view, the status line, and what is remembered of them.
///
/// The frame is on the screen first, at its place; the parts are made in the turn after it was painted, since fonts and
/// controls take longer than all else of a start. Who asks for a part before has all of them made at once, and so has
/// what reads the window aloud or drives it: it never meets an empty frame.
class MainWindow final : public QMainWindow, private QAccessible::ActivationObserver {
    Q_OBJECT

public:
    /// @param language and file outlive the window
    /// @param preferences as loaded from the file
    MainWindow(Language& language, PreferencesFile& file, const Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SessionView& sessionView();
    /// Everything that is to be remembered, as it is now.
    [[nodiscard]] Preferences preferences() const;
    /// Asks nothing more, and also goes where closing the window would hide it.
    void quitAtOnce();
    /// The desktop's session is about to end, and will end this too; it may also be called off.
    void prepareForSessionEnd();

Q_SIGNALS:
    /// All parts are there; once.
    void filled();

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void accessibilityActiveChanged(bool active) override;
    [[nodiscard]] bool isFilled() const { return m_view != nullptr; }
    void fill();
    void bindMenu();
    void bindView();
    void restore(const Preferences& preferences);
    void place(const Preferences& preferences);
    /// What it would like to have, or had on another screen, need not fit this one.
    void fitOntoScreen();
    /// Never more than the screen has, but for a very small one.
    void setLeastWidth(bool withTools);
    /// Wider when the tool column opens, narrower when it closes.
    void makeRoomForTools(bool shown);
    void rememberSoon();
    void remember();
    void askToGiveUp(const QString& path);
    void quit();
    void setAlwaysOnTop(bool on);
    void pickLanguage(const QString& code);
    void updateCounters();
    void editLimits();
    void showAbout();
    void showAboutQt();
    void retranslate();

    Language* m_language;
    PreferencesFile* m_file;
    Preferences m_loaded; ///< for the parts, until they are made
    MainMenu* m_menu = nullptr;
    SessionView* m_view = nullptr;
    StatusLine* m_status = nullptr;
    SaveAs* m_saveAs = nullptr;
    TrayIcon* m_tray = nullptr;
    AppearanceMenu* m_appearance = nullptr;
    QTimer m_rememberSoon;
    QTimer m_fillSoon;
    QString m_chosenLanguage;     ///< empty: the system's
    bool m_quitting = false;      ///< closing the window is the end, tray or not
    bool m_givesUpSaving = false; ///< what is still being saved
    QDeadlineTimer m_sessionEnd;  ///< until then the end is the session's
    QPointer<QWidget> m_question; ///< whether to quit
    std::optional<int> m_widened; ///< by the tool column, in pixels; none: it was open at the start
};

} // namespace netassist
