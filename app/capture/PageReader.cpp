// SPDX-License-Identifier: MIT
#include "app/capture/PageReader.h"

#include "app/capture/CaptureFile.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace netassist {

namespace {

constexpr qint64 kPageBytes = qint64{256} << 10;
constexpr qint64 kFetchBytes = qint64{2} << 20; // whoever asks comes back in milliseconds only

/// All of it: zeros for what cannot be read. A file damaged from outside must not shift what follows.
QByteArray readAll(const PageReader::Stretch& stretch)
{
    QByteArray bytes = stretch.file->read(stretch.from, stretch.to - stretch.from);
    bytes.resize(stretch.to - stretch.from, '\0');
    return bytes;
}

} // namespace

struct PageReader::Fetch {
    Stretch page;
    QByteArray bytes; ///< the thread's until it is done
    std::atomic<bool> isDone = false;
};

PageReader::Stretch PageReader::pageAround(const Stretch& stretch, qint64 from, qint64 length)
{
    Stretch page = stretch;
    page.from = std::max(stretch.from, from - kPageBytes / 4);
    page.to = std::min(stretch.to, page.from + length);
    return page;
}

const PageReader::Page* PageReader::find(qint64 position, qint64 length) const
{
    const auto found =
        std::ranges::find_if(m_pages, [position, length](const Page& page) { return page.holds(position, length); });
    return found != m_pages.end() ? &*found : nullptr;
}

const PageReader::Page& PageReader::keep(const Stretch& stretch, QByteArray bytes)
{
    m_pages[1] = std::exchange(m_pages[0], {std::move(bytes), stretch.begin + stretch.from});
    return m_pages[0];
}

QByteArray PageReader::read(const Stretch& stretch, qint64 from, qint64 length)
{
    const qint64 position = stretch.begin + from;
    const Page* page = find(position, length);
    if (page == nullptr && length > kPageBytes / 2)
        return readAll({stretch.file, stretch.begin, from, from + length});
    if (page == nullptr) {
        const Stretch around = pageAround(stretch, from, kPageBytes);
        page = &keep(around, readAll(around));
    }
    return page->bytes.mid(position - page->position, length);
}

qint64 PageReader::atHand(const Stretch& stretch, qint64 from)
{
    const qint64 position = stretch.begin + from;
    if (m_fetch && m_fetch->isDone) {
        const std::shared_ptr<Fetch> fetch = std::exchange(m_fetch, nullptr);
        (void)keep(fetch->page, std::move(fetch->bytes));
    }
    const Page* page = find(position, 1);
    if (page == nullptr) {
        const Stretch around = pageAround(stretch, from, kPageBytes);
        if (QByteArray bytes = around.file->readAtHand(around.from, around.to - around.from);
            around.from + bytes.size() > from)
            page = &keep(around, std::move(bytes));
    }
    if (page != nullptr)
        return page->position + page->bytes.size() - position;
    if (!m_fetch) {
        m_fetch = std::make_shared<Fetch>();
        m_fetch->page = pageAround(stretch, from, kFetchBytes);
        m_thread.post([fetch = m_fetch] {
            fetch->bytes = readAll(fetch->page);
            fetch->isDone = true;
        });
    }
    return 0;
}

void PageReader::forget()
{
    m_pages = {};
    m_fetch.reset();
}

} // namespace netassist
