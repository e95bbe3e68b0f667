// SPDX-License-Identifier: MIT
// Any bytes in any encoding: steps stay inside the bytes, cutting the stream changes nothing, what decodes can be
// encoded again. First byte: the encoding; second: where the stream is cut.
#include "app/text/Encoding.h"
#include "app/text/Glyphs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace netassist;

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

QString charactersOf(const DecodeStep& step)
{
    QString text;
    for (int i = 0; i < step.count; ++i)
        text += QChar::fromUcs4(step.codePoints[i]);
    return text;
}

void checkStep(const Encoding& encoding, QByteArrayView rest, const DecodeStep& step)
{
    require(step.length >= 1 && step.length <= rest.size() && step.length <= encoding.maxLength());
    require((step.count > 0) == (step.kind == DecodeStep::Kind::Character) && step.count <= 2);
    require(step.kind != DecodeStep::Kind::Incomplete ||
            (step.length == rest.size() && step.length < encoding.maxLength()));
    for (int i = 0; i < step.count; ++i) {
        require(step.codePoints[i] <= QChar::LastValidCodePoint && !QChar::isSurrogate(step.codePoints[i]));
        const int columns = columnsOf(step.codePoints[i]);
        require(columns >= 0 && columns <= 2);
        require(visibleForm(step.codePoints[i]).size() <= 10);
    }
    if (encoding.isAsciiSuperset()) {
        for (qsizetype i = 1; i < step.length; ++i)
            require(!encoding.startsCharacter(static_cast<uchar>(rest[i])));
    }
    if (step.kind == DecodeStep::Kind::Character) {
        const QString text = charactersOf(step);
        const auto encoded = encoding.encode(text);
        require(encoded.ok() && encoding.decode(encoded.value()) == text);
    }
}

/// The characters of a stream that comes in pieces of `pieceSize` bytes; undecodable bytes as `\xNN`.
QString decodePieces(const Encoding& encoding, QByteArrayView stream, qsizetype pieceSize)
{
    QString text;
    QByteArray carry;
    for (qsizetype start = 0; start < stream.size(); start += pieceSize) {
        const QByteArray piece = carry + stream.sliced(start, std::min(pieceSize, stream.size() - start)).toByteArray();
        carry.clear();
        QByteArrayView rest = piece;
        while (!rest.isEmpty()) {
            const DecodeStep step = encoding.decodeOne(rest);
            checkStep(encoding, rest, step);
            if (step.kind == DecodeStep::Kind::Incomplete) {
                carry = rest.toByteArray();
                break;
            }
            text += encoding.decode(rest.first(step.length));
            rest = rest.sliced(step.length);
        }
    }
    return text + encoding.decode(carry);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 2)
        return 0;
    const auto& all = Encoding::all();
    const Encoding& encoding = *all[data[0] % all.size()];
    const qsizetype pieceSize = data[1] % 8 + 1;
    const QByteArrayView stream(data + 2, static_cast<qsizetype>(size) - 2);
    const QString whole = encoding.decode(stream);
    require(decodePieces(encoding, stream, pieceSize) == whole);
    require(decodePieces(encoding, stream, std::max<qsizetype>(stream.size(), 1)) == whole);
    const qint64 invalid = encoding.invalidBytes(stream);
    require(invalid >= 0 && invalid <= stream.size());
    const Encoding* suggested = suggestEncoding(stream, encoding);
    require(suggested == nullptr || (suggested != &encoding && suggested->invalidBytes(stream) == 0));
    require(suggested == nullptr || invalid > 0 || suggested == &Encoding::utf8());
    return 0;
}
