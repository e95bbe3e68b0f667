// SPDX-License-Identifier: MIT
#include "ui/BoxContent.h"

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

} // namespace netassist
