// SPDX-License-Identifier: MIT
#include "app/base/SystemWords.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <clocale>
#include <cstring>
#include <optional>

namespace netassist {

namespace {

/// Words of Qt by the contexts of its catalogue; %1 is a path, or words in their turn.
struct QtWords {
    const char* context;
    const char* source;
};

constexpr auto kQtWords = std::to_array<QtWords>({
    {"QIODevice", "No such file or directory"},
    {"QIODevice", "Permission denied"},
    {"QIODevice", "file to open is a directory"},
    {"QIODevice", "No space left on device"},
    {"QIODevice", "Too many open files"},
    {"QIODevice", "Unknown error"},
    {"QFileDevice", "No file engine available"},
    {"QFile", "Cannot create %1 for output"},
    {"QFile", "Cannot open %1 for input"},
    {"QFile", "Cannot remove source file"},
    {"QFile", "Destination file exists"},
    {"QFile", "Error while renaming: %1"},
    {"QFile", "Failure to write block"},
    {"QFile", "Source file does not exist."},
    {"QSaveFile", "Existing file %1 is not writable"},
    {"QSaveFile", "Filename refers to a directory"},
    {"QSaveFile", "QSaveFile cannot open '%1' without direct write fallback enabled."},
    {"QSaveFile", "Writing canceled by application"},
    {"QAbstractSocket", "Connection refused"},
    {"QAbstractSocket", "Connection timed out"},
    {"QAbstractSocket", "Host not found"},
    {"QAbstractSocket", "Network unreachable"},
    {"QAbstractSocket", "Operation on socket is not supported"},
    {"QAbstractSocket", "Socket is not connected"},
    {"QAbstractSocket", "Socket operation timed out"},
    {"QAbstractSocket", "Trying to connect while connection is in progress"},
    {"QHostInfo", "No host name given"},
    {"QHostInfoAgent", "Host not found"},
    {"QHostInfoAgent", "Invalid hostname"},
    {"QHostInfoAgent", "Unknown address type"},
    {"QNativeSocketEngine", "Another socket is already listening on the same port"},
    {"QNativeSocketEngine", "Attempt to use IPv6 socket on a platform with no IPv6 support"},
    {"QNativeSocketEngine", "Connection refused"},
    {"QNativeSocketEngine", "Connection reset by peer"},
    {"QNativeSocketEngine", "Connection timed out"},
    {"QNativeSocketEngine", "Datagram was too large to send"},
    {"QNativeSocketEngine", "Host unreachable"},
    {"QNativeSocketEngine", "Invalid socket descriptor"},
    {"QNativeSocketEngine", "Network dropped connection on reset"},
    {"QNativeSocketEngine", "Network error"},
    {"QNativeSocketEngine", "Network operation timed out"},
    {"QNativeSocketEngine", "Network unreachable"},
    {"QNativeSocketEngine", "Operation on non-socket"},
    {"QNativeSocketEngine", "Out of resources"},
    {"QNativeSocketEngine", "Permission denied"},
    {"QNativeSocketEngine", "Protocol type not supported"},
    {"QNativeSocketEngine", "Temporary error"},
    {"QNativeSocketEngine", "The address is not available"},
    {"QNativeSocketEngine", "The address is protected"},
    {"QNativeSocketEngine", "The bound address is already in use"},
    {"QNativeSocketEngine", "The proxy type is invalid for this operation"},
    {"QNativeSocketEngine", "The remote host closed the connection"},
    {"QNativeSocketEngine", "Unable to initialize broadcast socket"},
    {"QNativeSocketEngine", "Unable to initialize non-blocking socket"},
    {"QNativeSocketEngine", "Unable to receive a message"},
    {"QNativeSocketEngine", "Unable to send a message"},
    {"QNativeSocketEngine", "Unable to write"},
    {"QNativeSocketEngine", "Unknown error"},
    {"QNativeSocketEngine", "Unsupported socket operation"},
    {"QTcpServer", "Operation on socket is not supported"},
    // Ours, where neither says anything.
    {"SystemWords", QT_TRANSLATE_NOOP("SystemWords", "it is not a file")},
    {"SystemWords", QT_TRANSLATE_NOOP("SystemWords", "the folder %1 cannot be made")},
});

/// More errors than any system numbers.
constexpr int kErrors = 200;
constexpr QLatin1String kPlace("%1");

/// What stands for %1 where `words` are made after the template.
std::optional<QString> filledIn(const QString& words, const QString& form)
{
    const qsizetype place = form.indexOf(kPlace);
    if (place < 0)
        return words == form ? std::optional(QString()) : std::nullopt;
    const QStringView before = QStringView(form).first(place);
    const QStringView behind = QStringView(form).sliced(place + kPlace.size());
    if (before.size() + behind.size() == 0 || words.size() < before.size() + behind.size() ||
        !words.startsWith(before) || !words.endsWith(behind))
        return std::nullopt;
    return words.sliced(before.size(), words.size() - before.size() - behind.size());
}

QString fill(QString form, const QString& detail)
{
    const qsizetype place = form.indexOf(kPlace);
    return place < 0 ? form : form.replace(place, kPlace.size(), detail);
}

QString translated(const QtWords& words)
{
    return QCoreApplication::translate(words.context, words.source);
}

QString systemsWords(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

QString englishWords(int error)
{
#ifdef Q_OS_LINUX
    static const locale_t plain = ::newlocale(LC_ALL_MASK, "C", nullptr);
    if (plain != nullptr)
        return QString::fromLatin1(::strerror_l(error, plain));
#endif
    return systemsWords(error);
}

QString englishWords(const QString& words)
{
    for (const QtWords& known : kQtWords) {
        if (const auto detail = filledIn(words, translated(known)))
            return fill(QString::fromLatin1(known.source), englishWords(*detail));
    }
    for (int error = 1; error < kErrors; ++error) {
        if (words == systemsWords(error))
            return englishWords(error);
    }
    return words;
}

QString localWords(const QString& english)
{
    for (const QtWords& known : kQtWords) {
        if (const auto detail = filledIn(english, QString::fromLatin1(known.source)))
            return fill(translated(known), localWords(*detail));
    }
    for (int error = 1; error < kErrors; ++error) {
        if (english == englishWords(error))
            return systemsWords(error);
    }
    return english;
}

} // namespace netassist
