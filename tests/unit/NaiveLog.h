// SPDX-License-Identifier: MIT
#pragma once

#include "app/layout/Layout.h"
#include "app/layout/RecordHeader.h"
#include "app/layout/Shape.h"
#include "app/text/Glyphs.h"

#include <QHash>
#include <QList>

#include <utility>

/// The log laid out the plain way, with every stream decoded from its first kept byte: what the real layout is compared
/// with. And what must hold for any rows. Errors come as text, empty when all is well.
namespace naive {

using namespace netassist;

struct NaiveRow {
    QString text;
    bool endsLine = true;

    friend bool operator==(const NaiveRow&, const NaiveRow&) = default;
};

using StreamKey = std::pair<PeerId, int>;

inline StreamKey keyOf(const Record& record)
{
    return {record.peer, static_cast<int>(record.kind)};
}

struct Character {
    DecodedCharacter decoded;
    qint64 begin = 0; ///< in the stream
    qint64 end = 0;
};

class NaiveLog final {
public:
    NaiveLog(const Capture& capture, const ViewSettings& settings) : m_capture(capture), m_settings(settings)
    {
        collect();
        if (!m_settings.hex) {
            for (const StreamKey& key : m_streams.keys()) {
                decode(key);
            }
        }
        layOut();
    }

    [[nodiscard]] const QList<NaiveRow>& rows() const { return m_rows; }
    [[nodiscard]] qint64 undecodable() const { return m_undecodable; }

private:
    struct Stream {
        qint64 begin = 0;
        QByteArray bytes;
        QList<RecordId> records;
    };

    void collect()
    {
        for (RecordId id = m_capture.begin(); id < m_capture.end(); ++id) {
            const Record record = m_capture.record(id);
            if (!record.isPayload()) {
                continue;
            }
            Stream& stream = m_streams[keyOf(record)];
            if (stream.records.isEmpty()) {
                stream.begin = record.streamOffset;
            }
            stream.records += id;
            stream.bytes += m_capture.bytes(id);
        }
    }

    void decode(const StreamKey& key)
    {
        const Stream& stream = m_streams[key];
        const int unit = m_settings.encoding->unitSize();
        qsizetype inRecords = 0;
        for (qsizetype at = 0; at < stream.bytes.size();) {
            const QByteArrayView rest = QByteArrayView(stream.bytes).sliced(at);
            Character character;
            if (unit > 1 && (stream.begin + at) % unit != 0) {
                character.decoded.step = {};
            } else {
                character.decoded.step = m_settings.encoding->decodeOne(rest);
            }
            const bool unfinished = character.decoded.step.kind == DecodeStep::Kind::Incomplete;
            if (unfinished && m_capture.hasEnded(key.first)) {
                character.decoded.step.kind = DecodeStep::Kind::Invalid;
            }
            character.decoded.bytes = rest.first(character.decoded.step.length);
            character.begin = stream.begin + at;
            at += character.decoded.step.length;
            character.end = stream.begin + at;
            // Shown in the record that completes it, or shows that nothing can; what none does, in the last one.
            const bool isPart = unit > 1 && character.begin % unit != 0;
            const auto isWholeAt = [&](qint64 end) {
                const QByteArrayView seen = rest.first(std::clamp<qint64>(end - character.begin, 0, rest.size()));
                return end >= character.end &&
                       (isPart || m_settings.encoding->decodeOne(seen).kind != DecodeStep::Kind::Incomplete);
            };
            while (inRecords < stream.records.size() - 1 &&
                   (unfinished || !isWholeAt(endOf(stream.records[inRecords])))) {
                ++inRecords;
            }
            m_characters[stream.records[inRecords]] += character;
        }
    }

    [[nodiscard]] qint64 endOf(RecordId id) const
    {
        const Record record = m_capture.record(id);
        return record.streamOffset + record.length;
    }

