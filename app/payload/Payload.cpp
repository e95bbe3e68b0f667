// SPDX-License-Identifier: MIT
#include "app/payload/Payload.h"

#include "app/text/Encoding.h"

namespace netassist {

namespace {

/// Every encoding has what endings are made of.
QByteArray encoded(const Encoding& encoding, QStringView ascii)
{
    return encoding.encode(ascii).value();
}

bool beginsWithAt(QByteArrayView bytes, const Encoding& encoding)
{
    for (const QStringView letter : {u"Aa", u"Tt"}) {
        const QByteArray upper = encoded(encoding, letter.first(1));
        if (!bytes.startsWith(upper) && !bytes.startsWith(encoded(encoding, letter.last(1))))
            return false;
        bytes = bytes.sliced(upper.size());
    }
    return true;
}

bool endsWithLineBreak(QByteArrayView bytes, const Encoding& encoding)
{
    return bytes.size() % encoding.unitSize() == 0 &&
           (bytes.endsWith(encoded(encoding, u"\r")) || bytes.endsWith(encoded(encoding, u"\n")));
}

QByteArray endingOf(QByteArrayView bytes, const Encoding& encoding, Ending ending)
{
    switch (ending) {
    case Ending::None:
        break;
    case Ending::Cr:
        return encoded(encoding, u"\r");
    case Ending::Lf:
        return encoded(encoding, u"\n");
    case Ending::CrLf:
        return encoded(encoding, u"\r\n");
    case Ending::CrLfForAt:
        if (beginsWithAt(bytes, encoding) && !endsWithLineBreak(bytes, encoding))
            return encoded(encoding, u"\r\n");
        break;
    }
    return {};
}

} // namespace

Result<QByteArray, PayloadError> buildPayload(QStringView text, const PayloadOptions& options)
{
    Q_ASSERT(options.encoding != nullptr);
    auto parsed =
        options.mode == PayloadMode::Hex ? parseHex(text) : parseText(text, *options.encoding, options.escapes);
    if (!parsed)
        return parsed;
    QByteArray bytes = std::move(parsed).value();
    bytes += endingOf(bytes, *options.encoding, options.ending);
    return bytes;
}

} // namespace netassist
