// SPDX-License-Identifier: MIT
#pragma once

namespace netassist {

/// Gives memory that nobody uses any more back to the system, where the allocator can be told: small things that live
/// on keep it, long after the large ones between them have gone. Takes some milliseconds; for moments when much has
/// just been let go.
void trimHeap();

} // namespace netassist
