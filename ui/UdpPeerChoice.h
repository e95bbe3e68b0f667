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
    /// socket, as it does by default, the first other of them is also chosen, unless the choice is being used.
    /// @param peers in the order in which they were heard first
    void setPeers(const QList<PeerInfo>& peers);
    /// What is chosen is sent to again and again: it stays.
    void setRepeating(bool on) { m_isRepeating = on; }
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
    void chooseAnother(const QList<PeerInfo>& peers);
    void clearOffered();
    void refill();
    void retranslate();

    QLabel* m_label;
    QComboBox* m_remote;
    QPushButton* m_clear;
    QPushButton* m_multicast;
    QStringList m_offered; ///< newest first
    Endpoint m_local;
    bool m_isRepeating = false;
};

} // namespace netassist
