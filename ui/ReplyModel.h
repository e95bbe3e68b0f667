// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyRule.h"

#include <QAbstractTableModel>

namespace netassist {

class Replier;

/// The rules for automatic replies as a table: what they are, and how they fare.
class ReplyModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { Name, When, Reply, Fired, ColumnCount };

    /// @param replier outlives the model
    explicit ReplyModel(const Replier& replier, QObject* parent = nullptr);

    [[nodiscard]] const QList<ReplyRule>& rules() const { return m_rules; }
    void setRules(const QList<ReplyRule>& rules);
    void setRule(int row, const ReplyRule& rule);
    void insert(int row, const ReplyRule& rule);
    void remove(int row);
    /// @param by -1 or 1
    void move(int row, int by);
    /// The numbers and errors have changed.
    void refreshStatus();
    /// The heading.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// How a kind of match is called in the window.
    [[nodiscard]] static QString kindName(MatchKind kind);
    /// What is wrong with a rule, in a sentence; empty: nothing.
    [[nodiscard]] QString troubleOf(int row) const;

Q_SIGNALS:
    /// A rule was switched on or off in the table.
    void switched();

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] bool hasStatus(int row) const;

    const Replier* m_replier;
    QList<ReplyRule> m_rules;
};

} // namespace netassist
