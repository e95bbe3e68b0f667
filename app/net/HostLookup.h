// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

class QHostInfo;

namespace netassist {

/// Asks the system for the addresses of a host, one host at a time. May be destroyed from inside its own signal.
class HostLookup final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~HostLookup() override;

    /// Leads to finished(), from the event loop. Not while one is running.
    void start(const QString& host);
    /// Nothing is told any more.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_id >= 0; }

Q_SIGNALS:
    /// @param addresses none where the host is not found. @param words why not, as QHostInfo has them
    void finished(const QList<QHostAddress>& addresses, const QString& words);

private:
    void onFinished(const QHostInfo& info);

    int m_id = -1; ///< of QHostInfo; < 0: none
};

} // namespace netassist
