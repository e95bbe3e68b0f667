// SPDX-License-Identifier: MIT
// Keyboard, wheel and mouse of LogView.
#include "app/capture/Capture.h"
#include "app/layout/Layout.h"
#include "app/layout/LogWindow.h"
#include "ui/LogPainter.h"
#include "ui/LogView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace netassist {

void LogView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const int turned = event->angleDelta().y();
        setZoomSteps(m_zoomSteps + (turned > 0 ? 1 : 0) - (turned < 0 ? 1 : 0));
        event->accept();
        return;
    }
    if (!m_window) {
        return;
    }
    constexpr double kNotch = 120; // eighths of a degree
    const int lines = QGuiApplication::styleHints()->wheelScrollLines();
    m_wheelRows -= event->angleDelta().y() / kNotch * lines;
    const auto rows = static_cast<qint64>(m_wheelRows);
    m_wheelRows -= static_cast<double>(rows);
    m_window->scrollBy(rows);
    scrolled();
    event->accept();
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Escape && hasSelection()) {
        m_selection.clear();
        viewport()->update();
    } else if (!m_window || !(moveCursor(event) || scrollByKey(event))) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

bool LogView::scrollByKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        m_window->scrollBy(-1);
        break;
    case Qt::Key_Down:
        m_window->scrollBy(1);
        break;
    case Qt::Key_PageUp:
        m_window->scrollBy(1 - m_window->height());
        break;
    case Qt::Key_PageDown:
        m_window->scrollBy(m_window->height() - 1);
        break;
    case Qt::Key_Home:
        m_window->scrollToNumber(0);
        break;
    case Qt::Key_End:
        m_window->setFollowing(true);
        m_window->update();
        break;
    default:
        return false;
    }
    scrolled();
    return true;
}

/// Shift with the arrow and page keys extends the selection, from the top of what is in sight if there is none yet.
bool LogView::moveCursor(QKeyEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || m_window->rows().empty()) {
        return false;
    }
    if (!m_selection.isActive()) {
        m_selection.start(m_window->rows().front().begin);
    }
    const Position cursor = m_selection.cursor();
    const auto ref = m_layout->find(cursor);
    if (!ref) {
        return false;
    }
    const Row row = m_layout->row(*ref);
    const auto here = std::find_if(row.cells.begin(), row.cells.end(),
                                   [&cursor](const Cell& cell) { return !(cell.begin < cursor); });
    const int column = here == row.cells.end()
                           ? (row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns)
                           : here->column;
    const auto endOf = [](const Row& of) {
        Position end = of.begin;
        if (!of.cells.empty()) {
            end = of.cells.back().begin;
            end.offset = of.cells.back().endOffset;
        }
        return end;
    };
    const auto rowAway = [&](int count) {
        auto at = *ref;
        for (int i = 0; i < std::abs(count); ++i) {
            const auto moved = count > 0 ? m_layout->next(at) : m_layout->previous(at);
            if (!moved) {
                break;
            }
            at = *moved;
        }
        const Row there = m_layout->row(at);
        const auto cell = std::find_if(there.cells.begin(), there.cells.end(),
                                       [column](const Cell& each) { return each.column >= column; });
        return cell == there.cells.end() ? endOf(there) : cell->begin;
    };
    Position moved = cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        if (here != row.cells.begin() && !row.cells.empty()) {
            moved = std::prev(here)->begin;
        } else if (const auto above = m_layout->previous(*ref)) {
            moved = endOf(m_layout->row(*above));
        }
        break;
    case Qt::Key_Right:
        if (here != row.cells.end()) {
            moved = std::next(here) == row.cells.end() ? endOf(row) : std::next(here)->begin;
        } else if (const auto below = m_layout->next(*ref)) {
            moved = m_layout->startOf(*below);
        }
        break;
    case Qt::Key_Up:
        moved = rowAway(-1);
        break;
    case Qt::Key_Down:
        moved = rowAway(1);
        break;
    case Qt::Key_PageUp:
        moved = rowAway(1 - m_window->height());
        break;
    case Qt::Key_PageDown:
        moved = rowAway(m_window->height() - 1);
        break;
    case Qt::Key_Home:
        moved = event->modifiers().testFlag(Qt::ControlModifier) ? m_layout->startOf(m_layout->first().value_or(*ref))
                                                                 : row.begin;
        break;
    case Qt::Key_End:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            const auto last = m_layout->last();
            moved = last ? endOf(m_layout->row(*last)) : cursor;
        } else {
            moved = endOf(row);
        }
        break;
    default:
        return false;
    }
    m_selection.extendTo(moved);
    m_window->reveal(moved);
    scrolled();
    return true;
}

