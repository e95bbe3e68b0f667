// SPDX-License-Identifier: MIT
#include "tests/bench/Wait.h"

#include "tests/bench/Clock.h"

#include <QEventLoop>
#include <QTimer>

namespace netassist::bench {

bool waitUntil(const std::function<bool()>& condition, double seconds)
{
    const double deadline = now() + seconds;
    QEventLoop loop;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    bool holds = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        holds = condition();
        if (holds || now() > deadline)
            loop.quit();
    });
    look.start(1);
    loop.exec();
    return holds;
}

void pause(double seconds)
{
    (void)waitUntil([] { return false; }, seconds);
}

} // namespace netassist::bench
