// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/text/Encoding.h"

namespace netassist {

/// The encoding in which the stream around a record that does not decode, or makes no sense, would be valid; null if
/// none is found. Looks at some 64 KiB of what the same peer sent, from the start of the stream or of a line on.
[[nodiscard]] const Encoding* encodingHint(const Capture& capture, RecordId record, const Encoding& current);

} // namespace netassist
