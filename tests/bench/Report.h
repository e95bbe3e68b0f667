// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace netassist::bench {

[[nodiscard]] double median(std::vector<double> values);
/// The same measured in turns, so that what else the machine does meets both.
struct Medians {
    double ours = 0;
    double floor = 0;
};
[[nodiscard]] Medians inTurns(int rounds, const std::function<double()>& ours, const std::function<double()>& floor);

/// What a benchmark found, one row of a table at a time, printed at once:
/// what | ours | floor | ratio | bound | ok or short
class Report {
public:
    /// @param enforced false: sizes are too small for the bounds to mean anything, which are not printed then
    explicit Report(bool enforced) : m_enforced(enforced) {}

    /// Higher is better: ours / floor, at least so much.
    void atLeast(const QString& what, Medians figures, const QString& unit, double bound);
    /// Lower is better: ours / floor, at most so much.
    void atMostTimes(const QString& what, Medians figures, const QString& unit, double bound);
    void atMost(const QString& what, double figure, const QString& unit, double bound);
    void compared(const QString& what, Medians figures, const QString& unit);
    void told(const QString& what, double figure, const QString& unit);
    /// Something that must be so, however fast: a byte is wrong or missing otherwise.
    void check(bool holds, const QString& what);

    /// The exit status: 1 if a check failed. A figure short of its bound is no failure of the program.
    [[nodiscard]] int status() const { return m_failed ? 1 : 0; }

private:
    void row(const QString& what, const QString& ours, const QString& floor, const QString& ratio, const QString& bound,
             const QString& verdict) const;

    bool m_enforced;
    bool m_failed = false;
};

} // namespace netassist::bench
