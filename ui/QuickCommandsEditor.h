// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"
#include "ui/SequenceBar.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace netassist {

class ElidedLabel;
class QuickCommandFiles;
class QuickCommandModel;
class QuickCommandTable;

/// The quick commands: pages, the table, what can be done with its rows, and the sequence.
class QuickCommandsEditor final : public QWidget {
    Q_OBJECT

public:
    /// @param model outlives the editor, as do the files
    QuickCommandsEditor(QuickCommandModel& model, QuickCommandFiles& files, QWidget* parent = nullptr);

    /// What would be sent of a command now.
    using Preview = std::function<Result<PayloadParts, PayloadError>(const QuickCommand& command)>;
    /// For the dialog that asks for a command's own checksum.
    void setPreview(Preview preview) { m_preview = std::move(preview); }

    [[nodiscard]] SequenceBar& sequence() { return *m_sequence; }
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
    void columnsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void bind();
    void showPages();
    void addPage();
    void renamePage();
    void removePage();
    void askChecksum(int row);
    void retranslate();

    QuickCommandModel* m_model;
    QuickCommandFiles* m_files;
    QLabel* m_pageLabel;
    QComboBox* m_page;
    QToolButton* m_addPage;
    QToolButton* m_renamePage;
    QToolButton* m_removePage;
    QuickCommandTable* m_table;
    QToolButton* m_addFromBox;
    QToolButton* m_addEmpty;
    QToolButton* m_duplicate;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_import;
    QToolButton* m_export;
    ElidedLabel* m_problem;
    SequenceBar* m_sequence;
    Preview m_preview;
};

} // namespace netassist
