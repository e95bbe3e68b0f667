// SPDX-License-Identifier: MIT
#include "app/layout/RecordHeader.h"

#include "app/text/Glyphs.h"

#include <QDateTime>

#include <algorithm>

namespace netassist {

namespace {

/// A note may quote what somebody typed or a system said: it is data like what is received.
QString withVisibleForms(const QString& text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; })) {
        return text;
    }
    QString shown;
    for (const char32_t codePoint : text.toUcs4()) {
        const QString form = visibleForm(codePoint);
        shown += form.isEmpty() ? QString::fromUcs4(&codePoint, 1) : form;
    }
    return shown;
}

} // namespace

QString timeStamp(qint64 timeUs)
{
    // Asking for the local time is dear, and whole bursts fall into one second.
    static thread_local qint64 lastSecond = -1;
    static thread_local QString lastText;
    const qint64 ms = timeUs / 1000;
    const qint64 second = ms / 1000;
    if (second != lastSecond) {
        lastText = QDateTime::fromSecsSinceEpoch(second).toString(QStringLiteral("[yyyy-MM-dd HH:mm:ss."));
        lastSecond = second;
    }
    return lastText + QString::number(ms % 1000).rightJustified(3, QLatin1Char('0')) + QLatin1Char(']');
}

QString recordHeader(const Capture& capture, RecordId id, const ViewSettings& settings)
{
    const Record record = capture.record(id);
    const QString stamp = timeStamp(record.timeUs) + QStringLiteral("# ");
    if (record.kind == RecordKind::Note) {
        return stamp + withVisibleForms(capture.note(id).line());
    }
    const bool received = record.kind == RecordKind::Received;
    return stamp + (received ? QStringLiteral("RECV ") : QStringLiteral("SEND ")) +
           (settings.hex ? QStringLiteral("HEX") : settings.encoding->name()) + QLatin1Char('/') +
           QString::number(record.length) + (received ? QStringLiteral(" from ") : QStringLiteral(" to ")) +
           capture.peerLabel(record.peer) +
           (record.origin == SendOrigin::Automatic ? QStringLiteral(" (automatic)") : QString()) +
           (received ? QStringLiteral(" <<<") : QStringLiteral(" >>>"));
}

QString recordSentence(const Capture& capture, RecordId id)
{
    const Note note = capture.note(id);
    if (!note.isError()) {
        return {};
    }
    const QString sentence = note.sentence();
    return sentence == note.line() ? QString() : withVisibleForms(sentence);
}

} // namespace netassist
