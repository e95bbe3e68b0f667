// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/Report.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace netassist::bench {

/// What every benchmark begins with: its arguments, an application (without a screen unless QT_QPA_PLATFORM says
/// otherwise), and a home of its own beside the user's cache, so on the disk on which the program stores.
///   --quick        small sizes, one round: whether every byte is right, not how fast
///   --rounds N     floor and ours in turns, so many times; the medians are told
///   --size MiB     instead of 1024
///   --folder DIR   store there, for instance on another disk
class Bench {
public:
    Bench(int& argc, char** argv);
    ~Bench();
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    [[nodiscard]] bool isQuick() const { return m_quick; }
    [[nodiscard]] int rounds() const { return m_rounds; }
    /// Bytes of a gigabyte stream.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// `full`, or few when quick.
    [[nodiscard]] int count(int full, int quick) const { return m_quick ? quick : full; }
    [[nodiscard]] QString home() const { return m_home->path(); }
    [[nodiscard]] Report& report() { return m_report; }

private:
    [[nodiscard]] static QString option(const QStringList& arguments, const QString& name);

    std::unique_ptr<QApplication> m_application;
    std::unique_ptr<QTemporaryDir> m_home;
    bool m_quick = false;
    int m_rounds = 3;
    qint64 m_size = qint64{1} << 30;
    Report m_report;
};

/// As the program does: every client takes a descriptor.
void raiseDescriptorLimit();

} // namespace netassist::bench
