// SPDX-License-Identifier: MIT
#include "app/capture/PageReader.h"

#include "app/capture/CaptureFile.h"

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kPageBytes = qint64{256} << 10;

} // namespace

PageReader::Stretch PageReader::pageAround(const Stretch& stretch, qint64 from)
{
    Stretch page = stretch;
    page.from = std::max(stretch.from, from - kPageBytes / 4);
    page.to = std::min(stretch.to, page.from + kPageBytes);
    return page;
}

bool PageReader::holds(qint64 position, qint64 length) const
{
    return m_position >= 0 && position >= m_position && position + length <= m_position + m_page.size();
}

void PageReader::keep(const Stretch& page, QByteArray bytes)
{
    m_page = std::move(bytes);
    m_position = page.begin + page.from;
}

QByteArray PageReader::read(const Stretch& stretch, qint64 from, qint64 length)
{
    const auto readAt = [&stretch](qint64 position, qint64 count) {
        QByteArray bytes = stretch.file->read(position, count);
        bytes.resize(count, '\0'); // a file damaged from outside must not shift what follows
        return bytes;
    };
    if (length > kPageBytes / 2)
        return readAt(from, length);
    if (!holds(stretch.begin + from, length)) {
        const Stretch page = pageAround(stretch, from);
        keep(page, readAt(page.from, page.to - page.from));
    }
    return m_page.mid(stretch.begin + from - m_position, length);
}

qint64 PageReader::atHand(const Stretch& stretch, qint64 from)
{
    const qint64 position = stretch.begin + from;
    if (!holds(position, 1)) {
        const Stretch page = pageAround(stretch, from);
        QByteArray bytes = page.file->readAtHand(page.from, page.to - page.from);
        if (page.from + bytes.size() <= from) {
            if (!m_fetching || !*m_fetching) {
                m_fetching = std::make_shared<std::atomic<bool>>(true);
                m_thread.post([page, fetching = m_fetching] {
                    (void)page.file->read(page.from, page.to - page.from); // the system keeps it for a while
                    *fetching = false;
                });
            }
            return 0;
        }
        keep(page, std::move(bytes));
    }
    return m_position + m_page.size() - position;
}

void PageReader::forget()
{
    m_page.clear();
    m_position = -1;
}

} // namespace netassist
