// SPDX-License-Identifier: MIT
#include "ui/RepeatRow.h"

#include "ui/Hint.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

namespace netassist {

RepeatRow::RepeatRow(QWidget* parent)
    : QWidget(parent),
      m_check(new QCheckBox(this)),
      m_period(new QSpinBox(this)),
      m_unit(new QLabel(this)),
      m_timesLabel(new QLabel(this)),
      m_times(new QSpinBox(this))
{
    m_timesLabel->setBuddy(m_times);
    m_period->setRange(RepeatSettings::kLeastMs, RepeatSettings::kMostMs);
    m_times->setRange(0, RepeatSettings::kMostTimes);
    for (QSpinBox* spin : {m_period, m_times}) {
        spin->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        spin->setMinimumWidth(72);
        spin->setMinimumHeight(24); // letters of Chinese fonts are higher than digits
    }
    const RepeatSettings first;
    m_period->setValue(first.periodMs);
    m_times->setValue(first.times);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_check, 0, 0);
    layout->addWidget(m_period, 0, 1);
    layout->addWidget(m_unit, 0, 2);
    layout->addWidget(m_timesLabel, 1, 0, Qt::AlignRight);
    layout->addWidget(m_times, 1, 1, 1, 2);

    connect(m_check, &QCheckBox::toggled, this, &RepeatRow::changed);
    connect(m_period, &QSpinBox::valueChanged, this, &RepeatRow::changed);
    connect(m_times, &QSpinBox::valueChanged, this, &RepeatRow::changed);
    retranslate();
}

bool RepeatRow::isOn() const
{
    return m_check->isChecked();
}

RepeatSettings RepeatRow::settings() const
{
    return {m_period->value(), m_times->value()};
}

void RepeatRow::restore(bool on, const RepeatSettings& settings)
{
    m_period->setValue(settings.periodMs);
    m_times->setValue(settings.times);
    m_check->setChecked(on);
}

void RepeatRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RepeatRow::retranslate()
{
    m_check->setText(tr("Repeat every"));
    setHint(*m_check, tr("Send then repeats what is in the box, until it is pressed again"));
    m_period->setAccessibleName(tr("Repeat period"));
    m_unit->setText(tr("ms"));
    setHint(*m_period, tr("Milliseconds from one send to the next, 1 to 86400000 (a day)"));
    m_timesLabel->setText(tr("Times"));
    m_times->setAccessibleName(m_timesLabel->text());
    m_times->setSpecialValueText(tr("unlimited"));
    setHint(*m_times, tr("After so many sends it stops by itself; 0: unlimited"));
}

} // namespace netassist
