// SPDX-License-Identifier: MIT
#include "ui/LogPainter.h"

#include "app/text/AmbiguousWidth.h"
#include "ui/ControlPicture.h"
#include "ui/LogSelection.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace netassist {

namespace {

constexpr int kMinimumColumns = 16;
constexpr int kMarkWidth = 3;
constexpr double kLineHeight = 1.36; // of the font's size, at least

constexpr char16_t kFirstEastAsian = 0x2E80; // radicals, and behind them all scripts of full-width characters

enum class RunKind { Ascii, FullWidth, Single };

RunKind runKind(const Row& row, const Cell& cell)
{
    const char16_t unit = row.text.at(cell.textBegin).unicode();
    if (cell.columns == cell.textLength && unit >= 0x20 && unit < 0x7F) {
        return RunKind::Ascii; // also `\xNN` and `<U+202E>`
    }
    // Tabs have no shape; emoji and what is of ambiguous width may come from another font than Chinese characters.
    const bool isFullWidth =
        cell.columns == 2 && cell.textLength == 1 && unit >= kFirstEastAsian && !isOfAmbiguousWidth(unit);
    return isFullWidth ? RunKind::FullWidth : RunKind::Single;
}

} // namespace

LogPainter::LogPainter(const QFont& font, QPalette palette, const LogColors& colors)
    : m_font(font), m_palette(std::move(palette)), m_colors(colors)
{
    const QFontMetricsF metrics(m_font);
    m_cellWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    // Fonts for Chinese are taller than most Latin ones they stand in for: leave room, but not twice.
    const double height = std::max(metrics.height(), kLineHeight * QFontInfo(m_font).pixelSize());
    m_lineHeight = static_cast<int>(std::ceil(height));
    m_ascent = static_cast<int>(std::round(metrics.ascent() + (height - metrics.height()) / 2));
}

const QFont& LogPainter::wideFont() const
{
    if (!m_wideFont) {
        m_wideFont = m_font;
        const double wide = QFontMetricsF(m_font).horizontalAdvance(QStringLiteral("中中")) / 2;
        m_wideFont->setLetterSpacing(QFont::AbsoluteSpacing, 2 * m_cellWidth - wide);
    }
    return *m_wideFont;
}

int LogPainter::columnsIn(int width) const
{
    return std::max(kMinimumColumns, static_cast<int>((width - kLeftMargin - kRightMargin) / m_cellWidth));
}

QColor LogPainter::colorOf(const Row& row, const Cell& cell) const
{
    switch (cell.style) {
    case CellStyle::Symbol:
        return m_colors.symbol;
    case CellStyle::Undecodable:
        return m_colors.undecodable;
    case CellStyle::Pending:
        return m_colors.pending;
    case CellStyle::Plain:
        break;
    }
    if (row.isError) {
        return m_colors.error;
    }
    if (row.begin.part != RowPart::Payload) {
        return m_colors.header;
    }
    return row.kind == RecordKind::Received ? m_colors.received : m_colors.sent;
}

QRectF LogPainter::cellRect(const Row& row, std::size_t cell, int top) const
{
    if (cell >= row.cells.size()) {
        const int column = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns;
        return {xOf(column), static_cast<double>(top), m_cellWidth, static_cast<double>(m_lineHeight)};
    }
    const Cell& found = row.cells[cell];
    return {xOf(found.column), static_cast<double>(top), found.columns * m_cellWidth,
            static_cast<double>(m_lineHeight)};
}

