// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/session/Session.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace netassist {

/// What the command line asks for. Empty and unset: not given, so what is remembered counts.
struct CommandLine {
    std::optional<SessionEndpoint> open; ///< to be opened at the start
    QString encoding;                    ///< canonical name, one that is available
    bool hex = false;
    QString language;     ///< `zh_CN` or `en`
    QString settingsFile; ///< instead of the user's own settings file
    bool showVersion = false;
    bool showHelp = false;
    QString helpText; ///< what --help prints

    /// Needs no application object, so that --help and --version work without a screen.
    /// @param arguments with the program's name in front; Qt's own options are wrong here unless QApplication has
    ///        taken them out before
    /// @return or what is wrong, in one English line without a full stop
    [[nodiscard]] static Result<CommandLine, QString> parse(const QStringList& arguments);
};

} // namespace netassist
