// SPDX-License-Identifier: MIT
#include "app/session/FileSource.h"

#include "app/base/FileBytes.h"
#include "app/base/SystemWords.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <utility>

namespace netassist {

struct FileSource::Fetched {
    Fetched(std::shared_ptr<QFile> source, qint64 begin, qint64 size)
        : file(std::move(source)), from(begin), length(size)
    {}

    const std::shared_ptr<QFile> file;
    const qint64 from;
    const qint64 length;

    // The thread's until it is done.
    QByteArray bytes = {}; ///< fewer where there are no more, or they cannot be read
    QString words = {};    ///< why they cannot, in English
    std::atomic<bool> isDone = false;

    void read()
    {
        bytes.resize(length);
#ifdef Q_OS_UNIX
        const FileBytes read = readBytes(file->handle(), {bytes.data(), static_cast<std::size_t>(length)}, from);
        if (read.error != 0)
            words = englishWords(read.error);
        bytes.truncate(read.count);
#else
        const qint64 count = file->seek(from) ? file->read(bytes.data(), length) : -1;
        if (count < 0)
            words = englishWords(file->errorString());
        bytes.truncate(std::max<qint64>(count, 0));
#endif
    }
};

FileSource::FileSource(const QString& path) : m_file(std::make_shared<QFile>(path)) {}

Result<std::unique_ptr<FileSource>, Note> FileSource::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return Note{NoteKind::FileUnreadable, {path, QStringLiteral("it is not a file")}};
    std::unique_ptr<FileSource> source(new FileSource(path));
    if (!source->m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Note{NoteKind::FileUnreadable, {path, englishWords(source->m_file->errorString())}};
    source->m_size = source->m_file->size();
    source->m_modified = QFileInfo(path).lastModified();
    if (source->m_size == 0)
        return Note{NoteKind::FileEmpty, {path}};
    return source;
}

QByteArray FileSource::read(qint64 from, qint64 length)
{
    Fetched read(m_file, from, length);
    read.read();
    m_failure = read.words;
    return read.bytes;
}

std::optional<qint64> FileSource::readAtHand(std::span<char> memory, qint64 from)
{
    m_failure.clear();
#ifdef Q_OS_UNIX
    const std::optional<FileBytes> read = readBytesAtHand(m_file->handle(), memory, from);
    if (read && read->count == static_cast<qint64>(memory.size()))
        return read->count;
#endif
    // Of a file system that never has anything at hand, too.
    const bool isComing = m_coming && !m_coming->isDone;
    for (const Fetched* const fetched : {isComing ? nullptr : m_coming.get(), m_fetched.get()}) {
        if (const std::optional<qint64> count = take(fetched, memory, from))
            return count;
    }
    if (!isComing)
        fetch(from);
    return std::nullopt;
}

std::optional<qint64> FileSource::take(const Fetched* fetched, std::span<char> memory, qint64 from)
{
    if (fetched == nullptr || from < fetched->from)
        return std::nullopt;
    const auto length = static_cast<qint64>(memory.size());
    const QByteArrayView all(fetched->bytes);
    const qint64 begin = from - fetched->from;
    if (begin > 0 && begin + length > all.size()) // only what was asked for from there on tells whether there is more
        return std::nullopt;
    const QByteArrayView bytes = all.sliced(begin, std::min(length, all.size() - begin));
    std::ranges::copy(bytes, memory.begin());
    if (bytes.size() < length)
        m_failure = fetched->words;
    return bytes.size();
}

void FileSource::fetch(qint64 from)
{
    // The one before is kept: whoever it was for may not have come yet.
    m_fetched = std::exchange(m_coming, std::make_shared<Fetched>(m_file, from, kFetchBytes));
    m_thread.post([coming = m_coming] {
        coming->read();
        coming->isDone = true;
    });
}

FileSource::Change FileSource::change() const
{
    const QFileInfo now(m_file->fileName());
    if (m_file->size() < m_size)
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
