// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "ui/LatePage.h"
#include "ui/QuickCommandsEditor.h"

#include <utility>

namespace netassist {

class CommandShortcuts;
class QuickCommandFiles;
class QuickCommandModel;

/// The page of tools with the quick commands. Their keys work also before there is an editor of them.
class QuickCommandsPage final : public LatePage {
    Q_OBJECT

public:
    /// @param host shown as long as its window is: the shortcut keys work in all of it
    explicit QuickCommandsPage(QWidget& host);

    /// For the dialog that asks for a command's own checksum.
    void setPreview(QuickCommandsEditor::Preview preview) { m_preview = std::move(preview); }
    void setSendOfSequence(SequenceBar::Send send) { m_sendOfSequence = std::move(send); }

    [[nodiscard]] QuickCommandModel& model() { return *m_model; }
    [[nodiscard]] const QuickCommandModel& model() const { return *m_model; }
    [[nodiscard]] QuickCommandFiles& files() { return *m_files; }
    /// Null before the page has been shown.
    [[nodiscard]] SequenceBar* sequence();
    /// Behind the selected rows, and selects it.
    void add(const QuickCommand& command);

    /// Says below the table what could not be done and why, in the user's language; empty: nothing.
    void showProblem(const QString& text);

    /// QHeaderView::saveState() of the table, and which columns that are.
    [[nodiscard]] QByteArray columnsState() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void sendRequested(const netassist::QuickCommand& command);
    /// What stands in the send box is to become a command.
    void addFromBoxRequested();
    void noted(const netassist::Note& note);
    /// Something that is remembered.
    void changed();

protected:
    [[nodiscard]] QWidget* makeContent() override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QuickCommandModel* m_model;
    CommandShortcuts* m_shortcuts;
    QuickCommandFiles* m_files;
    QuickCommandsEditor* m_editor = nullptr;
    QuickCommandsEditor::Preview m_preview;
    SequenceBar::Send m_sendOfSequence;
    QString m_problem;
    QByteArray m_columns; ///< as restored
};

} // namespace netassist
