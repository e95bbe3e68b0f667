// SPDX-License-Identifier: MIT
#include "ui/SendArea.h"

#include "app/net/HostText.h"
#include "app/net/UdpTransport.h"
#include "app/text/Encoding.h"
#include "ui/Hint.h"
#include "ui/PayloadEdit.h"
#include "ui/PayloadHint.h"
#include "ui/SendRow.h"
#include "ui/UdpPeerChoice.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

namespace netassist {

namespace {

/// A box longer than this (UTF-16 units) is read when typing pauses, not at each key.
constexpr qsizetype kReadAtOnce = qsizetype{256} << 10;
constexpr int kPauseMs = 250;

Result<QByteArray, PayloadError> bytesOf(const QString& text, const PayloadOptions& options)
{
    if (options.mode == PayloadMode::Hex)
        return parseHex(text);
    return parseText(text, *options.encoding, options.escapes);
}

PayloadError errorAt(const QString& text, qsizetype position, const QString& reason)
{
    PayloadError error;
    error.position = position;
    const QStringView before = QStringView(text).first(position);
    error.line = static_cast<int>(before.count(u'\n')) + 1;
    error.column = static_cast<int>(position - before.lastIndexOf(u'\n'));
    error.reason = reason;
    return error;
}

} // namespace

SendArea::SendArea(QWidget* parent)
    : QWidget(parent),
      m_row(new SendRow(this)),
      m_edit(new PayloadEdit(this)),
      m_hint(new PayloadHint(this)),
      m_send(new QPushButton(this))
{
    m_options.encoding = &Encoding::utf8();
    m_row->setTitleBuddy(m_edit);
    QFont large = m_send->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_send->setFont(large);
    m_send->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_send->setMinimumSize(104, 44);
    m_edit->setMinimumHeight(44);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_row, 0, 0, 1, 2);
    layout->addWidget(m_edit, 1, 0);
    layout->addWidget(m_send, 1, 1);
    layout->addWidget(m_hint, 2, 0, 1, 2);
    layout->setRowStretch(1, 1);

    m_readLater.setSingleShot(true);
    m_readLater.setInterval(kPauseMs);
    connect(&m_readLater, &QTimer::timeout, this, &SendArea::read);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SendArea::readSoon);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SendArea::textChanged);
    connect(m_edit, &PayloadEdit::submitted, this, &SendArea::send);
    connect(m_send, &QPushButton::clicked, this, &SendArea::send);
    connect(m_row, &SendRow::chosenConnectionChanged, this, &SendArea::updateButton);
    connect(m_row, &SendRow::chosenConnectionChanged, this, &SendArea::chosenConnectionChanged);
    connect(&udpPeers(), &UdpPeerChoice::remoteChanged, this, &SendArea::read);
    connect(&udpPeers(), &UdpPeerChoice::returnPressed, this, &SendArea::send);
    connect(m_row, &SendRow::disconnectRequested, this, &SendArea::disconnectRequested);
    connect(m_row, &SendRow::clearLogRequested, this, &SendArea::clearLogRequested);
    connect(m_row, &SendRow::clearBoxRequested, m_edit, &QPlainTextEdit::clear);
    retranslate();
}

void SendArea::setOptions(const PayloadOptions& options)
{
    m_options = options;
    read();
}

bool SendArea::convertTo(PayloadMode mode)
{
    if (mode == m_options.mode)
        return true;
    const QString text = m_edit->text();
    const Result<QByteArray, PayloadError> bytes = bytesOf(text, m_options);
    if (!bytes) {
        showConversionError(mode, bytes.error());
        return false;
    }
    QString converted;
    if (mode == PayloadMode::Hex) {
        converted = toHex(bytes.value());
    } else {
        const Result<QString, PayloadError> asText = toText(bytes.value(), *m_options.encoding, m_options.escapes);
        if (!asText) {
            showConversionError(mode, asText.error());
            return false;
        }
        converted = asText.value();
        const qsizetype unholdable = PayloadEdit::firstUnholdable(converted);
        if (unholdable >= 0) {
            showConversionError(mode, errorAt(converted, unholdable,
                                              tr("a text box cannot hold the character U+%1 as it is")
                                                  .arg(converted.at(unholdable).unicode(), 4, 16, QLatin1Char('0'))));
            return false;
        }
    }
    m_options.mode = mode;
    m_edit->setText(converted);
    read();
    return true;
}

void SendArea::setProtocol(Protocol protocol)
{
    m_protocol = protocol;
    m_row->setProtocol(protocol);
    read();
}

UdpPeerChoice& SendArea::udpPeers()
{
    return m_row->udpPeers();
}

const UdpPeerChoice& SendArea::udpPeers() const
{
    return m_row->udpPeers();
}