    void layOut()
    {
        const bool flow = !m_settings.logMode && !m_settings.autoLineFeed;
        StreamKey before{kNoPeer, -1};
        for (RecordId id = m_capture.begin(); id < m_capture.end(); ++id) {
            const Record record = m_capture.record(id);
            const bool shown = record.isPayload() ? !(m_settings.hideReceived && record.kind == RecordKind::Received)
                                                  : m_settings.logMode;
            if (shown && m_settings.logMode) {
                addLine(recordHeader(m_capture, id, m_settings));
                if (!record.isPayload()) {
                    addLine(recordSentence(m_capture, id));
                }
            }
            if (!record.isPayload()) {
                continue;
            }
            const bool goesOn = flow && keyOf(record) == before;
            before = keyOf(record);
            if (!goesOn) {
                endLine();
                m_lastLineEnd = record.streamOffset;
                m_section = record.streamOffset / Typesetter::kFlowSection;
            }
            if (shown) {
                m_settings.hex ? addHex(id, record, flow) : addText(id, record, flow);
            }
        }
        endLine();
    }

    void addLine(const QString& text)
    {
        endLine();
        int column = 0;
        for (const char32_t codePoint : text.toUcs4()) {
            const int columns = columnsOf(codePoint, m_settings.ambiguous.get());
            if (column == 0 || column + columns > m_settings.columns) {
                if (column > 0) {
                    m_rows.last().endsLine = false;
                }
                beginRow();
                column = 0;
            }
            column += columns;
            m_rows.last().text += QString::fromUcs4(&codePoint, 1);
        }
        endLine();
    }

    void addHex(RecordId id, const Record& record, bool flow)
    {
        int perRow = std::max(1, (m_settings.columns + 1) / 3);
        perRow = perRow >= 8 ? perRow / 8 * 8 : perRow;
        const QByteArray bytes = m_capture.bytes(id);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const qint64 place = flow ? record.streamOffset + i : i;
            if (m_open && place % perRow == 0) {
                m_rows.last().endsLine = false;
                m_open = false;
            }
            if (!m_open) {
                beginRow();
            } else {
                m_rows.last().text += QLatin1Char(' ');
            }
            m_rows.last().text += QString::fromLatin1(bytes.mid(i, 1).toHex().toUpper());
        }
        if (!flow) {
            endLine();
        }
    }

    void addText(RecordId id, const Record& record, bool flow)
    {
        for (const Character& character : m_characters.value(id)) {
            const DecodedCharacter& decoded = character.decoded;
            if (record.kind == RecordKind::Received && decoded.step.kind == DecodeStep::Kind::Invalid) {
                m_undecodable += decoded.step.length;
            }
            const bool followsCr = m_afterCr.value(keyOf(record), false);
            m_afterCr[keyOf(record)] = decoded.is(U'\r');
            const qint64 section = character.begin / Typesetter::kFlowSection;
            if (flow && section != m_section) {
                m_section = section;
                if (m_open && m_lastLineEnd <= (section - 1) * Typesetter::kFlowSection) {
                    m_rows.last().endsLine = false;
                    m_open = false;
                }
            }
            if (decoded.is(U'\n')) {
                m_lastLineEnd = character.end;
                const bool ended = followsCr && (flow ? m_lineEndedByCr : true);
                if (!m_open && !ended) {
                    beginRow();
                }
                endLine();
                continue;
            }
            m_lineEndedByCr = false;
            if (decoded.is(U'\r')) {
                if (!m_open) {
                    beginRow();
                }
                endLine();
                m_lineEndedByCr = true;
                continue;
            }
            QString text;
            Shape shape = appendShape(decoded, m_column, m_settings, text);
            if (m_open && (m_column + shape.columns > m_settings.columns || m_bytes >= Typesetter::kRowBytes)) {
                m_rows.last().endsLine = false;
                m_open = false;
            }
            if (!m_open) {
                beginRow();
                text.clear();
                shape = appendShape(decoded, 0, m_settings, text);
            }
            m_rows.last().text += text;
            m_column += shape.columns;
            m_bytes += character.end - character.begin;
        }
        if (!flow) {
            endLine();
        }
    }

    void beginRow()
    {
        m_rows += NaiveRow();
        m_open = true;
        m_column = 0;
        m_bytes = 0;
    }

    void endLine()
    {
        m_open = false;
        m_lineEndedByCr = false;
    }

    const Capture& m_capture;
    const ViewSettings m_settings;
    QHash<StreamKey, Stream> m_streams;
    QHash<RecordId, QList<Character>> m_characters;
    QHash<StreamKey, bool> m_afterCr;
    QList<NaiveRow> m_rows;
    qint64 m_undecodable = 0;
    bool m_open = false;
    bool m_lineEndedByCr = false;
    int m_column = 0;
    qint64 m_bytes = 0;
    qint64 m_lastLineEnd = 0;
    qint64 m_section = 0;
};

