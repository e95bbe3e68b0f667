// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <variant>

namespace netassist {

/// A value of type T or the error E that kept it from being made. Errors cross boundaries as values, never as
/// exceptions. Reading the side that is not there is a programming error (std::get throws).
template <class T, class E>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): `return value;` is the point.
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): `return error;` is the point.
    Result(E error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const E& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace netassist
