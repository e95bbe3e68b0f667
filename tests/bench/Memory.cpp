// SPDX-License-Identifier: MIT
#include "tests/bench/Memory.h"

#include <QFile>

namespace netassist::bench {

namespace {

qint64 statusBytes(qint64 process, QByteArrayView field)
{
    const QString who = process == 0 ? QStringLiteral("self") : QString::number(process);
    QFile file(QStringLiteral("/proc/%1/status").arg(who));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

qint64 residentBytes(qint64 process)
{
    return statusBytes(process, "VmRSS:");
}

qint64 peakResidentBytes()
{
    return statusBytes(0, "VmHWM:");
}

void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace netassist::bench
