// SPDX-License-Identifier: MIT
#include "app/session/DatagramPeers.h"

namespace netassist {

PeerId DatagramPeers::idOf(const QString& label)
{
    if (const auto found = m_ids.constFind(label); found != m_ids.constEnd())
        return *found;
    if (m_ids.size() < m_most)
        return *m_ids.insert(label, m_capture.addPeer(label, Capture::Framing::Datagrams));
    if (m_others == kNoPeer)
        m_others = m_capture.addPeer(QStringLiteral("further peers"), Capture::Framing::Datagrams);
    return m_others;
}

} // namespace netassist
