// SPDX-License-Identifier: MIT
#include "app/layout/Shape.h"

#include "app/text/CodePoint.h"
#include "app/text/Glyphs.h"

#include <algorithm>

namespace netassist {

namespace {

constexpr int kUndecodableColumns = 4; // \xNN

int tabColumns(int column, int width)
{
    const int toStop = kTabColumns - column % kTabColumns;
    return column < width ? std::min(toStop, width - column) : toStop;
}

bool isPrintableAscii(char32_t codePoint)
{
    return codePoint >= 0x20 && codePoint <= 0x7E;
}

/// The columns of what nearly every text consists of, which is shown as it is; 0: it has to be looked at more closely.
int plainColumns(const DecodeStep& step)
{
    if (step.kind != DecodeStep::Kind::Character || step.count != 1)
        return 0;
    return isPrintableAscii(step.codePoints[0]) ? 1 : isCommonIdeograph(step.codePoints[0]) ? 2 : 0;
}

} // namespace

Shape appendShape(const DecodedCharacter& character, int column, const ViewSettings& settings, QString& text)
{
    Shape shape;
    if (const int columns = plainColumns(character.step); columns > 0) {
        text += QChar(static_cast<char16_t>(character.step.codePoints[0]));
        shape.columns = columns;
        return shape;
    }
    if (character.step.kind != DecodeStep::Kind::Character) {
        for (const char byte : character.bytes) {
            text += QStringLiteral("\\x") +
                    QString::number(static_cast<uchar>(byte), 16).rightJustified(2, QLatin1Char('0')).toUpper();
        }
        shape.columns = kUndecodableColumns * static_cast<int>(character.bytes.size());
        shape.style = character.step.kind == DecodeStep::Kind::Incomplete ? CellStyle::Pending : CellStyle::Undecodable;
        return shape;
    }
    shape.columns = columnsOf(character, column, settings);
    for (int i = 0; i < character.step.count; ++i) {
        const char32_t codePoint = character.step.codePoints[i];
        const QString visible = codePoint == U'\t' ? QString() : visibleForm(codePoint);
        if (visible.isEmpty()) {
            text += QChar::fromUcs4(codePoint);
        } else {
            text += visible;
            shape.style = CellStyle::Symbol;
        }
    }
    return shape;
}

int columnsOf(const DecodedCharacter& character, int column, const ViewSettings& settings)
{
    if (const int columns = plainColumns(character.step); columns > 0) {
        return columns;
    }
    if (character.step.kind != DecodeStep::Kind::Character) {
        return kUndecodableColumns * static_cast<int>(character.bytes.size());
    }
    int columns = 0;
    for (int i = 0; i < character.step.count; ++i) {
        const char32_t codePoint = character.step.codePoints[i];
        if (isPrintableAscii(codePoint)) {
            ++columns;
        } else if (codePoint == U'\t') {
            columns += tabColumns(column, settings.columns);
        } else {
            const QString visible = visibleForm(codePoint);
            columns +=
                visible.isEmpty() ? columnsOf(codePoint, settings.ambiguous.get()) : static_cast<int>(visible.size());
        }
    }
    return columns;
}

} // namespace netassist
