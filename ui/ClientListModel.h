// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/Session.h"

#include <QAbstractListModel>
#include <QList>

namespace netassist {

/// The clients of a server to choose from: `All clients (n)`, then each, in the order they came.
class ClientListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    static constexpr int kAllRow = 0;

    /// Takes over the difference only, so that a choice in a view survives.
    void setPeers(const QList<PeerInfo>& peers);
    /// 0 for the row of all clients.
    [[nodiscard]] ConnectionId connectionAt(int row) const;
    /// kAllRow for 0, -1 for a connection that is not there.
    [[nodiscard]] int rowOf(ConnectionId connection) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void removeAllBut(const QList<PeerInfo>& kept);
    [[nodiscard]] bool isSubsequenceOf(const QList<PeerInfo>& wanted) const;
    void insertMissing(const QList<PeerInfo>& wanted);

    QList<PeerInfo> m_peers;
    qsizetype m_count = 0; ///< as the row of all clients says
};

} // namespace netassist
