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

    void theEndWaitsForWhatIsAtWorkAndDropsTheRest()
    {
        std::atomic<int> done = 0;
        std::promise<void> begun;
        std::promise<void> goOn;
        auto held = std::make_shared<int>(0);
        {
            DiskThread thread;
            thread.post([&] {
                begun.set_value();
                goOn.get_future().wait();
                ++done;
            });
            thread.post([&done, held] { done += *held + 100; });
            begun.get_future().wait();
            std::thread later([&goOn] {
                std::this_thread::sleep_for(std::chrono::milliseconds(20)); // the end has begun
                goOn.set_value();
            });
            later.detach();
        }
        QVERIFY(done == 1 || done == 101); // the second may have begun before the end
        QCOMPARE(held.use_count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDiskThread)
#include "tst_diskthread.moc"
