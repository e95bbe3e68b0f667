// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>

namespace netassist::test {

/// The same bytes for the same seed.
inline QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    std::generate_n(bytes.data(), size, [&] { return static_cast<char>(generator.generate()); });
    return bytes;
}

} // namespace netassist::test
