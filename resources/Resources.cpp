// SPDX-License-Identifier: MIT
#include "resources/Resources.h"

#include <QtGlobal>

/// The macro declares functions of the global namespace, so it has to stand outside ours, and of an unnamed one.
static void initAll()
{
    Q_INIT_RESOURCE(netassistant);
    Q_INIT_RESOURCE(i18n);
}

namespace netassist {

void initResources()
{
    initAll();
}

} // namespace netassist
