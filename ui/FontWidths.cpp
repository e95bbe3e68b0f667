// SPDX-License-Identifier: MIT
#include "ui/FontWidths.h"

#include <QString>

namespace netassist {

namespace {

/// Of a column. Fonts that stand in for the one chosen need not fit the grid: better a little close than with a gap.
constexpr double kMostOfAColumn = 1.5;

} // namespace

FontWidths::FontWidths(const QFont& font)
    : m_font(font), m_metrics(font), m_mostNarrow(kMostOfAColumn * m_metrics.horizontalAdvance(QLatin1Char('0')))
{}

bool FontWidths::isWide(char32_t codePoint) const
{
    const auto [known, isNew] = m_known.try_emplace(codePoint, false);
    if (isNew)
        known->second = m_metrics.horizontalAdvance(QString::fromUcs4(&codePoint, 1)) > m_mostNarrow;
    return known->second;
}

} // namespace netassist
