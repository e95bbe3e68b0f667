// SPDX-License-Identifier: MIT
#include "ui/Fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
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
    // Where no desktop chooses a font, its name stands for another one, which would come behind those that are named here.
    QFont font = QApplication::font();
    const QString family = QFontInfo(font).family();
    if (family != font.family()) {
        font.setFamily(family);
        QApplication::setFont(font);
    }
    QFont::insertSubstitutions(family, {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                                        QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("Microsoft YaHei"),
                                        QStringLiteral("PingFang SC")});
}

} // namespace netassist
