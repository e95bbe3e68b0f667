// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

#include <unistd.h>

namespace netassist::test {

/// Descriptors of this process whose file is or was in the folder, also where it has no name.
inline QStringList openFilesIn(const QString& folder)
{
    QStringList found;
    const QDir fds(QStringLiteral("/proc/self/fd"));
    for (const QString& name : fds.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        char target[4096] = {};
        const ssize_t length = readlink(QFile::encodeName(fds.filePath(name)).constData(), target, sizeof(target) - 1);
        if (length > 0 && QFile::decodeName(target).startsWith(folder)) {
            found += name;
        }
    }
    return found;
}

} // namespace netassist::test
