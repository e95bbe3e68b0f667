// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Endpoint.h"
#include "app/net/FairTurn.h"
#include "app/net/PeerEndWatch.h"
#include "app/net/Transport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>
#include <QPointer>

#include <utility>

class QTcpSocket;

namespace netassist {

/// One connected TCP socket: reads it in turns, writes to it, and tells how it ended. It may be left, closed or
/// destroyed from inside its own signals.
class TcpConnection final : public QObject, private FairTurn::Taker {
    Q_OBJECT

public:
    /// Read by QTcpSocket; what comes faster is read without it where that can be.
    static constexpr qint64 kReadBufferBytes = FairTurn::kChunkBytes;
    /// How long a connection that was left still delivers what waits in its socket.
    static constexpr int kFarewellMs = 2000;

    /// @param socket connected; owned from now on. @param turn and room outlive the connection
    TcpConnection(ConnectionId id, QTcpSocket* socket, FairTurn& turn, const Transport::Room& room, QObject* parent);
    ~TcpConnection() override;

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] Endpoint peer() const { return m_peer; }
    /// Bytes handed over that the system has not taken. What it took at once may not have been told by written() yet.
    [[nodiscard]] qint64 unwritten() const { return m_unwritten - m_untold; }
    /// Tries the system at once, which spares thousands of connections a round of notifiers; QTcpSocket gets the rest.
    void write(const QByteArray& bytes);
    void setSendPending(bool pending);
    /// While it does not, its socket fills up, and the peer has to wait; so does an end behind what came before it.
    void setReceiving(bool receives);

    /// Runs work that may destroy this connection, in a slot of its socket: Qt goes on using a socket after its
    /// signals, so it must outlive them.
    template <class Work>
    void runInSocketSignal(Work work)
    {
        const QPointer<TcpConnection> self(this);
        const bool outer = std::exchange(m_inSocketSignal, true);
        work();
        if (self)
            m_inSocketSignal = outer;
    }

    /// Tells nothing more but written() and discarded(), closes in good order in the background, and deletes itself when
    /// that is done.
    void leave();
    /// Of one that was left: what it still waits for has had kFarewellMs; it deletes itself soon.
    void endFarewell();

Q_SIGNALS:
    void received(netassist::ConnectionId connection, QByteArrayView bytes);
    void written(netassist::ConnectionId connection, qint64 bytes);
    /// All that came in has been told, and nothing more can go out. Comes once.
    void ended(netassist::ConnectionId connection, bool wasReset);
    /// Left, and what was handed over has not all been taken in time. Not after an end by reset, which tells it all.
    void discarded(const netassist::Endpoint& peer, qint64 bytes);

private:
    enum class State : quint8 {
        Open,
        PeerFinished, ///< the peer sends no more; what waits for it is still written
        Closed,       ///< by Qt
        Reset,
        Left,
    };

    FairTurn::Step takeStep(std::span<char> buffer) override;
    [[nodiscard]] qsizetype writeAtOnce(const QByteArray& bytes);
    /// @return whether it was much: there may be more
    [[nodiscard]] bool receive(std::span<char> place);
    [[nodiscard]] qsizetype readAtOnce(std::span<char> place);
    /// Where there is room for a whole step. A little less would cut messages that need not be.
    [[nodiscard]] std::span<char> placeFor(std::span<char> buffer) const;
    void onPeerEnd(PeerEndWatch::End end);
    void onError();
    void onWritten(qint64 bytes);
    void endIfDone();
    void continueFarewell();
    FairTurn::Step goNow();

    ConnectionId m_id;
    QTcpSocket* m_socket;
    FairTurn& m_turn;
    const Transport::Room& m_room;
    PeerEndWatch* m_watch;
    Endpoint m_peer;
    State m_state = State::Open;
    qint64 m_untold = 0;    ///< bytes the system took at once, for written()
    qint64 m_unwritten = 0; ///< these included
    bool m_receives = true;
    bool m_isFast = false;       ///< the last read was the socket's full buffer, or as good as that past it
    bool m_peerFinished = false; ///< or worse: nothing more will come
    bool m_sendPending = false;
    bool m_toldEnd = false;
    bool m_saidFarewell = false;
    bool m_farewellOver = false;
    bool m_inSocketSignal = false;
};

} // namespace netassist
