// SPDX-License-Identifier: MIT
#include "app/text/Glyphs.h"

#include <algorithm>

#include <utf8proc.h>

namespace netassist {

namespace {

bool isAssigned(char32_t codePoint)
{
    // Two libraries, each with its edition of Unicode: what one of them knows exists.
    return QChar::category(codePoint) != QChar::Other_NotAssigned ||
           utf8proc_category(static_cast<utf8proc_int32_t>(codePoint)) != UTF8PROC_CATEGORY_CN;
}

/// Format characters that are drawn: the Arabic, Syriac and Kaithi number and verse signs (Unicode's
/// Prepended_Concatenation_Mark).
bool isDrawnFormat(char32_t codePoint)
{
    switch (codePoint) {
    case 0x0600:
    case 0x0601:
    case 0x0602:
    case 0x0603:
    case 0x0604:
    case 0x0605:
    case 0x06DD:
    case 0x070F:
    case 0x0890:
    case 0x0891:
    case 0x08E2:
    case 0x110BD:
    case 0x110CD:
        return true;
    default:
        return false;
    }
}

/// Letters by category that are drawn as nothing at all.
bool isHangulFiller(char32_t codePoint)
{
    return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
}

bool hasOwnShape(char32_t codePoint)
{
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Other_Format:
        return isDrawnFormat(codePoint);
    case QChar::Other_NotAssigned:
        return isAssigned(codePoint);
    default:
        return !isHangulFiller(codePoint);
    }
}

} // namespace

int detail::lookUpColumns(char32_t codePoint)
{
    if (codePoint > QChar::LastValidCodePoint || isDrawnFormat(codePoint))
        return 1;
    return std::clamp(utf8proc_charwidth(static_cast<utf8proc_int32_t>(codePoint)), 0, 2);
}

QString detail::lookUpVisibleForm(char32_t codePoint)
{
    if (codePoint < 0x20)
        return {QChar(static_cast<char16_t>(0x2400 + codePoint))};
    if (codePoint == 0x7F)
        return {QChar(u'\x2421')};
    if (codePoint <= QChar::LastValidCodePoint && hasOwnShape(codePoint))
        return {};
    return QStringLiteral("<U+%1>").arg(QString::number(codePoint, 16).toUpper(), 4, u'0');
}

} // namespace netassist
