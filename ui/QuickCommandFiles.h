// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QMimeData;
class QWidget;

namespace netassist {

class CommandShortcuts;
class FileExport;
class QuickCommandModel;

/// Imports quick commands from files and exports them.
class QuickCommandFiles final : public QObject {
    Q_OBJECT

public:
    /// @param parent of the dialogs; owns this
    QuickCommandFiles(QuickCommandModel& model, const CommandShortcuts& shortcuts, QWidget& parent);

    void askToImport();
    void askToExport();
    /// Without asking. The commands become pages of their own; keys that are in use are left out.
    void importFrom(const QString& path);
    void exportTo(const QString& path);

    /// The file of quick commands (by its name: JSON or CSV) that is being dragged; empty: none.
    [[nodiscard]] static QString fileIn(const QMimeData& data);

Q_SIGNALS:
    /// What came of it.
    void noted(const netassist::Note& note);

private:
    QuickCommandModel* m_model;
    const CommandShortcuts* m_shortcuts;
    QWidget* m_parent;
    QPointer<FileExport> m_exporting; ///< the last one
};

} // namespace netassist
