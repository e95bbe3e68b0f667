// SPDX-License-Identifier: MIT
#include "app/payload/Piece.h"

#include "app/payload/DynamicContext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kMostRange = qint64{64} << 20; ///< of `from`, `minus` and `add`: content is never larger
constexpr qint64 kMostRandomBytes = 65536;
constexpr qint64 kLargest = 1'000'000'000'000'000; ///< either way; sums of two stay far below 2^63
constexpr qint64 kWidest = 64;
constexpr int kMostBase = 36;
constexpr int kMostBaseOfBytes = 16;

constexpr QLatin1String kAs("as");
constexpr QLatin1String kBase("base");
constexpr QLatin1String kWidthKey("width");
constexpr QLatin1String kOrderKey("order");
constexpr QLatin1String kFromKey("from");
constexpr QLatin1String kMinusKey("minus");
constexpr QLatin1String kStart("start");
constexpr QLatin1String kStep("step");
constexpr QLatin1String kLast("last");
constexpr QLatin1String kName("name");
constexpr QLatin1String kFormat("format");
constexpr QLatin1String kUnit("unit");
constexpr QLatin1String kMin("min");
constexpr QLatin1String kMax("max");
constexpr QLatin1String kCount("count");
constexpr QLatin1String kAdd("add");
constexpr QLatin1String kPart("part");
constexpr QLatin1String kAlgorithmKey("algorithm");
constexpr QLatin1String kTextWord("text");
constexpr QLatin1String kBytes("bytes");
constexpr QLatin1String kHigh("high");
constexpr QLatin1String kLow("low");

void takeRange(Piece& piece, Arguments& arguments)
{
    piece.from = arguments.number(kFromKey, 0, 0, kMostRange);
    piece.minus = arguments.number(kMinusKey, 0, 0, kMostRange);
}

} // namespace

PieceMaker::PieceMaker(const PayloadOptions& options) : m_options(options), m_context(*options.dynamics) {}

void PieceMaker::make(Piece& piece)
{
    const Placeholder& placeholder = *piece.placeholder;
    bool isNumber = false;
    const int group = placeholder.name.toInt(&isNumber);
    if (isNumber && group >= 0 && placeholder.arguments.isEmpty() && m_context.answered(group)) {
        piece.bytes = *m_context.answered(group); // exactly as they came
        return;
    }
    if (placeholder.name == QLatin1String("choice")) { // takes any number of values
        makeChoice(piece);
        return;
    }
    const auto all = functions();
    const auto function =
        std::find_if(all.begin(), all.end(), [&](const Function& one) { return one.name == placeholder.name; });
    if (function == all.end()) {
        failUnknown(placeholder);
        return;
    }
    Arguments arguments(placeholder, function->parameters);
    (this->*function->make)(piece, arguments);
    if (arguments.error())
        fail(arguments.error()->range, arguments.error()->reason);
}

void PieceMaker::failUnknown(const Placeholder& placeholder)
{
    QStringList names{QStringLiteral("choice")};
    for (const Function& function : functions())
        names += function.name;
    names.sort();
    const QString known = names.join(QStringLiteral(", "));
    fail(placeholder.nameRange,
         placeholder.name.isEmpty()
             ? QCoreApplication::translate("Payload", "a name is missing behind ${; there are %1").arg(known)
             : QCoreApplication::translate("Payload", "there is no ${%1}; there are %2; for the characters write $${")
                   .arg(placeholder.name, known));
}

void PieceMaker::makeCounter(Piece& piece, Arguments& arguments)
{
    const qint64 start = arguments.number(kStart, 1, -kLargest, kLargest);
    const qint64 step = arguments.number(kStep, 1, -kLargest, kLargest);
    piece.form = numberForm(arguments);
    quint64 sends = m_context.useCounter(arguments.text(kName));
    if (arguments.has(kLast)) {
        const qint64 last = arguments.number(kLast, 0, -kLargest, kLargest);
        if (step == 0 || (last != start && (step > 0) != (last > start))) {
            arguments.fail(kLast, QCoreApplication::translate("Payload", "the counter never gets from %1 to %2")
                                      .arg(QString::number(start), QString::number(last)));
            return;
        }
        sends %= static_cast<quint64>((last - start) / step) + 1;
    }
    // Unsigned, where too much begins anew instead of being undefined.
    const quint64 value = static_cast<quint64>(start) + sends * static_cast<quint64>(step);
    setNumber(piece, static_cast<qint64>(value));
}

