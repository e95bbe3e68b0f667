// SPDX-License-Identifier: MIT
#include "app/session/Addressee.h"

#include "app/net/HostText.h"

#include <QPointer>

#include <utility>

namespace netassist {

Addressee::Addressee(QObject* parent) : QObject(parent)
{
    connect(&m_lookup, &HostLookup::finished, this, &Addressee::onLookedUp);
}

Result<Endpoint, Note> Addressee::parse(const QString& text)
{
    QString plain = text;
    plain.replace(QChar(0xFF1A), u':'); // as Chinese keyboards write it
    plain.removeIf([](QChar c) { return c.isSpace(); });
    const Result<Endpoint, QString> endpoint = Endpoint::parse(plain);
    const bool isUsable = endpoint && endpoint.value().port != 0 &&
                          (!literalAddress(endpoint.value().host).isNull() || mayBeName(endpoint.value().host));
    if (!isUsable)
        return Note{NoteKind::RemoteInvalid, {text}};
    return endpoint.value();
}

void Addressee::send(const QByteArray& payload)
{
    take(payload);
}

void Addressee::find()
{
    take(std::nullopt);
}

void Addressee::take(const std::optional<QByteArray>& payload)
{
    const Result<Endpoint, Note> to = parse(m_text);
    if (!to) {
        Q_EMIT refused(to.error());
        return;
    }
    if (const QHostAddress address = literalAddress(to.value().host); m_waiting.empty() && !address.isNull()) {
        tell({payload, to.value()}, {address});
        return;
    }
    const qint64 bytes = payload ? payload->size() : 0;
    if (m_waitingBytes + bytes > kMostWaiting || static_cast<qsizetype>(m_waiting.size()) >= kMostPayloads) {
        Q_EMIT refused({NoteKind::SendQueueFull,
                        {to.value().toString(), QString::number(m_waitingBytes), QString::number(kMostWaiting)}});
        return;
    }
    m_waitingBytes += bytes;
    m_waiting.push_back({payload, to.value()});
    if (m_waiting.size() == 1)
        lookUp();
}

void Addressee::tell(const Waiting& item, const QList<QHostAddress>& addresses)
{
    if (addresses.isEmpty())
        Q_EMIT refused({NoteKind::HostNotFound, {item.to.toString()}});
    else if (item.payload)
        Q_EMIT addressed(*item.payload, item.to, addresses);
    else
        Q_EMIT found(item.to, addresses);
}

void Addressee::clear()
{
    m_lookup.cancel();
    m_waiting.clear();
    m_waitingBytes = 0;
}

/// Also of what is no name: it is found at once then, and stays in its place in the queue.
void Addressee::lookUp()
{
    m_lookup.start(m_waiting.front().to.host);
}

void Addressee::onLookedUp(const QList<QHostAddress>& addresses)
{
    const QString host = m_waiting.front().to.host;
    const QPointer<Addressee> self(this);
    while (self && !m_lookup.isRunning() && !m_waiting.empty() && m_waiting.front().to.host == host) {
        const Waiting first = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_waitingBytes -= first.payload ? first.payload->size() : 0;
        tell(first, addresses);
    }
    if (self && !m_lookup.isRunning() && !m_waiting.empty())
        lookUp();
}

} // namespace netassist
