// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/layout/ViewSettings.h"

#include <QRandomGenerator>

namespace netassist {

/// Bytes to lay out: text of an encoding with everything that is special in it, in streams cut anywhere.
class RandomLog final {
public:
    explicit RandomLog(quint32 seed) : m_random(seed) {}

    [[nodiscard]] QRandomGenerator& random() { return m_random; }
    [[nodiscard]] int below(int bound) { return m_random.bounded(bound); }
    [[nodiscard]] bool oneIn(int chances) { return below(chances) == 0; }

    [[nodiscard]] const Encoding* encoding()
    {
        const auto& all = Encoding::all();
        // Half of the time one that is a challenge.
        static const QList<const Encoding*> hard{Encoding::byName(u"UTF-8"),    Encoding::byName(u"GBK"),
                                                 Encoding::byName(u"GB18030"),  Encoding::byName(u"Big5-HKSCS"),
                                                 Encoding::byName(u"UTF-16LE"), Encoding::byName(u"UTF-16BE"),
                                                 Encoding::byName(u"UTF-32LE"), Encoding::byName(u"Shift_JIS")};
        return oneIn(2) ? hard.at(below(static_cast<int>(hard.size()))) : all.at(below(static_cast<int>(all.size())));
    }

    /// As with a font that draws only some of them as wide as Chinese ones.
    class SomeWide final : public AmbiguousWidth {
    public:
        [[nodiscard]] bool isWide(char32_t codePoint) const override { return codePoint % 2 == 0; }
    };

    [[nodiscard]] ViewSettings settings()
    {
        ViewSettings settings;
        settings.hex = oneIn(6);
        settings.encoding = encoding();
        settings.logMode = oneIn(2);
        settings.autoLineFeed = oneIn(3);
        settings.hideReceived = oneIn(8);
        if (oneIn(3))
            settings.ambiguous = std::make_shared<const SomeWide>();
        settings.columns = oneIn(3) ? 16 + below(8) : 16 + below(185);
        return settings;
    }

    /// @param lineEnds without them there is no CR and no LF
    [[nodiscard]] QByteArray text(const Encoding& encoding, qsizetype length, bool lineEnds = true)
    {
        static const QString characters = QStringLiteral(
            "abc xyz 0123 ABCabc xyz 0123 ABC\t你好世界，。你好世界表示能不é\u0301ü\u3000\u00A0\u0001\u007F\u0085\u202E"
            "\uFEFFｱｲあアЖдя가나");
        static const QList<char32_t> large{0x1F600, 0x20000, 0x10FFFF, 0xE000};
        QByteArray bytes;
        while (bytes.size() < length) {
            const int what = below(40);
            if (what == 0) {
                bytes += static_cast<char>(below(256));
                if (!lineEnds && (bytes.back() == '\r' || bytes.back() == '\n')) {
                    bytes.back() = ' ';
                }
                continue;
            }
            QString piece;
            if (what == 1 && lineEnds) {
                piece = QStringLiteral("\n");
            } else if (what == 2 && lineEnds) {
                piece = QStringLiteral("\r\n");
            } else if (what == 3 && lineEnds && oneIn(2)) {
                piece = QStringLiteral("\r");
            } else if (what == 4) {
                const char32_t codePoint = large.at(below(static_cast<int>(large.size())));
                piece = QString::fromUcs4(&codePoint, 1);
            } else if (what == 5) {
                const auto ideograph = static_cast<char16_t>(0x4E00 + below(0x5200)); // also some at both ends
                piece = QString(1 + below(oneIn(4) ? 200 : 12), QChar(ideograph));
            } else {
                piece = characters.mid(below(static_cast<int>(characters.size())), 1 + below(what < 8 ? 12 : 2));
            }
            const auto encoded = encoding.encode(piece);
            bytes += encoded ? encoded.value() : QByteArray(1, static_cast<char>(0x20 + below(0x5F)));
        }
        bytes.truncate(length);
        return bytes;
    }

    [[nodiscard]] QByteArray noise(qsizetype length)
    {
        QByteArray bytes(length, Qt::Uninitialized);
        for (char& byte : bytes) {
            byte = static_cast<char>(below(256));
        }
        return bytes;
    }

    /// A way of cutting: many single bytes, small, middle or large pieces.
    [[nodiscard]] qsizetype pieceLength(int style)
    {
        switch (style) {
        case 0:
            return 1;
        case 1:
            return below(4);
        case 2:
            return below(300);
        case 3:
            return 1 + below(70'000);
        default:
            return below(oneIn(10) ? 5000 : 20);
        }
    }

    /// Appends the stream in pieces, with notes between them.
    void appendCut(Capture& capture, PeerId peer, RecordKind kind, QByteArrayView bytes, int style)
    {
        while (!bytes.isEmpty()) {
            const qsizetype length = std::min(pieceLength(style), bytes.size());
            (void)capture.append(kind, peer, bytes.first(length), 0);
            bytes = bytes.sliced(length);
            if (oneIn(50)) {
                (void)capture.appendNote({NoteKind::Disconnected, {QStringLiteral("x")}}, 0);
            }
        }
    }

private:
    QRandomGenerator m_random;
};

} // namespace netassist
