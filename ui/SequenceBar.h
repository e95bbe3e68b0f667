// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/CommandSequence.h"
#include "app/session/QuickCommands.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace netassist {

class ElidedLabel;
class QuickCommandModel;

/// Starts and stops the sequence of the ticked commands of the page in front, and shows where it is. What runs is what
/// was there at the start, whatever is changed meanwhile.
class SequenceBar final : public QWidget {
    Q_OBJECT

public:
    /// Sends one of the sequence.
    using Send = std::function<CommandSequence::Outcome(const QuickCommand& command)>;

    /// @param model outlives the bar
    explicit SequenceBar(QuickCommandModel& model, QWidget* parent = nullptr);

    void setSend(const Send& send) { m_send = send; }
    [[nodiscard]] bool isRunning() const { return m_sequence.isRunning(); }
    /// The title of the page that runs.
    [[nodiscard]] QString title() const { return m_title; }
    void startOrStop();
    void stop();

protected:
    void changeEvent(QEvent* event) override;

private:
    void start();
    void onStepped(qsizetype step, qint64 round);
    void onEnded(CommandSequence::End end);
    void updateButton();
    void retranslate();

    QuickCommandModel* m_model;
    QLabel* m_roundsLabel;
    QSpinBox* m_rounds;
    QPushButton* m_button;
    ElidedLabel* m_progress;
    CommandSequence m_sequence;
    Send m_send;
    QString m_title;
    QList<QuickCommand> m_commands;        ///< that run
    QList<QPersistentModelIndex> m_places; ///< theirs in the table, while they are there
};

} // namespace netassist
