// SPDX-License-Identifier: MIT
#include "ui/SendArea.h"

#include "app/net/HostText.h"
#include "app/net/UdpTransport.h"
#include "app/payload/DynamicContext.h"
#include "app/text/Encoding.h"
#include "ui/BoxContent.h"
#include "ui/DroppedFile.h"
#include "ui/FilePanel.h"
#include "ui/Fonts.h"
#include "ui/Hint.h"
#include "ui/PayloadHint.h"
#include "ui/SendBox.h"
#include "ui/SendRow.h"
#include "ui/UdpPeerChoice.h"

#include <QDropEvent>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QStatusTipEvent>

namespace netassist {

namespace {

/// A box longer than this (UTF-16 units) is read when typing pauses, not at each key.
constexpr qsizetype kReadAtOnce = qsizetype{256} << 10;
constexpr int kPauseMs = 250;

} // namespace

SendArea::SendArea(QWidget* parent)
    : QWidget(parent),
      m_row(new SendRow(this)),
      m_edit(new SendBox(this)),
      m_hint(new PayloadHint(this)),
      m_file(new FilePanel(this)),
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
    layout->addWidget(m_file, 1, 0);
    layout->addWidget(m_send, 1, 1);
    layout->addWidget(m_hint, 2, 0, 1, 2);
    layout->setRowStretch(1, 1);
    m_file->hide();
    setAcceptDrops(true);

    m_readLater.setSingleShot(true);
    m_readLater.setInterval(kPauseMs);
    connect(&m_readLater, &QTimer::timeout, this, &SendArea::read);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SendArea::readSoon);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SendArea::textChanged);
    connect(m_edit, &PayloadEdit::submitted, this, &SendArea::send);
    connect(m_edit, &SendBox::fileDropped, this, &SendArea::fileDropped);
    connect(m_edit, &SendBox::loadRequested, this, &SendArea::loadRequested);
    connect(m_file, &FilePanel::changed, this, &SendArea::updateButton);
    connect(m_file, &FilePanel::submitted, this, &SendArea::send);
    connect(m_edit, &SendBox::historyWalked, this, &SendArea::historyWalked);
    connect(m_send, &QPushButton::clicked, this, &SendArea::send);
    connect(m_row, &SendRow::chosenConnectionChanged, this, &SendArea::updateButton);
    connect(m_row, &SendRow::chosenConnectionChanged, this, &SendArea::chosenConnectionChanged);
    connect(&udpPeers(), &UdpPeerChoice::remoteChanged, this, &SendArea::read);
    connect(&udpPeers(), &UdpPeerChoice::returnPressed, this, &SendArea::send);
    connect(m_row, &SendRow::disconnectRequested, this, &SendArea::disconnectRequested);
    connect(m_row, &SendRow::clearLogRequested, this, &SendArea::clearLogRequested);
    connect(m_row, &SendRow::clearBoxRequested, this, &SendArea::clearBox);
    read();
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
    const Result<QString, PayloadError> converted = BoxContent::converted(m_edit->text(), m_options, mode);
    if (!converted) {
        showConversionError(mode, converted.error());
        return false;
    }
    m_options.mode = mode;
    m_edit->setText(converted.value());
    read();
    return true;
}

