// SPDX-License-Identifier: MIT
#include "ui/Colors.h"

#include <QApplication>
#include <QPalette>

namespace netassist {

namespace {

QColor quiet(const QColor& text, const QColor& ground)
{
    const auto mixed = [](int a, int b) { return (a * 7 + b * 3) / 10; };
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
    return quiet(palette.color(QPalette::WindowText), palette.color(QPalette::Window));
}

void makePlaceholdersReadable()
{
    QPalette palette = QApplication::palette();
    const QColor color = quiet(palette.color(QPalette::Text), palette.color(QPalette::Base));
    if (palette.color(QPalette::PlaceholderText) == color)
        return;
    palette.setColor(QPalette::PlaceholderText, color);
    // What is switched off looks so: it is no value that counts.
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, palette.color(QPalette::Disabled, QPalette::Text));
    QApplication::setPalette(palette);
}

} // namespace netassist
