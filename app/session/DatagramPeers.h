// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"

#include <QHash>
#include <QString>

namespace netassist {

/// The capture's numbers of those that datagrams come from and go to: one for each address, however often it is
/// forgotten in between. Source addresses can be forged, so past kMost of them all others share one number.
class DatagramPeers final {
public:
    static constexpr qsizetype kMost = 65536;

    /// @param capture outlives this
    explicit DatagramPeers(Capture& capture, qsizetype most = kMost) : m_capture(capture), m_most(most) {}

    /// @param label how it is named in the log
    [[nodiscard]] PeerId idOf(const QString& label);

private:
    Capture& m_capture;
    qsizetype m_most;
    QHash<QString, PeerId> m_ids;
    PeerId m_others = kNoPeer;
};

} // namespace netassist
