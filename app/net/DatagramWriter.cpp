// SPDX-License-Identifier: MIT
#include "app/net/DatagramWriter.h"

#include "app/base/SystemWords.h"

#include <QPointer>
#include <QUdpSocket>

#include <cerrno>
#include <utility>

namespace netassist {

namespace {

/// A refusal of an earlier datagram, learned meanwhile, fails the next one in its place, once; and may be followed by
/// others.
constexpr int kAttempts = 3;

} // namespace

DatagramWriter::DatagramWriter(QUdpSocket& socket, FairTurn& turn, QObject* parent)
    : QObject(parent), m_socket(socket), m_turn(turn), m_room(socket.socketDescriptor(), QSocketNotifier::Write)
{
    m_room.setEnabled(false);
    connect(&m_room, &QSocketNotifier::activated, this, &DatagramWriter::sendWaiting);
}

DatagramWriter::~DatagramWriter()
{
    m_turn.forget(*this);
}

void DatagramWriter::send(Datagram datagram)
{
    m_waiting.push_back(std::move(datagram));
    if (m_waiting.size() == 1)
        sendWaiting();
}

DatagramWriter::Rest DatagramWriter::takeRest()
{
    m_room.setEnabled(false);
    return {std::exchange(m_outcomes, {}), std::exchange(m_waiting, {})};
}

DatagramWriter::Attempt DatagramWriter::attempt(const Datagram& datagram, QString& words)
{
    for (int i = 0; i < kAttempts; ++i) {
        errno = 0;
        if (m_socket.writeDatagram(datagram.bytes, datagram.address, datagram.port) >= 0)
            return Attempt::Sent;
        const int error = errno; // says more than Qt's words, where it is there at all
        if (m_socket.error() == QAbstractSocket::TemporaryError)
            return Attempt::NoRoom;
        words = error != 0 ? englishWords(error) : englishWords(m_socket.errorString());
    }
    return Attempt::Rejected;
}

void DatagramWriter::sendWaiting()
{
    while (!m_waiting.empty()) {
        const Datagram& datagram = m_waiting.front();
        QString words;
        const Attempt attempted = attempt(datagram, words);
        if (attempted == Attempt::NoRoom)
            break;
        m_outcomes.push_back({datagram.connection, datagram.bytes.size(), attempted == Attempt::Sent, words});
        m_waiting.pop_front();
        m_turn.wantLater(*this);
    }
    m_room.setEnabled(!m_waiting.empty());
}

FairTurn::Step DatagramWriter::takeStep(std::span<char> /*buffer*/)
{
    if (m_outcomes.empty())
        return FairTurn::Step::Done;
    const Outcome outcome = std::move(m_outcomes.front());
    m_outcomes.pop_front();
    const QPointer<DatagramWriter> self(this);
    if (outcome.isSent)
        Q_EMIT sent(outcome.connection, outcome.bytes);
    else
        Q_EMIT rejected(outcome.connection, outcome.bytes, outcome.words);
    if (!self)
        return FairTurn::Step::Gone;
    return m_outcomes.empty() ? FairTurn::Step::Done : FairTurn::Step::More;
}

} // namespace netassist
