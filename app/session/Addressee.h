// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/Result.h"
#include "app/capture/Note.h"
#include "app/net/Endpoint.h"
#include "app/net/HostLookup.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>

#include <deque>
#include <optional>

namespace netassist {

/// Whom datagrams go to, written as people write it: an address and a port, or a name, which is looked up for each
/// burst of payloads. Payloads come out in the order in which they went in.
class Addressee final : public QObject {
    Q_OBJECT

public:
    /// Bytes that may wait for a name.
    static constexpr qint64 kMostWaiting = qint64{16} << 20;
    static constexpr qsizetype kMostPayloads = 10'000;

    explicit Addressee(QObject* parent = nullptr);

    /// `127.0.0.1:8080`, `[::1]:8080`, `example.org:80`; blanks and a full-width colon are taken as they are meant.
    [[nodiscard]] static Result<Endpoint, Note> parse(const QString& text);

    void setText(const QString& text) { m_text = text; }
    [[nodiscard]] const QString& text() const { return m_text; }
    /// Leads to addressed() or refused(), perhaps at once.
    void send(const QByteArray& payload);
    /// The same without a payload. Leads to found() or refused().
    void find();
    /// What still waits is forgotten.
    void clear();

Q_SIGNALS:
    /// @param addresses of the host, at least one
    void addressed(const QByteArray& payload, const netassist::Endpoint& to, const QList<QHostAddress>& addresses);
    void found(const netassist::Endpoint& to, const QList<QHostAddress>& addresses);
    void refused(const netassist::Note& note);

private:
    struct Waiting {
        std::optional<QByteArray> payload;
        Endpoint to;
    };

    void take(const std::optional<QByteArray>& payload);
    void tell(const Waiting& item, const QList<QHostAddress>& addresses);
    void lookUp();
    void onLookedUp(const QList<QHostAddress>& addresses);

    QString m_text;
    std::deque<Waiting> m_waiting; ///< for the lookup of the first one's host
    qint64 m_waitingBytes = 0;
    HostLookup m_lookup;
};

} // namespace netassist
