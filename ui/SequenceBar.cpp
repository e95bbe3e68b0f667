// SPDX-License-Identifier: MIT
#include "ui/SequenceBar.h"

#include "ui/ElidedLabel.h"
#include "ui/Hint.h"
#include "ui/QuickCommandModel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace netassist {

SequenceBar::SequenceBar(QuickCommandModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(&model),
      m_roundsLabel(new QLabel(this)),
      m_rounds(new QSpinBox(this)),
      m_button(new QPushButton(this)),
      m_progress(new ElidedLabel(this))
{
    m_roundsLabel->setBuddy(m_rounds);
    m_rounds->setRange(0, QuickCommands::kMostRounds);
    m_rounds->setValue(m_model->commands().rounds);
    m_progress->setTone(ElidedLabel::Tone::Quiet);

    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_roundsLabel);
    row->addWidget(m_rounds);
    row->addStretch();
    row->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_progress);

    connect(m_rounds, &QSpinBox::valueChanged, m_model, &QuickCommandModel::setRounds);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        const QSignalBlocker blocker(m_rounds);
        m_rounds->setValue(m_model->commands().rounds);
    });
    connect(m_button, &QPushButton::clicked, this, &SequenceBar::startOrStop);
    connect(&m_sequence, &CommandSequence::stepped, this, &SequenceBar::onStepped);
    connect(&m_sequence, &CommandSequence::ended, this, &SequenceBar::onEnded);
    retranslate();
}

void SequenceBar::startOrStop()
{
    if (isRunning())
        stop();
    else
        start();
}

void SequenceBar::stop()
{
    m_sequence.stop();
}

void SequenceBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SequenceBar::start()
{
    m_commands.clear();
    m_places.clear();
    QList<int> delaysMs;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QuickCommand& command = m_model->commandAt(row);
        if (!command.ticked)
            continue;
        m_commands.append(command);
        m_places.append(QPersistentModelIndex(m_model->index(row, 0)));
        delaysMs.append(command.delayMs);
    }
    if (m_commands.isEmpty()) {
        m_progress->setText(tr("Nothing is ticked: tick those that are to be sent one after the other"));
        return;
    }
    m_title = m_model->pageTitle(m_model->page());
    m_sequence.start(delaysMs, m_model->commands().rounds,
                     [this](qsizetype step) { return m_send(m_commands.at(step)); });
    updateButton();
}

void SequenceBar::onStepped(qsizetype step, qint64 round)
{
    const QPersistentModelIndex& place = m_places.at(step);
    m_model->setRunningRow(place.isValid() ? place.row() : -1);
    const QString where =
        tr("%1 of %2: %3")
            .arg(QString::number(step + 1), QString::number(m_commands.size()), m_commands.at(step).title());
    m_progress->setText(m_model->commands().rounds == 1 ? where
                                                        : tr("Round %1, %2").arg(QString::number(round), where));
}

void SequenceBar::onEnded(CommandSequence::End end)
{
    m_model->setRunningRow(-1);
    m_places.clear();
    if (end == CommandSequence::End::Finished)
        m_progress->setText(tr("Done"));
    else
        m_progress->setText(m_progress->text().isEmpty() ? tr("Stopped") : tr("Stopped at %1").arg(m_progress->text()));
    updateButton();
}

void SequenceBar::updateButton()
{
    m_button->setText(isRunning() ? tr("Stop") : tr("Run ticked"));
    setHint(*m_button, isRunning() ? tr("Stop the sequence")
                                   : tr("Send the ticked ones of this page one after the other, each with its delay"));
    m_rounds->setEnabled(!isRunning());
}

void SequenceBar::retranslate()
{
    m_roundsLabel->setText(tr("Rounds"));
    m_rounds->setAccessibleName(m_roundsLabel->text());
    m_rounds->setSpecialValueText(tr("Until stopped"));
    setHint(*m_rounds, tr("How often the ticked ones are run; 0: until stopped"));
    if (!isRunning())
        m_progress->setText({});
    updateButton();
}

} // namespace netassist
