// SPDX-License-Identifier: MIT
#include "ui/BoxContent.h"

#include "app/payload/DynamicText.h"
#include "app/payload/TextPosition.h"
#include "app/session/FileSource.h"
#include "app/text/Encoding.h"
#include "ui/PayloadEdit.h"

#include <QStringList>

namespace netassist {

namespace {

/// In lines: one of a million digits would take seconds to lay out.
constexpr qsizetype kHexBytesInALine = 16;

QString hexLines(QByteArrayView bytes)
{
    QStringList lines;
    for (qsizetype from = 0; from < bytes.size(); from += kHexBytesInALine)
        lines += toHex(bytes.sliced(from, qMin(kHexBytesInALine, bytes.size() - from)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

BoxContent BoxContent::of(QByteArrayView bytes, const PayloadOptions& options)
{
    if (options.mode == PayloadMode::Text && options.encoding->invalidBytes(bytes) == 0) {
        const Result<QString, PayloadError> text = toText(bytes, *options.encoding, options.escapes);
        if (text && PayloadEdit::firstUnholdable(text.value()) < 0)
            return {PayloadMode::Text, text.value()};
    }
    return {PayloadMode::Hex, hexLines(bytes)};
}

Result<BoxContent, Note> BoxContent::ofFile(const QString& path, const PayloadOptions& options)
{
    const Result<std::unique_ptr<FileSource>, Note> opened = FileSource::open(path);
    if (!opened)
        return opened.error();
    FileSource& file = *opened.value();
    if (file.size() > kMostBytes)
        return Note{NoteKind::FileTooLarge, {path, QString::number(file.size()), QString::number(kMostBytes)}};
    const QByteArray bytes = file.read(0, file.size());
    if (!file.failure().isEmpty())
        return Note{NoteKind::FileUnreadable, {path, file.failure()}};
    return of(bytes, options);
}

Result<QString, PayloadError> BoxContent::converted(const QString& text, PayloadOptions options, PayloadMode mode)
{
    // The box itself, not what goes out behind it.
    options.checksum.reset();
    options.ending = Ending::None;
    const Result<QByteArray, PayloadError> bytes = buildPayload(text, options);
    if (!bytes)
        return bytes.error();
    if (const qsizetype placeholder = firstPlaceholder(text, options); placeholder >= 0) {
        // What is filled in is not the same in both: digits here are bytes there.
        return payloadErrorAt(text, placeholder, 1,
                              tr("what ${…} is filled in with has another meaning there; the box stays as it is"));
    }
    if (mode == PayloadMode::Hex)
        return toHex(bytes.value());
    Result<QString, PayloadError> converted = toText(bytes.value(), *options.encoding, options.escapes);
    if (!converted)
        return converted;
    if (const qsizetype unholdable = PayloadEdit::firstUnholdable(converted.value()); unholdable >= 0) {
        return payloadErrorAt(converted.value(), unholdable, 1,
                              tr("a text box cannot hold the character U+%1 as it is")
                                  .arg(converted.value().at(unholdable).unicode(), 4, 16, QLatin1Char('0')));
    }
    return converted;
}

} // namespace netassist
