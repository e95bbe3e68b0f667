// SPDX-License-Identifier: MIT
#pragma once

#include "app/text/Encoding.h"

#include <QHash>

#include <atomic>
#include <mutex>
#include <vector>

namespace netassist {

/// An ASCII superset whose other characters come from tables. The tables are filled at first use by asking the codec
/// of Qt in bulk, so what maps to what is the library's knowledge and the structure of the byte sequences is ours.
class TableEncoding : public Encoding {
public:
    ~TableEncoding() override;

protected:
    /// A byte sequence of one to four bytes, big-endian; never 0.
    using Sequence = quint32;

    TableEncoding(const QString& name, int maxLength);

    /// Every well-formed sequence that does not begin with an ASCII byte and is looked up in the table.
    [[nodiscard]] virtual std::vector<Sequence> sequences() const = 0;
    /// Where the character of a sequence stands in the table.
    [[nodiscard]] virtual std::size_t slotOf(Sequence sequence) const = 0;
    [[nodiscard]] virtual std::size_t slotCount() const = 0;
    /// What this encoding knows better than the codec.
    virtual void correct(std::vector<char32_t>& table) const;

    /// By slot; 0 where there is no character.
    [[nodiscard]] const char32_t* table() const
    {
        const char32_t* ready = m_ready.load(std::memory_order_acquire);
        return ready != nullptr ? ready : fillTable();
    }
    [[nodiscard]] int encodeOne(char32_t codePoint, uchar* out) const override;
    /// ideographsAt() of an encoding that has them in two bytes. @param pairs by the lower seven bits of the first byte
    /// and the second; 0 where there is no character
    [[nodiscard]] static qsizetype ideographPairsAt(QByteArrayView bytes, const char32_t* pairs);

    /// Writes the bytes of a sequence; returns how many.
    static int put(Sequence sequence, uchar* out);

private:
    const char32_t* fillTable() const;
    void fillReverse() const;

    mutable std::once_flag m_tableOnce;
    mutable std::vector<char32_t> m_table;
    mutable std::atomic<const char32_t*> m_ready = nullptr;
    mutable std::once_flag m_reverseOnce;
    mutable QHash<char32_t, Sequence> m_reverse;
};

} // namespace netassist