void PieceMaker::makeDate(Piece& piece, Arguments& arguments)
{
    makeMoment(piece, arguments, QStringLiteral("yyyy-MM-dd"));
}
void PieceMaker::makeTime(Piece& piece, Arguments& arguments)
{
    makeMoment(piece, arguments, QStringLiteral("HH:mm:ss"));
}

void PieceMaker::makeMoment(Piece& piece, Arguments& arguments, const QString& format)
{
    // English names of days and months, whatever the language of the window: programs read this.
    setText(piece, QLocale::c().toString(m_context.moment(), arguments.text(kFormat, format)), asBytes(arguments));
}

void PieceMaker::makeUnix(Piece& piece, Arguments& arguments)
{
    const bool ms = arguments.word(kUnit, {QLatin1String("s"), QLatin1String("ms")}) == 1;
    const qint64 sinceEpoch = m_context.moment().toMSecsSinceEpoch();
    piece.form = numberForm(arguments);
    setNumber(piece, ms ? sinceEpoch : sinceEpoch / 1000);
}

void PieceMaker::makeRandom(Piece& piece, Arguments& arguments)
{
    const qint64 min = arguments.number(kMin, 0, -kLargest, kLargest);
    const qint64 max = arguments.number(kMax, std::max<qint64>(255, min), -kLargest, kLargest);
    piece.form = numberForm(arguments);
    if (max < min)
        arguments.fail(kMax, QCoreApplication::translate("Payload", "max is less than min"));
    else
        setNumber(piece, std::uniform_int_distribution<qint64>(min, max)(m_context.random()));
}

void PieceMaker::makeBytes(Piece& piece, Arguments& arguments)
{
    QByteArray bytes(arguments.number(kCount, 1, 1, kMostRandomBytes), Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(),
                  [this] { return static_cast<char>(static_cast<uchar>(m_context.random().generate())); });
    piece.form.asBytes = arguments.word(kAs, {kBytes, kTextWord}) == 0;
    setBytes(piece, bytes);
}

void PieceMaker::makeChoice(Piece& piece)
{
    static constexpr std::array parameters{kAs};
    Placeholder other = *piece.placeholder;
    QStringList values;
    for (const PlaceholderArgument& argument : std::as_const(other.arguments)) {
        if (argument.key.isEmpty())
            values += argument.value;
    }
    other.arguments.removeIf([](const PlaceholderArgument& argument) { return argument.key.isEmpty(); });
    Arguments arguments(other, parameters);
    const bool bytes = asBytes(arguments);
    if (arguments.error())
        fail(arguments.error()->range, arguments.error()->reason);
    else if (values.isEmpty())
        fail(other.range, QCoreApplication::translate("Payload", "there is nothing to choose from"));
    else
        setText(piece, values.at(m_context.random().bounded(static_cast<int>(values.size()))), bytes);
}

void PieceMaker::makeLength(Piece& piece, Arguments& arguments)
{
    takeRange(piece, arguments);
    piece.kind = Piece::Kind::Length;
    piece.add = arguments.number(kAdd, 0, -kMostRange, kMostRange);
    piece.form = numberForm(arguments);
}

void PieceMaker::makePeer(Piece& piece, Arguments& arguments)
{
    enum Part { All, Host, Port };
    const int part = arguments.word(kPart, {QLatin1String("all"), QLatin1String("host"), QLatin1String("port")});
    const QString& peer = m_context.usePeer();
    const qsizetype colon = peer.lastIndexOf(u':');
    if (part == Port) {
        piece.form = numberForm(arguments);
        setNumber(piece, QStringView(peer).sliced(colon + 1).toInt());
        return;
    }
    QString host = colon < 0 ? peer : peer.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    setText(piece, part == Host ? host : peer, asBytes(arguments));
}

void PieceMaker::makeChecksum(Piece& piece, Arguments& arguments)
{
    const QString name = arguments.text(kAlgorithmKey, QStringLiteral("CRC-16/MODBUS"));
    const auto settings = checksumByName(name);
    if (!settings) {
        arguments.fail(kAlgorithmKey, QCoreApplication::translate(
                                          "Payload", "“%1” is no checksum; there are SUM8, SUM16, SUM32, LRC, XOR "
                                                     "and the CRCs by their names, like CRC-16/MODBUS")
                                          .arg(name));
        return;
    }
    takeRange(piece, arguments);
    piece.kind = Piece::Kind::Checksum;
    piece.checksum = *settings;
    piece.checksum.order = arguments.word(kOrderKey, {kHigh, kLow}) == 0 ? ByteOrder::HighFirst : ByteOrder::LowFirst;
    piece.form.asBytes = asBytes(arguments);
    setBytes(piece, QByteArray(checksumSize(piece.checksum), '\0')); // the room it takes
}

