// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Placeholder.h"

#include <QLatin1String>

#include <initializer_list>
#include <optional>
#include <span>

namespace netassist {

/// What is wrong in a placeholder, and where.
struct ArgumentError {
    TextRange range;
    QString reason; ///< in the user's language
};

/// The arguments of one placeholder, by parameter. Reading goes on behind an error: the first one counts.
class Arguments final {
public:
    /// @param parameters in the order in which values without a key are taken; they outlive this
    Arguments(const Placeholder& placeholder, std::span<const QLatin1String> parameters);

    [[nodiscard]] bool has(QLatin1String parameter) const { return find(parameter) != nullptr; }
    [[nodiscard]] QString text(QLatin1String parameter, const QString& otherwise = {}) const;
    [[nodiscard]] qint64 number(QLatin1String parameter, qint64 otherwise, qint64 least, qint64 most);
    /// Which of the words it is; the first if there is none.
    [[nodiscard]] int word(QLatin1String parameter, std::initializer_list<QLatin1String> words);

    /// The argument is at fault, or the whole placeholder if it has not been given.
    void fail(QLatin1String parameter, QString reason);
    [[nodiscard]] const std::optional<ArgumentError>& error() const { return m_error; }

private:
    struct Bound {
        QLatin1String parameter;
        const PlaceholderArgument* argument = nullptr;
    };

    void bind(const PlaceholderArgument& argument);
    [[nodiscard]] const PlaceholderArgument* find(QLatin1String parameter) const;
    void failAt(TextRange range, QString reason);

    const Placeholder& m_placeholder;
    std::span<const QLatin1String> m_parameters;
    std::vector<Bound> m_bound;
    std::optional<ArgumentError> m_error;
};

} // namespace netassist
