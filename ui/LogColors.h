// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Record.h"

#include <QColor>

class QPalette;

namespace netassist {

/// Colours of the log, readable on the palette's own base colour, light or dark.
struct LogColors {
    QColor header;
    QColor received;
    QColor sent;
    QColor error;
    QColor symbol;
    QColor undecodable;
    QColor undecodableBackground;
    QColor pending;

    [[nodiscard]] static LogColors of(const QPalette& palette);
};

/// The colour, or one of its hue that can be read on this ground: lighter or darker until the contrast is 4.5 to 1.
[[nodiscard]] QColor readableOn(const QColor& ground, const QColor& color);

/// A mark that tells the peers of a server apart; neighbouring numbers get far hues.
[[nodiscard]] QColor peerColor(PeerId peer, const QPalette& palette);

} // namespace netassist
