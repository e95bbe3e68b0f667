// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Payload.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace netassist {

/// A place in a text, in UTF-16 units.
struct TextRange {
    qsizetype position = 0;
    qsizetype length = 0;
};

/// `key=value`, or a value alone (the key is empty then): `16`, `"a b"`.
struct PlaceholderArgument {
    QString key;
    QString value; ///< without its quotes
    TextRange range;
};

/// `${name argument …}`, taken apart and not yet understood.
struct Placeholder {
    TextRange range;
    TextRange nameRange;
    QString name;
    QList<PlaceholderArgument> arguments;
};

/// What is between placeholders, or one of them.
struct TextPart {
    TextRange range; ///< of the text that counts: of `$${` the `${` behind the first dollar
    std::optional<Placeholder> placeholder;
};

/// The parts of a text in their order. Arguments are separated by blanks; a value with a blank, `}` or `=` stands in
/// double quotes, and a quote in it is doubled. `$${` is the characters `${`.
[[nodiscard]] Result<std::vector<TextPart>, PayloadError> splitText(QStringView text);

} // namespace netassist
