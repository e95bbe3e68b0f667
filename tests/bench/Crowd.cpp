// SPDX-License-Identifier: MIT
#include "tests/bench/Crowd.h"

#include "tests/bench/Bench.h"
#include "tests/bench/Flood.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace netassist::bench {

namespace {

bool sendMessages(const std::vector<int>& sockets)
{
    int number = 0;
    return std::all_of(sockets.cbegin(), sockets.cend(), [&number](int socket) {
        const QByteArray message = Crowd::message(number++);
        return sendAll(socket, message.constData(), message.size());
    });
}

bool readEach(const std::vector<int>& sockets, std::size_t bytes)
{
    std::vector<char> buffer(bytes);
    return std::all_of(sockets.cbegin(), sockets.cend(), [&buffer](int socket) {
        return ::recv(socket, buffer.data(), buffer.size(), MSG_WAITALL) == static_cast<ssize_t>(buffer.size());
    });
}

bool obey(const std::vector<int>& sockets, std::string_view order, std::size_t bytes)
{
    if (order == "send")
        return sendMessages(sockets);
    if (order == "expect")
        return readEach(sockets, bytes);
    for (const int socket : sockets)
        ::close(socket);
    return order == "close";
}

int runCrowd(quint16 port, int count)
{
    raiseDescriptorLimit();
    std::vector<int> sockets;
    for (int i = 0; i < count; ++i)
        sockets.push_back(connectLoopback(port, true));
    bool isGood = std::all_of(sockets.cbegin(), sockets.cend(), [](int socket) { return socket >= 0; });
    char order[16] = {};
    unsigned long bytes = 0;
    do {
        std::puts(isGood ? "done" : "failed");
        std::fflush(stdout);
        if (!isGood || std::scanf("%15s %lu", order, &bytes) != 2)
            break;
        isGood = obey(sockets, order, bytes);
    } while (true);
    return isGood ? 0 : 1;
}

} // namespace

Crowd::Crowd(quint16 port, int count)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine()) {
            if (m_process.readLine() == "done\n")
                ++m_done;
        }
    });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--crowd"), QString::number(port), QString::number(count)});
}

Crowd::~Crowd()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
}

QByteArray Crowd::message(int number)
{
    return ("client " + QByteArray::number(number)).leftJustified(kMessageBytes - 1, '.') + '\n';
}

void Crowd::send()
{
    tell("send 0\n");
}

void Crowd::expect(qsizetype bytes)
{
    tell("expect " + QByteArray::number(bytes) + '\n');
}

void Crowd::close()
{
    tell("close 0\n");
}

void Crowd::tell(const QByteArray& order)
{
    ++m_orders;
    m_process.write(order);
}

bool Crowd::isDone()
{
    return m_done == m_orders;
}

int Crowd::runIfAsked(int argc, char** argv)
{
    if (argc != 4 || std::string_view(argv[1]) != "--crowd")
        return -1;
    return runCrowd(static_cast<quint16>(std::atoi(argv[2])), std::atoi(argv[3]));
}

} // namespace netassist::bench
