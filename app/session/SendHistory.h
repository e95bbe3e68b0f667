// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"

#include <QJsonObject>
#include <QList>

namespace netassist {

/// The last distinct sends. Bounded in number and in memory; an entry says what was written, in which mode and
/// encoding and whether with escapes, not what was appended to it. Plain values; copies are cheap.
class SendHistory {
public:
    static constexpr qsizetype kMostEntries = 500;
    /// Of all texts in UTF-16; past it the oldest go.
    static constexpr qsizetype kMostBytes = qsizetype{1} << 20;
    /// A longer text is not kept: it would push out hundreds of others.
    static constexpr qsizetype kMostEntryBytes = qsizetype{64} << 10;

    /// What is kept of a message.
    [[nodiscard]] static Message entryOf(const Message& message);

    /// Newest first.
    [[nodiscard]] const QList<Message>& entries() const { return m_entries; }
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    /// Off: nothing is added; what is there stays.
    void setEnabled(bool on) { m_enabled = on; }

    /// As the newest one; an equal one further back moves. @return false if that changes nothing
    bool add(const Message& message);
    void clear();

    [[nodiscard]] QJsonObject toJson() const;
    /// What is wrong or too much in the object is left out.
    [[nodiscard]] static SendHistory fromJson(const QJsonObject& object);

    friend bool operator==(const SendHistory&, const SendHistory&) = default;

private:
    void trim();

    bool m_enabled = true;
    QList<Message> m_entries;
    qsizetype m_bytes = 0;
};

} // namespace netassist
