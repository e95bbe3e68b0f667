// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace netassist {

/// A message that is kept to be sent again and again.
struct QuickCommand {
    QString name;
    Message message;          ///< its text, mode and escapes always count
    bool ownEncoding = false; ///< else the encoding is as in the send settings
    bool ownEnding = false;   ///< likewise
    bool ownChecksum = false; ///< likewise; its own may be none
    int delayMs = 1000;       ///< in a sequence, until the next one
    QString shortcut;         ///< QKeySequence::PortableText of one key with its modifiers; empty: none
    bool ticked = false;      ///< part of the sequence

    static constexpr int kMostDelayMs = 86'400'000;

    /// The message to send, with what is not its own taken from the send settings.
    [[nodiscard]] Message complete(const Message& sendSettings) const;
    /// What it is called where it is told of: its name, or the beginning of its text.
    [[nodiscard]] QString title() const;

    /// As documented for quick-command files: members that are not the command's own are missing.
    [[nodiscard]] QJsonObject toJson() const;
    /// What is missing or wrong in the object keeps its default.
    [[nodiscard]] static QuickCommand fromJson(const QJsonObject& object);

    friend bool operator==(const QuickCommand&, const QuickCommand&) = default;
};

struct QuickCommandPage {
    QString name;
    QList<QuickCommand> commands;

    friend bool operator==(const QuickCommandPage&, const QuickCommandPage&) = default;
};

/// All quick commands, in pages, and how the ticked ones are run. Plain values; copies are cheap.
struct QuickCommands {
    QList<QuickCommandPage> pages; ///< none: the page that everybody begins with, empty
    int page = 0;                  ///< the one in front
    int rounds = 1;                ///< how often the ticked ones are run; 0: until stopped

    static constexpr qsizetype kMostPages = 100;
    static constexpr qsizetype kMostCommands = 20'000; ///< in all pages
    static constexpr int kMostRounds = 1'000'000;

    [[nodiscard]] qsizetype count() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// What is wrong in the object keeps its default or is left out; what is too much is left out.
    [[nodiscard]] static QuickCommands fromJson(const QJsonObject& object);

    friend bool operator==(const QuickCommands&, const QuickCommands&) = default;
};

} // namespace netassist
