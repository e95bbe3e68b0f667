// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace netassist {

/// The menus and their shortcuts. Says what was chosen; others do it.
class MainMenu final : public QObject {
    Q_OBJECT

public:
    /// @param bar owns the menus; outlives this object
    explicit MainMenu(QMenuBar& bar, QObject* parent = nullptr);

    /// For what others add to it.
    [[nodiscard]] QMenu& viewMenu() { return *m_view; }
    void setAlwaysOnTop(bool on);
    void setSettingsColumnShown(bool on);
    void setToolColumnShown(bool on);
    void setLanguage(const QString& code);
    void retranslate();

Q_SIGNALS:
    void openOrCloseTriggered();
    void sendTriggered();
    void loadFileTriggered();
    void saveLogTriggered();
    void saveReceivedTriggered();
    void quitTriggered();
    void zoomInTriggered();
    void zoomOutTriggered();
    void zoomResetTriggered();
    void alwaysOnTopToggled(bool on);
    void settingsColumnToggled(bool on);
    void toolColumnToggled(bool on);
    void nextAreaTriggered();
    void previousAreaTriggered();
    void clearLogTriggered();
    void limitsTriggered();
    void languagePicked(const QString& code);
    void aboutTriggered();
    void aboutQtTriggered();

private:
    void fillFile();
    void fillView();
    void fillLanguage();
    void fillHelp();

    QMenu* m_file;
    QMenu* m_view;
    QMenu* m_language;
    QMenu* m_help;
    QAction* m_openOrClose;
    QAction* m_send;
    QAction* m_loadFile;
    QAction* m_saveLog;
    QAction* m_saveReceived;
    QAction* m_quit;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_zoomReset;
    QAction* m_alwaysOnTop;
    QAction* m_settingsColumn;
    QAction* m_toolColumn;
    QAction* m_nextArea;
    QAction* m_previousArea;
    QAction* m_clearLog;
    QAction* m_limits;
    QActionGroup* m_languages;
    QAction* m_about;
    QAction* m_aboutQt;
};

} // namespace netassist
