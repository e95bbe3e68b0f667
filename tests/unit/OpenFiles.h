// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>
#include <QSet>
#include <QStringList>

#include <unistd.h>

namespace netassist::test {

/// What a descriptor of this process stands for; the name of a file that has none any more ends with " (deleted)".
inline QString fileBehind(const QString& descriptor)
{
    char target[4096] = {};
    const QByteArray link = "/proc/self/fd/" + QFile::encodeName(descriptor);
    return readlink(link.constData(), target, sizeof(target) - 1) > 0 ? QFile::decodeName(target) : QString();
}

/// Descriptors of this process whose file is or was in the folder, also where it has no name.
inline QStringList openFilesIn(const QString& folder)
{
    QStringList found;
    const QDir fds(QStringLiteral("/proc/self/fd"));
    for (const QString& name : fds.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        if (fileBehind(name).startsWith(folder))
            found += name;
    }
    return found;
}

/// Files that this process has open in the folder and that have no name any more, however many descriptors each has.
inline QSet<QString> namelessFilesIn(const QString& folder)
{
    QSet<QString> files;
    for (const QString& descriptor : openFilesIn(folder)) {
        if (const QString file = fileBehind(descriptor); file.endsWith(QStringLiteral(" (deleted)")))
            files.insert(file);
    }
    return files;
}

} // namespace netassist::test
