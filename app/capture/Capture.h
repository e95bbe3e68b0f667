// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/BlockQueue.h"
#include "app/capture/Note.h"
#include "app/capture/Record.h"
#include "app/capture/SegmentStore.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <unordered_map>

namespace netassist {

/// Everything that was received, sent and noted in one session, in the order it happened: append-only bytes and an
/// index of records. The session is its only writer; any number of readers look at it. GUI thread only.
class Capture : public QObject {
    Q_OBJECT

public:
    /// How the records of a peer belong together.
    enum class Framing : quint8 {
        Stream,    ///< pieces of one stream each way, cut anywhere
        Datagrams, ///< each is a whole by itself
    };

    explicit Capture(const StoreLimits& limits = {}, QObject* parent = nullptr);
    ~Capture() override;

    /// @param label how the peer is named in the log: `127.0.0.1:8080`, `[::1]:8080`, `all 3 clients`,
    /// `1 of 2 clients`
    PeerId addPeer(const QString& label, Framing framing = Framing::Stream);
    /// No more records of this peer will come: it is forgotten as soon as none of its records is kept. Rows change with
    /// the next record, which as a rule is the note that tells of the end.
    void endPeer(PeerId peer);
    [[nodiscard]] bool hasEnded(PeerId peer) const;
    [[nodiscard]] QString peerLabel(PeerId peer) const;
    [[nodiscard]] qsizetype peerCount() const { return static_cast<qsizetype>(m_peers.size()); }

    /// Stores bytes as they came. @param timeUs wall clock in microseconds since the epoch; < 0: now
    RecordId append(RecordKind kind, PeerId peer, QByteArrayView bytes, qint64 timeUs = -1,
                    SendOrigin origin = SendOrigin::Person);
    /// Memory where the next record's bytes may be put before they are appended, which saves a copy, if nothing else is
    /// appended meanwhile; nothing where that is not to be had.
    [[nodiscard]] std::span<char> room() { return m_store.room(); }
    RecordId appendNote(const Note& note, qint64 timeUs = -1);
    void clear();

    /// Records are numbered begin() … end()-1; begin() grows when the oldest are dropped and when all are cleared.
    [[nodiscard]] RecordId begin() const { return m_firstRecord; }
    [[nodiscard]] RecordId end() const { return m_firstRecord + static_cast<RecordId>(m_records.size()); }
    [[nodiscard]] bool isEmpty() const { return m_records.empty(); }
    /// @param id in begin() … end()-1
    [[nodiscard]] Record record(RecordId id) const;
    /// The latest record of the given peer and direction, or kNoRecord; that too for a peer of datagrams.
    [[nodiscard]] RecordId lastInStream(PeerId peer, RecordKind kind) const;

    /// Bytes from … from+length-1 of a record, counted from its first.
    [[nodiscard]] QByteArray bytes(RecordId id, qint64 from, qint64 length) const;
    [[nodiscard]] QByteArray bytes(RecordId id) const;
    [[nodiscard]] Note note(RecordId id) const;
    /// Whether bytes of the records first … end-1 can be had without waiting for the disk: kAheadBytes from the first of
    /// them on, and a little before. If not, they are on their way into memory: ask again in kFetchMs. For those who have
    /// something else to do, or nobody who waits for them.
    /// @param from in the first record
    [[nodiscard]] bool isAtHand(RecordId first, RecordId end, qint64 from = 0) const;
    static constexpr int kFetchMs = 5;
    static constexpr qint64 kAheadBytes = qint64{128} << 10;

    /// Of records of data, by direction; notes are not data.
    struct DataBytes {
        qint64 received = 0;
        qint64 sent = 0;

        [[nodiscard]] qint64 total() const { return received + sent; }
    };
    /// Of all records that there have been.
    [[nodiscard]] const DataBytes& appendedBytes() const { return m_appended; }
    /// Of those before begin().
    [[nodiscard]] const DataBytes& droppedBytes() const { return m_dropped; }

    [[nodiscard]] qint64 storedBytes() const { return m_store.size(); }
    void setLimits(const StoreLimits& limits);

    /// The disk does not keep up: whoever can wait should not append more for now, else append() itself may have to wait
    /// for the disk. caughtUp() follows.
    [[nodiscard]] bool isBehind() const { return m_catchUp.isActive(); }
    /// Told once it has been for so long.
    static constexpr int kTellBehindMs = 3000;

Q_SIGNALS:
    void appended();
    void fellBehind();
    void caughtUp();
    /// All there is is about to go: the last moment to look at it.
    void aboutToClear();
    void cleared();
    /// The oldest records are gone; begin() is the first kept now.
    void trimmed();
    /// The capture has put a note of its own into itself: about its store.
    void noted(const netassist::Note& note);

private:
    /// A Record in 40 bytes: ten million of them fit 400 MiB.
    struct Entry {
        qint64 offset = 0;
        qint64 timeUs = 0;
        qint64 streamOffset = 0;
        quint32 length = 0;
        quint32 stepsToPrevious = 0; ///< records back to the one before in the stream; 0: none
        PeerId peer = kNoPeer;
        RecordKind kind = RecordKind::Note;
        SendOrigin origin = SendOrigin::Person;
    };
    struct Stream {
        RecordId last = kNoRecord;
        qint64 bytes = 0;
    };
    struct Peer {
        QString label;
        Framing framing = Framing::Stream;
        Stream received;
        Stream sent;
        bool hasEnded = false;
    };

    RecordId store(RecordKind kind, PeerId peer, QByteArrayView bytes, qint64 timeUs,
                   SendOrigin origin = SendOrigin::Person);
    static void count(DataBytes& bytes, const Entry& entry);
    [[nodiscard]] Stream& stream(PeerId peer, RecordKind kind);
    void trim();
    void watchDisk();
    void catchUp();
    [[nodiscard]] bool isForgettable(const Peer& peer) const;
    void forgetPeers();
    void tellOfStore();
    void tell(const Note& note);

    SegmentStore m_store;
    BlockQueue<Entry> m_records;
    std::unordered_map<PeerId, Peer> m_peers;
    PeerId m_nextPeer = 0;
    bool m_hasEndedPeers = false; ///< in m_peers
    RecordId m_firstRecord = 0;
    DataBytes m_appended;
    DataBytes m_dropped;
    qint64 m_startOffset = 0; ///< of the first byte since the capture was made or cleared
    qint64 m_toldDropped = 0;
    qint64 m_droppedRecords = 0; ///< because there were too many, since the capture was made or cleared
    qint64 m_toldDroppedRecords = 0;
    bool m_toldFailure = false;
    QTimer m_catchUp; ///< while behind
    QElapsedTimer m_behindFor;
    bool m_toldBehind = false;
};

} // namespace netassist
