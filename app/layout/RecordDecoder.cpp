// SPDX-License-Identifier: MIT
#include "app/layout/RecordDecoder.h"

#include <algorithm>
#include <array>

namespace netassist {

namespace {

// How far back a stream is searched for a place where a character surely begins. A line break is one in every
// encoding, so the last steps are reached only by text of double-byte characters without any.
constexpr std::array<qint32, 4> kSearchSteps{64, 4096, 65536, 1 << 20};
constexpr qint32 kNear = 4096; // found again rather than remembered
constexpr qint32 kBorderSpacing = 16384;

qint32 pendingInUnits(const Capture& capture, const Encoding& encoding, RecordId record, qint32 byte,
                      RecordId* earliest)
{
    const int unit = encoding.unitSize();
    const qint64 streamOffset = capture.record(record).streamOffset + byte;
    const auto partial = static_cast<qint32>(streamOffset % unit);
    const QByteArray before = streamBefore(capture, record, byte, unit + partial, earliest);
    if (before.size() < partial) {
        return 0; // the stream's older bytes are gone
    }
    if (before.size() == unit + partial && encoding.decodeOne(before).kind == DecodeStep::Kind::Incomplete) {
        return unit + partial; // a high surrogate waits for its low one
    }
    return partial;
}

/// Of the last `count` bytes before a place, those that are not before the first record that begins among them.
qint64 fromRecordStart(const Capture& capture, RecordId id, qint32 byte, qint64 count)
{
    qint64 within = byte;
    while (id != kNoRecord) {
        const Record record = capture.record(id);
        const qint64 further =
            record.previousInStream == kNoRecord ? 0 : capture.record(record.previousInStream).length;
        if (within + further > count) {
            break;
        }
        within += further;
        id = record.previousInStream;
    }
    return std::min(within, count);
}

/// The last byte that surely begins a character, or -1.
qsizetype lastSureStart(const Encoding& encoding, QByteArrayView bytes)
{
    qsizetype start = bytes.size() - 1;
    while (start >= 0 && !encoding.startsCharacter(static_cast<uchar>(bytes.at(start)))) {
        --start;
    }
    return start;
}

} // namespace

QByteArray streamBefore(const Capture& capture, RecordId id, qint32 byte, qint64 count, RecordId* earliest)
{
    if (byte < 0) {
        QByteArray bytes = streamBefore(capture, id, 0, count - byte, earliest);
        bytes.chop(-byte);
        return bytes;
    }
    QByteArray bytes = capture.bytes(id, std::max<qint64>(0, byte - count), std::min<qint64>(byte, count));
    RecordId previous = capture.record(id).previousInStream;
    QList<QByteArray> pieces;
    qint64 missing = count - bytes.size();
    while (missing > 0 && previous != kNoRecord) {
        id = previous;
        const Record record = capture.record(id);
        const qint64 take = std::min<qint64>(missing, record.length);
        pieces.prepend(capture.bytes(id, record.length - take, take));
        missing -= take;
        previous = record.previousInStream;
    }
    if (earliest != nullptr) {
        *earliest = std::min(*earliest, id);
    }
    if (pieces.isEmpty()) {
        return bytes;
    }
    pieces.append(bytes);
    return pieces.join();
}

qint32 pendingBefore(const Capture& capture, const Encoding& encoding, RecordId record, qint32 byte, RecordId* earliest,
                     CharacterBorders* known)
{
    if (encoding.maxLength() == 1) {
        return 0;
    }
    if (encoding.unitSize() > 1) {
        return pendingInUnits(capture, encoding, record, byte, earliest);
    }
    const Record found = capture.record(record);
    const qint64 place = found.streamOffset + byte;
    if (found.isDatagram) {
        known = nullptr; // its places are told apart from those of others only by the record
    }
    QByteArray before;
    qsizetype start = -1;
    for (const qint32 step : kSearchSteps) {
        const auto border = known != nullptr && step > kNear ? known->before(encoding, found, place) : std::nullopt;
        const bool isKnown = border && place - *border <= step;
        before = streamBefore(capture, record, byte, isKnown ? place - *border : step, earliest);
        if (isKnown && before.size() == place - *border) {
            start = 0;
            break;
        }
        start = lastSureStart(encoding, before);
        if (start >= 0 || before.size() < step) {
            break;
        }
    }
    if (start < 0) {
        start = before.size() - fromRecordStart(capture, record, byte, before.size());
    }
    QByteArrayView rest = QByteArrayView(before).sliced(start);
    qsizetype borderAt = rest.size() - kNear;
    while (!rest.isEmpty()) {
        const DecodeStep step = encoding.decodeOne(rest);
        if (step.kind == DecodeStep::Kind::Incomplete) {
            return static_cast<qint32>(rest.size());
        }
        rest = rest.sliced(step.length);
        if (known != nullptr && rest.size() <= borderAt) {
            known->add(encoding, found, place - rest.size());
            borderAt -= kBorderSpacing;
        }
    }
    return 0;
}

RecordDecoder::RecordDecoder(const Capture& capture, const Encoding& encoding, RecordId record, qint32 from, qint32 to)
    : m_encoding(encoding)
{
    const Record found = capture.record(record);
    m_streamOffset = found.streamOffset;
    m_streamGoesOn = !found.isDatagram && capture.lastInStream(found.peer, found.kind) != record;
    m_isOver = found.isDatagram || (!m_streamGoesOn && capture.hasEnded(found.peer));
    // The character that ends at `to` may need a look at what follows it.
    const qint64 end = std::min<qint64>(found.length, qint64{to} + encoding.maxLength());
    if (from < 0) {
        const QByteArray carried = streamBefore(capture, record, 0, -from);
        m_carried = static_cast<qint32>(carried.size());
        m_bytes = carried + capture.bytes(record, 0, end);
    } else {
        m_carried = -from; // so that positions count from the start of the record
        m_bytes = capture.bytes(record, from, end - from);
    }
}

bool RecordDecoder::next(DecodedCharacter& character)
{
    const QByteArrayView rest = QByteArrayView(m_bytes).sliced(m_at);
    if (rest.isEmpty()) {
        return false;
    }
    const int unit = m_encoding.unitSize();
    if (unit > 1 && (m_streamOffset + position()) % unit != 0) {
        character.step = {}; // the first bytes of this unit are gone
    } else {
        character.step = m_encoding.decodeOne(rest);
    }
    if (character.step.kind == DecodeStep::Kind::Incomplete && m_streamGoesOn) {
        return false;
    }
    if (character.step.kind == DecodeStep::Kind::Incomplete && m_isOver) {
        character.step.kind = DecodeStep::Kind::Invalid;
    }
    character.begin = position();
    character.bytes = rest.first(character.step.length);
    m_at += character.step.length;
    character.end = position();
    return true;
}

qint32 RecordDecoder::skipNarrowAscii(qint32 most)
{
    if (!m_encoding.isAsciiSuperset() || most <= 0) {
        return 0;
    }
    const char* const begin = m_bytes.constData() + m_at;
    const char* const end = begin + std::min<qsizetype>(most, m_bytes.size() - m_at);
    const char* const stop = std::find_if(
        begin, end, [](char c) { return static_cast<signed char>(c) < 0 || c == '\t' || c == '\n' || c == '\r'; });
    const auto count = static_cast<qint32>(stop - begin);
    m_at += count;
    return count;
}

QByteArrayView RecordDecoder::takePrintableAscii(qint32 end)
{
    if (!m_encoding.isAsciiSuperset()) {
        return {};
    }
    const qint64 most = std::clamp<qint64>(qint64{end} - position(), 0, bytesLeft());
    const QByteArrayView ahead = QByteArrayView(m_bytes).sliced(m_at, static_cast<qsizetype>(most));
    const auto stop = std::find_if(ahead.begin(), ahead.end(),
                                   [](char c) { return static_cast<uchar>(c) < 0x20 || static_cast<uchar>(c) > 0x7E; });
    const auto count = static_cast<qint32>(stop - ahead.begin());
    m_at += count;
    return ahead.first(count);
}

qint32 RecordDecoder::skipIdeographs(qint32 most)
{
    const qint32 length = m_encoding.ideographLength();
    if (length == 0 || most <= 0) {
        return 0;
    }
    const qsizetype bytes = std::min<qsizetype>(qsizetype{most} * length, m_bytes.size() - m_at);
    const auto count = static_cast<qint32>(m_encoding.ideographsAt(QByteArrayView(m_bytes).sliced(m_at, bytes)));
    m_at += count * length;
    return count;
}

} // namespace netassist
