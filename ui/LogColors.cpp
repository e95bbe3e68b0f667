// SPDX-License-Identifier: MIT
#include "ui/LogColors.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace netassist {

namespace {

bool hasDarkBase(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5F;
}

/// As the guidelines for web content work it out.
double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [less, more] = std::minmax({luminance(a), luminance(b)});
    return (more + 0.05) / (less + 0.05);
}

} // namespace

QColor readableOn(const QColor& ground, const QColor& color)
{
    constexpr double kEnough = 4.5;
    constexpr int kSteps = 20;
    const QColor goal = luminance(ground) < 0.18 ? QColor(Qt::white) : QColor(Qt::black);
    QColor mixed = color;
    for (int step = 1; step <= kSteps && contrast(ground, mixed) < kEnough; ++step) {
        const auto part = static_cast<float>(step) / kSteps;
        const auto between = [part](float from, float to) { return from + (to - from) * part; };
        mixed = QColor::fromRgbF(between(color.redF(), goal.redF()), between(color.greenF(), goal.greenF()),
                                 between(color.blueF(), goal.blueF()));
    }
    return mixed;
}

LogColors LogColors::of(const QPalette& palette)
{
    if (hasDarkBase(palette)) {
        return {QColor(0x9a, 0xa0, 0xa8), QColor(0x7e, 0xd0, 0x8f), QColor(0x82, 0xb4, 0xff), QColor(0xff, 0x8a, 0x80),
                QColor(0xb8, 0x9c, 0xd8), QColor(0xff, 0xb3, 0x6b), QColor(0x4a, 0x33, 0x1e), QColor(0x8c, 0x92, 0x9a)};
    }
    return {QColor(0x6b, 0x72, 0x80), QColor(0x0b, 0x72, 0x35), QColor(0x1a, 0x4f, 0xc4), QColor(0xb4, 0x1c, 0x1c),
            QColor(0x7a, 0x4f, 0xa8), QColor(0xa8, 0x4a, 0x00), QColor(0xff, 0xe9, 0xd2), QColor(0x9a, 0xa0, 0xa8)};
}

QColor peerColor(PeerId peer, const QPalette& palette)
{
    constexpr unsigned kGoldenAngle = 137; // degrees: successive hues never come close
    const int hue = static_cast<int>((peer * kGoldenAngle + 30) % 360);
    return hasDarkBase(palette) ? QColor::fromHsv(hue, 130, 210) : QColor::fromHsv(hue, 170, 190);
}

} // namespace netassist
