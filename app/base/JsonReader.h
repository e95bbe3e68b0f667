// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>

#include <array>
#include <limits>
#include <utility>

namespace netassist {

/// An enumerator and what it is called in files.
template <class E>
using JsonName = std::pair<E, QLatin1String>;

template <class E, std::size_t n>
[[nodiscard]] QString jsonNameOf(E value, const std::array<JsonName<E>, n>& names)
{
    for (const auto& [candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return {};
}

/// Reads members of one JSON object into fields; a member that is missing, of another type or out of range leaves
/// the field as it is. Files come from outside: what is wrong in one place costs nothing elsewhere.
class JsonReader {
public:
    explicit JsonReader(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] JsonReader group(QLatin1String key) const { return JsonReader(m_object.value(key).toObject()); }
    [[nodiscard]] QJsonValue value(QLatin1String key) const { return m_object.value(key); }
    [[nodiscard]] const QJsonObject& object() const { return m_object; }

    void read(QLatin1String key, bool& field) const { field = m_object.value(key).toBool(field); }
    void read(QLatin1String key, QString& field) const { field = m_object.value(key).toString(field); }

    void read(QLatin1String key, QByteArray& field) const
    {
        const QByteArray base64 = m_object.value(key).toString().toLatin1();
        if (auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors))
            field = *decoded;
    }

    /// Of 64 bits too: JSON holds whole numbers up to 2^53 exactly.
    template <class Integer>
    void read(QLatin1String key, Integer& field, qint64 least, qint64 most) const
    {
        const qint64 value = m_object.value(key).toInteger(std::numeric_limits<qint64>::min());
        if (value >= least && value <= most)
            field = static_cast<Integer>(value);
    }

    template <class E, std::size_t n>
    void read(QLatin1String key, E& field, const std::array<JsonName<E>, n>& names) const
    {
        const QString text = m_object.value(key).toString();
        for (const auto& [value, name] : names) {
            if (text == name)
                field = value;
        }
    }

private:
    QJsonObject m_object;
};

} // namespace netassist