Position LogView::positionAt(QPoint point) const
{
    const std::vector<Row>& rows = m_window->rows();
    if (rows.empty()) {
        return {m_capture->begin(), RowPart::Header, 0};
    }
    const int index = std::clamp(point.y() / m_painter->lineHeight(), 0, static_cast<int>(rows.size()) - 1);
    const Row& row = rows[static_cast<std::size_t>(index)];
    if (point.y() >= static_cast<int>(rows.size()) * m_painter->lineHeight()) {
        return m_painter->positionAt(row, std::numeric_limits<int>::max() / 2);
    }
    return m_painter->positionAt(row, point.x());
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (!m_window || event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint point = event->position().toPoint();
    const bool isTriple =
        m_sinceDoubleClick.isValid() &&
        m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval() &&
        (point - m_tripleClickPoint).manhattanLength() < QGuiApplication::styleHints()->startDragDistance();
    m_dragging = true;
    const Position at = positionAt(point);
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_selection.isActive()) {
        m_selection.extendTo(at);
    } else if (isTriple) {
        if (const auto ref = m_layout->find(at)) {
            const Row row = m_layout->row(*ref);
            m_selection.select(row.begin, row.end);
        }
    } else {
        m_selection.start(at);
    }
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging && m_window) {
        dragTo(event->position().toPoint());
    }
}

void LogView::dragTo(QPoint point)
{
    m_dragPoint = point;
    const bool above = point.y() < 0;
    const bool below = point.y() >= viewport()->height();
    if (above || below) {
        const int distance = above ? -point.y() : point.y() - viewport()->height();
        const int rows = 1 + distance / m_painter->lineHeight();
        m_window->scrollBy(above ? -rows : rows);
        scrolled();
        if (!m_dragScroll.isActive()) {
            m_dragScroll.start();
        }
        point.setY(above ? 0 : viewport()->height() - 1);
    } else {
        m_dragScroll.stop();
    }
    m_selection.extendTo(positionAt(point));
    viewport()->update();
}

void LogView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging) {
        return;
    }
    m_dragging = false;
    m_dragScroll.stop();
    if (hasSelection() && QGuiApplication::clipboard()->supportsSelection() && m_window) {
        // What X11 users paste with the middle button; a whole gigabyte is for Copy.
        const RecordId records = m_selection.end().record - m_selection.begin().record;
        if (records < Layout::kBlockRecords) {
            QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
        }
    }
    refresh();
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_window || event->button() != Qt::LeftButton) {
        return;
    }
    m_tripleClickPoint = event->position().toPoint();
    m_sinceDoubleClick.start();
    const auto ref = m_layout->find(positionAt(m_tripleClickPoint));
    if (!ref) {
        return;
    }
    const Row row = m_layout->row(*ref);
    std::size_t first = m_painter->cellAt(row, m_tripleClickPoint.x());
    if (first >= row.cells.size()) {
        return;
    }
    const auto isWord = [&row](std::size_t cell) { return row.text.at(row.cells[cell].textBegin).isLetterOrNumber(); };
    std::size_t last = first;
    while (isWord(first) && first > 0 && isWord(first - 1)) {
        --first;
    }
    while (isWord(last) && last + 1 < row.cells.size() && isWord(last + 1)) {
        ++last;
    }
    Position end = row.cells[last].begin;
    end.offset = row.cells[last].endOffset;
    m_selection.select(row.cells[first].begin, end);
    viewport()->update();
}

} // namespace netassist