/// All rows as the typesetter finds them at once.
inline std::vector<Row> rowsAtOnce(const Capture& capture, const ViewSettings& settings)
{
    const Typesetter typesetter(capture, settings);
    const RowStarts found = typesetter.rowStarts(capture.begin(), capture.end());
    std::vector<Row> rows;
    for (std::size_t i = 0; i < found.starts.size(); ++i) {
        rows.push_back(typesetter.row(found.starts[i], i + 1 < found.starts.size() ? found.starts[i + 1] : found.end));
    }
    return rows;
}

/// All rows as the layout walks them, from both ends and by number.
inline QString walkRows(Layout& layout, std::vector<Row>& rows)
{
    std::vector<RowRef> refs;
    for (auto ref = layout.first(); ref; ref = layout.next(*ref)) {
        refs.push_back(*ref);
        rows.push_back(layout.row(*ref));
        if (layout.startOf(*ref) != rows.back().begin) {
            return QStringLiteral("startOf differs from the row's begin");
        }
        const Row text = layout.rowWithoutCells(*ref);
        if (!text.cells.empty() || text.text != rows.back().text || text.end != rows.back().end ||
            text.endsLine != rows.back().endsLine || text.pending != rows.back().pending) {
            return QStringLiteral("without cells it is another row");
        }
        const bool isPending = !rows.back().cells.empty() && rows.back().cells.back().style == CellStyle::Pending;
        if (isPending != text.pending.has_value() || (isPending && rows.back().cells.back().begin != *text.pending)) {
            return QStringLiteral("the character that it ends with is told wrongly");
        }
    }
    std::size_t left = refs.size();
    for (auto ref = layout.last(); ref; ref = layout.previous(*ref)) {
        if (left == 0 || refs[--left] != *ref) {
            return QStringLiteral("backwards is not forwards");
        }
    }
    if (left != 0) {
        return QStringLiteral("backwards ends early");
    }
    while (layout.layOutSome(layout.capture().begin(), QDeadlineTimer(QDeadlineTimer::Forever)) !=
           Layout::Left::Nothing) {
    }
    if (layout.rowCount() != static_cast<qint64>(refs.size())) {
        return QStringLiteral("rowCount %1, rows %2").arg(layout.rowCount()).arg(refs.size());
    }
    for (std::size_t i = 0; i < refs.size(); ++i) {
        const auto number = static_cast<qint64>(i);
        if (layout.numberOf(refs[i]) != number || layout.at(number) != refs[i]) {
            return QStringLiteral("number of row %1").arg(number);
        }
        if (layout.find(rows[i].begin) != refs[i]) {
            return QStringLiteral("row %1 is not found by its start").arg(number);
        }
        for (const Cell& cell : rows[i].cells) {
            if (layout.find(cell.begin) != refs[i]) {
                return QStringLiteral("row %1 is not found by a cell").arg(number);
            }
        }
    }
    return {};
}

inline bool isLineEnds(const Capture& capture, const Encoding& encoding, const QByteArray& bytes, qint64 streamOffset)
{
    Q_UNUSED(capture);
    if (streamOffset % encoding.unitSize() != 0) {
        return bytes.isEmpty();
    }
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        DecodedCharacter character;
        character.step = encoding.decodeOne(rest);
        if (!character.is(U'\r') && !character.is(U'\n')) {
            return false;
        }
        rest = rest.sliced(character.step.length);
    }
    return true;
}

