// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace netassist {

/// Something that happened and is told in the log between the payloads. The number is written into captures' bytes.
enum class NoteKind : quint8 {
    Listening,          ///< {endpoint}
    StoppedListening,   ///< {endpoint}
    ClientConnected,    ///< {peer, number of clients now}
    ClientDisconnected, ///< {peer, number of clients now}
    Connecting,         ///< {endpoint}
    Connected,          ///< {endpoint, local endpoint}
    Disconnected,       ///< {endpoint}: by either side, in good order
    ConnectCancelled,   ///< {endpoint}
    UnsentDiscarded,    ///< {peer, bytes}: the peer went while bytes waited for it
    OldestDropped,      ///< {bytes dropped in all, limit in bytes}
    RecordsDropped,     ///< {records dropped in all for being too many, limit in records}
    SettingsDamaged,    ///< {settings file, where it is kept now}
    FileSaved,          ///< {path}
    NextAddress,        ///< {endpoint that did not answer, endpoint tried now, the system's words}
    UdpBound,           ///< {local endpoint}
    UdpClosed,          ///< {local endpoint}
    GroupJoined,        ///< {group, as MulticastGroup::label()}
    GroupLeft,          ///< {group}
    Reconnecting,       ///< {endpoint, seconds until the next attempt}
    // Errors from here on.
    PortInUse,           ///< {endpoint}
    NoPermission,        ///< {endpoint}
    AddressNotLocal,     ///< {endpoint}
    AddressInvalid,      ///< {text as typed}
    PortInvalid,         ///< {text as typed}
    HostNotFound,        ///< {endpoint}
    Refused,             ///< {endpoint}
    TimedOut,            ///< {endpoint}
    Unreachable,         ///< {endpoint}
    Reset,               ///< {peer}
    OtherNetworkError,   ///< {endpoint, the system's words, as all of them by englishWords()}
    AcceptFailed,        ///< {endpoint, the system's words}
    TooManyClients,      ///< {endpoint, limit}
    SendQueueFull,       ///< {peer, bytes waiting, limit}
    SendQueuesFull,      ///< {number of peers besides those told by name, limit}
    SendTooLarge,        ///< {peer, bytes, limit}: more than may ever wait
    SendWithoutPeer,     ///< {}
    StoreFailed,         ///< {folder, the system's words, bytes kept in memory}
    StoreRecovered,      ///< {folder}
    EncodingUnavailable, ///< {name}
    FileWriteFailed,     ///< {path, the system's words}
    SettingsNotSaved,    ///< {path, the system's words}
    RemoteInvalid,       ///< {text as typed}: no host with a port to send datagrams to
    SendWhileClosed,     ///< {}: there is no UDP socket to send with
    RemoteOutOfReach,    ///< {remote, local endpoint}: of different families
    DatagramTooLarge,    ///< {peer, bytes, limit}
    DatagramNotSent,     ///< {peer, the system's words}
    DatagramRefused,     ///< {peer}: its machine says that no program listens there
    DatagramUndelivered, ///< {peer, the system's words}
    DatagramsLost,       ///< {local endpoint, number of datagrams since the last such note}
    GroupFailed,         ///< {group, the system's words}
    GroupNotHeard,       ///< {group, local endpoint, local host to open with}
    GroupInvalid,        ///< {text as typed}
    InterfaceUnknown,    ///< {name}
};

struct Note {
    NoteKind kind = NoteKind::Listening;
    QStringList details; ///< as listed beside the kind; numbers in plain digits

    [[nodiscard]] bool isError() const;
    /// The log line behind the time stamp, always English: people search logs for it.
    [[nodiscard]] QString line() const;
    /// The same in the user's language, as one sentence, for the status bar and below the line.
    [[nodiscard]] QString sentence() const;

    /// As stored in the capture. unpack() takes any bytes: what it cannot read becomes a note of kind
    /// OtherNetworkError without details.
    [[nodiscard]] QByteArray pack() const;
    [[nodiscard]] static Note unpack(QByteArrayView bytes);

    friend bool operator==(const Note&, const Note&) = default;
};

} // namespace netassist
