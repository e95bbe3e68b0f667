// SPDX-License-Identifier: MIT
// The input says what arrives from whom, how it is cut, and how it is looked at: at any moment every byte is shown
// once, rows are those of a plain rendering, and the layout by blocks has the same rows from both ends.
#include "tests/unit/NaiveLog.h"

#include <QTemporaryDir>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace netassist;

namespace {

class Input final {
public:
    Input(const std::uint8_t* data, std::size_t size)
        : m_rest(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] int byte()
    {
        if (m_rest.isEmpty())
            return 0;
        const auto value = static_cast<uchar>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return value;
    }
    [[nodiscard]] QByteArrayView bytes(qsizetype length)
    {
        const QByteArrayView taken = m_rest.first(std::min(length, m_rest.size()));
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }

private:
    QByteArrayView m_rest;
};

ViewSettings settingsFrom(Input& input)
{
    const int flags = input.byte();
    ViewSettings settings;
    settings.hex = (flags & 1) != 0;
    settings.logMode = (flags & 2) != 0;
    settings.autoLineFeed = (flags & 4) != 0;
    settings.hideReceived = (flags & 24) == 24;
    settings.encoding = Encoding::all().at(input.byte() % Encoding::all().size());
    settings.columns = 8 + input.byte() % 100;
    return settings;
}

void check(const Capture& capture, Layout& layout)
{
    layout.sync();
    const QString error = naive::checkLog(capture, layout.settings(), &layout);
    if (!error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(error));
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    Input input(data, size);
    StoreLimits limits{folder.path(), 64 + 8 * input.byte(), 300 + 20 * input.byte(), qint64{1} << 20};
    Capture capture(limits);
    std::array<PeerId, 3> peers{capture.addPeer(QStringLiteral("127.0.0.1:1")),
                                capture.addPeer(QStringLiteral("[::1]:2")),
                                capture.addPeer(QStringLiteral("all 3 clients"))};
    Layout layout(capture, settingsFrom(input));
    int checksLeft = 12; // the plain way is slow
    for (int step = 0; step < 200 && !input.atEnd(); ++step) {
        const int what = input.byte();
        PeerId& peer = peers[static_cast<std::size_t>(what % 3)];
        const RecordKind kind = (what & 0x40) != 0 ? RecordKind::Sent : RecordKind::Received;
        switch (what / 3 % 10) {
        case 0:
        case 1:
        case 2: // one record
            (void)capture.append(kind, peer, input.bytes(input.byte() % 64), 0);
            break;
        case 3: { // cut into single bytes
            for (const char byte : input.bytes(input.byte() % 32))
                (void)capture.append(kind, peer, QByteArrayView(&byte, 1), 0);
            break;
        }
        case 4: // long
            (void)capture.append(kind, peer, input.bytes(4).toByteArray().repeated(input.byte() * 8), 0);
            break;
        case 5:
            (void)capture.appendNote(Note::unpack(input.bytes(input.byte() % 16)), 0);
            break;
        case 6:
            layout.setSettings(settingsFrom(input));
            break;
        case 7: // also before it has been told of what has come and gone
            if (what < 128)
                layout.sync();
            (void)layout.layOutSome(input.byte(), QDeadlineTimer(0));
            if (const auto row = layout.find({input.byte(), RowPart::Payload, input.byte()})) {
                (void)layout.row(*row);
                (void)layout.previous(*row);
                (void)layout.next(*row);
            }
            break;
        case 8:
            if (what >= 230) {
                capture.endPeer(peer);
                (void)capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
                peer = capture.addPeer(QStringLiteral("again"));
            } else if (what >= 200) {
                capture.clear();
            } else {
                limits.limitBytes = 300 + 20 * input.byte();
                capture.setLimits(limits);
            }
            break;
        default:
            if (checksLeft-- > 0)
                check(capture, layout);
            break;
        }
    }
    check(capture, layout);
    return 0;
}
