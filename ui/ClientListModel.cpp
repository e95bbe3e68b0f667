// SPDX-License-Identifier: MIT
#include "ui/ClientListModel.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace netassist {

namespace {

/// A transport numbers its connections, a capture its peers: together they never name two different ones.
quint64 keyOf(const PeerInfo& peer)
{
    return (quint64{peer.connection} << 32U) | peer.peer;
}

} // namespace

void ClientListModel::setPeers(const QList<PeerInfo>& peers)
{
    removeAllBut(peers);
    if (isSubsequenceOf(peers)) {
        insertMissing(peers);
    } else {
        beginResetModel();
        m_peers = peers;
        endResetModel();
    }
    // Behind the rows: a row's text changes by dataChanged() alone.
    if (std::exchange(m_count, m_peers.size()) != m_peers.size())
        retranslate();
}

int ClientListModel::rowOf(ConnectionId connection) const
{
    if (connection == 0)
        return kAllRow;
    const auto found = std::find_if(m_peers.begin(), m_peers.end(),
                                    [connection](const PeerInfo& peer) { return peer.connection == connection; });
    return found == m_peers.end() ? -1 : static_cast<int>(found - m_peers.begin()) + 1;
}

ConnectionId ClientListModel::connectionAt(int row) const
{
    return row > kAllRow && row <= m_peers.size() ? m_peers.at(row - 1).connection : 0;
}

void ClientListModel::retranslate()
{
    Q_EMIT dataChanged(index(kAllRow), index(kAllRow), {Qt::DisplayRole});
}

int ClientListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_peers.size()) + 1;
}

QVariant ClientListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return index.row() == kAllRow ? tr("All clients (%1)").arg(m_count) : m_peers.at(index.row() - 1).label;
}

void ClientListModel::removeAllBut(const QList<PeerInfo>& kept)
{
    QSet<quint64> keys;
    keys.reserve(kept.size());
    for (const PeerInfo& peer : kept)
        keys.insert(keyOf(peer));
    // In runs, from the end: the rows in front keep their numbers.
    for (qsizetype end = m_peers.size(); end > 0;) {
        if (keys.contains(keyOf(m_peers.at(end - 1)))) {
            --end;
            continue;
        }
        qsizetype begin = end - 1;
        while (begin > 0 && !keys.contains(keyOf(m_peers.at(begin - 1))))
            --begin;
        beginRemoveRows({}, static_cast<int>(begin) + 1, static_cast<int>(end));
        m_peers.remove(begin, end - begin);
        endRemoveRows();
        end = begin;
    }
}

bool ClientListModel::isSubsequenceOf(const QList<PeerInfo>& wanted) const
{
    qsizetype at = 0;
    for (const PeerInfo& peer : wanted) {
        if (at < m_peers.size() && keyOf(m_peers.at(at)) == keyOf(peer))
            ++at;
    }
    return at == m_peers.size();
}

void ClientListModel::insertMissing(const QList<PeerInfo>& wanted)
{
    for (qsizetype at = 0; at < wanted.size();) {
        const bool present = at < m_peers.size() && keyOf(m_peers.at(at)) == keyOf(wanted.at(at));
        if (present) {
            ++at;
            continue;
        }
        // Up to the next one that is there already: it is this one's place in the list that is to be.
        qsizetype end = wanted.size();
        if (at < m_peers.size()) {
            const quint64 next = keyOf(m_peers.at(at));
            const auto found = std::find_if(wanted.begin() + at, wanted.end(),
                                            [next](const PeerInfo& peer) { return keyOf(peer) == next; });
            end = found - wanted.begin();
        }
        beginInsertRows({}, static_cast<int>(at) + 1, static_cast<int>(end));
        m_peers = m_peers.first(at) + wanted.sliced(at, end - at) + m_peers.sliced(at);
        endInsertRows();
        at = end;
    }
}

} // namespace netassist
