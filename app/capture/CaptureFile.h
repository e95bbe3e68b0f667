// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#ifndef Q_OS_UNIX
#include <QFile>
#include <mutex>
#endif

#include <memory>

namespace netassist {

/// A private file (0600) of the capture. It has no name where the system allows that, so that nothing is left behind,
/// whatever ends the program; else it is removed when it is closed. Its last holder closes it, which takes some 25 ms for
/// 64 MiB. Any thread may read and write it.
class CaptureFile final {
public:
    using Created = Result<std::shared_ptr<CaptureFile>, QString>;

    /// @param folder made where it is missing. @return else the system's words, in English
    [[nodiscard]] static Created create(const QString& folder);
    ~CaptureFile();
    CaptureFile(const CaptureFile&) = delete;
    CaptureFile& operator=(const CaptureFile&) = delete;

    struct Written {
        qint64 bytes = 0;
        int error = 0; ///< an errno, where these are not all
    };
    [[nodiscard]] Written write(qint64 offset, QByteArrayView bytes) const;
    /// Past the system's page cache where that can be, else as write() does: it would find a page for all of it, enter it,
    /// let it be written and give it back, which takes several times as long. Then the disk is waited for.
    /// @param offset and the size and address of the bytes: multiples of 4096
    [[nodiscard]] Written writePastCache(qint64 offset, QByteArrayView bytes) const;
    /// What there is of it: fewer bytes past the end, or where the disk has an error.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length) const;
    /// What there is of it in memory, from its first byte on. Where the system cannot tell, it is read.
    [[nodiscard]] QByteArray readAtHand(qint64 offset, qint64 length) const;

    // What a program writes, the system keeps in memory until it has time to write it to disk, and longer: a gigabyte of
    // log would push everything else out, and where memory must first be handed out (a virtual machine), each new page
    // costs many times what writing to a used one does. Where the system cannot be told, these do nothing.

    /// Begins to write a stretch to disk; waits where the disk has enough to do.
    void beginWriteback(qint64 from, qint64 length) const;
    /// Gives the memory of a stretch back, as far as it is on disk.
    void dropFromCache(qint64 from, qint64 length) const;

private:
#ifdef Q_OS_UNIX
    explicit CaptureFile(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
#else
    CaptureFile() = default;

    mutable std::mutex m_mutex;
    mutable QFile m_file;
#endif
};

} // namespace netassist
