// SPDX-License-Identifier: MIT
#include "app/layout/RecordHeader.h"

#include <QDateTime>

namespace netassist {

QString timeStamp(qint64 timeUs)
{
    return QDateTime::fromMSecsSinceEpoch(timeUs / 1000).toString(QStringLiteral("[yyyy-MM-dd HH:mm:ss.zzz]"));
}

QString recordHeader(const Capture& capture, RecordId id, const ViewSettings& settings)
{
    const Record record = capture.record(id);
    const QString stamp = timeStamp(record.timeUs) + QStringLiteral("# ");
    if (record.kind == RecordKind::Note) {
        return stamp + capture.note(id).line();
    }
    const bool received = record.kind == RecordKind::Received;
    return stamp + (received ? QStringLiteral("RECV ") : QStringLiteral("SEND "))
        + (settings.hex ? QStringLiteral("HEX") : settings.encoding->name()) + QLatin1Char('/')
        + QString::number(record.length) + (received ? QStringLiteral(" from ") : QStringLiteral(" to "))
        + capture.peerLabel(record.peer) + (received ? QStringLiteral(" <<<") : QStringLiteral(" >>>"));
}

QString recordSentence(const Capture& capture, RecordId id)
{
    const Note note = capture.note(id);
    if (!note.isError()) {
        return {};
    }
    const QString sentence = note.sentence();
    return sentence == note.line() ? QString() : sentence;
}

} // namespace netassist
