// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Note.h"
#include "app/session/FileSource.h"
#include "app/session/PieceSource.h"
#include "app/session/RateMeter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace netassist {

class Sender;

/// How a file is cut up and how fast it goes.
struct FilePacing {
    /// What goes in one datagram where nothing else is said: fits into one frame of Ethernet.
    static constexpr qint64 kDatagramBytes = 1400;
    static constexpr qint64 kMostBlockBytes = qint64{1} << 20;
    static constexpr int kMostIntervalMs = 60'000;

    qint64 blockBytes = 0; ///< each written, and recorded, by itself; 0: pieces of any size
    int intervalMs = 0;    ///< from one block to the next, for each peer; 0: none

    friend bool operator==(const FilePacing&, const FilePacing&) = default;
};

/// How far a file is.
struct FileProgress {
    qint64 bytes = 0; ///< taken by the system, summed over all who get it
    qint64 total = 0; ///< of all of them
    qsizetype recipients = 0;
    double bytesPerSecond = 0;
    qint64 secondsLeft = -1; ///< < 0: not known
};

/// Sends a file, one at a time: reads a piece when a peer has room for it, so that a gigabyte takes no more memory than
/// a kilobyte and each peer has its own pace. A disk is not waited for. What is sent meanwhile waits behind the file. The
/// log gets every byte once, however many get the file, and a note at the beginning and the end; of datagrams this says
/// how many were refused.
class FileSender final : public QObject, private PieceSource {
    Q_OBJECT

public:
    /// Read at once for one peer.
    static constexpr qint64 kPieceBytes = qint64{512} << 10;
    /// May wait in its socket where pieces can be read into their place in the log: what waits there was copied for it,
    /// so only the rest of one piece does.
    static constexpr qint64 kInPlaceWaitingBytes = 1;
    /// May wait in all sockets together, as long as that leaves kLeastBytes for each.
    static constexpr qint64 kAllWaitingBytes = qint64{64} << 20;
    static constexpr qint64 kLeastBytes = qint64{16} << 10;
    static constexpr int kWatchMs = 250;
    /// The speed told is that of so long.
    static constexpr qint64 kRateMs = 3000;
    /// So long after the last datagram one that comes back is waited for.
    static constexpr int kReturnMs = 100;
    /// So many that go meanwhile are told by name.
    static constexpr qsizetype kToldByName = 10;

    /// @param sender is destroyed together with this
    explicit FileSender(Sender& sender, QObject* parent = nullptr);
    ~FileSender() override;

    /// To one connection, or with 0 to all there are now. What keeps it from being sent is noted.
    void send(const QString& path, ConnectionId to, const FilePacing& pacing);
    /// What has been handed to the sockets still goes.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_source != nullptr; }
    /// Of the one that runs.
    [[nodiscard]] FileProgress progress() const;

Q_SIGNALS:
    void started();
    /// Some times a second.
    void progressed();
    /// All that could be sent has been taken by the system, or it was cancelled, or failed.
    void finished();
    void noted(const netassist::Note& note);

private:
    /// What one peer has had of the file.
    struct Share {
        QString label;
        qint64 ahead = 0; ///< bytes that waited for the peer before the file
        qint64 given = 0;
        qint64 taken = 0;
        bool mayGo = true; ///< paced: its next block is due
    };

    [[nodiscard]] qint64 highWater() const override { return m_highWater; }
    [[nodiscard]] Piece next(ConnectionId connection, std::span<char> room) override;
    void onTaken(ConnectionId connection, qint64 bytes) override;
    void onRejected(ConnectionId connection, qint64 bytes) override;
    void onReturned(ConnectionId connection) override;
    void onPeerGone(ConnectionId connection) override;

    /// @return how many of these bytes are the file's
    qint64 count(ConnectionId connection, qint64 bytes);
    [[nodiscard]] bool mayReadInPlace() const
    {
        return m_recipients == 1 && m_pacing.blockBytes == 0 && !m_isDatagrams;
    }
    [[nodiscard]] qint64 mostWaiting() const;
    [[nodiscard]] qint64 pieceBytes() const;
    // None: they have to be waited for. Fewer than asked for: see FileSource.
    /// To be shared by those who keep step.
    [[nodiscard]] std::optional<QByteArray> read(qint64 from, qint64 length);
    [[nodiscard]] std::optional<QByteArray> readInto(std::span<char> room, qint64 from);
    /// The disk may have what these wait for.
    void goOn();
    void tick();
    void watch();
    void settle();
    void finish(const QList<Note>& notes);
    [[nodiscard]] bool tell(const QList<Note>& notes);
    [[nodiscard]] QList<Note> changes();
    [[nodiscard]] QList<Note> lostPeers();
    [[nodiscard]] Note sentNote() const;

    Sender& m_sender;
    std::unique_ptr<FileSource> m_source; ///< null: none runs
    FilePacing m_pacing;
    std::unordered_map<ConnectionId, Share> m_shares; ///< of those who have not got all of it
    std::vector<Share> m_lost;                        ///< went, and this has not been told yet
    qsizetype m_recipients = 0;                       ///< at the beginning
    qsizetype m_served = 0;                           ///< have got all of it
    QString m_label;                                  ///< of the only recipient; empty: to all
    ConnectionId m_only = 0;                          ///< the only recipient; 0: to all
    bool m_isDatagrams = false;
    qint64 m_datagrams = 0; ///< given
    qint64 m_refused = 0; ///< to the peer meanwhile, by the system or the other end, as far as is known; <= m_datagrams
    qint64 m_highWater = 0;
    qint64 m_given = 0; ///< summed over all peers, like m_taken and m_total
    qint64 m_taken = 0;
    qint64 m_total = 0;
    qint64 m_recorded = 0; ///< of the file
    qint64 m_pieceFrom = 0;
    QByteArray m_piece;                  ///< read last: those who keep step share it
    std::vector<ConnectionId> m_waiting; ///< for the disk
    std::optional<Note> m_trouble;
    bool m_toldModified = false;
    bool m_toldGone = false;
    QTimer m_disk;   ///< some wait for it
    QTimer m_tick;   ///< paced: the next blocks
    QTimer m_watch;  ///< progress, and the file's changes
    QTimer m_settle; ///< something has ended; told from the event loop
    QElapsedTimer m_clock;
    RateMeter m_rate{kRateMs};
};

} // namespace netassist
