// SPDX-License-Identifier: MIT
#include "ui/PayloadEdit.h"

#include "ui/Colors.h"
#include "ui/Fonts.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace netassist {

namespace {

/// QTextDocument's own marks of the beginning and end of a frame.
constexpr char16_t kFrameBegin = 0xFDD0;
constexpr char16_t kFrameEnd = 0xFDD1;

} // namespace

PayloadEdit::PayloadEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setFont(onGrid(usualDataFont()));
    // Every control stays within reach of the keyboard; a tab is sent by `\t`.
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
}

QString PayloadEdit::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

qsizetype PayloadEdit::firstUnholdable(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit == u'\r' || unit == QChar::ParagraphSeparator || unit == kFrameBegin || unit == kFrameEnd)
            return i;
    }
    return -1;
}

void PayloadEdit::setText(const QString& text)
{
    setPlainText(text);
}

void PayloadEdit::markError(qsizetype position, qsizetype length)
{
    QTextEdit::ExtraSelection mark;
    const qsizetype last = document()->characterCount() - 1;
    // At the end there is nothing to underline but what stands in front of it.
    const qsizetype begin = qBound<qsizetype>(0, position, qMax<qsizetype>(0, last - 1));
    const qsizetype end = qBound<qsizetype>(begin, position + length, last);
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(static_cast<int>(begin));
    mark.cursor.setPosition(static_cast<int>(qMax(end, qMin(begin + 1, last))), QTextCursor::KeepAnchor);
    const QColor color = warningColor(palette());
    QColor ground = color;
    ground.setAlpha(60);
    mark.format.setBackground(ground);
    mark.format.setUnderlineColor(color);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    setExtraSelections({mark});
}

void PayloadEdit::clearMark()
{
    if (!extraSelections().isEmpty())
        setExtraSelections({});
}

void PayloadEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
        event->accept();
        Q_EMIT submitted();
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        // A line break like any other; Qt would make it U+2028.
        event->accept();
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
#ifndef Q_OS_MACOS // where Alt makes characters
    // Somebody tries a shortcut: that must not change what will be sent.
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers == Qt::AltModifier && !event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
#endif
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace netassist