bool PieceMaker::asBytes(Arguments& arguments) const
{
    return m_options.mode == PayloadMode::Hex ? arguments.word(kAs, {kBytes, kTextWord}) == 0
                                              : arguments.word(kAs, {kTextWord, kBytes}) == 1;
}

NumberForm PieceMaker::numberForm(Arguments& arguments) const
{
    NumberForm form;
    form.asBytes = asBytes(arguments);
    form.base = static_cast<int>(
        arguments.number(kBase, form.asBytes ? 16 : 10, 2, form.asBytes ? kMostBaseOfBytes : kMostBase));
    form.width = arguments.number(kWidthKey, 1, 1, kWidest);
    form.lowFirst = arguments.word(kOrderKey, {kHigh, kLow}) == 1;
    if (form.lowFirst && !form.asBytes)
        arguments.fail(kOrderKey, QCoreApplication::translate("Payload", "only bytes have an order: add as=bytes"));
    return form;
}

void PieceMaker::setNumber(Piece& piece, qint64 value)
{
    const NumberForm& form = piece.form;
    QString digits = QString::number(value, form.base).toUpper();
    const bool negative = digits.startsWith(u'-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(form.width, u'0');
    if (!form.asBytes) {
        setText(piece, negative ? u'-' + digits : digits, false);
        return;
    }
    if (negative) {
        fail(piece.placeholder->range,
             QCoreApplication::translate("Payload", "%1 is negative and has no bytes").arg(value));
        return;
    }
    if (digits.size() % 2 != 0)
        digits.prepend(u'0');
    piece.bytes = QByteArray::fromHex(digits.toLatin1());
    if (form.lowFirst)
        std::reverse(piece.bytes.begin(), piece.bytes.end());
}

void PieceMaker::setText(Piece& piece, const QString& text, bool asBytes)
{
    auto bytes = asBytes ? parseHex(text) : parseText(text, *m_options.encoding, false);
    if (bytes)
        piece.bytes = std::move(bytes).value();
    else if (asBytes)
        fail(piece.placeholder->range,
             QCoreApplication::translate("Payload", "“%1” is not hexadecimal digits (%2); as=text sends characters")
                 .arg(text, bytes.error().reason));
    else
        fail(piece.placeholder->range, bytes.error().reason);
}

void PieceMaker::setBytes(Piece& piece, const QByteArray& bytes)
{
    if (piece.form.asBytes)
        piece.bytes = bytes;
    else
        setText(piece, QString::fromLatin1(bytes.toHex().toUpper()), false);
}

void PieceMaker::fail(TextRange range, QString reason)
{
    if (!m_error)
        m_error = ArgumentError{range, std::move(reason)};
}

std::span<const PieceMaker::Function> PieceMaker::functions()
{
    static constexpr std::array counter{kStart, kStep, kWidthKey, kBase, kLast, kName, kOrderKey, kAs};
    static constexpr std::array moment{kFormat, kAs};
    static constexpr std::array unixTime{kUnit, kBase, kWidthKey, kOrderKey, kAs};
    static constexpr std::array random{kMin, kMax, kBase, kWidthKey, kOrderKey, kAs};
    static constexpr std::array bytes{kCount, kAs};
    static constexpr std::array length{kFromKey, kMinusKey, kAdd, kBase, kWidthKey, kOrderKey, kAs};
    static constexpr std::array peer{kPart, kBase, kWidthKey, kOrderKey, kAs};
    static constexpr std::array checksum{kAlgorithmKey, kFromKey, kMinusKey, kOrderKey, kAs};
    static constexpr std::array all{
        Function{QLatin1String("bytes"), &PieceMaker::makeBytes, bytes},
        Function{QLatin1String("checksum"), &PieceMaker::makeChecksum, checksum},
        Function{QLatin1String("counter"), &PieceMaker::makeCounter, counter},
        Function{QLatin1String("date"), &PieceMaker::makeDate, moment},
        Function{QLatin1String("length"), &PieceMaker::makeLength, length},
        Function{QLatin1String("peer"), &PieceMaker::makePeer, peer},
        Function{QLatin1String("random"), &PieceMaker::makeRandom, random},
        Function{QLatin1String("time"), &PieceMaker::makeTime, moment},
        Function{QLatin1String("unix"), &PieceMaker::makeUnix, unixTime},
    };
    return all;
}

} // namespace netassist
