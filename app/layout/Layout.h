// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/Row.h"
#include "app/layout/RowSums.h"
#include "app/layout/Typesetter.h"
#include "app/layout/ViewSettings.h"

#include <QCache>
#include <QDeadlineTimer>

#include <deque>
#include <memory>
#include <optional>

namespace netassist {

/// A row by its block and its number in it. Valid until the next sync() or setSettings().
struct RowRef {
    qint64 block = 0;
    qint32 row = 0;

    friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

/// The rows of a capture in one way of looking at it, found by position and never stored as text.
///
/// The records are grouped into blocks of about kBlockBytes. A block that is looked at is laid out exactly, at once
/// (well below a millisecond); for the others the number of rows is estimated until layOutSome() gets to them, so that
/// a gigabyte can be shown, switched to another encoding and scrolled through without waiting. Row numbers are
/// therefore estimates that settle; positions are exact always.
class Layout {
public:
    static constexpr qint64 kBlockBytes = 65536;
    static constexpr qint64 kBlockRecords = 256;

    /// @param capture outlives the layout
    Layout(const Capture& capture, ViewSettings settings);

    void setSettings(const ViewSettings& settings);
    [[nodiscard]] const ViewSettings& settings() const { return m_settings; }
    [[nodiscard]] const Capture& capture() const { return m_capture; }

    /// Takes in what the capture has gained and lost since the last call.
    void sync();
    enum class Left : quint8 {
        Nothing,
        Some,
        OnDisk, ///< some whose bytes are on their way into memory: in Capture::kFetchMs
    };
    /// Lays out blocks that are still estimated, those nearest to `around` first, until the deadline. Does not wait for the
    /// disk.
    Left layOutSome(RecordId around, const QDeadlineTimer& deadline);

    /// 64 bit; with estimates for blocks not laid out yet.
    [[nodiscard]] qint64 rowCount() const { return m_sums.total(); }
    /// Whether none is estimated.
    [[nodiscard]] bool isExact() const { return m_estimated == 0; }
    [[nodiscard]] qint64 numberOf(RowRef row) const { return m_sums.before(row.block) + row.row; }

    /// Nothing where the log has no row at all.
    [[nodiscard]] std::optional<RowRef> first();
    [[nodiscard]] std::optional<RowRef> last();
    [[nodiscard]] std::optional<RowRef> next(RowRef row);
    [[nodiscard]] std::optional<RowRef> previous(RowRef row);
    /// The row that shows this position, or the nearest one where it is not shown.
    [[nodiscard]] std::optional<RowRef> find(Position position);
    /// The row of this number as far as numbers are known.
    [[nodiscard]] std::optional<RowRef> at(qint64 number);

    [[nodiscard]] Position startOf(RowRef row);
    [[nodiscard]] Row row(RowRef ref) { return row(ref, true); }
    [[nodiscard]] Row rowWithoutCells(RowRef ref) { return row(ref, false); }

    /// Received bytes in the blocks laid out so far that do not decode.
    [[nodiscard]] qint64 undecodableBytes() const { return m_undecodable; }
    /// The first record laid out that has such bytes, or kNoRecord.
    [[nodiscard]] RecordId undecodableRecord() const;
    /// Bytes of payload gone through since the layout was made, also those gone through again: what it has cost.
    [[nodiscard]] qint64 laidOutBytes() const { return m_laidOutBytes; }

private:
    struct Block {
        RecordId first = kNoRecord;
        RecordId end = kNoRecord;
        qint64 bytes = 0;
        qint64 undecodable = 0;
        RecordId firstUndecodable = kNoRecord;
        qint32 received = 0; ///< records of each kind
        qint32 sent = 0;
        qint32 notes = 0;
        bool exact = false;
        RecordId earliest = kNoRecord; ///< had a say in the rows; when it goes they are found anew
    };
    using Rows = std::shared_ptr<const RowStarts>;

    [[nodiscard]] Block& block(qint64 number) { return m_blocks[static_cast<std::size_t>(number - m_sums.begin())]; }
    [[nodiscard]] qint64 endBlock() const { return m_sums.end(); }
    [[nodiscard]] qint64 blockOf(RecordId record) const;
    [[nodiscard]] bool begins(Position row, Position wanted) const;
    [[nodiscard]] bool showsAnything(const Block& block) const;
    [[nodiscard]] qint64 estimate(const Block& block) const;
    [[nodiscard]] Rows rowsOf(qint64 number);
    [[nodiscard]] Row row(RowRef ref, bool withCells);
    enum class LaidOut : quint8 { Before, Now, NotAtHand };
    LaidOut layOut(qint64 number);
    void invalidate(qint64 number);
    /// The capture drops when it has to: before anything is looked for that may have gone. A RowRef found then is good
    /// until the capture gets something again.
    void followDrops();
    void dropOldest();
    void addRecord(RecordId id);

    const Capture& m_capture;
    ViewSettings m_settings;
    Typesetter m_typesetter;
    std::deque<Block> m_blocks;
    RowSums m_sums;
    std::vector<qint64> m_changing; ///< blocks laid out whose rows depend on records still to come
    QCache<qint64, Rows> m_rows;    ///< cost: rows
    RecordId m_firstRecord = 0;     ///< of the capture at the last sync
    RecordId m_nextRecord = 0;      ///< the first that no block holds yet
    qint64 m_estimated = 0;         ///< blocks not laid out
    qint64 m_undecodable = 0;
    qint64 m_laidOutBytes = 0;
    qint64 m_exactBytes = 0; ///< of blocks laid out, with m_exactRows: what estimates go by
    qint64 m_exactRows = 0;
};

} // namespace netassist
