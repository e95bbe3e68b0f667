// SPDX-License-Identifier: MIT
#include "app/net/BurstFilter.h"

namespace netassist {

namespace {

constexpr qsizetype kMost = 256; ///< remembered; past it all are forgotten

} // namespace

bool BurstFilter::isNew(const QString& what)
{
    if (m_told.size() >= kMost && !m_told.contains(what))
        m_told.clear();
    QElapsedTimer& told = m_told[what];
    if (told.isValid() && !told.hasExpired(kBurstMs))
        return false;
    told.start();
    return true;
}

} // namespace netassist
