// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/ExportSource.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QWidget;

namespace netassist {

class FileExport;
class SessionView;
class StatusLine;

/// Asks where to save something of a session and writes it there, with its progress in the status line.
class SaveAs final : public QObject {
    Q_OBJECT

public:
    /// @param view, status outlive this
    SaveAs(SessionView& view, StatusLine& status, QObject* parent);

    /// The log as it is shown, not only what is in sight.
    void saveLog();
    void saveReceivedBytes();
    /// Without asking.
    void writeLog(const QString& path);
    void writeReceivedBytes(const QString& path);
    /// The file that would be given up if this went now; empty: there is none.
    [[nodiscard]] QString pathOfUnfinished() const;

Q_SIGNALS:
    /// Nothing is being saved any more.
    void ended();

private:
    void ask(const QString& title, const QString& proposal, const std::function<void(const QString&)>& write);
    void write(const QString& path, std::unique_ptr<ExportSource> source);

    SessionView* m_view;
    StatusLine* m_status;
    QPointer<FileExport> m_running;
};

} // namespace netassist
