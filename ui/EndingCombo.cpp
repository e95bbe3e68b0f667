// SPDX-License-Identifier: MIT
#include "ui/EndingCombo.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace netassist {

namespace {

constexpr Ending kEndings[] = {Ending::None, Ending::Cr, Ending::Lf, Ending::CrLf, Ending::CrLfForAt};
constexpr int kListMargin = 24;

} // namespace

EndingCombo::EndingCombo(QWidget* parent) : QComboBox(parent)
{
    for (const Ending ending : kEndings)
        addItem(QString(), static_cast<int>(ending));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(5);
    retranslate();
}

Ending EndingCombo::ending() const
{
    return static_cast<Ending>(currentData().toInt());
}

void EndingCombo::setEnding(Ending ending)
{
    setCurrentIndex(findData(static_cast<int>(ending)));
}

QString EndingCombo::text(Ending ending)
{
    switch (ending) {
    case Ending::None:
        return tr("None");
    case Ending::Cr:
        return QStringLiteral("CR");
    case Ending::Lf:
        return QStringLiteral("LF");
    case Ending::CrLf:
        return QStringLiteral("CRLF");
    case Ending::CrLfForAt:
        return tr("CRLF for AT commands");
    }
    return {};
}

void EndingCombo::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

// Qt would cut the text off anywhere.
void EndingCombo::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room - 2);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void EndingCombo::retranslate()
{
    for (int i = 0; i < count(); ++i)
        setItemText(i, text(static_cast<Ending>(itemData(i).toInt())));
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + kListMargin);
}

} // namespace netassist
