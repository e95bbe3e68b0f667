// SPDX-License-Identifier: MIT
#include "ui/ControlPicture.h"

#include <QFont>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace netassist {

namespace {

constexpr char16_t kFirst = 0x2400;

// The abbreviations of ISO 646, in order from U+2400 on.
constexpr std::array<std::u16string_view, 34> kNames{
    u"NUL", u"SOH", u"STX", u"ETX", u"EOT", u"ENQ", u"ACK", u"BEL", u"BS",  u"HT",  u"LF",  u"VT",
    u"FF",  u"CR",  u"SO",  u"SI",  u"DLE", u"DC1", u"DC2", u"DC3", u"DC4", u"NAK", u"SYN", u"ETB",
    u"CAN", u"EM",  u"SUB", u"ESC", u"FS",  u"GS",  u"RS",  u"US",  u"SP",  u"DEL"};

constexpr double kLetterSize = 0.46; // of the font's size
constexpr int kSmallestLetter = 6;   // pixels

} // namespace

bool isControlPicture(char16_t unit)
{
    return unit >= kFirst && unit < kFirst + kNames.size();
}

void paintControlPicture(QPainter& painter, const QFont& font, const QRectF& cell, char16_t unit)
{
    const std::u16string_view name = kNames.at(static_cast<std::size_t>(unit - kFirst));
    QFont small = font;
    small.setPixelSize(std::max(kSmallestLetter, static_cast<int>(kLetterSize * QFontInfo(font).pixelSize())));
    const QFontMetricsF metrics(small);
    const double right = std::max(0.0, cell.width() - metrics.horizontalAdvance(QLatin1Char('N')));
    const double capital = metrics.capHeight();
    const auto steps = static_cast<double>(name.size() - 1);
    const double down = std::min(capital + 1, (cell.height() - capital) / steps);
    const double top = cell.top() + (cell.height() - capital - steps * down) / 2;
    painter.setFont(small);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto step = static_cast<double>(i);
        painter.drawText(QPointF(cell.left() + right * step / steps, top + capital + step * down), QChar(name.at(i)));
    }
}

} // namespace netassist
