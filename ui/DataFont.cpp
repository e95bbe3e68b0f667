// SPDX-License-Identifier: MIT
#include "ui/DataFont.h"

#include <QFontDatabase>
#include <QStringList>

namespace netassist {

QFont usualDataFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QFont onGrid(QFont font)
{
    font.setStyleHint(QFont::Monospace);
    font.setFamilies({font.family(), QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("WenQuanYi Micro Hei Mono"), QStringLiteral("Microsoft YaHei"),
                      QStringLiteral("PingFang SC")});
    return font;
}

} // namespace netassist
