// SPDX-License-Identifier: MIT
#include "app/payload/TextPosition.h"

#include <algorithm>

namespace netassist {

PayloadError payloadErrorAt(QStringView text, qsizetype position, qsizetype length, QString reason)
{
    const QStringView before = text.first(position);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    const QStringView line = before.sliced(lineStart);
    PayloadError error;
    error.position = position;
    error.length = std::max<qsizetype>(length, 1);
    error.line = 1 + static_cast<int>(before.count(u'\n'));
    // The second half of a character counts with the first.
    error.column = 1 + static_cast<int>(line.size());
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (line[i].isLowSurrogate() && line[i - 1].isHighSurrogate())
            --error.column;
    }
    error.reason = std::move(reason);
    return error;
}

} // namespace netassist
