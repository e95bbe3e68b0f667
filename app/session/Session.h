// SPDX-License-Identifier: MIT
#pragma once

#include "app/capture/Capture.h"
#include "app/net/ClientOptions.h"
#include "app/net/MulticastOptions.h"
#include "app/net/Transport.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <memory>
#include <span>

namespace netassist {

class Addressee;
class DatagramPeers;
class FileSender;
class Sender;
class UdpTransport;
struct FilePacing;

enum class Protocol : quint8 { TcpServer, TcpClient, Udp };

struct SessionEndpoint {
    Protocol protocol = Protocol::TcpServer;
    Endpoint endpoint; ///< local for a server and UDP, remote for a client

    friend bool operator==(const SessionEndpoint&, const SessionEndpoint&) = default;
};

/// Someone bytes can be sent to.
struct PeerInfo {
    ConnectionId connection = 0;
    PeerId peer = kNoPeer; ///< in the capture
    QString label;         ///< `127.0.0.1:56984`
};

/// What has gone in and out since the counters were last reset. 64 bit: bytes and records.
struct Counters {
    qint64 receivedRecords = 0;
    qint64 sentRecords = 0;
    qint64 receivedBytes = 0;
    qint64 sentBytes = 0; ///< taken by the system, summed over all peers
};

/// What a conversation may take at most.
struct SessionLimits {
    qint64 captureBytes = 0;                ///< stored, the oldest go past this; 0: 4 GiB or a quarter of the free disk
    qsizetype clients = 10'000;             ///< of a server at once; past it newcomers are turned away
    qint64 waitingBytes = qint64{64} << 20; ///< accepted for one peer that does not read; past it sends are refused

    // What a user may choose; tests go below.
    static constexpr qint64 kLeastBytes = qint64{1} << 20;
    static constexpr qint64 kMostCaptureBytes = qint64{1} << 50;
    static constexpr qsizetype kMostClients = 1'000'000;
    static constexpr qint64 kMostWaitingBytes = qint64{16} << 30;

    friend bool operator==(const SessionLimits&, const SessionLimits&) = default;
};

/// One conversation: a transport, the capture of all that it says, and the sender. It alone writes to the capture.
/// Knows nothing of how it is shown. GUI thread only. It may be closed, opened and destroyed from inside its own signals
/// and from inside Capture::appended(), not from inside the capture's other signals.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(const StoreLimits& limits = {}, QObject* parent = nullptr);
    ~Session() override;

    void open(const SessionEndpoint& endpoint);
    void close();
    [[nodiscard]] TransportState state() const;
    /// The endpoint last asked for.
    [[nodiscard]] const SessionEndpoint& endpoint() const { return m_endpoint; }

    /// Of UDP: those heard from or sent to, not the longest silent of thousands.
    [[nodiscard]] const QList<PeerInfo>& peers() const { return m_peers; }
    /// Whether there is anybody that send() without a connection would send to.
    [[nodiscard]] bool hasRecipient() const;
    /// `127.0.0.1:56984`; empty for one that is not there.
    [[nodiscard]] QString peerLabel(ConnectionId connection) const;
    void disconnectPeer(ConnectionId connection);

    /// Sends to one connection, or with 0 to all; with UDP 0 is the remote. What cannot be sent (nobody there, too much
    /// waiting, too large for a datagram) is noted.
    void send(const QByteArray& payload, ConnectionId to = 0);
    /// Whom UDP sends to: `ip:port`, or a name, looked up when it is needed. Anything else is told when it is sent to.
    void setRemote(const QString& text);
    /// The same as the log writes it; as it was given where it is no `host:port`.
    [[nodiscard]] QString remote() const;
    /// Sends to one connection what nobody has asked for by hand; the log says so.
    void reply(const QByteArray& payload, ConnectionId to);
    /// Streams a file to one connection, or with 0 to all: see FileSender, which tells how far it is and what came of it.
    void sendFile(const QString& path, ConnectionId to, const FilePacing& pacing);
    [[nodiscard]] FileSender& fileSender() { return *m_fileSender; }
    /// Bytes accepted for this connection (0: all) that the system has not taken yet.
    [[nodiscard]] qint64 waitingBytes(ConnectionId connection = 0) const;
    /// Whether little waits for whom a send goes to, so that more would not only pile up. Of all, on the average.
    [[nodiscard]] bool keepsUp(ConnectionId to = 0) const;

