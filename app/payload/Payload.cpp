// SPDX-License-Identifier: MIT
#include "app/payload/Payload.h"

#include "app/payload/DynamicContext.h"
#include "app/payload/DynamicText.h"
#include "app/payload/TextPosition.h"
#include "app/text/Encoding.h"

#include <QCoreApplication>

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

Result<QByteArray, PayloadError> contentOf(QStringView text, const PayloadOptions& options)
{
    if (options.dynamics != nullptr)
        options.dynamics->begin();
    if (isDynamic(text, options))
        return parseDynamic(text, options);
    return options.mode == PayloadMode::Hex ? parseHex(text) : parseText(text, *options.encoding, options.escapes);
}

} // namespace

Result<QByteArray, PayloadError> buildPayload(QStringView text, const PayloadOptions& options)
{
    auto built = buildParts(text, options);
    if (!built)
        return built.error();
    PayloadParts parts = std::move(built).value();
    QByteArray bytes = std::move(parts.content);
    bytes += parts.checksum;
    bytes += parts.ending;
    return bytes;
}

Result<PayloadParts, PayloadError> buildParts(QStringView text, const PayloadOptions& options)
{
    Q_ASSERT(options.encoding != nullptr);
    auto content = contentOf(text, options);
    if (!content)
        return content.error();
    PayloadParts parts;
    parts.content = std::move(content).value();
    parts.ending = endingOf(parts.content, *options.encoding, options.ending);
    if (!options.checksum)
        return parts;
    const std::optional<QByteArray> checksum = checksumOf(parts.content, *options.checksum);
    if (!checksum) {
        return payloadErrorAt(
            text, 0, text.size(),
            QCoreApplication::translate("Payload", "the checksum leaves out %1 bytes, but the content has only %2")
                .arg(QString::number(options.checksum->from + options.checksum->minus),
                     QString::number(parts.content.size())));
    }
    parts.checksum = *checksum;
    return parts;
}

} // namespace netassist
