// SPDX-License-Identifier: MIT
#include "ui/Colors.h"

#include <QApplication>
#include <QPalette>

namespace netassist {

namespace {

constexpr int kQuiet = 70;
constexpr int kPlaceholder = 59; // a contrast of 4.5 to 1 also on a window's grey

/// @param percent of the text's colour in it
QColor quiet(const QColor& text, const QColor& ground, int percent)
{
    const auto mixed = [percent](int a, int b) { return (a * percent + b * (100 - percent)) / 100; };
    return {mixed(text.red(), ground.red()), mixed(text.green(), ground.green()), mixed(text.blue(), ground.blue())};
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor warningColor(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xFF, 0x8A, 0x80) : QColor(0xB3, 0x26, 0x1E);
}

QColor quietColor(const QPalette& palette)
{
    return quiet(palette.color(QPalette::WindowText), palette.color(QPalette::Window), kQuiet);
}

void makePlaceholdersReadable()
{
    QPalette palette = QApplication::palette();
    const QColor color = quiet(palette.color(QPalette::Text), palette.color(QPalette::Base), kPlaceholder);
    if (palette.color(QPalette::PlaceholderText) == color)
        return;
    palette.setColor(QPalette::PlaceholderText, color);
    // What is switched off looks so: it is no value that counts.
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, palette.color(QPalette::Disabled, QPalette::Text));
    QApplication::setPalette(palette);
}

} // namespace netassist
