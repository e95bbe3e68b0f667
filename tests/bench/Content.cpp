// SPDX-License-Identifier: MIT
#include "tests/bench/Content.h"

#include <QCryptographicHash>
#include <QString>
#include <QStringEncoder>

#include <algorithm>
#include <cstring>

namespace netassist::bench {

namespace {

constexpr qsizetype kBlockBytes = qsizetype{1} << 20;
constexpr int kNumberDigits = 16;

} // namespace

Content::Content(QByteArray block, qint64 bytes, bool isNumbered, QByteArray end)
    : m_block(std::move(block)),
      m_bytes(std::max<qint64>(bytes, end.size())),
      m_isNumbered(isNumbered),
      m_end(std::move(end))
{}

Content Content::text(const QByteArray& encoding, qint64 bytes)
{
    // Not by our own encoder, which is under test: the bytes are written out.
    const QByteArray chinese = encoding == "GBK"
                                   ? QByteArray("\xc4\xe3\xba\xc3\xb7\xfe\xce\xf1\xb6\xcb,\xce\xd2\xca\xc7"
                                                "\xbf\xcd\xbb\xa7\xb6\xcb\xd0\xa1\xba\xda!")
                                   : QByteArray("你好服务端,我是客户端小黑!");
    QByteArray block = QByteArray(kNumberDigits, '0') + '\n';
    for (int line = 0; block.size() < kBlockBytes; ++line) {
        block += "sensor " + QByteArray::number(line % 1000) + " temperature=" + QByteArray::number(line % 97) +
                 ".5 ok " + chinese + "\r\n";
    }
    if (encoding == "UTF-16LE") {
        QStringEncoder encoder(QStringConverter::Utf16LE);
        block = encoder(QString::fromUtf8(block));
        return Content(block, bytes, false, encoder(QStringLiteral("END\n")));
    }
    return Content(block, bytes, true);
}

Content Content::pieces(qint64 bytes)
{
    const Content text = Content::text("UTF-8", kPieces * kBlockBytes);
    QByteArray all;
    QByteArray block;
    for (qint64 number = 0; number < kPieces; ++number) {
        text.makeBlock(number, block);
        all += block.first(kBlockBytes);
    }
    return Content(all, bytes);
}

Content Content::onlyByte(char byte, qint64 bytes)
{
    return Content(QByteArray(kBlockBytes, byte), bytes);
}

void Content::makeBlock(qint64 number, QByteArray& block) const
{
    if (block.size() != m_block.size()) {
        block = m_block;
        block.detach();
    }
    if (m_isNumbered) {
        const QByteArray digits = QByteArray::number(number).rightJustified(kNumberDigits, '0');
        std::memcpy(block.data(), digits.constData(), kNumberDigits);
    }
    if (const qint64 left = m_bytes - number * m_block.size(); left <= m_block.size()) {
        block.truncate(left);
        const qint64 ends = std::min<qint64>(left, m_end.size());
        std::memcpy(block.data() + left - ends, m_end.constData() + m_end.size() - ends,
                    static_cast<std::size_t>(ends));
    } else if (left < m_block.size() + m_end.size()) {
        const qint64 ends = m_block.size() + m_end.size() - left; // the end begins in this block
        std::memcpy(block.data() + block.size() - ends, m_end.constData(), static_cast<std::size_t>(ends));
    }
}

QByteArray Content::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    QByteArray block;
    for (qint64 number = 0; number < blockCount(); ++number) {
        makeBlock(number, block);
        hash.addData(block);
    }
    return hash.result();
}

} // namespace netassist::bench
