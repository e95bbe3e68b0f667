// SPDX-License-Identifier: MIT
#include "ui/LogViewAccessible.h"

#include "ui/LogView.h"

namespace netassist {

namespace {

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<LogView*>(object);
    return view ? new LogViewAccessible(view) : nullptr; // QAccessible owns it
}

} // namespace

LogViewAccessible::LogViewAccessible(LogView* view) : QAccessibleWidget(view, QAccessible::EditableText) {}

void LogViewAccessible::install()
{
    QAccessible::installFactory(make);
}

LogView* LogViewAccessible::view() const
{
    return qobject_cast<LogView*>(widget());
}

void* LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface) {
        return static_cast<QAccessibleTextInterface*>(this);
    }
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString LogViewAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? view()->visibleText() : QAccessibleWidget::text(type);
}

void LogViewAccessible::selection(int selectionIndex, int* startOffset, int* endOffset) const
{
    const auto [from, to] = selectionIndex == 0 ? view()->visibleSelection() : std::pair(0, 0);
    *startOffset = from;
    *endOffset = to;
}

int LogViewAccessible::selectionCount() const
{
    const auto [from, to] = view()->visibleSelection();
    return from < to ? 1 : 0;
}

void LogViewAccessible::addSelection(int startOffset, int endOffset)
{
    view()->selectVisible(startOffset, endOffset);
}

void LogViewAccessible::removeSelection(int /*selectionIndex*/)
{
    view()->selectVisible(0, 0);
}

void LogViewAccessible::setSelection(int /*selectionIndex*/, int startOffset, int endOffset)
{
    view()->selectVisible(startOffset, endOffset);
}

int LogViewAccessible::cursorPosition() const
{
    return view()->visibleSelection().second;
}

void LogViewAccessible::setCursorPosition(int position)
{
    view()->selectVisible(position, position);
}

QString LogViewAccessible::text(int startOffset, int endOffset) const
{
    const QString all = view()->visibleText();
    const int end = endOffset < 0 ? static_cast<int>(all.size()) : endOffset;
    return all.mid(startOffset, end - startOffset);
}

int LogViewAccessible::characterCount() const
{
    return static_cast<int>(view()->visibleText().size());
}

QRect LogViewAccessible::characterRect(int offset) const
{
    const QRect rect = view()->visibleRect(offset);
    return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

int LogViewAccessible::offsetAtPoint(const QPoint& point) const
{
    return view()->visibleIndexAt(view()->viewport()->mapFromGlobal(point));
}

void LogViewAccessible::scrollToSubstring(int /*startIndex*/, int /*endIndex*/) {} // all of it is in sight

QString LogViewAccessible::attributes(int /*offset*/, int* startOffset, int* endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

} // namespace netassist
