// SPDX-License-Identifier: MIT
#include "tests/bench/Flood.h"

#include "tests/bench/Clock.h"

#include <algorithm>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace netassist::bench {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

int connectLoopback(quint16 port, bool noDelay)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = noDelay ? 1 : 0;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

LoopbackListener listenLoopback()
{
    LoopbackListener listener;
    listener.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(listener.descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::listen(listener.descriptor, 16) == 0 &&
        ::getsockname(listener.descriptor, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        listener.port = ntohs(address.sin_port);
    return listener;
}

bool sendAll(int descriptor, const char* data, qsizetype size)
{
    while (size > 0) {
        const ssize_t count = ::send(descriptor, data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return false;
        data += std::max<ssize_t>(count, 0);
        size -= std::max<ssize_t>(count, 0);
    }
    return true;
}

Flood::Flood(quint16 port, const Content& content, FloodPlan plan)
    : m_thread([this, port, &content, plan] { run(port, content, plan); })
{}

Flood::~Flood()
{
    m_stop = true;
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR); // a write that nobody reads ends too
    m_thread.join();
    for (const int socket : m_sockets)
        ::close(socket);
}

void Flood::run(quint16 port, const Content& content, FloodPlan plan)
{
    std::vector<int> sockets;
    for (int i = 0; i < plan.clients; ++i)
        sockets.push_back(connectLoopback(port, plan.noDelay));
    m_failed = std::any_of(sockets.cbegin(), sockets.cend(), [](int socket) { return socket < 0; });
    m_sockets = std::move(sockets);
    m_started.set_value(now()); // after it the sockets are only read
    if (!m_failed)
        send(content, plan);
}

void Flood::send(const Content& content, FloodPlan plan)
{
    QByteArray block;
    for (qint64 number = 0; number < content.blockCount(); ++number) {
        content.makeBlock(number, block);
        for (qsizetype at = 0; at < block.size(); at += plan.writeBytes) {
            const qsizetype count = std::min(plan.writeBytes, block.size() - at);
            for (const int socket : m_sockets) {
                if (m_stop || !sendAll(socket, block.constData() + at, count)) {
                    m_failed = !m_stop;
                    return;
                }
            }
        }
    }
}

} // namespace netassist::bench
