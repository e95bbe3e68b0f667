// SPDX-License-Identifier: MIT
#include "app/payload/Message.h"

#include "app/base/JsonReader.h"
#include "app/text/Encoding.h"

namespace netassist {

namespace {

constexpr std::array kPayloadModes{
    JsonName<PayloadMode>{PayloadMode::Text, QLatin1String("text")},
    JsonName<PayloadMode>{PayloadMode::Hex, QLatin1String("hex")},
};
constexpr std::array kEndings{
    JsonName<Ending>{Ending::None, QLatin1String("none")},
    JsonName<Ending>{Ending::Cr, QLatin1String("cr")},
    JsonName<Ending>{Ending::Lf, QLatin1String("lf")},
    JsonName<Ending>{Ending::CrLf, QLatin1String("crlf")},
    JsonName<Ending>{Ending::CrLfForAt, QLatin1String("crlf-for-at")},
};

constexpr QLatin1String kMode("mode");
constexpr QLatin1String kEncoding("encoding");
constexpr QLatin1String kEscapes("escapes");
constexpr QLatin1String kEnding("ending");
constexpr QLatin1String kChecksum("checksum");
constexpr QLatin1String kText("text");

} // namespace

PayloadOptions Message::options(const Encoding& receiveEncoding) const
{
    const Encoding* const own = encoding.isEmpty() ? nullptr : Encoding::byName(encoding);
    return {mode, own != nullptr ? own : &receiveEncoding, escapes, ending, checksum};
}

QJsonObject Message::toJson() const
{
    QJsonObject object{
        {kMode, jsonNameOf(mode, kPayloadModes)}, {kEncoding, encoding}, {kEscapes, escapes},
        {kEnding, jsonNameOf(ending, kEndings)},  {kText, text},
    };
    if (checksum)
        object.insert(kChecksum, checksum->toJson());
    return object;
}

Message Message::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    Message message;
    reader.read(kMode, message.mode, kPayloadModes);
    reader.read(kEncoding, message.encoding);
    reader.read(kEscapes, message.escapes);
    reader.read(kEnding, message.ending, kEndings);
    if (reader.value(kChecksum).isObject())
        message.checksum = ChecksumSettings::fromJson(reader.group(kChecksum).object());
    reader.read(kText, message.text);
    return message;
}

} // namespace netassist
