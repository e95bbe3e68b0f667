// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QMimeData;

namespace netassist {

/// The path of the one local file that is being dragged; empty if it is anything else.
[[nodiscard]] QString draggedFile(const QMimeData* data);

} // namespace netassist