void LogPainter::paint(QPainter& painter, const Row& row, int top, int width, const LogSelection& selection,
                       bool marksPeer, bool hasFocus) const
{
    if (marksPeer && row.kind != RecordKind::Note) {
        painter.fillRect(QRect(0, top, kMarkWidth, m_lineHeight), peerColor(row.peer, m_palette));
    }
    const QPalette::ColorGroup group = hasFocus ? QPalette::Active : QPalette::Inactive;
    const QColor selected = m_palette.color(group, QPalette::Highlight);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        if (selection.contains(cell.begin)) {
            QRectF rect = cellRect(row, i, top);
            if (i + 1 < row.cells.size() && selection.contains(row.cells[i + 1].begin)) {
                rect.setRight(xOf(row.cells[i + 1].column)); // the blank between two hex bytes, too
            }
            painter.fillRect(rect, selected);
        } else if (cell.style == CellStyle::Undecodable) {
            painter.fillRect(cellRect(row, i, top), m_colors.undecodableBackground);
        }
    }
    if (row.endsLine && !row.cells.empty() && selection.contains(row.cells.back().begin) &&
        row.cells.back().begin < selection.end() && row.end <= selection.end()) {
        painter.fillRect(QRectF(cellRect(row, row.cells.size(), top).topLeft(), QPointF(width, top + m_lineHeight)),
                         selected);
    }
    for (std::size_t i = 0; i < row.cells.size();) {
        const Cell& first = row.cells[i];
        const RunKind kind = runKind(row, first);
        const bool isSelected = selection.contains(first.begin);
        std::size_t end = i + 1;
        const auto joins = [&](const Cell& cell) {
            const Cell& before = row.cells[end - 1];
            // Hex bytes have a blank between them, in the text as in the grid.
            const int gap = cell.column - before.column - before.columns;
            return cell.style == first.style && gap == cell.textBegin - before.textBegin - before.textLength &&
                   runKind(row, cell) == kind && selection.contains(cell.begin) == isSelected;
        };
        while (kind != RunKind::Single && end < row.cells.size() && joins(row.cells[end])) {
            ++end;
        }
        painter.setPen(isSelected ? m_palette.color(group, QPalette::HighlightedText) : colorOf(row, first));
        paintRun(painter, row, i, end, top);
        i = end;
    }
}

void LogPainter::paintRun(QPainter& painter, const Row& row, std::size_t first, std::size_t end, int top) const
{
    const Cell& cell = row.cells[first];
    const Cell& last = row.cells[end - 1];
    const QString text = row.text.mid(cell.textBegin, last.textBegin + last.textLength - cell.textBegin);
    const QPointF at(xOf(cell.column), top + m_ascent);
    switch (runKind(row, cell)) {
    case RunKind::FullWidth:
        painter.setFont(wideFont());
        break;
    case RunKind::Ascii:
    case RunKind::Single:
        painter.setFont(m_font);
        break;
    }
    if (text == QLatin1String("\t")) {
        return;
    }
    if (cell.style == CellStyle::Symbol && text.size() == 1 && isControlPicture(text.front().unicode())) {
        const QRectF rect = cellRect(row, first, top);
        painter.drawPixmap(rect.topLeft(), controlPicture(painter, rect.size(), text.front().unicode()));
        return;
    }
    if (cell.columns == 0 && first > 0) {
        // A combining mark is drawn over the character before it.
        painter.drawText(QPointF(xOf(row.cells[first - 1].column), top + m_ascent), text);
        return;
    }
    painter.drawText(at, text);
}

QPixmap LogPainter::controlPicture(const QPainter& painter, const QSizeF& size, char16_t unit) const
{
    const double ratio = painter.device()->devicePixelRatio();
    const QColor color = painter.pen().color();
    QPixmap& picture = m_controlPictures[{unit, color.rgba(), ratio}];
    if (picture.isNull()) {
        picture = QPixmap(QSizeF(std::ceil(size.width() * ratio), std::ceil(size.height() * ratio)).toSize());
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter fresh(&picture);
        fresh.setPen(color);
        paintControlPicture(fresh, m_font, QRectF(QPointF(), size), unit);
    }
    return picture;
}

void LogPainter::paintCursor(QPainter& painter, const Row& row, int top, const Position& cursor) const
{
    const auto it = std::find_if(row.cells.begin(), row.cells.end(),
                                 [&cursor](const Cell& cell) { return !(cell.begin < cursor); });
    const auto cell = static_cast<std::size_t>(it - row.cells.begin());
    painter.fillRect(QRectF(cellRect(row, cell, top).topLeft(), QSizeF(1, m_lineHeight)),
                     m_palette.color(QPalette::Text));
}

std::size_t LogPainter::cellAt(const Row& row, int x) const
{
    const double column = (x - kLeftMargin) / m_cellWidth;
    const auto it = std::find_if(row.cells.begin(), row.cells.end(),
                                 [column](const Cell& cell) { return column < cell.column + cell.columns; });
    return static_cast<std::size_t>(it - row.cells.begin());
}

Position LogPainter::positionAt(const Row& row, int x) const
{
    if (row.cells.empty()) {
        return row.begin;
    }
    const double column = (x - kLeftMargin) / m_cellWidth;
    for (const Cell& cell : row.cells) {
        if (column < cell.column + cell.columns / 2.0) {
            return cell.begin;
        }
    }
    Position behind = row.cells.back().begin;
    behind.offset = row.cells.back().endOffset;
    return behind;
}

} // namespace netassist
