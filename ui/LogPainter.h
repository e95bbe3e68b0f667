// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Row.h"
#include "ui/LogColors.h"

#include <QFont>
#include <QPalette>
#include <QPixmap>
#include <QPoint>
#include <QRectF>

#include <map>
#include <optional>
#include <tuple>

class QPainter;

namespace netassist {

class LogSelection;

/// Draws rows on a grid of equal cells and tells where in the grid a point lies. Lengths in device-independent pixels.
class LogPainter {
public:
    LogPainter(const QFont& font, QPalette palette, const LogColors& colors);

    [[nodiscard]] int lineHeight() const { return m_lineHeight; }
    /// Cells that fit a viewport of this width, at least 16.
    [[nodiscard]] int columnsIn(int width) const;

    /// @param top of the row in the viewport
    void paint(QPainter& painter, const Row& row, int top, int width, const LogSelection& selection, bool marksPeer,
               bool hasFocus) const;
    void paintCursor(QPainter& painter, const Row& row, int top, const Position& cursor) const;

    /// The place before the character nearest to x.
    [[nodiscard]] Position positionAt(const Row& row, int x) const;
    /// Index of the cell under x; the number of cells behind the last one.
    [[nodiscard]] std::size_t cellAt(const Row& row, int x) const;
    [[nodiscard]] QRectF cellRect(const Row& row, std::size_t cell, int top) const;

private:
    /// Spaced so that full-width characters stand two cells apart.
    [[nodiscard]] const QFont& wideFont() const;
    [[nodiscard]] QColor colorOf(const Row& row, const Cell& cell) const;
    [[nodiscard]] double xOf(int column) const { return kLeftMargin + column * m_cellWidth; }
    /// In the painter's colour. Drawn once: a screen full of zero bytes has thousands.
    [[nodiscard]] QPixmap controlPicture(const QPainter& painter, const QSizeF& size, char16_t unit) const;
    void paintRun(QPainter& painter, const Row& row, std::size_t first, std::size_t end, int top) const;

    static constexpr int kLeftMargin = 10;
    static constexpr int kRightMargin = 6;

    QFont m_font;
    mutable std::optional<QFont> m_wideFont; // made when first used: opening a font for Chinese takes a while
    mutable std::map<std::tuple<char16_t, QRgb, double>, QPixmap> m_controlPictures; // with the device's pixel ratio
    QPalette m_palette;
    LogColors m_colors;
    double m_cellWidth = 8;
    int m_lineHeight = 16;
    int m_ascent = 12;
};

} // namespace netassist
