// SPDX-License-Identifier: MIT
#include "app/payload/DynamicText.h"

#include "app/payload/Piece.h"
#include "app/payload/TextPosition.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr qsizetype kMostPlaceholders = 256;
constexpr qsizetype kMostBytes = qsizetype{64} << 20; ///< of all the content

class Expansion final {
public:
    Expansion(QStringView text, const PayloadOptions& options) : m_text(text), m_options(options), m_maker(options) {}

    Result<QByteArray, PayloadError> run()
    {
        const auto parts = splitText(m_text);
        if (!parts)
            return parts.error();
        expand(parts.value());
        if (!m_maker.error())
            settleLengths();
        if (!m_maker.error())
            fillChecksums();
        if (const std::optional<ArgumentError>& error = m_maker.error())
            return payloadErrorAt(m_text, error->range.position, error->range.length, error->reason);
        return joined();
    }

private:
    void expand(const std::vector<TextPart>& parts)
    {
        qsizetype placeholders = 0;
        qsizetype size = 0;
        for (const TextPart& part : parts) {
            Piece& piece = m_pieces.emplace_back();
            if (!part.placeholder) {
                takeLiteral(piece, part.range);
            } else {
                piece.placeholder = &*part.placeholder;
                if (++placeholders > kMostPlaceholders)
                    m_maker.fail(part.range,
                                 QCoreApplication::translate("Payload", "more than %1 placeholders in one text")
                                     .arg(kMostPlaceholders));
                else
                    m_maker.make(piece);
            }
            size += piece.bytes.size();
            if (!m_maker.error() && size > kMostBytes)
                m_maker.fail(
                    part.range,
                    QCoreApplication::translate("Payload", "the content becomes larger than %1 bytes").arg(kMostBytes));
            if (m_maker.error())
                return;
        }
    }

    void takeLiteral(Piece& piece, TextRange range)
    {
        const QStringView literal = m_text.sliced(range.position, range.length);
        auto bytes = m_options.mode == PayloadMode::Hex ? parseHex(literal)
                                                        : parseText(literal, *m_options.encoding, m_options.escapes);
        if (bytes)
            piece.bytes = std::move(bytes).value();
        else
            m_maker.fail({range.position + bytes.error().position, bytes.error().length}, bytes.error().reason);
    }

    /// A length counts its own digits. It starts without any and only grows, so this comes to an end.
    void settleLengths()
    {
        for (bool changed = true; changed && !m_maker.error();) {
            changed = false;
            for (Piece& piece : m_pieces) {
                if (piece.kind != Piece::Kind::Length)
                    continue;
                const qsizetype before = piece.bytes.size();
                m_maker.setNumber(piece, std::max<qint64>(lengthOf(piece), 0));
                changed = changed || piece.bytes.size() != before;
            }
        }
        for (Piece& piece : m_pieces) {
            if (piece.kind != Piece::Kind::Length || m_maker.error())
                continue;
            if (piece.from + piece.minus > size() || lengthOf(piece) < 0)
                m_maker.fail(piece.placeholder->range,
                             QCoreApplication::translate("Payload", "the content has only %1 bytes").arg(size()));
            else
                m_maker.setNumber(piece, lengthOf(piece));
        }
    }

    void fillChecksums()
    {
        QByteArray before;
        for (Piece& piece : m_pieces) {
            if (piece.kind == Piece::Kind::Checksum) {
                piece.checksum.from = piece.from;
                piece.checksum.minus = piece.minus;
                const auto checksum = checksumOf(before, piece.checksum);
                if (!checksum) {
                    m_maker.fail(
                        piece.placeholder->range,
                        QCoreApplication::translate("Payload", "only %1 bytes stand before it").arg(before.size()));
                    return;
                }
                m_maker.setBytes(piece, *checksum);
            }
            before += piece.bytes;
        }
    }

    [[nodiscard]] qint64 lengthOf(const Piece& piece) const { return size() - piece.from - piece.minus + piece.add; }

    [[nodiscard]] qsizetype size() const
    {
        qsizetype size = 0;
        for (const Piece& piece : m_pieces)
            size += piece.bytes.size();
        return size;
    }

    [[nodiscard]] QByteArray joined() const
    {
        QByteArray all;
        all.reserve(size());
        for (const Piece& piece : m_pieces)
            all += piece.bytes;
        return all;
    }

    QStringView m_text;
    const PayloadOptions& m_options;
    PieceMaker m_maker;
    std::vector<Piece> m_pieces;
};

} // namespace

bool isDynamic(QStringView text, const PayloadOptions& options)
{
    return options.dynamics != nullptr && (options.mode == PayloadMode::Hex || options.escapes) && text.contains(u"${");
}

qsizetype firstPlaceholder(QStringView text, const PayloadOptions& options)
{
    if (!isDynamic(text, options))
        return -1;
    const auto parts = splitText(text);
    if (!parts)
        return parts.error().position;
    const auto first = std::find_if(parts.value().begin(), parts.value().end(),
                                    [](const TextPart& part) { return part.placeholder.has_value(); });
    return first != parts.value().end() ? first->range.position : -1;
}

Result<QByteArray, PayloadError> parseDynamic(QStringView text, const PayloadOptions& options)
{
    Q_ASSERT(options.encoding != nullptr && options.dynamics != nullptr);
    return Expansion(text, options).run();
}

} // namespace netassist
