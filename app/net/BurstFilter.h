// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

namespace netassist {

/// Keeps what happens again and again from being told each time.
class BurstFilter final {
public:
    static constexpr qint64 kBurstMs = 1000;

    /// Whether this has not been told within the last second.
    [[nodiscard]] bool isNew(const QString& what);

private:
    QHash<QString, QElapsedTimer> m_told;
};

} // namespace netassist
