// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QObject>

#include <array>
#include <list>
#include <memory>
#include <span>

namespace netassist {

/// Shares out the time of one event-loop turn between those who have work, such as the sockets of a transport, so that
/// a flood leaves room for everything else. Work is done at once while the turn's budget lasts; what is left waits in a
/// queue and is gone through, one step each in rotation, in the next turns.
class FairTurn final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kChunkBytes = 65536;
    static constexpr int kBudgetMs = 8;
    static constexpr int kManyMs = 1;

    using Buffer = std::array<char, kChunkBytes>;
    enum class Step : quint8 {
        Done, ///< nothing left to do
        More, ///< another step is wanted
        Many, ///< as well, and no end of them in sight: left to the queue, they have kManyMs of a turn after the first
        Gone, ///< the taker was destroyed by what its step led to
    };

    /// Someone with work to do in small steps. Calls forget() before it goes.
    class Taker {
    public:
        virtual ~Taker() = default;
        Taker(const Taker&) = delete;
        Taker& operator=(const Taker&) = delete;
        /// @param buffer scratch space, this step's alone
        virtual Step takeStep(std::span<char> buffer) = 0;

    protected:
        Taker() = default;

    private:
        friend class FairTurn;
        /// Its place, taken along into the queue and back: so waiting and being forgotten cost the same for ten
        /// thousand as for one. Empty while it waits.
        std::list<Taker*> m_place{this};
        std::list<Taker*>::iterator m_where = m_place.begin();
    };

    using QObject::QObject;

    /// Takes steps at once while the budget lasts and nobody waits, later otherwise.
    void want(Taker& taker);
    /// Takes a step in the next turn.
    void wantLater(Taker& taker);
    void forget(Taker& taker);
    /// When something that comes by itself was last let in.
    struct Admission {
        quint64 round = 0;
    };
    /// For what comes by itself, and again in the next turn where it is not dealt with, such as thousands of sockets
    /// that can be read. All of a turn share a budget of their own, and as they come in the same order each time, they are
    /// let in in rounds: nobody a second time before the others have been. @return false: not in this turn
    [[nodiscard]] bool admits(Admission& last);

private:
    void begin();
    void next();
    void enqueue(Taker& taker);

    std::list<Taker*> m_queue;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_admission;
    bool m_hasAdmitted = false; ///< in this turn
    bool m_hasRefused = false;  ///< in this turn, for want of time
    bool m_isCrowded = false;   ///< the turn before has
    quint64 m_round = 1;
    bool m_begun = false;                                          ///< next() is on its way
    std::shared_ptr<Buffer> m_buffer = std::make_shared<Buffer>(); ///< shared with running steps: they may destroy us
};

} // namespace netassist
