// SPDX-License-Identifier: MIT
#include "ui/OneLine.h"

#include "app/text/CodePoint.h"
#include "app/text/Glyphs.h"

namespace netassist {

namespace {

constexpr qsizetype kMostUnits = 400; // more than a line on any screen
constexpr qsizetype kToolTipUnits = 2000;

} // namespace

QString oneLine(QStringView text)
{
    QString line;
    qsizetype at = 0;
    while (at < text.size() && line.size() < kMostUnits) {
        const CodePoint current = codePointAt(text, at);
        const QString visible = visibleForm(current.value);
        if (current.value == U'\n')
            line += QChar(0x21B5);
        else if (!visible.isEmpty())
            line += visible;
        else
            line += text.sliced(at, current.units);
        at += current.units;
    }
    if (at < text.size())
        line += QChar(0x2026);
    return line;
}

QString plainToolTip(const QString& text)
{
    return QStringLiteral("<pre>%1</pre>").arg(text.left(kToolTipUnits).toHtmlEscaped());
}

} // namespace netassist
