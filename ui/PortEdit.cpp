// SPDX-License-Identifier: MIT
#include "ui/PortEdit.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace netassist {

PortEdit::PortEdit(QWidget* parent) : QSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setGroupSeparatorShown(false);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    setRange(0, 65535);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &PortEdit::returnPressed);
}

void PortEdit::setZeroAllowed(bool allowed)
{
    setMinimum(allowed ? 0 : 1);
}

void PortEdit::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace netassist
