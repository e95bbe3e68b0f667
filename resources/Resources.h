// SPDX-License-Identifier: MIT
#pragma once

namespace netassist {

/// Makes `:/icons/…` and `:/i18n/…` known. To be called before the first use: a static library's resources are
/// dropped by the linker unless something of theirs is called.
void initResources();

} // namespace netassist
