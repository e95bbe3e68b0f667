// SPDX-License-Identifier: MIT
// Ten thousand clients connect, each sends 100 bytes, all are sent something, all close. And more clients than there
// are descriptors.
#include "tests/bench/Bench.h"
#include "tests/bench/Clock.h"
#include "tests/bench/Crowd.h"
#include "tests/bench/Floor.h"
#include "tests/bench/Memory.h"
#include "tests/bench/Reception.h"
#include "tests/bench/Wait.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <map>

#include <sys/resource.h>

using namespace netassist;
using namespace netassist::bench;

namespace {

constexpr double kLongestTurnMs = 50;
constexpr double kPatience = 120;
const QByteArray kToAll = QByteArray(100, '!');

/// Seconds of each part.
struct Parts {
    double connect = 0;
    double receive = 0;
    double sendToAll = 0;
    double close = 0;
    bool isComplete = true;
};

/// A server to put a crowd before: ours or the floor.
struct Server {
    quint16 port = 0;
    std::function<qint64()> clients;
    std::function<qint64()> received;
    std::function<void()> sendToAll;
    std::function<void()> looked = [] {}; ///< while all are connected and everything has come
};

Parts run(const Server& server, int count)
{
    Parts parts;
    double begun = now();
    const auto part = [&](const std::function<bool()>& done) {
        parts.isComplete = waitUntil(done, kPatience) && parts.isComplete;
        return now() - std::exchange(begun, now());
    };
    Crowd crowd(server.port, count);
    parts.connect = part([&] { return crowd.isDone() && server.clients() == count; });
    crowd.send();
    parts.receive = part([&] { return server.received() == count * Crowd::kMessageBytes; });
    server.looked();
    begun = now();
    crowd.expect(kToAll.size());
    server.sendToAll();
    parts.sendToAll = part([&] { return crowd.isDone(); });
    crowd.close();
    parts.close = part([&] { return server.clients() == 0; });
    return parts;
}

/// One message of every client, each by itself, hashed in order.
bool isStored(const Session& session, int count)
{
    std::map<PeerId, QByteArray> stored;
    const Capture& capture = session.capture();
    for (RecordId id = capture.begin(); id < capture.end(); ++id) {
        const Record record = capture.record(id);
        if (record.kind == RecordKind::Received)
            stored[record.peer] += capture.bytes(id);
    }
    QByteArrayList messages;
    for (const auto& [peer, bytes] : stored)
        messages.append(bytes);
    QByteArrayList sent;
    for (int number = 0; number < count; ++number)
        sent.append(Crowd::message(number));
    std::sort(messages.begin(), messages.end());
    std::sort(sent.begin(), sent.end());
    const auto hash = [](const QByteArrayList& all) {
        return QCryptographicHash::hash(all.join(), QCryptographicHash::Sha1);
    };
    return messages.size() == count && hash(messages) == hash(sent);
}

void compareClients(Bench& bench, ShownWindow& window, int count)
{
    Session& session = window.session();
    Report& report = bench.report();
    const Counters& counters = session.counters();
    double memory = 0;
    Server ours{0, [&] { return session.peers().size(); }, [&] { return counters.receivedBytes; },
                [&] { session.send(kToAll); }};
    std::array<std::vector<double>, 4> oursParts;
    std::array<std::vector<double>, 4> floorParts;
    const auto keep = [](const Parts& parts, std::array<std::vector<double>, 4>& kept) {
        kept[0].push_back(parts.connect);
        kept[1].push_back(parts.receive);
        kept[2].push_back(parts.sendToAll);
        kept[3].push_back(parts.close);
        return parts.connect + parts.receive + parts.sendToAll + parts.close;
    };
    std::vector<double> longest;
    std::vector<double> own;
    const auto runOurs = [&] {
        window.reopen();
        window.startAfresh();
        ours.port = window.port();
        const qint64 before = residentBytes();
        if (memory == 0) // later ones find memory of earlier ones
            ours.looked = [&] { memory = static_cast<double>(residentBytes() - before) / count / 1024; };
        TurnWatch turns;
        turns.start();
        const Parts parts = run(ours, count);
        ours.looked = [] {};
        turns.stop();
        longest.push_back(turns.longest());
        own.push_back(turns.longestOwn());
        report.check(parts.isComplete, QStringLiteral("clients: not all came, sent, got and went"));
        report.check(isStored(session, count), QStringLiteral("clients: what is stored is not what was sent"));
        report.check(counters.receivedBytes == count * Crowd::kMessageBytes &&
                         counters.sentBytes == count * kToAll.size(),
                     QStringLiteral("clients: counters are wrong"));
        return keep(parts, oursParts);
    };
    const auto runFloor = [&] {
        FloorServer bare;
        return keep(run({bare.port(), [&] { return bare.clients(); }, [&] { return bare.received(); },
                         [&] { bare.writeToAll(kToAll); }},
                        count),
                    floorParts);
    };
    const Medians all = inTurns(std::min(bench.rounds(), 3), runOurs, runFloor);
    report.compared(QStringLiteral("%1 clients, all of it").arg(count), all, QStringLiteral("s"));
    const std::array<QString, 4> names{QStringLiteral("  connecting"), QStringLiteral("  100 bytes of each"),
                                       QStringLiteral("  one send to all"), QStringLiteral("  closing")};
    for (std::size_t i = 0; i < names.size(); ++i)
        report.compared(names[i], {median(oursParts[i]), median(floorParts[i])}, QStringLiteral("s"));
    report.told(QStringLiteral("  memory a client"), memory, QStringLiteral("KiB"));
    report.atMost(QStringLiteral("  longest turn"), median(longest), QStringLiteral("ms"), kLongestTurnMs);
    report.told(QStringLiteral("  longest turn, own processor time"), median(own), QStringLiteral("ms"));
}

/// While it lives this process may open only so many more.
class FewDescriptors final {
public:
    explicit FewDescriptors(int more)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const auto open = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(open + more);
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;

private:
    rlimit m_before{};
};

/// Those in stay unharmed, it is told once, and those that wait come in when there is room.
void exceedDescriptors(Bench& bench, ShownWindow& window)
{
    constexpr int kRoom = 300;
    constexpr int kClients = 500;
    Session& session = window.session();
    const Counters& counters = session.counters();
    window.startAfresh();
    int told = 0;
    const QMetaObject::Connection noting =
        QObject::connect(&session, &Session::noted, &window,
                         [&told](const Note& note) { told += note.kind == NoteKind::AcceptFailed ? 1 : 0; });
    Crowd crowd(window.port(), kClients);
    bool isGood = true;
    QElapsedTimer clock; // what is quiet for a second in between is told again
    clock.start();
    {
        const FewDescriptors few(kRoom);
        isGood = waitUntil([&] { return crowd.isDone() && told > 0; }, kPatience);
        crowd.send();
        isGood = waitUntil([&] { return counters.receivedBytes == session.peers().size() * Crowd::kMessageBytes; },
                           kPatience) &&
                 isGood && told <= 1 + clock.elapsed() / 1000 && session.peers().size() < kClients &&
                 session.peers().size() >= kRoom / 2;
        bench.report().told(QStringLiteral("out of descriptors: clients in, unharmed"),
                            static_cast<double>(session.peers().size()), QStringLiteral("of 500"));
    }
    isGood = waitUntil([&] { return session.peers().size() == kClients; }, kPatience) && isGood;
    isGood = waitUntil([&] { return counters.receivedBytes == kClients * Crowd::kMessageBytes; }, kPatience) && isGood;
    bench.report().check(isGood && isStored(session, kClients),
                         QStringLiteral("out of descriptors: told too often, or clients lost"));
    QObject::disconnect(noting);
    crowd.close();
    bench.report().check(waitUntil([&] { return session.peers().isEmpty(); }, kPatience),
                         QStringLiteral("out of descriptors: clients never went"));
}

} // namespace

int main(int argc, char** argv)
{
    if (const int status = Crowd::runIfAsked(argc, argv); status >= 0)
        return status;
    Bench bench(argc, argv);
    ShownWindow window(bench.home());
    exceedDescriptors(bench, window);
    compareClients(bench, window, bench.count(10'000, 200));
    return bench.report().status();
}
