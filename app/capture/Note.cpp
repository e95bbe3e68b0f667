// SPDX-License-Identifier: MIT
#include "app/capture/Note.h"

#include "app/base/SystemWords.h"

#include <QCoreApplication>

namespace netassist {

namespace {

constexpr char kSeparator = '\xFF'; // never part of UTF-8

/// English template; %1 … are the details, %9 is "client" or "clients" by the second detail. Empty: no such kind.
const char* englishTemplate(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Listening:
        return QT_TRANSLATE_NOOP("Note", "Listening on %1");
    case NoteKind::StoppedListening:
        return QT_TRANSLATE_NOOP("Note", "Stopped listening on %1");
    case NoteKind::ClientConnected:
        return QT_TRANSLATE_NOOP("Note", "Client %1 connected (%2 %9)");
    case NoteKind::ClientDisconnected:
        return QT_TRANSLATE_NOOP("Note", "Client %1 disconnected (%2 %9)");
    case NoteKind::Connecting:
        return QT_TRANSLATE_NOOP("Note", "Connecting to %1");
    case NoteKind::Connected:
        return QT_TRANSLATE_NOOP("Note", "Connected to %1 from %2");
    case NoteKind::Disconnected:
        return QT_TRANSLATE_NOOP("Note", "Disconnected from %1");
    case NoteKind::ConnectCancelled:
        return QT_TRANSLATE_NOOP("Note", "Connecting to %1 cancelled");
    case NoteKind::UnsentDiscarded:
        return QT_TRANSLATE_NOOP("Note", "%2 bytes waiting for %1 were not sent");
    case NoteKind::OldestDropped:
        return QT_TRANSLATE_NOOP("Note", "Oldest data dropped: %1 bytes so far, the limit is %2 bytes");
    case NoteKind::RecordsDropped:
        return QT_TRANSLATE_NOOP("Note", "Oldest records dropped: %1 so far, the limit is %2 records");
    case NoteKind::SettingsDamaged:
        return QT_TRANSLATE_NOOP("Note", "Settings file %1 was damaged: kept as %2, started with defaults");
    case NoteKind::CommandsImported:
        return QT_TRANSLATE_NOOP("Note", "%2 quick commands imported from %1");
    case NoteKind::ShortcutsLeftOut:
        return QT_TRANSLATE_NOOP("Note", "%2 shortcut keys of %1 cannot be had, or are in use, and were left out");
    case NoteKind::SequenceStopped:
        return QT_TRANSLATE_NOOP("Note", "Sequence “%1” stopped: nobody is there to send to");
    case NoteKind::NextAddress:
        return QT_TRANSLATE_NOOP("Note", "No connection to %1 (%3), trying %2");
    case NoteKind::FileSaved:
        return QT_TRANSLATE_NOOP("Note", "Saved as %1");
    case NoteKind::FileSaveCancelled:
        return QT_TRANSLATE_NOOP("Note", "Saving as %1 was given up; nothing there has changed");
    case NoteKind::UdpBound:
        return QT_TRANSLATE_NOOP("Note", "UDP socket bound to %1");
    case NoteKind::UdpClosed:
        return QT_TRANSLATE_NOOP("Note", "UDP socket at %1 closed");
    case NoteKind::GroupJoined:
        return QT_TRANSLATE_NOOP("Note", "Joined group %1");
    case NoteKind::GroupLeft:
        return QT_TRANSLATE_NOOP("Note", "Left group %1");
    case NoteKind::Reconnecting:
        return QT_TRANSLATE_NOOP("Note", "Next attempt to connect to %1 in %2 s");
    case NoteKind::RuleLimited:
        return QT_TRANSLATE_NOOP(
            "Note",
            "Automatic replies held back: rule %1 may answer %2 times a second; raise its limit if that is meant");
    case NoteKind::RepliesLimited:
        return QT_TRANSLATE_NOOP(
            "Note", "Automatic replies held back: %1 a second is the limit of all; raise it if that is meant");
    case NoteKind::RepliesSkipped:
        return QT_TRANSLATE_NOOP(
            "Note", "Automatic replies: %1 sends faster than rules can be looked for, some of it is not looked at");
    case NoteKind::RepliesWaiting:
        return QT_TRANSLATE_NOOP("Note", "Automatic replies held back: %1 wait for their delay already");
    case NoteKind::FileSendStarted:
        return QT_TRANSLATE_NOOP("Note", "Sending file %1 (%2 bytes) to %3");
    case NoteKind::FileSendToAllStarted:
        return QT_TRANSLATE_NOOP("Note", "Sending file %1 (%3 bytes) to all %2 %9");
    case NoteKind::FileSent:
        return QT_TRANSLATE_NOOP("Note", "File %1 sent to %3: %2 bytes");
    case NoteKind::FileSentToAll:
        return QT_TRANSLATE_NOOP("Note", "File %1 sent to %2 %9: %3 bytes each");
    case NoteKind::FileSendCancelled:
        return QT_TRANSLATE_NOOP("Note", "Sending file %1 cancelled: %2 of %3 bytes went");
    case NoteKind::SavingStarted:
        return QT_TRANSLATE_NOOP("Note", "Saving to file %1");
    case NoteKind::SavingStopped:
        return QT_TRANSLATE_NOOP("Note", "Saving to file %1 stopped: %2 bytes written");
    case NoteKind::RepeatNobodyThere:
        return QT_TRANSLATE_NOOP("Note", "Repeating stopped, %1 sent: nobody is connected any more");
    case NoteKind::RepeatWhileClosed:
        return QT_TRANSLATE_NOOP("Note", "Repeating stopped, %1 sent: the UDP socket is closed");
    case NoteKind::RepeatBoxWrong:
        return QT_TRANSLATE_NOOP("Note",
                                 "Repeating stopped, %1 sent: the send box holds an error, see the line below it");
    case NoteKind::RepeatBoxEmpty:
        return QT_TRANSLATE_NOOP("Note", "Repeating stopped, %1 sent: the send box is empty");
    case NoteKind::RepeatRefused:
        return QT_TRANSLATE_NOOP("Note", "Repeating stopped, %1 sent: the next one could not be sent");
    case NoteKind::PortInUse:
        return QT_TRANSLATE_NOOP("Note", "%1 is in use by another program: close it or choose another port");
    case NoteKind::NoPermission:
        return QT_TRANSLATE_NOOP("Note", "no permission for %1: choose a port from 1024 up or ask the administrator");
    case NoteKind::AddressNotLocal:
        return QT_TRANSLATE_NOOP("Note", "%1 is not an address of this machine: choose one from the list");
    case NoteKind::AddressInvalid:
        return QT_TRANSLATE_NOOP("Note", "“%1” is not an address: write one like 127.0.0.1 or ::1");
    case NoteKind::PortInvalid:
        return QT_TRANSLATE_NOOP("Note", "“%1” is not a port: write a number from 1 to 65535");
    case NoteKind::HostNotFound:
        return QT_TRANSLATE_NOOP("Note", "host of %1 not found: check the name and the network");
    case NoteKind::Refused:
        return QT_TRANSLATE_NOOP("Note", "connection to %1 refused: is a server listening there?");
    case NoteKind::TimedOut:
        return QT_TRANSLATE_NOOP("Note", "connection to %1 timed out: check the address and the firewall");
    case NoteKind::Unreachable:
        return QT_TRANSLATE_NOOP("Note", "%1 is unreachable: check the address and the network");
    case NoteKind::Reset:
        return QT_TRANSLATE_NOOP("Note", "connection reset by %1: the other program broke it off");
    case NoteKind::OtherNetworkError:
        return QT_TRANSLATE_NOOP("Note", "connection at %1 failed: %2");
    case NoteKind::AcceptFailed:
        return QT_TRANSLATE_NOOP("Note", "a new client could not be accepted at %1: %2");
    case NoteKind::SendQueueFull:
        return QT_TRANSLATE_NOOP("Note", "not sent to %1: %2 bytes wait already, with it there would be more than %3; "
                                         "the peer does not read");
    case NoteKind::TooManyClients:
        return QT_TRANSLATE_NOOP(
            "Note", "a new client was turned away at %1, the limit is %2 %9: disconnect some or raise the limit");
    case NoteKind::SendQueuesFull:
        return QT_TRANSLATE_NOOP("Note", "not sent to %1 more peers: too many bytes wait already (limit %2 for each)");
    case NoteKind::SendTooLarge:
        return QT_TRANSLATE_NOOP(
            "Note", "not sent to %1: %2 bytes are more than may wait (limit %3): send less at once or raise the limit");
    case NoteKind::CopyTooLarge:
        return QT_TRANSLATE_NOOP(
            "Note", "not copied: it would be more than %1 characters: select less, or save the log as a file");
    case NoteKind::CopyGap:
        return QT_TRANSLATE_NOOP("Note",
                                 "copied with a gap: up to %1 records went from the log, dropped or cleared, before "
                                 "they could be copied: copy less at once, or raise the capture limit");
    case NoteKind::SendWithoutPeer:
        return QT_TRANSLATE_NOOP("Note", "not sent: nobody is connected");
    case NoteKind::StoreFailed:
        return QT_TRANSLATE_NOOP(
            "Note",
            "the log cannot be stored in %1 (%2): make room or allow writing there; meanwhile only the newest %3 bytes "
            "are kept");
    case NoteKind::StoreBehind:
        return QT_TRANSLATE_NOOP(
            "Note",
            "the disk of %1 does not take the log for now: receiving, and files being sent, wait until it does");
    case NoteKind::StoreRecovered:
        return QT_TRANSLATE_NOOP("Note", "The log is stored in %1 again");
    case NoteKind::EncodingUnavailable:
        return QT_TRANSLATE_NOOP("Note", "encoding %1 is not available on this machine: choose another one");
    case NoteKind::FileWriteFailed:
        return QT_TRANSLATE_NOOP("Note", "%1 cannot be written: %2");
    case NoteKind::FileUnreadable:
        return QT_TRANSLATE_NOOP("Note", "file %1 cannot be read: %2");
    case NoteKind::FileEmpty:
        return QT_TRANSLATE_NOOP("Note", "file %1 is empty: there is nothing to send");
    case NoteKind::FileTooLarge:
        return QT_TRANSLATE_NOOP("Note",
                                 "file %1 is not loaded: it has %2 bytes, the box takes %3: send it as a file instead");
    case NoteKind::FileSendBusy:
        return QT_TRANSLATE_NOOP("Note", "not sent: file %1 is still being sent: wait for it or cancel it");
    case NoteKind::FileSendFailed:
        return QT_TRANSLATE_NOOP("Note", "sending file %1 broken off, %3 of %4 bytes went: %2");
    case NoteKind::FileShrunk:
        return QT_TRANSLATE_NOOP(
            "Note", "sending file %1 broken off, %2 of %3 bytes went: another program has made the file shorter");
    case NoteKind::FileChanged:
        return QT_TRANSLATE_NOOP("Note",
                                 "file %1 changed while it was being sent: old and new may be mixed, send it again");
    case NoteKind::FileGone:
        return QT_TRANSLATE_NOOP(
            "Note", "file %1 was removed while it was being sent: what it held is sent as far as it can be read");
    case NoteKind::FilePeerLost:
        return QT_TRANSLATE_NOOP("Note", "%1 went while file %2 was being sent to it: it got %3 of %4 bytes");
    case NoteKind::FilePeersLost:
        return QT_TRANSLATE_NOOP("Note", "%2 more %9 went while file %1 was being sent to them");
    case NoteKind::FileRefused:
        return QT_TRANSLATE_NOOP("Note",
                                 "file %1 may not have reached %2 whole: at least %3 datagrams to it were refused "
                                 "while the file's %4 went");
    case NoteKind::SavingFailed:
        return QT_TRANSLATE_NOOP("Note", "saving to file %1 stopped after %3 bytes: %2");
    case NoteKind::SavingGone:
        return QT_TRANSLATE_NOOP(
            "Note", "saving to file %1 stopped after %2 bytes: another program has removed or replaced the file");
    case NoteKind::SavingGap:
        return QT_TRANSLATE_NOOP(
            "Note", "%2 bytes of the log were dropped before they could be saved to file %1: the disk is too slow");
    case NoteKind::ExportGap:
        return QT_TRANSLATE_NOOP(
            "Note", "saved as %1 with a gap: up to %2 records were dropped from the log before they could be "
                    "written: raise the capture limit");
    case NoteKind::SettingsNotSaved:
        return QT_TRANSLATE_NOOP("Note", "settings cannot be saved in %1: %2");
    case NoteKind::RemoteInvalid:
        return QT_TRANSLATE_NOOP(
            "Note", "not sent: “%1” is not a host with its port: write it like 127.0.0.1:8080 or [::1]:8080");
    case NoteKind::SendWhileClosed:
        return QT_TRANSLATE_NOOP("Note", "not sent: the UDP socket is not open: open it first");
    case NoteKind::RemoteOutOfReach:
        return QT_TRANSLATE_NOOP(
            "Note",
            "not sent to %1: it cannot be reached from %2, one is IPv4 and the other IPv6: choose another local "
            "host");
    case NoteKind::DatagramTooLarge:
        return QT_TRANSLATE_NOOP("Note",
                                 "not sent to %1: %2 bytes are more than a datagram holds (%3): send less at once");
    case NoteKind::DatagramNotSent:
        return QT_TRANSLATE_NOOP("Note", "not sent to %1: %2: check the remote host and the local host");
    case NoteKind::DatagramRefused:
        return QT_TRANSLATE_NOOP("Note", "datagram to %1 refused: no program listens there");
    case NoteKind::DatagramUndelivered:
        return QT_TRANSLATE_NOOP("Note", "datagram to %1 not delivered: %2");
    case NoteKind::DatagramsLost:
        return QT_TRANSLATE_NOOP("Note", "datagrams lost at %1: %2, they came faster than they could be taken");
    case NoteKind::GroupFailed:
        return QT_TRANSLATE_NOOP("Note", "group %1 cannot be joined: %2");
    case NoteKind::GroupNotHeard:
        return QT_TRANSLATE_NOOP("Note", "group %1 cannot be heard at %2: close, and open with local host %3");
    case NoteKind::GroupInvalid:
        return QT_TRANSLATE_NOOP("Note", "“%1” is not a group: write an address from 224.0.0.0 to 239.255.255.255, or "
                                         "one that begins with ff");
    case NoteKind::InterfaceUnknown:
        return QT_TRANSLATE_NOOP("Note", "there is no network interface %1: choose another one");
    case NoteKind::RuleTooCostly:
        return QT_TRANSLATE_NOOP(
            "Note", "automatic reply rule %1 takes too long to look for and was stopped: make its expression simpler");
    case NoteKind::ReplyWrong:
        return QT_TRANSLATE_NOOP("Note",
                                 "automatic reply of rule %1 cannot be sent: its row in Automatic replies says why");
    case NoteKind::CommandInvalid:
        return QT_TRANSLATE_NOOP("Note", "“%1” not sent: correct its content at line %2, column %3");
    case NoteKind::CommandEmpty:
        return QT_TRANSLATE_NOOP("Note", "“%1” not sent: it has no content");
    case NoteKind::ChosenClientGone:
        return QT_TRANSLATE_NOOP("Note",
                                 "not sent: the client that was chosen has gone: choose another one, or all clients");
    case NoteKind::CommandsUnreadable:
        return QT_TRANSLATE_NOOP("Note", "quick commands cannot be read from %1: %2");
    case NoteKind::CommandsTooLarge:
        return QT_TRANSLATE_NOOP("Note", "quick commands not imported: %1 is longer than %2 bytes");
    case NoteKind::CommandsTooMany:
        return QT_TRANSLATE_NOOP("Note", "quick commands not imported from %1: there may be %2 at most");
    case NoteKind::CommandsNone:
        return QT_TRANSLATE_NOOP("Note",
                                 "there are no quick commands in %1: choose a file that was exported, or a CSV file");
    case NoteKind::CommandsNotJson:
        return QT_TRANSLATE_NOOP("Note", "quick commands not imported: %1 is no valid JSON, see line %2");
    case NoteKind::CommandsBadQuotes:
        return QT_TRANSLATE_NOOP("Note",
                                 "quick commands not imported: in %1, a quotation mark of line %2 is not closed");
    case NoteKind::CommandsBadField:
        return QT_TRANSLATE_NOOP("Note", "quick commands not imported: in %1, line %2, “%3” does not fit its column");
    }
    return "";
}

/// Which of the details is words of the system's; none: < 0.
qsizetype systemsWordsAmong(NoteKind kind)
{
    switch (kind) {
    case NoteKind::OtherNetworkError:
    case NoteKind::AcceptFailed:
    case NoteKind::StoreFailed:
    case NoteKind::FileWriteFailed:
    case NoteKind::FileUnreadable:
    case NoteKind::FileSendFailed:
    case NoteKind::SavingFailed:
    case NoteKind::SettingsNotSaved:
    case NoteKind::DatagramNotSent:
    case NoteKind::DatagramUndelivered:
    case NoteKind::GroupFailed:
    case NoteKind::CommandsUnreadable:
        return 1;
    case NoteKind::NextAddress:
        return 2;
    default:
        return -1;
    }
}

QString fill(const QString& text, const QStringList& details)
{
    const QString noun = details.value(1) == QLatin1String("1") ? QStringLiteral("client") : QStringLiteral("clients");
    // One pass, so that a %1 inside a detail stays as it is.
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text.at(i) == QLatin1Char('%') && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (!isPlace) {
            filled += text.at(i);
            continue;
        }
        const int number = text.at(++i).digitValue();
        filled += number == 9 ? noun : details.value(number - 1);
    }
    return filled;
}

} // namespace

