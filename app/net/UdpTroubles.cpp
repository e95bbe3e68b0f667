// SPDX-License-Identifier: MIT
#include "app/net/UdpTroubles.h"

#include "app/base/SystemWords.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QtEndian>

#include <array>
#include <cstring>
#include <utility>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <ctime>

#include <linux/errqueue.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace netassist {

#ifdef Q_OS_LINUX

namespace {

constexpr std::size_t kControlBytes = 512;

Endpoint endpointOf(const sockaddr_storage& address)
{
    if (address.ss_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof(in));
        return Endpoint::of(QHostAddress(qFromBigEndian(in.sin_addr.s_addr)), qFromBigEndian(in.sin_port));
    }
    sockaddr_in6 in6{};
    std::memcpy(&in6, &address, sizeof(in6));
    QHostAddress host(in6.sin6_addr.s6_addr);
    if (in6.sin6_scope_id != 0)
        host.setScopeId(QNetworkInterface::interfaceNameFromIndex(static_cast<int>(in6.sin6_scope_id)));
    return Endpoint::of(host, qFromBigEndian(in6.sin6_port));
}

/// The system's error number that came along; 0: none.
int errorIn(msghdr& message)
{
    for (cmsghdr* control = CMSG_FIRSTHDR(&message); control != nullptr; control = CMSG_NXTHDR(&message, control)) {
        const bool isError = (control->cmsg_level == IPPROTO_IP && control->cmsg_type == IP_RECVERR) ||
                             (control->cmsg_level == IPPROTO_IPV6 && control->cmsg_type == IPV6_RECVERR);
        if (!isError)
            continue;
        sock_extended_err error{};
        std::memcpy(&error, CMSG_DATA(control), sizeof(error));
        return static_cast<int>(error.ee_errno);
    }
    return 0;
}

} // namespace

UdpTroubles::UdpTroubles(qintptr descriptor) : m_descriptor(static_cast<int>(descriptor))
{
    const int on = 1;
    // One of them fails where the socket is not of that family; a dual one needs both.
    ::setsockopt(m_descriptor, IPPROTO_IP, IP_RECVERR, &on, sizeof(on));
    ::setsockopt(m_descriptor, IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof(on));
}

// NOLINTNEXTLINE(readability-make-member-function-const): it is taken out of the system's queue.
std::optional<UdpTroubles::Undelivered> UdpTroubles::nextUndelivered()
{
    for (;;) {
        sockaddr_storage address{};
        alignas(cmsghdr) std::array<char, kControlBytes> control{};
        msghdr message{};
        message.msg_name = &address;
        message.msg_namelen = sizeof(address);
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        if (::recvmsg(m_descriptor, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) {
            if (errno == EINTR)
                continue;
            return std::nullopt;
        }
        const int error = errorIn(message);
        if (error == 0 || message.msg_namelen == 0)
            continue;
        return Undelivered{endpointOf(address), error == ECONNREFUSED, englishWords(error)};
    }
}

quint32 UdpTroubles::newlyDropped()
{
    std::array<quint32, SK_MEMINFO_VARS> numbers{};
    socklen_t size = sizeof(numbers);
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_MEMINFO, numbers.data(), &size) != 0)
        return 0;
    const quint32 dropped = numbers.at(SK_MEMINFO_DROPS);
    return dropped - std::exchange(m_dropped, dropped);
}

#else

UdpTroubles::UdpTroubles(qintptr descriptor) : m_descriptor(static_cast<int>(descriptor)) {}

std::optional<UdpTroubles::Undelivered> UdpTroubles::nextUndelivered()
{
    return std::nullopt;
}

quint32 UdpTroubles::newlyDropped()
{
    return 0;
}

#endif

} // namespace netassist
