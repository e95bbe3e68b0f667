// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/DiskThread.h"

#include <QByteArray>

#include <atomic>
#include <memory>

namespace netassist {

class CaptureFile;

/// Reads a capture's files by pages, of which it keeps the last one: readers go both ways in small steps. Who can do
/// something else meanwhile has what is not in memory read in the background.
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
    [[nodiscard]] static Stretch pageAround(const Stretch& stretch, qint64 from);
    [[nodiscard]] bool holds(qint64 position, qint64 length) const;
    void keep(const Stretch& page, QByteArray bytes);

    QByteArray m_page;
    qint64 m_position = -1;                        ///< of its first byte among all bytes
    std::shared_ptr<std::atomic<bool>> m_fetching; ///< shared with the thread
    DiskThread m_thread;
};

} // namespace netassist
