// SPDX-License-Identifier: MIT
// Loaded into a program that shows a window (LD_PRELOAD): writes when the first paint was over, on the clock of now(),
// and how much memory is in use once it is idle; then ends the program.
#include "tests/bench/Clock.h"
#include "tests/bench/Memory.h"

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
        constexpr int kIdleMs = 500;
        if (event->type() == QEvent::Paint) {
            QCoreApplication::instance()->removeEventFilter(this);
            QTimer::singleShot(0, this, [] { std::printf("%.9f ", now()); });
            QTimer::singleShot(kIdleMs, this, [] {
                std::printf("%lld\n", static_cast<long long>(residentBytes()));
                std::fflush(stdout);
                std::_Exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }
};

void watch()
{
    QCoreApplication* const application = QCoreApplication::instance();
    application->installEventFilter(new FirstPaint(application));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