/// Every byte of what is shown is in exactly one cell, in order, but for the bytes of line ends.
inline QString checkCoverage(const Capture& capture, const ViewSettings& settings, const std::vector<Row>& rows)
{
    QHash<StreamKey, QByteArray> bytes;
    QHash<StreamKey, qint64> begins;
    QHash<StreamKey, qint64> covered;
    for (RecordId id = capture.begin(); id < capture.end(); ++id) {
        const Record record = capture.record(id);
        if (!record.isPayload() || (settings.hideReceived && record.kind == RecordKind::Received)) {
            continue;
        }
        const StreamKey key = keyOf(record);
        if (!begins.contains(key)) {
            begins.insert(key, record.streamOffset);
            covered.insert(key, record.streamOffset);
        }
        bytes[key] += capture.bytes(id);
    }
    const auto isGapFine = [&](const StreamKey& key, qint64 from, qint64 to) {
        return to == from ||
               (to > from && !settings.hex &&
                isLineEnds(capture, *settings.encoding, bytes[key].mid(from - begins[key], to - from), from));
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        if (i + 1 < rows.size() && (!(row.begin < rows[i + 1].begin) || rows[i + 1].begin < row.end)) {
            return QStringLiteral("row %1 does not end before the next").arg(i);
        }
        qint32 text = 0;
        int column = 0;
        for (const Cell& cell : row.cells) {
            const int blank = settings.hex && cell.begin.part == RowPart::Payload && text > 0 ? 1 : 0;
            if (cell.textBegin != text + blank || cell.column != column + blank || cell.begin < row.begin ||
                !(cell.begin < row.end)) {
                return QStringLiteral("cells of row %1").arg(i);
            }
            text = cell.textBegin + cell.textLength;
            column = cell.column + cell.columns;
            if (cell.begin.part != RowPart::Payload) {
                continue;
            }
            const Record record = capture.record(cell.begin.record);
            const StreamKey key = keyOf(record);
            if (!begins.contains(key) || row.kind != record.kind || row.peer != record.peer ||
                !isGapFine(key, covered[key], record.streamOffset + cell.begin.offset)) {
                return QStringLiteral("gap or overlap before stream byte %1 in row %2, record %3")
                    .arg(record.streamOffset + cell.begin.offset)
                    .arg(i)
                    .arg(cell.begin.record);
            }
            covered[key] = record.streamOffset + cell.endOffset;
        }
        if (text != row.text.size()) {
            return QStringLiteral("text of row %1 is not all in cells").arg(i);
        }
        if (row.cells.size() > 1 && column > settings.columns && row.cells.back().columns > 0) {
            return QStringLiteral("row %1 is %2 wide").arg(i).arg(column);
        }
    }
    for (auto it = begins.cbegin(); it != begins.cend(); ++it) {
        if (!isGapFine(it.key(), covered[it.key()], it.value() + bytes[it.key()].size())) {
            return QStringLiteral("the end of a stream is not shown");
        }
    }
    return {};
}

inline QString compareRows(const std::vector<Row>& rows, const QList<NaiveRow>& expected)
{
    for (std::size_t i = 0; i < rows.size() && i < static_cast<std::size_t>(expected.size()); ++i) {
        const NaiveRow& other = expected[static_cast<qsizetype>(i)];
        if (rows[i].text != other.text || rows[i].endsLine != other.endsLine) {
            return QStringLiteral("row %1 is \"%2\" %3, expected \"%4\" %5")
                .arg(i)
                .arg(rows[i].text)
                .arg(rows[i].endsLine)
                .arg(other.text)
                .arg(other.endsLine);
        }
    }
    return rows.size() == static_cast<std::size_t>(expected.size())
               ? QString()
               : QStringLiteral("%1 rows, expected %2").arg(rows.size()).arg(expected.size());
}

/// All of it for one capture: at once, against the plain way, and as the layout at hand has it after sync().
inline QString checkLog(const Capture& capture, const ViewSettings& settings, Layout* layout = nullptr)
{
    const std::vector<Row> rows = rowsAtOnce(capture, settings);
    const NaiveLog plain(capture, settings);
    QString error = compareRows(rows, plain.rows());
    if (error.isEmpty()) {
        error = checkCoverage(capture, settings, rows);
    }
    if (!error.isEmpty() || layout == nullptr) {
        return error;
    }
    std::vector<Row> walked;
    error = walkRows(*layout, walked);
    if (!error.isEmpty()) {
        return QStringLiteral("layout: ") + error;
    }
    error = compareRows(walked, plain.rows());
    for (std::size_t i = 0; error.isEmpty() && i < rows.size(); ++i) {
        if (walked[i].begin != rows[i].begin) {
            error = QStringLiteral("row %1 begins elsewhere").arg(i);
        }
    }
    if (!error.isEmpty()) {
        return QStringLiteral("by blocks: ") + error;
    }
    const qint64 undecodable = settings.hex ? 0 : plain.undecodable();
    if (layout->undecodableBytes() != undecodable) {
        return QStringLiteral("%1 undecodable bytes, expected %2").arg(layout->undecodableBytes()).arg(undecodable);
    }
    if ((layout->undecodableRecord() != kNoRecord) != (undecodable > 0)) {
        return QStringLiteral("undecodable record");
    }
    return {};
}

} // namespace naive
