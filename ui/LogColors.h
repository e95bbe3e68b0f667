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

/// A mark that tells the peers of a server apart; neighbouring numbers get far hues.
[[nodiscard]] QColor peerColor(PeerId peer, const QPalette& palette);

} // namespace netassist