bool Note::isError() const
{
    return kind >= NoteKind::PortInUse && kind != NoteKind::StoreRecovered;
}

bool Note::isOverOnceSending() const
{
    const auto isAmong = [this](NoteKind first, NoteKind last) { return kind >= first && kind <= last; };
    return isAmong(NoteKind::PortInUse, NoteKind::SendWithoutPeer) ||
           isAmong(NoteKind::RemoteInvalid, NoteKind::DatagramUndelivered) || kind == NoteKind::ChosenClientGone;
}

QString Note::line() const
{
    const QString text = fill(QString::fromUtf8(englishTemplate(kind)), details);
    return isError() ? QStringLiteral("Error: ") + text : text;
}

QString Note::sentence() const
{
    QStringList local = details;
    if (const qsizetype words = systemsWordsAmong(kind); words >= 0 && words < local.size())
        local[words] = localWords(local[words]);
    const QString text = fill(QCoreApplication::translate("Note", englishTemplate(kind)), local);
    return isError() ? QCoreApplication::translate("Note", "Error: %1").arg(text) : text;
}

QByteArray Note::pack() const
{
    QByteArray bytes(1, static_cast<char>(kind));
    for (const QString& detail : details) {
        bytes += kSeparator;
        bytes += detail.toUtf8();
    }
    return bytes;
}

Note Note::unpack(QByteArrayView bytes)
{
    const auto kind = bytes.isEmpty() ? NoteKind::OtherNetworkError : static_cast<NoteKind>(bytes.front());
    if (bytes.isEmpty() || *englishTemplate(kind) == '\0') {
        return {NoteKind::OtherNetworkError, {}};
    }
    Note note{kind, {}};
    const QByteArrayView rest = bytes.sliced(1);
    qsizetype from = 1; // behind the separator
    while (from <= rest.size()) {
        qsizetype to = rest.indexOf(kSeparator, from);
        to = to < 0 ? rest.size() : to;
        note.details += QString::fromUtf8(rest.sliced(from, to - from));
        from = to + 1;
    }
    return note;
}

} // namespace netassist
