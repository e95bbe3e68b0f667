// SPDX-License-Identifier: MIT
#include "app/capture/StoreLimits.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>

namespace netassist {

namespace {

constexpr qint64 kDefaultLimit = qint64{4} << 30;

} // namespace

qint64 automaticLimit(const QString& folder, qint64 own)
{
    // The folder itself may not exist yet.
    QString existing = folder;
    while (!existing.isEmpty() && !QDir(existing).exists()) {
        const QString parent = QDir::cleanPath(existing + QStringLiteral("/.."));
        if (parent == existing) {
            break;
        }
        existing = parent;
    }
    const QStorageInfo storage(existing);
    return storage.isValid() ? std::min(kDefaultLimit, (storage.bytesAvailable() + own) / 4) : kDefaultLimit;
}

} // namespace netassist
