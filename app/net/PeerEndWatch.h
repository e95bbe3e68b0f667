// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/FairTurn.h"

#include <QObject>
#include <QPointer>
#include <QSocketNotifier>

class QTcpSocket;

namespace netassist {

/// Learns how the peer ends a connection, which QTcpSocket cannot tell: at the end of the stream it closes the
/// descriptor, even for a peer that has only finished sending and still reads, and it reports a reset like an
/// ordinary end. So before the socket hears from its notifiers, the descriptor is asked here, and an end is kept from
/// it. On other systems than Unix, or should the notifiers not be found, it does nothing and QTcpSocket does as ever.
class PeerEndWatch final : public QObject {
    Q_OBJECT

public:
    enum class End : quint8 {
        None,
        Finished, ///< the peer sends no more; it may still read
        Reset,    ///< the connection is broken
    };

    /// @param socket connected. It and the turn, whose budget all that is heard of sockets shares, outlive the watch
    PeerEndWatch(QTcpSocket& socket, FairTurn& turn, QObject* parent);

    /// Qt makes the notifier for writing with the first write: call after it.
    void watchWriting();
    /// From now on everything goes to the socket again.
    void stop();
    /// While it does not, the socket hears of nothing that comes, of which it would read a byte at least. An end is told
    /// where nothing came before it.
    void setReceiving(bool receives);
    /// Somebody else, who reads the descriptor, has met a break. The system tells of it only once.
    void meetBreak();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// All that the peer sent has been read, or is in the socket's buffer. Finished may be followed by Reset.
    void ended(netassist::PeerEndWatch::End end);

private:
    void watch(QSocketNotifier::Type type, QPointer<QSocketNotifier>& notifier);
    [[nodiscard]] bool keepsRead(QSocketNotifier& notifier);
    [[nodiscard]] bool keepsWrite(QSocketNotifier& notifier);
    void setEnd(End end);

    QTcpSocket& m_socket;
    FairTurn& m_turn;
    QPointer<QSocketNotifier> m_read;
    QPointer<QSocketNotifier> m_write;
    FairTurn::Admission m_readAdmission;
    FairTurn::Admission m_writeAdmission;
    End m_end = End::None;
    bool m_receives = true;
    bool m_isBroken = false; ///< writing has met it; reading may meet nothing but an end
};

} // namespace netassist
