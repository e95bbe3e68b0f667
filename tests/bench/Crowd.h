// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcess>

namespace netassist::bench {

/// Thousands of clients in a process of their own, which has descriptors of its own: this program's executable, started
/// again. They do one thing together whenever told.
class Crowd final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kMessageBytes = 100;

    /// Begins to connect.
    Crowd(quint16 port, int count);
    ~Crowd() override;

    /// Each sends its message().
    void send();
    /// Each reads what is sent to it until it has so many bytes.
    void expect(qsizetype bytes);
    void close();
    /// The last thing was done by all. Runs the event loop meanwhile.
    [[nodiscard]] bool isDone();

    /// What the client of this number sends.
    [[nodiscard]] static QByteArray message(int number);
    /// For main(): if this process was started to be the crowd it becomes it. @return the exit status, or < 0
    [[nodiscard]] static int runIfAsked(int argc, char** argv);

private:
    void tell(const QByteArray& order);

    QProcess m_process;
    int m_orders = 1; ///< connecting is the first
    int m_done = 0;
};

} // namespace netassist::bench
