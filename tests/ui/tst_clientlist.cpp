// SPDX-License-Identifier: MIT
#include "tests/ui/FindByName.h"
#include "tests/unit/Patience.h"
#include "ui/ClientListModel.h"
#include "ui/SendRow.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace netassist;
using netassist::test::kPatienceMs;

namespace {

PeerInfo peer(ConnectionId number)
{
    return {number, number + 100, QStringLiteral("127.0.0.1:%1").arg(50000 + number)};
}

QList<PeerInfo> peers(std::initializer_list<ConnectionId> numbers)
{
    QList<PeerInfo> list;
    for (const ConnectionId number : numbers)
        list.append(peer(number));
    return list;
}

QStringList rows(const QAbstractItemModel& model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

QStringList expectedRows(const QList<PeerInfo>& peers)
{
    QStringList texts{QStringLiteral("All clients (%1)").arg(peers.size())};
    for (const PeerInfo& peer : peers)
        texts.append(peer.label);
    return texts;
}

} // namespace

class TestClientList final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allComesFirst()
    {
        ClientListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows(model), QStringList{QStringLiteral("All clients (0)")});
        model.setPeers(peers({1, 2}));
        QCOMPARE(rows(model), expectedRows(peers({1, 2})));
        QCOMPARE(model.connectionAt(0), 0U);
        QCOMPARE(model.connectionAt(2), 2U);
        QCOMPARE(model.connectionAt(3), 0U);
        QCOMPARE(model.rowOf(2), 2);
        QCOMPARE(model.rowOf(0), 0);
        QCOMPARE(model.rowOf(7), -1);
    }

    void takesOverOnlyTheDifference()
    {
        ClientListModel model;
        model.setPeers(peers({1, 2, 3, 4}));
        const QPersistentModelIndex third = model.index(3);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setPeers(peers({2, 3, 5, 6}));
        QCOMPARE(rows(model), expectedRows(peers({2, 3, 5, 6})));
        QVERIFY(resets.isEmpty());
        QCOMPARE(third.row(), 2);
    }

    void sameNumberOfAnotherConversationIsAnotherClient()
    {
        ClientListModel model;
        model.setPeers(peers({1}));
        const QPersistentModelIndex first = model.index(1);
        const PeerInfo later{1, 900, QStringLiteral("127.0.0.1:9")};
        model.setPeers({later});
        QVERIFY(!first.isValid());
        QCOMPARE(rows(model), expectedRows({later}));
    }

    void anyOrderComesOutRight()
    {
        ClientListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round) {
            QList<PeerInfo> wanted;
            for (ConnectionId number = 1; number <= 12; ++number) {
                if (random.bounded(2) == 1)
                    wanted.append(peer(number));
            }
            if (round % 3 == 0)
                std::shuffle(wanted.begin(), wanted.end(), random);
            model.setPeers(wanted);
            QCOMPARE(rows(model), expectedRows(wanted));
        }
    }

    void manyClientsComeAndGo()
    {
        ClientListModel model;
        QList<PeerInfo> many;
        for (ConnectionId number = 1; number <= 10000; ++number)
            many.append(peer(number));
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setPeers(many);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(model.rowCount(), 10001);
        many.remove(5000, 3);
        QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        model.setPeers(many);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(rows(model), expectedRows(many));
    }

    void choiceSurvivesArrivalsAndDepartures()
    {
        SendRow row;
        row.show();
        auto* client = findByName<QComboBox>(row, QStringLiteral("Client"));
        QVERIFY(client != nullptr);
        row.setPeers(peers({1, 2, 3}));
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 4, kPatienceMs);
        QCOMPARE(row.chosenConnection(), std::optional<ConnectionId>(0));
        client->setCurrentIndex(2);
        QCOMPARE(row.chosenConnection(), std::optional<ConnectionId>(2));
        row.setPeers(peers({2, 3, 4, 5}));
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 5, kPatienceMs);
        QCOMPARE(row.chosenConnection(), std::optional<ConnectionId>(2));
        QCOMPARE(client->currentText(), QStringLiteral("127.0.0.1:50002"));
    }

    void whatWasMeantForOneThatWentIsNotForOthers()
    {
        SendRow row;
        row.show();
        auto* client = findByName<QComboBox>(row, QStringLiteral("Client"));
        auto* disconnect = findByName<QPushButton>(row, QStringLiteral("Disconnect"));
        QVERIFY(client != nullptr && disconnect != nullptr);
        row.setPeers(peers({2, 3, 4}));
        client->setCurrentIndex(1);
        row.setPeers(peers({3, 4}));
        QTRY_COMPARE_WITH_TIMEOUT(client->count(), 3, kPatienceMs);
        QVERIFY(!row.chosenConnection().has_value());
        QVERIFY(!disconnect->isEnabled());
        row.setPeers(peers({3, 4, 5}));
        QVERIFY(!row.chosenConnection().has_value());
        client->setCurrentIndex(2);
        QCOMPARE(row.chosenConnection(), std::optional<ConnectionId>(4));
        QVERIFY(disconnect->isEnabled());
        // With everybody gone there is nobody it could go to by mistake.
        row.setPeers({});
        QCOMPARE(row.chosenConnection(), std::optional<ConnectionId>(0));
        QCOMPARE(client->currentText(), QStringLiteral("All clients (0)"));
    }

    void disconnectActsOnTheChoice()
    {
        SendRow row;
        row.show();
        auto* client = findByName<QComboBox>(row, QStringLiteral("Client"));
        auto* disconnect = findByName<QPushButton>(row, QStringLiteral("Disconnect"));
        QVERIFY(client != nullptr && disconnect != nullptr);
        QVERIFY(!disconnect->isEnabled());
        row.setPeers(peers({7, 8}));
        QTRY_VERIFY_WITH_TIMEOUT(disconnect->isEnabled(), kPatienceMs);
        QSignalSpy requests(&row, &SendRow::disconnectRequested);
        disconnect->click();
        client->setCurrentIndex(2);
        disconnect->click();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).at(0).value<ConnectionId>(), 0U);
        QCOMPARE(requests.at(1).at(0).value<ConnectionId>(), 8U);
    }
};

QTEST_MAIN(TestClientList)
#include "tst_clientlist.moc"
