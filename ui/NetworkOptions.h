// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/ClientOptions.h"
#include "app/net/MulticastOptions.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace netassist {

class MulticastDialog;
class Session;
struct Preferences;

/// The options of a session that have dialogs of their own: keeps them, shows the dialogs, and hands what is chosen to
/// the session.
class NetworkOptions final : public QObject {
    Q_OBJECT

public:
    /// @param session outlives this. @param window that the dialogs belong to, and this too
    NetworkOptions(Session& session, QWidget& window);

    void showConnection();
    void showMulticast();

    void restore(const Preferences& preferences);
    void store(Preferences& preferences) const;

Q_SIGNALS:
    void changed();

private:
    void setClient(const ClientOptions& options);
    void setMulticast(const MulticastOptions& options);
    void showState();

    Session& m_session;
    QWidget& m_window;
    ClientOptions m_client;
    MulticastOptions m_multicast;
    QPointer<MulticastDialog> m_multicastDialog; ///< while it is shown
};

} // namespace netassist
