// SPDX-License-Identifier: MIT
#include "app/net/HostText.h"

#include <algorithm>

namespace netassist {

QHostAddress literalAddress(QStringView text)
{
    if (text.size() > 2 && text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    const QHostAddress address(text.toString());
    // Of IPv6 alone, what Qt makes of it, is half of what `::` says.
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::Any) : address;
}

bool mayBeName(QStringView text)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_'; };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    return std::all_of(text.begin(), text.end(), fits) && std::any_of(text.begin(), text.end(), isLetter);
}

} // namespace netassist
