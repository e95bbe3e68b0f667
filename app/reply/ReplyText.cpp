// SPDX-License-Identifier: MIT
#include "app/reply/ReplyText.h"

#include "app/payload/TextPosition.h"
#include "app/text/Encoding.h"

#include <QCoreApplication>

namespace netassist {

namespace {

/// The text between two placeholders, where it stands in the whole.
Result<QByteArray, PayloadError> literal(QStringView whole, qsizetype begin, qsizetype end, const PayloadOptions& options)
{
    PayloadOptions plain = options;
    plain.ending = Ending::None;
    QString text = whole.sliced(begin, end - begin).toString();
    text.replace(QLatin1String("$${"), QLatin1String("${"));
    auto bytes = buildPayload(text, plain);
    if (!bytes)
        return payloadErrorAt(whole, begin + bytes.error().position, bytes.error().length, bytes.error().reason);
    return bytes;
}

/// `${` that is not one of `$${`, or the text's end.
qsizetype nextPlaceholder(QStringView text, qsizetype from)
{
    for (qsizetype at = text.indexOf(u"${", from); at >= 0; at = text.indexOf(u"${", at + 2)) {
        if (at == 0 || text[at - 1] != u'$')
            return at;
    }
    return text.size();
}

} // namespace

Result<QByteArray, PayloadError> buildReply(const Message& reply, const Encoding& receiveEncoding,
                                            const ReplyGroups& groups)
{
    const PayloadOptions options = reply.options(receiveEncoding);
    const QStringView text = reply.text;
    QByteArray bytes;
    qsizetype at = 0;
    while (true) {
        const qsizetype placeholder = nextPlaceholder(text, at);
        const auto before = literal(text, at, placeholder, options);
        if (!before)
            return before;
        bytes += before.value();
        if (placeholder == text.size())
            break;
        const qsizetype close = text.indexOf(u'}', placeholder);
        bool isNumber = false;
        const int group = close < 0 ? 0 : text.sliced(placeholder + 2, close - placeholder - 2).toInt(&isNumber);
        if (!isNumber || group < 0)
            return payloadErrorAt(text, placeholder, 2,
                                  QCoreApplication::translate("Payload", "a group is written ${0}, ${1} and so on"));
        bytes += groups.value(group);
        at = close + 1;
    }
    // In HEX, every byte stands for itself.
    PayloadOptions whole = options;
    whole.mode = PayloadMode::Hex;
    return buildPayload(toHex(bytes), whole);
}

} // namespace netassist
