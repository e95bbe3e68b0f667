// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/QuickCommands.h"

#include <QAbstractTableModel>

#include <functional>

namespace netassist {

/// The quick commands of one page as a table, and the pages themselves. It alone changes them.
class QuickCommandModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TickColumn,
        SendColumn,
        NameColumn,
        ModeColumn,
        ContentColumn,
        EndingColumn,
        ChecksumColumn,
        EncodingColumn,
        DelayColumn,
        ShortcutColumn,
        ColumnCount
    };
    /// Of the mode's column, to edit.
    enum class Mode { Text, LiteralText, Hex };
    /// Of the checksum's column, to edit.
    enum class Checksum { AsInSendSettings, None, Own };
    /// Of the ending's column, to edit: an Ending, or this.
    static constexpr int kAsInSendSettings = -1;

    /// Why a shortcut cannot be had by the command in that row; empty if it can be.
    using ShortcutCheck = std::function<QString(const QString& shortcut, int row)>;

    explicit QuickCommandModel(QObject* parent = nullptr);

    [[nodiscard]] const QuickCommands& commands() const { return m_commands; }
    void setCommands(const QuickCommands& commands);
    void setShortcutCheck(const ShortcutCheck& check) { m_shortcutCheck = check; }

    // The pages. There is always one.
    [[nodiscard]] int page() const { return m_commands.page; }
    /// `Page 2` for one that has no name of its own.
    [[nodiscard]] QString pageTitle(int page) const;
    void setPage(int page);
    /// Behind the others, and in front. @return false if there are too many
    bool addPages(const QList<QuickCommandPage>& pages);
    void renamePage(const QString& name);
    /// The last one is emptied instead.
    void removePage();

    // The commands of the page in front.
    [[nodiscard]] const QuickCommand& commandAt(int row) const { return shown().at(row); }
    /// @return false if there are too many
    bool insert(int row, const QList<QuickCommand>& commands);
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    /// @param before the row in front of which they go, as it is now
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;
    void setOwnChecksum(int row, const ChecksumSettings& checksum);
    void tickAll(bool on);
    void setRounds(int rounds);
    /// Marks the row that a sequence is at; -1: none.
    void setRunningRow(int row);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    // Rows are dragged to another place by their numbers.
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    [[nodiscard]] static QString modeText(Mode mode);
    [[nodiscard]] static QString endingText(int ending);
    [[nodiscard]] static QString checksumText(Checksum checksum);
    /// @param encoding null: as in the send settings; empty: same as receive
    [[nodiscard]] static QString encodingText(const QString& encoding);

Q_SIGNALS:
    /// Something that is remembered.
    void changed();
    /// Another page is in front, or they are called otherwise.
    void pagesChanged();
    void shortcutRefused(const QString& reason);

private:
    [[nodiscard]] const QList<QuickCommand>& shown() const { return m_commands.pages.at(m_commands.page).commands; }
    [[nodiscard]] QList<QuickCommand>& shown() { return m_commands.pages[m_commands.page].commands; }
    [[nodiscard]] QString displayText(const QuickCommand& command, int column) const;
    [[nodiscard]] QVariant editValue(const QuickCommand& command, int column) const;
    /// In the place of the one that stands there.
    void replace(const QModelIndex& index, const QuickCommand& command);
    /// @return false if the value does not fit
    [[nodiscard]] bool edit(QuickCommand& command, int row, int column, const QVariant& value);

    QuickCommands m_commands;
    ShortcutCheck m_shortcutCheck;
    int m_runningRow = -1;
};

} // namespace netassist
