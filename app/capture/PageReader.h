// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"

#include <QByteArray>

#include <array>
#include <memory>

namespace netassist {

class CaptureFile;

/// Reads a capture's files by pages, of which it keeps the last two: readers go both ways in small steps, and across the
/// borders of files. Who can do something else meanwhile has what is not in memory read in the background.
class PageReader final {
public:
    /// What of a file may be read: the bytes from … to-1, of which the file's first would be at `begin` among all bytes.
    struct Stretch {
        std::shared_ptr<CaptureFile> file;
        qint64 begin = 0;
        qint64 from = 0;
        qint64 to = 0;
    };

    /// @param length does not go beyond the stretch. @return as many: zeros for what cannot be read
    [[nodiscard]] QByteArray read(const Stretch& stretch, qint64 from, qint64 length);
    /// How many bytes from there on can be read without waiting for the disk. @return 0: they are on their way into
    /// memory now, unless others are
    [[nodiscard]] qint64 atHand(const Stretch& stretch, qint64 from);
    void forget();

private:
    struct Page {
        QByteArray bytes;
        qint64 position = -1; ///< of its first byte among all bytes

        [[nodiscard]] bool holds(qint64 at, qint64 length) const
        {
            return position >= 0 && at >= position && at + length <= position + bytes.size();
        }
    };
    struct Fetch;

    [[nodiscard]] static Stretch pageAround(const Stretch& stretch, qint64 from, qint64 length);
    /// @return null if neither page has them
    [[nodiscard]] const Page* find(qint64 position, qint64 length) const;
    const Page& keep(const Stretch& stretch, QByteArray bytes);

    std::array<Page, 2> m_pages;    ///< the newer one first
    std::shared_ptr<Fetch> m_fetch; ///< shared with the thread
    DiskThread m_thread;
};

} // namespace netassist
