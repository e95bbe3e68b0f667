// SPDX-License-Identifier: MIT
#include "app/base/DiskThread.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

using namespace netassist;

class TestDiskThread final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToDo() { const DiskThread thread; }

    void inOrderAndElsewhere()
    {
        constexpr int kPieces = 1000;
        std::vector<int> done;
        std::thread::id where;
        std::promise<void> last;
        DiskThread thread;
        for (int piece = 0; piece < kPieces; ++piece)
            thread.post([&done, piece] { done.push_back(piece); });
        thread.post([&] {
            where = std::this_thread::get_id();
            last.set_value();
        });
        last.get_future().wait();
        QVERIFY(where != std::this_thread::get_id());
        QCOMPARE(done.size(), static_cast<std::size_t>(kPieces));
        for (int piece = 0; piece < kPieces; ++piece)
            QCOMPARE(done[static_cast<std::size_t>(piece)], piece);
    }

    void whatWorkHoldsIsGivenBackThere()
    {
        std::promise<std::thread::id> where;
        struct Held {
            explicit Held(std::promise<std::thread::id>& place) : m_place(place) {}
            Held(const Held&) = delete;
            Held& operator=(const Held&) = delete;
            ~Held() { m_place.set_value(std::this_thread::get_id()); }
            std::promise<std::thread::id>& m_place;
        };
        DiskThread thread;
        auto held = std::make_shared<Held>(where);
        thread.post([held = std::move(held)] { Q_UNUSED(held) });
        QVERIFY(where.get_future().get() != std::this_thread::get_id());
    }

    void theEndWaitsForNothingAndDropsTheRest()
    {
        std::atomic<int> done = 0;
        std::promise<void> begun;
        std::promise<void> goOn;
        std::promise<void> dropped;
        {
            DiskThread thread;
            thread.post([&] {
                begun.set_value();
                goOn.get_future().wait();
                ++done;
            });
            const auto held = std::shared_ptr<int>(new int(100), [&dropped](const int* number) {
                delete number;
                dropped.set_value();
            });
            thread.post([&done, held] { done += *held; });
            begun.get_future().wait();
        }
        QCOMPARE(done, 0);
        goOn.set_value();
        dropped.get_future().wait();
        QCOMPARE(done, 1);
    }
};

QTEST_GUILESS_MAIN(TestDiskThread)
#include "tst_diskthread.moc"
