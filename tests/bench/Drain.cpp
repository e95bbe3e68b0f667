// SPDX-License-Identifier: MIT
#include "tests/bench/Drain.h"

#include "tests/bench/Clock.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace netassist::bench {

namespace {

constexpr qsizetype kReadBytes = 256 * 1024;
constexpr qint64 kStepsPerSecond = 20; // of a slow one

} // namespace

Drain::Drain(const Content& content, qint64 bytesPerSecond)
    : m_thread([this, &content, bytesPerSecond] { run(content, bytesPerSecond); })
{}

Drain::~Drain()
{
    ::shutdown(m_listener.descriptor, SHUT_RDWR); // ends accept(), and the next line recv()
    ::shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    ::close(m_socket);
    ::close(m_listener.descriptor);
}

void Drain::run(const Content& content, qint64 bytesPerSecond)
{
    m_socket = ::accept4(m_listener.descriptor, nullptr, nullptr, SOCK_CLOEXEC);
    if (m_socket >= 0)
        read(content, bytesPerSecond);
}

void Drain::read(const Content& content, qint64 bytesPerSecond)
{
    std::vector<char> buffer(kReadBytes);
    QByteArray expected;
    content.makeBlock(0, expected);
    qsizetype at = 0; // in the expected block
    qint64 block = 0;
    const qint64 wanted =
        bytesPerSecond > 0 ? std::min<qint64>(bytesPerSecond / kStepsPerSecond, kReadBytes) : kReadBytes;
    while (true) {
        const ssize_t count = ::recv(m_socket, buffer.data(), static_cast<std::size_t>(wanted), 0);
        if (count <= 0)
            return;
        for (qsizetype seen = 0; seen < count;) {
            const qsizetype same = std::min<qsizetype>(count - seen, expected.size() - at);
            if (same == 0 ||
                std::memcmp(buffer.data() + seen, expected.constData() + at, static_cast<std::size_t>(same)) != 0) {
                m_right = false;
                return;
            }
            seen += same;
            at += same;
            if (at == expected.size() && block + 1 < content.blockCount()) {
                content.makeBlock(++block, expected);
                at = 0;
            }
        }
        m_received += count;
        if (m_received == content.size())
            m_finished = now();
        if (bytesPerSecond > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(1000 / kStepsPerSecond));
    }
}

} // namespace netassist::bench
