// SPDX-License-Identifier: MIT
#include "app/capture/BlockQueue.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>

using namespace netassist;

class TestBlockQueue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void behavesLikeAnyQueue()
    {
        QRandomGenerator random(7);
        BlockQueue<int, 8> queue;
        std::deque<int> plain;
        for (int step = 0; step < 20'000; ++step) {
            const quint32 what = random.bounded(100U);
            if (what < 52 || plain.empty()) {
                queue.push_back(step);
                plain.push_back(step);
            } else if (what < 99) {
                queue.pop_front();
                plain.pop_front();
            } else if (random.bounded(4) == 0) {
                queue.clear();
                plain.clear();
            }
            QCOMPARE(queue.size(), plain.size());
            QCOMPARE(queue.empty(), plain.empty());
            if (plain.empty())
                continue;
            QCOMPARE(queue.front(), plain.front());
            QCOMPARE(queue[plain.size() - 1], plain.back());
            const std::size_t any = random.bounded(static_cast<quint32>(plain.size()));
            QCOMPARE(queue[any], plain[any]);
        }
    }

    void emptiedBlockByBlock()
    {
        BlockQueue<int, 4> queue;
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 8; ++i)
                queue.push_back(i);
            for (int i = 0; i < 8; ++i) {
                QCOMPARE(queue.front(), i);
                queue.pop_front();
            }
            QVERIFY(queue.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockQueue)
#include "tst_blockqueue.moc"
