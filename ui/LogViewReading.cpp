// SPDX-License-Identifier: MIT
// What of LogView serves menus and assistive technology.
#include "app/capture/Capture.h"
#include "app/layout/Layout.h"
#include "app/layout/LogWindow.h"
#include "ui/LogPainter.h"
#include "ui/LogView.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

namespace netassist {

QString LogView::visibleText() const
{
    QStringList lines;
    if (m_window) {
        // The row cut by the lower edge is not in sight.
        const auto count = std::min<std::size_t>(m_window->rows().size(), static_cast<std::size_t>(m_window->height()));
        for (std::size_t i = 0; i < count; ++i) {
            lines += m_window->rows()[i].text;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

int LogView::visibleIndexAt(QPoint point) const
{
    int index = 0;
    int top = 0;
    if (!m_window) {
        return 0;
    }
    for (const Row& row : m_window->rows()) {
        if (point.y() < top + m_painter->lineHeight()) {
            const std::size_t cell = m_painter->cellAt(row, point.x());
            return index + (cell < row.cells.size() ? row.cells[cell].textBegin : static_cast<int>(row.text.size()));
        }
        index += static_cast<int>(row.text.size()) + 1;
        top += m_painter->lineHeight();
    }
    return static_cast<int>(visibleText().size());
}

QRect LogView::visibleRect(int index) const
{
    int top = 0;
    if (!m_window) {
        return {};
    }
    for (const Row& row : m_window->rows()) {
        if (index <= row.text.size()) {
            const auto it = std::find_if(row.cells.begin(), row.cells.end(), [index](const Cell& cell) {
                return index < cell.textBegin + cell.textLength;
            });
            return m_painter->cellRect(row, static_cast<std::size_t>(it - row.cells.begin()), top).toRect();
        }
        index -= static_cast<int>(row.text.size()) + 1;
        top += m_painter->lineHeight();
    }
    return {};
}

std::pair<int, int> LogView::visibleSelection() const
{
    int index = 0;
    int from = -1;
    int to = -1;
    if (!m_window || m_selection.isEmpty()) {
        return {0, 0};
    }
    for (const Row& row : m_window->rows()) {
        for (const Cell& cell : row.cells) {
            if (m_selection.contains(cell.begin)) {
                from = from < 0 ? index + cell.textBegin : from;
                to = index + cell.textBegin + cell.textLength;
            }
        }
        index += static_cast<int>(row.text.size()) + 1;
    }
    return from < 0 ? std::pair(0, 0) : std::pair(from, to);
}

void LogView::selectVisible(int from, int to)
{
    if (!m_window) {
        return;
    }
    const auto positionOf = [this](int index) {
        Position position;
        for (const Row& row : m_window->rows()) {
            for (const Cell& cell : row.cells) {
                if (index <= cell.textBegin) {
                    return cell.begin;
                }
                position = cell.begin;
                position.offset = cell.endOffset;
            }
            if (index <= row.text.size()) {
                return row.cells.empty() ? row.begin : position;
            }
            index -= static_cast<int>(row.text.size()) + 1;
        }
        return position;
    };
    m_selection.select(positionOf(from), positionOf(to));
    viewport()->update();
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString& text, const QKeySequence& shortcut, bool enabled, auto&& does) {
        QAction* const action = menu->addAction(text, std::forward<decltype(does)>(does));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the view and the window handle the keys
        action->setEnabled(enabled);
        return action;
    };
    const bool hasRows = m_capture && !m_capture->isEmpty();
    add(tr("Copy"), QKeySequence::Copy, hasSelection(), [this] { copy(); });
    add(tr("Copy as HEX"), {}, hasSelection(), [this] { copyAsHex(); });
    add(tr("Select all"), QKeySequence::SelectAll, hasRows, [this] { selectAll(); });
    menu->addSeparator();
    QAction* const follow = add(tr("Auto scroll"), {}, true, [this] { setFollowing(!isFollowing()); });
    follow->setCheckable(true);
    follow->setChecked(isFollowing());
    menu->addSeparator();
    add(tr("Clear"), QKeySequence(Qt::CTRL | Qt::Key_L), hasRows, [this] { Q_EMIT clearRequested(); });
    menu->popup(event->globalPos());
}

} // namespace netassist