void SendArea::setPeers(const QList<PeerInfo>& peers)
{
    m_row->setPeers(peers);
    if (!isUdp()) // it can send to those that it has never heard
        setSomebodyThere(!peers.isEmpty());
}

void SendArea::setSomebodyThere(bool on)
{
    if (m_somebodyThere == on)
        return;
    m_somebodyThere = on;
    updateButton();
}

void SendArea::setWaitingBytes(qint64 bytes)
{
    m_hint->setWaitingBytes(bytes);
}

std::optional<ConnectionId> SendArea::chosenConnection() const
{
    return m_protocol == Protocol::TcpServer ? m_row->chosenConnection() : 0;
}

QString SendArea::text() const
{
    return m_edit->text();
}

void SendArea::setText(const QString& text)
{
    m_edit->setText(text);
}

void SendArea::focusBox()
{
    m_edit->setFocus();
}

void SendArea::send()
{
    const QString text = m_edit->text();
    const std::optional<ConnectionId> to = chosenConnection();
    if ((text.isEmpty() && !isUdp()) || !m_somebodyThere || !to)
        return;
    // Built from what the box holds now, whatever has been read of it before.
    const Result<QByteArray, PayloadError> payload = buildPayload(text, m_options);
    if (!payload || (isUdp() && (payload.value().size() > datagramLimit() || !udpPeers().endpoint()))) {
        read();
        return;
    }
    if (!payload.value().isEmpty() || isUdp()) // an empty datagram is one too
        Q_EMIT sendRequested(payload.value(), *to);
}

void SendArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SendArea::readSoon()
{
    if (m_edit->document()->characterCount() <= kReadAtOnce)
        read();
    else
        m_readLater.start();
}

void SendArea::read()
{
    m_readLater.stop();
    const QString text = m_edit->text();
    const Result<QByteArray, PayloadError> payload = buildPayload(text, m_options);
    m_boxEmpty = text.isEmpty();
    if (payload) {
        m_payloadBytes = m_boxEmpty && !isUdp() ? 0 : payload.value().size();
        m_tooLarge = isUdp() && m_payloadBytes > datagramLimit();
        m_edit->clearMark();
        if (m_tooLarge)
            m_hint->setTooLarge(m_payloadBytes, datagramLimit());
        else
            m_hint->setByteCount(m_payloadBytes);
    } else {
        m_payloadBytes = -1;
        m_edit->markError(payload.error().position, payload.error().length);
        m_hint->setError(payload.error());
    }
    updateButton();
}

void SendArea::updateButton()
{
    const bool goneChosen = !chosenConnection().has_value();
    const bool noRemote = isUdp() && !udpPeers().endpoint();
    const bool isSendable = isUdp() ? m_payloadBytes >= 0 && !m_tooLarge : m_payloadBytes > 0;
    m_send->setEnabled(isSendable && m_somebodyThere && !goneChosen && !noRemote);
    if (m_payloadBytes < 0)
        setHint(*m_send, tr("Nothing is sent while the box holds an error: the line below says which"));
    else if (isUdp() && m_tooLarge)
        setHint(*m_send, tr("The box holds more than fits into a datagram: the line below says how much"));
    else if (m_payloadBytes == 0 && !isUdp())
        setHint(*m_send, tr("There is nothing to send: type it into the box"));
    else if (!m_somebodyThere)
        setHint(*m_send, isUdp()                             ? tr("The UDP socket is not open: open it first")
                         : m_protocol == Protocol::TcpServer ? tr("There is nobody to send to: no client is connected")
                                                             : tr("There is nobody to send to: connect to a server "
                                                                  "first"));
    else if (noRemote)
        setHint(*m_send, tr("The remote host is not complete: write it like 127.0.0.1:8080"));
    else if (m_payloadBytes == 0)
        setHint(*m_send, tr("Send an empty datagram (Ctrl+Enter)"));
    else if (goneChosen)
        setHint(*m_send, tr("The client that was chosen has gone: choose another one, or all clients"));
    else
        setHint(*m_send, tr("Send what is in the box (Ctrl+Enter)"));
}

/// A name may turn out to be of either family.
qint64 SendArea::datagramLimit() const
{
    const std::optional<Endpoint> to = udpPeers().endpoint();
    const bool isIPv4 = to && literalAddress(to->host).protocol() == QAbstractSocket::IPv4Protocol;
    return isIPv4 ? UdpTransport::kLimitIPv4 : UdpTransport::kLimitIPv6;
}

void SendArea::showConversionError(PayloadMode wanted, const PayloadError& error)
{
    if (wanted == PayloadMode::Hex)
        m_edit->markError(error.position, error.length);
    m_hint->setConversionError(wanted, error);
}

void SendArea::retranslate()
{
    m_send->setText(tr("Send"));
    read();
}

} // namespace netassist
