// SPDX-License-Identifier: MIT
#include "app/net/Transport.h"

namespace netassist {

void Transport::setState(TransportState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace netassist
