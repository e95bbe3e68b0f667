// SPDX-License-Identifier: MIT
#include "ui/PortEdit.h"

#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>

namespace netassist {

namespace {

constexpr int kNoPort = -1;
constexpr int kLastPort = 65535;
/// Room to see that too much was typed, none to paste a novel.
constexpr int kLongestText = 16;

} // namespace

PortEdit::PortEdit(QWidget* parent) : QSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setGroupSeparatorShown(false);
    setRange(kNoPort, kLastPort);
    lineEdit()->setMaxLength(kLongestText);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &PortEdit::returnPressed);
}

std::optional<quint16> PortEdit::port() const
{
    const int typed = valueFromText(lineEdit()->text());
    if (typed == kNoPort || (typed == 0 && !m_zeroAllowed))
        return std::nullopt;
    return static_cast<quint16>(typed);
}

QValidator::State PortEdit::validate(QString& /*input*/, int& /*position*/) const
{
    return QValidator::Acceptable;
}

// Digits alone: a sign or a blank between them is no part of a port.
int PortEdit::valueFromText(const QString& text) const
{
    const QString digits = text.trimmed();
    const bool plain = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const int value = digits.toInt(&fits);
    if (plain && fits && value <= kLastPort)
        return value;
    m_noPort = text;
    return kNoPort;
}

QString PortEdit::textFromValue(int value) const
{
    return value == kNoPort ? m_noPort : QString::number(value);
}

void PortEdit::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace netassist
