// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/Endpoint.h"
#include "app/session/Session.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace netassist {

/// Whom UDP sends to: typed, or taken from those heard so far; and the way to groups.
class UdpPeerChoice final : public QWidget {
    Q_OBJECT

public:
    /// Offered at most; the longest known go.
    static constexpr qsizetype kMostOffered = 1000;

    explicit UdpPeerChoice(QWidget* parent = nullptr);

    /// Offers those that are not offered yet, the newest first. As long as what would be sent would come back to this
    /// socket, as it does by default, the first other that is heard is also chosen.
    void setPeers(const QList<PeerInfo>& peers);
    /// Where the socket is bound.
    void setLocal(const Endpoint& local) { m_local = local; }
    /// Offered before any was heard, newest first.
    void setOffered(const QStringList& offered);
    [[nodiscard]] const QStringList& offered() const { return m_offered; }

    /// As typed.
    [[nodiscard]] QString remote() const;
    void setRemote(const QString& text);
    /// None if what is typed is no host with its port.
    [[nodiscard]] std::optional<Endpoint> endpoint() const;

Q_SIGNALS:
    void remoteChanged(const QString& text);
    void offeredChanged();
    void multicastRequested();
    void returnPressed();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] bool isOneself(const QString& remote) const;
    void clearOffered();
    void refill();
    void retranslate();

    QLabel* m_label;
    QComboBox* m_remote;
    QPushButton* m_clear;
    QPushButton* m_multicast;
    QStringList m_offered; ///< newest first
    Endpoint m_local;
};

} // namespace netassist
