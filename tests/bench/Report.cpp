// SPDX-License-Identifier: MIT
#include "tests/bench/Report.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace netassist::bench {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString figure(double value, const QString& unit)
{
    return number(value) + QLatin1Char(' ') + unit;
}

QString times(double ratio)
{
    return QString::number(ratio, 'f', 2) + QStringLiteral(" ×");
}

QString verdict(bool holds)
{
    return holds ? QStringLiteral("ok") : QStringLiteral("short");
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

Medians inTurns(int rounds, const std::function<double()>& ours, const std::function<double()>& floor)
{
    std::vector<double> oursAll;
    std::vector<double> floorAll;
    for (int i = 0; i < rounds; ++i) {
        floorAll.push_back(floor());
        oursAll.push_back(ours());
    }
    return {median(std::move(oursAll)), median(std::move(floorAll))};
}

void Report::atLeast(const QString& what, Medians figures, const QString& unit, double bound)
{
    const double ratio = figures.ours / figures.floor;
    row(what, figure(figures.ours, unit), figure(figures.floor, unit), times(ratio),
        QStringLiteral("≥ ") + times(bound), verdict(ratio >= bound));
}

void Report::atMostTimes(const QString& what, Medians figures, const QString& unit, double bound)
{
    const double ratio = figures.ours / figures.floor;
    row(what, figure(figures.ours, unit), figure(figures.floor, unit), times(ratio),
        QStringLiteral("≤ ") + times(bound), verdict(ratio <= bound));
}

void Report::atMost(const QString& what, double value, const QString& unit, double bound)
{
    row(what, figure(value, unit), {}, {}, QStringLiteral("≤ ") + figure(bound, unit), verdict(value <= bound));
}

void Report::compared(const QString& what, Medians figures, const QString& unit)
{
    row(what, figure(figures.ours, unit), figure(figures.floor, unit), times(figures.ours / figures.floor), {}, {});
}

void Report::told(const QString& what, double value, const QString& unit)
{
    row(what, figure(value, unit), {}, {}, {}, {});
}

void Report::check(bool holds, const QString& what)
{
    if (holds)
        return;
    m_failed = true;
    std::fprintf(stderr, "WRONG: %s\n", qUtf8Printable(what));
}

void Report::row(const QString& what, const QString& ours, const QString& floor, const QString& ratio,
                 const QString& bound, const QString& verdict) const
{
    const QString line = QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
                             .arg(what.leftJustified(58), ours.rightJustified(11), floor.rightJustified(11),
                                  ratio.rightJustified(7), (m_enforced ? bound : QString()).leftJustified(10),
                                  (m_enforced ? verdict : QString()).leftJustified(5));
    std::fputs(qUtf8Printable(line), stdout);
    std::fflush(stdout);
}

} // namespace netassist::bench