void SendArea::setSendsFile(bool on)
{
    m_sendsFile = on;
    const bool hadFocus = m_edit->hasFocus();
    m_edit->setVisible(!on);
    m_hint->setVisible(!on);
    m_file->setVisible(on);
    if (on)
        m_file->look();
    if (hadFocus && on)
        m_file->firstField()->setFocus();
    updateButton();
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

bool SendArea::isSomebodyThere() const
{
    return m_somebodyThere && chosenConnection().has_value() && (!isUdp() || udpPeers().endpoint().has_value());
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

void SendArea::setBoxFont(const QFont& font)
{
    m_edit->setFont(onGrid(font));
}

QWidget& SendArea::box() const
{
    return m_sendsFile ? *m_file->firstField() : *m_edit;
}

void SendArea::focusBox() const
{
    box().setFocus();
}

Result<PayloadParts, PayloadError> SendArea::preview(const ChecksumSettings& checksum) const
{
    PayloadOptions options = m_options;
    options.checksum = checksum;
    return buildParts(m_edit->text(), options);
}

void SendArea::send()
{
    if (m_repeating || (m_repeats && !m_sendsFile && (isUdp() || !m_edit->text().isEmpty()) && isSomebodyThere()))
        Q_EMIT repeatToggled();
    else if (m_sendsFile)
        sendFile();
    else if (sendNow() != Sending::Sent)
        tellWhyNot();
}

/// In the status bar, for the keys: they also work while the button is off.
void SendArea::tellWhyNot()
{
    QStatusTipEvent why(whyNothingIsSent());
    m_hasToldWhyNot = !why.tip().isEmpty();
    QCoreApplication::sendEvent(this, &why);
}

void SendArea::sendFile()
{
    const std::optional<ConnectionId> to = chosenConnection();
    m_file->look();
    if (m_send->isEnabled() && to)
        Q_EMIT sendFileRequested(m_file->path(), *to, m_file->pacing());
    else
        tellWhyNot();
}

SendArea::Sending SendArea::sendNow()
{
    const QString text = m_edit->text();
    const std::optional<ConnectionId> to = chosenConnection();
    if (!isSomebodyThere() || !to)
        return Sending::NobodyThere;
    if (text.isEmpty() && !isUdp()) // an empty datagram is one too
        return Sending::BoxEmpty;
    // Built from what the box holds now, whatever has been read of it before.
    const Result<QByteArray, PayloadError> payload = buildPayload(text, m_options);
    if (!payload || (isUdp() && payload.value().size() > datagramLimit())) {
        read();
        return Sending::BoxWrong;
    }
    if (payload.value().isEmpty() && !isUdp())
        return Sending::BoxEmpty;
    if (m_options.dynamics != nullptr && m_options.dynamics->isPeerUsed()) {
        Q_EMIT sendForPeerRequested(text, *to);
    } else {
        if (m_options.dynamics != nullptr)
            m_options.dynamics->advance();
        Q_EMIT sendRequested(payload.value(), *to);
    }
    Q_EMIT sent();
    return Sending::Sent;
}

void SendArea::showError(const PayloadError& error)
{
    m_edit->markError(error.position, error.length);
    m_hint->setError(error);
}

void SendArea::setRepeats(bool on)
{
    m_repeats = on;
    if (!on)
        m_hint->setRepeat(std::nullopt);
    updateButton();
}

void SendArea::showRepeat(bool running, qint64 sent, qint64 skipped)
{
    m_repeating = running;
    udpPeers().setRepeating(running);
    if (m_repeats)
        m_hint->setRepeat(PayloadHint::Repeat{sent, skipped});
    updateButton();
}

void SendArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        read(); // what is told of it is in the new language then
    QWidget::changeEvent(event);
}

void SendArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SendArea::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // whatever was proposed: the file stays where it is
    event->accept();
    Q_EMIT fileDropped(path);
}

void SendArea::clearBox()
{
    if (m_options.dynamics != nullptr)
        m_options.dynamics->restartCounters();
    m_edit->clear();
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
    m_send->setText(m_repeating ? tr("Stop") : tr("Send"));
    m_hint->setAimError(aimError());
    const QString why = m_repeating ? QString() : whyNothingIsSent();
    if (m_hasToldWhyNot)
        tellWhyNot(); // as it is now
    // Switched off with the focus on it, it would give that to whatever comes next in the window.
    if (!why.isEmpty() && window()->focusWidget() == m_send)
        focusBox();
    m_send->setEnabled(why.isEmpty());
    if (m_repeating)
        setHint(*m_send, tr("Stop repeating (Ctrl+Enter)"));
    else if (!why.isEmpty())
        setHint(*m_send, why);
    else if (m_sendsFile)
        setHint(*m_send, tr("Send the file (Ctrl+Enter)"));
    else if (m_repeats)
        setHint(*m_send, tr("Start repeating what is in the box (Ctrl+Enter)"));
    else if (m_payloadBytes == 0)
        setHint(*m_send, tr("Send an empty datagram (Ctrl+Enter)"));
    else if (m_file->isRunning())
        setHint(*m_send, tr("Send what is in the box (Ctrl+Enter), behind the file that is being sent"));
    else
        setHint(*m_send, tr("Send what is in the box (Ctrl+Enter)"));
}

QString SendArea::whyNothingIsSent() const
{
    if (m_sendsFile && m_file->isRunning())
        return tr("A file is being sent: wait for it or cancel it");
    if (m_sendsFile && !m_file->isReady())
        return tr("There is nothing to send: choose a file");
    if (!m_sendsFile && m_payloadBytes < 0)
        return tr("Nothing is sent while the box holds an error: the line below says which");
    if (!m_sendsFile && m_tooLarge && m_payloadBytes > 0)
        return tr("The box holds more than fits into a datagram: the line below says how much");
    if (!m_sendsFile && m_payloadBytes == 0 && !isUdp())
        return tr("There is nothing to send: type it into the box");
    if (!m_somebodyThere && isUdp())
        return tr("The UDP socket is not open: open it first");
    if (!m_somebodyThere)
        return m_protocol == Protocol::TcpServer
                   ? tr("There is nobody to send to: open the server, then a client has to connect")
                   : tr("There is nobody to send to: connect to a server first");
    return aimError();
}

QString SendArea::aimError() const
{
    if (isUdp())
        return udpPeers().endpoint() ? QString() : tr("The remote host is not complete: write it like 127.0.0.1:8080");
    if (m_somebodyThere && !chosenConnection().has_value())
        return tr("The client that was chosen has gone: choose another one, or all clients");
    return {};
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

} // namespace netassist
