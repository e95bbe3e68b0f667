// SPDX-License-Identifier: MIT
#include "app/session/SendHistory.h"

#include "app/base/JsonReader.h"

#include <QJsonArray>

namespace netassist {

namespace {

constexpr QLatin1String kEnabled("enabled");
constexpr QLatin1String kEntries("entries");

qsizetype bytesOf(const Message& entry)
{
    return entry.text.size() * qsizetype{sizeof(QChar)};
}

bool isWorthKeeping(const Message& entry)
{
    return !entry.text.isEmpty() && bytesOf(entry) <= SendHistory::kMostEntryBytes;
}

} // namespace

Message SendHistory::entryOf(const Message& message)
{
    Message entry;
    entry.text = message.text;
    entry.mode = message.mode;
    entry.encoding = message.encoding;
    entry.escapes = message.escapes;
    return entry;
}

bool SendHistory::add(const Message& message)
{
    const Message entry = entryOf(message);
    if (!m_enabled || !isWorthKeeping(entry))
        return false;
    if (!m_entries.isEmpty() && m_entries.first() == entry)
        return false;
    if (const qsizetype before = m_entries.indexOf(entry); before >= 0) {
        m_entries.move(before, 0);
        return true;
    }
    m_entries.prepend(entry);
    m_bytes += bytesOf(entry);
    trim();
    return true;
}

void SendHistory::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

QJsonObject SendHistory::toJson() const
{
    QJsonArray entries;
    for (const Message& entry : m_entries)
        entries.append(entry.toJson());
    return {{kEnabled, m_enabled}, {kEntries, entries}};
}

SendHistory SendHistory::fromJson(const QJsonObject& object)
{
    const JsonReader reader(object);
    SendHistory history;
    reader.read(kEnabled, history.m_enabled);
    const QJsonArray entries = reader.value(kEntries).toArray();
    for (const auto& value : entries) {
        const Message entry = entryOf(Message::fromJson(value.toObject()));
        if (!isWorthKeeping(entry) || history.m_entries.contains(entry))
            continue;
        history.m_entries.append(entry);
        history.m_bytes += bytesOf(entry);
        history.trim();
        if (history.m_entries.size() == kMostEntries)
            break;
    }
    return history;
}

void SendHistory::trim()
{
    while (m_entries.size() > kMostEntries || m_bytes > kMostBytes) {
        m_bytes -= bytesOf(m_entries.last());
        m_entries.removeLast();
    }
}

} // namespace netassist
