// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyRule.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;
class QTableView;
class QToolButton;

namespace netassist {

class ElidedLabel;
class Replier;
class ReplyForm;
class ReplyModel;

/// The settings of a replier, to be edited: the rules in a table, and the chosen one below. Changes count at once, those
/// of a rule that is being typed when typing pauses.
class ReplyEditor final : public QWidget {
    Q_OBJECT

public:
    /// Shows the replier's settings as they are.
    /// @param replier outlives the editor
    explicit ReplyEditor(Replier& replier, QWidget* parent = nullptr);

    [[nodiscard]] ReplySettings settings() const;
    void restore(const ReplySettings& settings);

Q_SIGNALS:
    /// Something that is remembered.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill(const ReplySettings& settings);
    void layOut();
    void bind();
    void apply();
    void add(const ReplyRule& rule);
    void removeCurrent();
    void moveCurrent(int by);
    void showCurrent();
    void refresh();
    [[nodiscard]] int currentRow() const;
    void retranslate();

    Replier* m_replier;
    ReplyModel* m_model;
    QCheckBox* m_enabled;
    QCheckBox* m_echo;
    QLabel* m_perSecondLabel;
    QSpinBox* m_perSecond;
    QTableView* m_table;
    QToolButton* m_add;
    QToolButton* m_duplicate;
    QToolButton* m_delete;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_reset;
    ElidedLabel* m_trouble;
    ReplyForm* m_form;
    QWidget* m_upper; ///< the table and what belongs to it
    QTimer m_applySoon;
    QTimer m_refreshSoon;
};

} // namespace netassist
