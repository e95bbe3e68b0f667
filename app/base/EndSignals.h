// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace netassist {

/// SIGINT, SIGTERM and SIGHUP (Ctrl+C in the terminal, kill, the terminal's end) as a signal of Qt, so that what is open
/// can be written and closed first. What was ignored before stays ignored (nohup). Another one ends the program as ever,
/// once kPatienceMs have passed: some send it twice, a shell that goes for one. There is at most one of these. On systems
/// without these signals it does nothing.
class EndSignals final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPatienceMs = 1000;

    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    /// From the event loop.
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace netassist