    [[nodiscard]] Capture& capture() { return *m_capture; }
    [[nodiscard]] const Capture& capture() const { return *m_capture; }
    [[nodiscard]] const Counters& counters() const { return m_counters; }
    void resetCounters();

    /// At once, also for those connected. Nobody is disconnected for it; stored data may go.
    void setLimits(const SessionLimits& limits);
    [[nodiscard]] const SessionLimits& limits() const { return m_limits; }

    /// How a TCP client connects; see TcpClientTransport::setOptions() for one that is open.
    void setClientOptions(const ClientOptions& options);
    /// What UDP does about groups, at once.
    void setMulticastOptions(const MulticastOptions& options);
    /// Of these options, the groups it is in now.
    [[nodiscard]] QList<MulticastGroup> joinedGroups() const;

    /// Puts a note of the program itself (settings, files) into the log.
    void tell(const Note& note);

Q_SIGNALS:
    void stateChanged(netassist::TransportState state);
    /// Listening or connected, at the real port when 0 was asked for.
    void opened(const netassist::Endpoint& local);
    void peersChanged();
    void joinedGroupsChanged();
    /// One of peers() is no more; peersChanged() follows.
    void peerLeft(netassist::ConnectionId connection);
    /// Is in the capture already. @param bytes valid only during the call, and while nothing is done to the session
    void received(netassist::ConnectionId connection, QByteArrayView bytes);
    /// Bytes went in or out or began to wait: look at counters() and waitingBytes(). At every read and write, so
    /// listeners only mark that there is something to look at.
    void trafficked();
    /// Everything that is noted in the log, for the status bar.
    void noted(const netassist::Note& note);

protected:
    /// What open() opens.
    [[nodiscard]] virtual std::unique_ptr<Transport> makeTransport(const SessionEndpoint& endpoint) const;

private:
    struct FileToAddress;

    /// @return false if a listener destroyed this session meanwhile
    [[nodiscard]] bool noteDown(const Note& note);
    void receiveIfKeptUp();
    void connectTransport();
    [[nodiscard]] std::span<char> roomForReceived();
    void retireTransport();
    [[nodiscard]] UdpTransport* udp() const;
    /// 0, and this has been told, where it cannot be reached.
    [[nodiscard]] ConnectionId connectionTo(const Endpoint& to, const QList<QHostAddress>& addresses);
    void sendToAddress(const QByteArray& payload, const Endpoint& to, const QList<QHostAddress>& addresses);
    void sendFileToAddress(const Endpoint& to, const QList<QHostAddress>& addresses);
    void onStateChanged(TransportState state);
    void onOpened(const Endpoint& local, const Endpoint& remote);
    void onConnected(ConnectionId connection, const Endpoint& peer);
    void onDisconnected(ConnectionId connection, bool wasReset);
    void onReceived(ConnectionId connection, QByteArrayView bytes);
    [[nodiscard]] ConnectionId recipient(ConnectionId to) const;
    [[nodiscard]] QList<PeerInfo>::const_iterator findPeer(ConnectionId connection) const;

    StoreLimits m_storeLimits; ///< as given
    SessionLimits m_limits;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<DatagramPeers> m_datagramPeers;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Addressee> m_addressee;
    std::unique_ptr<FileToAddress> m_fileToAddress; ///< waits for its remote to be looked up
    std::unique_ptr<FileSender> m_fileSender;
    std::unique_ptr<Transport> m_transport;
    SessionEndpoint m_endpoint;
    ClientOptions m_clientOptions;
    MulticastOptions m_multicastOptions;
    Endpoint m_local;        ///< the real one, once open
    QList<PeerInfo> m_peers; ///< in the order they came
    Counters m_counters;
    TransportState m_state = TransportState::Closed; ///< as last told
    bool m_closing = false;                          ///< close() is at work: an end is what the user wants
};

} // namespace netassist
