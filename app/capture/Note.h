// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace netassist {

/// Something that happened and is told in the log between the payloads. The number is written into captures' bytes.
enum class NoteKind : quint8 {
    Listening,            ///< {endpoint}
    StoppedListening,     ///< {endpoint}
    ClientConnected,      ///< {peer, number of clients now}
    ClientDisconnected,   ///< {peer, number of clients now}
    Connecting,           ///< {endpoint}
    Connected,            ///< {endpoint, local endpoint}
    Disconnected,         ///< {endpoint}: by either side, in good order
    ConnectCancelled,     ///< {endpoint}
    UnsentDiscarded,      ///< {peer, bytes}: the peer went while bytes waited for it
    OldestDropped,        ///< {bytes dropped in all, limit in bytes}
    RecordsDropped,       ///< {records dropped in all for being too many, limit in records}
    SettingsDamaged,      ///< {settings file, where it is kept now}
    FileSaved,            ///< {path}
    FileSaveCancelled,    ///< {path}
    CommandsImported,     ///< {file of quick commands, their number}
    ShortcutsLeftOut,     ///< {file of quick commands, number of keys that cannot be had}
    SequenceStopped,      ///< {page}: nobody was connected any more
    NextAddress,          ///< {endpoint that did not answer, endpoint tried now, the system's words}
    RuleLimited,          ///< {rule, its limit}: of replies a second
    RepliesLimited,       ///< {limit}: of replies a second in all
    RepliesSkipped,       ///< {peer}: some of what it sends is not looked at
    RepliesWaiting,       ///< {replies that wait}: no more may
    FileSendStarted,      ///< {path, bytes, peer}
    FileSendToAllStarted, ///< {path, number of clients, bytes}
    FileSent,             ///< {path, bytes, peer}
    FileSentToAll,        ///< {path, number of clients that got it, bytes}
    FileSendCancelled,    ///< {path, bytes that went, bytes in all, both summed over all peers}
    SavingStarted,        ///< {path}
    SavingStopped,        ///< {path, bytes written}
    RepeatNobodyThere,    ///< {sends}: repeating ended, as by the next four
    RepeatWhileClosed,    ///< {sends}: the UDP socket was closed
    RepeatBoxWrong,       ///< {sends}
    RepeatBoxEmpty,       ///< {sends}
    RepeatRefused,        ///< {sends}: the error before tells why
    UdpBound,             ///< {local endpoint}
    UdpClosed,            ///< {local endpoint}
    GroupJoined,          ///< {group, as MulticastGroup::label()}
    GroupLeft,            ///< {group}
    Reconnecting,         ///< {endpoint, seconds until the next attempt}
    // Errors from here on. Those to SendWithoutPeer are over once something goes out again: isOverOnceSending().
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
    StoreBehind,         ///< {folder}: whoever can be made to wait does
    StoreRecovered,      ///< {folder}
    EncodingUnavailable, ///< {name}
    FileWriteFailed,     ///< {path, the system's words}
    FileUnreadable,      ///< {path, the system's words}
    FileEmpty,           ///< {path}
    FileTooLarge,        ///< {path, bytes, most that the send box takes}
    FileSendBusy,        ///< {path that is being sent}
    FileSendFailed,      ///< {path, the system's words, bytes that went, bytes in all}
    FileShrunk,          ///< {path, bytes that went, bytes in all}: shorter than at the beginning
    FileChanged,         ///< {path}: while it was sent
    FileGone,            ///< {path}: likewise
    FilePeerLost,        ///< {peer, path, bytes it got, bytes of the file}
    FilePeersLost,       ///< {path, number of peers besides those told by name}
    FileRefused,         ///< {path, peer, datagrams to it refused meanwhile as far as is known, datagrams of the file}
    SavingFailed,        ///< {path, the system's words, bytes written}
    SavingGone,          ///< {path, bytes written}: somebody removed or replaced the file
    SavingGap,           ///< {path, bytes that were dropped from the log before they were written}
    ExportGap,           ///< {path, records that were dropped from the log before they were written}
    SettingsNotSaved,    ///< {path, the system's words}
    RuleTooCostly,       ///< {rule}: it is not looked for any more
    ReplyWrong,          ///< {rule}
    CommandInvalid,      ///< {name of the quick command, line, column}: its content stands for no bytes
    CommandEmpty,        ///< {name of the quick command}
    ChosenClientGone,    ///< {}
    CommandsUnreadable,  ///< {path, the system's words}
    CommandsTooLarge,    ///< {path, most bytes}
    CommandsTooMany,     ///< {path, limit}
    CommandsNone,        ///< {path}
    CommandsNotJson,     ///< {path, line}
    CommandsBadQuotes,   ///< {path, line}
    CommandsBadField,    ///< {path, line, content of the field}
    // So are these, to DatagramUndelivered.
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
    CopyTooLarge,        ///< {most characters}
    CopyGap,             ///< {records that went from the log before they were copied}
};

struct Note {
    NoteKind kind = NoteKind::Listening;
    QStringList details; ///< as listed beside the kind; numbers in plain digits

    [[nodiscard]] bool isError() const;
    /// An error of the network, or that something did not go out to a peer: past as soon as something does again. Those
    /// of files, of settings and of the store are not.
    [[nodiscard]] bool isOverOnceSending() const;
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
