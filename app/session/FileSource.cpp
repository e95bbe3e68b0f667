// SPDX-License-Identifier: MIT
#include "app/session/FileSource.h"

#include "app/base/SystemWords.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace netassist {

Result<std::unique_ptr<FileSource>, Note> FileSource::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return Note{NoteKind::FileUnreadable, {path, QStringLiteral("it is not a file")}};
    std::unique_ptr<FileSource> source(new FileSource(path));
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Note{NoteKind::FileUnreadable, {path, englishWords(source->m_file.errorString())}};
    source->m_size = source->m_file.size();
    source->m_modified = QFileInfo(path).lastModified();
    if (source->m_size == 0)
        return Note{NoteKind::FileEmpty, {path}};
    return source;
}

QByteArray FileSource::read(qint64 from, qint64 length)
{
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    bytes.truncate(static_cast<qsizetype>(readInto({bytes.data(), static_cast<std::size_t>(length)}, from)));
    return bytes;
}

qint64 FileSource::readInto(std::span<char> memory, qint64 from)
{
    m_failure.clear();
    const qint64 count = m_file.seek(from) ? m_file.read(memory.data(), static_cast<qint64>(memory.size())) : -1;
    if (count < 0)
        m_failure = englishWords(m_file.errorString());
    return qMax<qint64>(count, 0);
}

FileSource::Change FileSource::change() const
{
    const QFileInfo now(m_file.fileName());
    if (m_file.size() < m_size)
        return Change::Shrunk;
    if (!now.exists())
        return Change::Gone;
    return now.size() != m_size || now.lastModified() != m_modified ? Change::Modified : Change::None;
}

QString pathFromTyped(const QString& typed)
{
    QString path = typed.trimmed();
    const bool quoted = path.size() > 1 && path.front() == path.back() &&
                        (path.front() == QLatin1Char('"') || path.front() == QLatin1Char('\''));
    if (quoted)
        path = path.sliced(1, path.size() - 2);
    if (path.startsWith(QLatin1String("file://"), Qt::CaseInsensitive)) {
        const QString local = QUrl(path).toLocalFile();
        return local.isEmpty() ? path : local;
    }
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return QDir::fromNativeSeparators(path);
}

} // namespace netassist
