// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/AmbiguousWidth.h"

#include <QFont>
#include <QFontMetricsF>

#include <unordered_map>

namespace netassist {

/// Characters of ambiguous width as a font draws them. Each is measured when it is first asked for: opening another
/// font for it can take a while. In the GUI's thread.
class FontWidths final : public AmbiguousWidth {
public:
    explicit FontWidths(const QFont& font);

    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] bool isWide(char32_t codePoint) const override;

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_mostNarrow; ///< what is wider would reach into the next column
    mutable std::unordered_map<char32_t, bool> m_known;
};

} // namespace netassist
