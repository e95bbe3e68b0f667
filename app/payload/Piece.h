// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Arguments.h"
#include "app/payload/Placeholder.h"

namespace netassist {

/// How a number is written.
struct NumberForm {
    bool asBytes = false;
    int base = 10;
    qsizetype width = 1; ///< digits at least
    bool lowFirst = false;
};

/// A part of the content of a text. What depends on the other parts is made when those are there.
struct Piece {
    enum class Kind : quint8 { Ready, Length, Checksum };

    const Placeholder* placeholder = nullptr; ///< null: literal
    QByteArray bytes;
    Kind kind = Kind::Ready;
    NumberForm form; ///< of a length
    qint64 from = 0;
    qint64 minus = 0;
    qint64 add = 0;
    ChecksumSettings checksum;
};

/// Makes the pieces that placeholders stand for, and says what keeps one from being made: the first error counts.
class PieceMaker final {
public:
    /// @param options with a context; they outlive this
    explicit PieceMaker(const PayloadOptions& options);

    /// Fills in what piece.placeholder stands for.
    void make(Piece& piece);
    void setNumber(Piece& piece, qint64 value);
    void setBytes(Piece& piece, const QByteArray& bytes);

    void fail(TextRange range, QString reason);
    [[nodiscard]] const std::optional<ArgumentError>& error() const { return m_error; }

private:
    using Make = void (PieceMaker::*)(Piece&, Arguments&);
    struct Function {
        QLatin1String name;
        Make make;
        std::span<const QLatin1String> parameters;
    };
    static std::span<const Function> functions();

    void failUnknown(const Placeholder& placeholder);
    void makeCounter(Piece& piece, Arguments& arguments);
    void makeDate(Piece& piece, Arguments& arguments);
    void makeTime(Piece& piece, Arguments& arguments);
    void makeMoment(Piece& piece, Arguments& arguments, const QString& format);
    void makeUnix(Piece& piece, Arguments& arguments);
    void makeRandom(Piece& piece, Arguments& arguments);
    void makeBytes(Piece& piece, Arguments& arguments);
    void makeChoice(Piece& piece);
    void makeLength(Piece& piece, Arguments& arguments);
    void makePeer(Piece& piece, Arguments& arguments);
    void makeChecksum(Piece& piece, Arguments& arguments);

    [[nodiscard]] bool asBytes(Arguments& arguments) const;
    [[nodiscard]] NumberForm numberForm(Arguments& arguments) const;
    void setText(Piece& piece, const QString& text, bool asBytes);

    const PayloadOptions& m_options;
    DynamicContext& m_context;
    std::optional<ArgumentError> m_error;
};

} // namespace netassist
