// SPDX-License-Identifier: MIT
// Loaded into a program that shows a window (LD_PRELOAD): writes when the first paint was over and when the last one
// was, on the clock of now(), and how much memory is in use once it is idle; then ends the program.
#include "tests/bench/Clock.h"
#include "tests/bench/Memory.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace netassist::bench;

class FirstPaint final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_isPainting) {
            m_isPainting = true;
            // All that is painted in this turn is on its way to the screen in the next.
            QTimer::singleShot(0, this, &FirstPaint::noteTime);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void noteTime()
    {
        constexpr int kIdleMs = 450; // before a cursor blinks
        m_isPainting = false;
        m_last = now();
        if (m_first <= 0)
            m_first = m_last;
        m_idle.start(kIdleMs, this);
    }

    void timerEvent(QTimerEvent* /*event*/) override
    {
        std::printf("%.9f %.9f %lld\n", m_first, m_last, static_cast<long long>(residentBytes()));
        std::fflush(stdout);
        std::_Exit(0);
    }

    double m_first = 0; // seconds, as now() has them
    double m_last = 0;
    bool m_isPainting = false;
    QBasicTimer m_idle;
};

void watch()
{
    QCoreApplication* const application = QCoreApplication::instance();
    application->installEventFilter(new FirstPaint(application));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
