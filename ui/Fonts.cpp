// SPDX-License-Identifier: MIT
#include "ui/Fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
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

void preferSimplifiedForms()
{
    QFont::insertSubstitutions(QGuiApplication::font().family(),
                               {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                                QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("Microsoft YaHei"),
                                QStringLiteral("PingFang SC")});
}

} // namespace netassist
