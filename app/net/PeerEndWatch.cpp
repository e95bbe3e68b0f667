// SPDX-License-Identifier: MIT
#include "app/net/PeerEndWatch.h"

#include <QEvent>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#endif

namespace netassist {

PeerEndWatch::PeerEndWatch(QTcpSocket& socket, FairTurn& turn, QObject* parent)
    : QObject(parent), m_socket(socket), m_turn(turn)
{
    watch(QSocketNotifier::Read, m_read);
    watchWriting();
}

void PeerEndWatch::watchWriting()
{
    if (!m_write)
        watch(QSocketNotifier::Write, m_write);
}

void PeerEndWatch::stop()
{
    setReceiving(true);
    for (QSocketNotifier* notifier : {m_read.data(), m_write.data()}) {
        if (notifier != nullptr)
            notifier->removeEventFilter(this);
    }
}

void PeerEndWatch::setReceiving(bool receives)
{
    m_receives = receives;
    if (receives && m_read && m_end == End::None) // once met, the end stays kept from the socket, which still may write
        m_read->setEnabled(true);
}

void PeerEndWatch::meetBreak()
{
    setEnd(End::Reset);
}

void PeerEndWatch::watch(QSocketNotifier::Type type, QPointer<QSocketNotifier>& notifier)
{
#ifdef Q_OS_UNIX
    const QList<QSocketNotifier*> notifiers = m_socket.findChildren<QSocketNotifier*>();
    for (QSocketNotifier* candidate : notifiers) {
        if (candidate->type() != type || candidate->socket() != m_socket.socketDescriptor())
            continue;
        notifier = candidate;
        candidate->installEventFilter(this);
        return;
    }
#else
    Q_UNUSED(type)
    Q_UNUSED(notifier)
#endif
}

bool PeerEndWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::SockAct) {
        if (!m_turn.admits(watched == m_write ? m_writeAdmission : m_readAdmission))
            return true;
        if (watched == m_read)
            return keepsRead(*m_read);
        if (watched == m_write)
            return keepsWrite(*m_write);
    }
    return QObject::eventFilter(watched, event);
}

bool PeerEndWatch::keepsRead(QSocketNotifier& notifier)
{
#ifdef Q_OS_UNIX
    char byte = 0;
    const ssize_t count = ::recv(static_cast<int>(notifier.socket()), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count > 0) {
        if (!m_receives)
            notifier.setEnabled(false);
        return !m_receives;
    }
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return true; // it was read meanwhile

    notifier.setEnabled(false); // Qt enables it again with every read; the end is then met again
    setEnd(count == 0 && !m_isBroken ? End::Finished : End::Reset);
    return true;
#else
    Q_UNUSED(notifier)
    return false;
#endif
}

// A write to a broken connection makes Qt drop the descriptor with everything that came in before the break. So
// writing is held back, and reading goes on until it meets the break itself.
bool PeerEndWatch::keepsWrite(QSocketNotifier& notifier)
{
#ifdef Q_OS_UNIX
    pollfd state{static_cast<int>(notifier.socket()), 0, 0};
    if (::poll(&state, 1, 0) <= 0 || (state.revents & (POLLERR | POLLHUP)) == 0)
        return false;
    notifier.setEnabled(false);
    m_isBroken = true;
    if (m_end != End::None)
        setEnd(End::Reset); // there was nothing more to read
    return true;
#else
    Q_UNUSED(notifier)
    return false;
#endif
}

void PeerEndWatch::setEnd(End end)
{
    if (end <= m_end)
        return;
    m_end = end;
    Q_EMIT ended(end);
}

} // namespace netassist
