// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace netassist {

/// When to try again: after a while, and after twice as long each time that comes to nothing.
class ReconnectTimer final : public QObject {
    Q_OBJECT

public:
    explicit ReconnectTimer(QObject* parent = nullptr);

    /// Waits, then tells due(). @param firstSeconds before the first attempt. @return the seconds that it waits now
    int wait(int firstSeconds);
    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }
    void stop() { m_timer.stop(); }
    /// It has worked: the next wait is a first one.
    void reset();

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
    int m_next = 0; ///< seconds; 0: the first wait is next
};

} // namespace netassist
