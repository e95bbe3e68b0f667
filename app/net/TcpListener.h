// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/FairTurn.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <deque>
#include <memory>

namespace netassist {

/// A listening socket for bursts of thousands of clients: the descriptors are taken from the system at once, sockets
/// are made of them in turns. When the process has hardly a descriptor left, it waits for some without losing a client.
/// It may be destroyed from inside its own signals.
class TcpListener final : public QTcpServer, private FairTurn::Taker {
    Q_OBJECT

public:
    /// @param turn outlives the listener
    explicit TcpListener(FairTurn& turn, QObject* parent);
    ~TcpListener() override;

    /// @return false with serverError() and errorString()
    [[nodiscard]] bool start(const QHostAddress& address, quint16 port);

Q_SIGNALS:
    /// @param socket the receiver's from now on
    void accepted(QTcpSocket* socket);
    /// Told once for failures that follow each other; clients wait in the system until accepting works again.
    /// @param words the system's, in English
    void acceptFailed(const QString& words);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    FairTurn::Step takeStep(std::span<char> buffer) override;
    void acceptWaiting();
    void onAcceptError(const QString& words);
    void resume();

    FairTurn& m_turn;
    std::deque<qintptr> m_descriptors;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< for a client that waits
    QTimer m_retry;
    QElapsedTimer m_failed; ///< since the last time
    QString m_untoldFailure;
};

} // namespace netassist
