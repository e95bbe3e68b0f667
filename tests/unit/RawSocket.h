// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace netassist::test {

/// A plain TCP socket on IPv4 loopback that does exactly what a test says, and nothing by itself. Connected sockets
/// do not block.
class RawSocket final {
public:
    RawSocket() = default;
    RawSocket(RawSocket&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    RawSocket& operator=(RawSocket&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;
    ~RawSocket() { close(); }

    /// @param receiveBuffer bytes, 0: the system's choice
    static RawSocket connectTo(quint16 port, int receiveBuffer = 0)
    {
        RawSocket socket;
        socket.m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (receiveBuffer > 0)
            socket.option(SOL_SOCKET, SO_RCVBUF, receiveBuffer);
        socket.option(IPPROTO_TCP, TCP_NODELAY, 1);
        const sockaddr_in address = loopback(port);
        if (::connect(socket.m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            socket.close();
        else
            socket.stopBlocking();
        return socket;
    }

    /// @param receiveBuffer of the accepted connections
    static RawSocket listening(int backlog = 16, int receiveBuffer = 0)
    {
        RawSocket socket;
        socket.m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (receiveBuffer > 0)
            socket.option(SOL_SOCKET, SO_RCVBUF, receiveBuffer);
        const sockaddr_in address = loopback(0);
        if (::bind(socket.m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
            ::listen(socket.m_descriptor, backlog) != 0)
            socket.close();
        else
            socket.stopBlocking();
        return socket;
    }

    /// It does not listen: who connects to its port is refused, and nobody else can get the port meanwhile.
    static RawSocket refusing()
    {
        RawSocket socket;
        socket.m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(0);
        if (::bind(socket.m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            socket.close();
        return socket;
    }

    /// @param waitMs who is connected by its own account may not be here yet. @return an invalid socket if nobody waits
    RawSocket accept(int waitMs = 0)
    {
        pollfd come{m_descriptor, POLLIN, 0};
        ::poll(&come, 1, waitMs);
        RawSocket socket;
        socket.m_descriptor = ::accept4(m_descriptor, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        return socket;
    }

    [[nodiscard]] bool isValid() const { return m_descriptor >= 0; }
    [[nodiscard]] quint16 localPort() const
    {
        sockaddr_in address{};
        socklen_t length = sizeof address;
        ::getsockname(m_descriptor, reinterpret_cast<sockaddr*>(&address), &length);
        return ntohs(address.sin_port);
    }

    /// @return how many bytes the system took
    qint64 write(QByteArrayView bytes)
    {
        const ssize_t count = ::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        return count < 0 ? 0 : count;
    }

    enum class ReadEnd : quint8 { NothingYet, End, Reset };
    /// Appends what has come to `to`.
    ReadEnd read(QByteArray& to, qint64 atMost = std::numeric_limits<qint64>::max())
    {
        std::array<char, 65536> buffer{};
        while (atMost > 0) {
            const auto wanted = static_cast<std::size_t>(std::min<qint64>(atMost, buffer.size()));
            const ssize_t count = ::recv(m_descriptor, buffer.data(), wanted, 0);
            if (count == 0)
                return ReadEnd::End;
            if (count < 0)
                return errno == EAGAIN || errno == EWOULDBLOCK ? ReadEnd::NothingYet : ReadEnd::Reset;
            to.append(buffer.data(), count);
            atMost -= count;
        }
        return ReadEnd::NothingYet;
    }

    void finishSending() { ::shutdown(m_descriptor, SHUT_WR); }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    /// Breaks the connection off (RST).
    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }

private:
    static sockaddr_in loopback(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    void option(int level, int name, int value) const { ::setsockopt(m_descriptor, level, name, &value, sizeof value); }
    void stopBlocking() const { ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK); }

    int m_descriptor = -1;
};

} // namespace netassist::test
