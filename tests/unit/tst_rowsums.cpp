// SPDX-License-Identifier: MIT
#include "app/layout/RowSums.h"
#include "tests/unit/Sanitized.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>
#include <numeric>

using namespace netassist;
using netassist::test::asMany;

namespace {

/// The same by adding up.
struct Model {
    qint64 begin = 0;
    std::deque<qint64> rows;

    [[nodiscard]] qint64 end() const { return begin + static_cast<qint64>(rows.size()); }
    [[nodiscard]] qint64 before(qint64 block) const
    {
        return std::accumulate(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(block - begin), qint64{0});
    }
    [[nodiscard]] qint64 blockOfRow(qint64 row) const
    {
        qint64 last = begin;
        for (qint64 block = begin; block < end(); ++block) {
            const qint64 count = rows[static_cast<std::size_t>(block - begin)];
            if (count > 0) {
                last = block;
            }
            if (row < count) {
                return block;
            }
            row -= count;
        }
        return last;
    }
};

void compare(const RowSums& sums, const Model& model)
{
    QCOMPARE(sums.begin(), model.begin);
    QCOMPARE(sums.end(), model.end());
    const qint64 total = model.before(model.end());
    QCOMPARE(sums.total(), total);
    for (qint64 block = model.begin; block < model.end(); ++block) {
        QCOMPARE(sums.at(block), model.rows[static_cast<std::size_t>(block - model.begin)]);
        QCOMPARE(sums.before(block), model.before(block));
    }
    if (total > 0) {
        for (qint64 row = 0; row < total + 2; ++row) {
            QCOMPARE(sums.blockOfRow(row), model.blockOfRow(row));
        }
    }
}

} // namespace

class TestRowSums final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void hugeCounts();
    void randomOperations();
};

void TestRowSums::empty()
{
    RowSums sums;
    QCOMPARE(sums.total(), 0);
    QCOMPARE(sums.begin(), 0);
    QCOMPARE(sums.end(), 0);
    sums.append(0);
    QCOMPARE(sums.blockOfRow(0), 0);
    sums.dropFront(1);
    QCOMPARE(sums.begin(), 1);
    QCOMPARE(sums.end(), 1);
    QCOMPARE(sums.total(), 0);
    sums.append(3);
    QCOMPARE(sums.at(1), 3);
    QCOMPARE(sums.before(1), 0);
    QCOMPARE(sums.blockOfRow(2), 1);
}

void TestRowSums::hugeCounts()
{
    RowSums sums;
    const qint64 huge = qint64{1} << 40;
    for (int i = 0; i < 100; ++i) {
        sums.append(huge);
    }
    QCOMPARE(sums.total(), 100 * huge);
    QCOMPARE(sums.before(99), 99 * huge);
    QCOMPARE(sums.blockOfRow(99 * huge - 1), 98);
    QCOMPARE(sums.blockOfRow(99 * huge), 99);
    QCOMPARE(sums.blockOfRow(1000 * huge), 99);
}

void TestRowSums::randomOperations()
{
    for (quint32 seed = 1; seed <= asMany(40U); ++seed) {
        QRandomGenerator random(seed);
        RowSums sums;
        Model model;
        for (int step = 0; step < 300; ++step) {
            const int what = random.bounded(10);
            if (what < 5 || model.rows.empty()) {
                const qint64 rows = random.bounded(3) == 0 ? 0 : random.bounded(5);
                sums.append(rows);
                model.rows.push_back(rows);
            } else if (what < 9) {
                const auto i = static_cast<std::size_t>(random.bounded(static_cast<int>(model.rows.size())));
                model.rows[i] = random.bounded(4);
                sums.set(model.begin + static_cast<qint64>(i), model.rows[i]);
            } else if (random.bounded(40) == 0) {
                sums.clear();
                model = Model();
            } else {
                const int count = random.bounded(std::min(9, static_cast<int>(model.rows.size()) + 1));
                model.rows.erase(model.rows.begin(), model.rows.begin() + count);
                model.begin += count;
                sums.dropFront(model.begin);
            }
            if (step % 7 == 0) {
                compare(sums, model);
            }
        }
        compare(sums, model);
        if (QTest::currentTestFailed()) {
            qWarning("seed %u", seed);
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestRowSums)
#include "tst_rowsums.moc"
