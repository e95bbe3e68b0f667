// SPDX-License-Identifier: MIT
#include "ui/SessionView.h"

#include "app/base/Heap.h"
#include "app/reply/Replier.h"
#include "app/session/Preferences.h"
#include "app/session/TextSend.h"
#include "app/session/TrafficMeter.h"
#include "ui/ChecksumRow.h"
#include "ui/CollapseStrip.h"
#include "ui/FirstHint.h"
#include "ui/FocusAreas.h"
#include "ui/HistoryPage.h"
#include "ui/LogView.h"
#include "ui/NetworkOptions.h"
#include "ui/NetworkPanel.h"
#include "ui/QuickCommandsPage.h"
#include "ui/ReceivePanel.h"
#include "ui/RepeatRow.h"
#include "ui/RepeatedSend.h"
#include "ui/ReplyPage.h"
#include "ui/SaveToFile.h"
#include "ui/SendArea.h"
#include "ui/SendFile.h"
#include "ui/SendPanel.h"
#include "ui/SettingsColumn.h"
#include "ui/ToolColumn.h"
#include "ui/UdpPeerChoice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace netassist {

namespace {

constexpr int kLogHeight = 10000;
constexpr int kSendHeight = 160;
constexpr int kPeersMs = 60;

} // namespace

// The parts are made, all as children of this, in the order in which the Tab key visits them.
SessionView::SessionView(QWidget* parent)
    : QWidget(parent),
      m_session(new Session({}, this)),
      m_column(new SettingsColumn(this)),
      m_network(new NetworkPanel(this)),
      m_receive(new ReceivePanel(this)),
      m_sendPanel(new SendPanel(this)),
      m_strip(new CollapseStrip(CollapseStrip::Side::Left, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_logTitle(new QLabel(this)),
      m_log(new LogView(this)),
      m_firstHint(new FirstHint(m_session->capture(), m_log->viewport())),
      m_sendArea(new SendArea(this)),
      m_sendFile(new SendFile(*m_session, *m_sendPanel, *m_sendArea, this)),
      m_saveToFile(new SaveToFile(*m_session, *m_receive, this)),
      m_toolSplitter(new QSplitter(Qt::Horizontal, this)),
      m_tools(new ToolColumn(this)),
      m_replier(new Replier(*m_session, this)),
      m_replies(new ReplyPage(*m_replier, m_tools)),
      m_quickCommands(new QuickCommandsPage(*this)),
      m_history(new HistoryPage(this)),
      m_toolStrip(new CollapseStrip(CollapseStrip::Side::Right, this)),
      m_traffic(new TrafficMeter(*m_session, this)),
      m_options(new NetworkOptions(*m_session, *this)),
      m_repeated(new RepeatedSend(*m_sendArea, *m_session, this)),
      m_areas(new FocusAreas(this))
{
    layOut();
    bindSession();
    bindPanels();
    bindTools();
    retranslate();
    m_log->setCapture(&m_session->capture());
    updateView();
    updatePayloadOptions();
}

SessionView::~SessionView()
{
    // The session goes after the view of it, whatever the order of children; nothing is to be told meanwhile.
    m_session->disconnect(this);
    delete m_saveToFile; // writes the last of what came
    m_log->setCapture(nullptr);
}

const Encoding& SessionView::receiveEncoding() const
{
    return m_receive->encoding();
}

void SessionView::open(const SessionEndpoint& endpoint)
{
    m_network->setEndpoint(endpoint);
    m_session->open(endpoint);
}

void SessionView::openOrClose()
{
    m_network->openOrClose();
}

void SessionView::send()
{
    m_sendArea->send();
}

void SessionView::askToLoadFile()
{
    m_sendFile->askToLoad();
}

void SessionView::clearLog()
{
    m_session->capture().clear();
    trimHeap();
    Q_EMIT logCleared();
}

void SessionView::resetCounters()
{
    m_session->resetCounters();
    m_traffic->restart();
}

void SessionView::setLimits(const SessionLimits& limits)
{
    m_session->setLimits(limits);
    Q_EMIT changed();
}

void SessionView::setReceiveEncoding(const Encoding& encoding)
{
    m_receive->setEncoding(encoding);
}

void SessionView::setReceiveHex(bool on)
{
    m_receive->setHex(on);
}

bool SessionView::isSettingsColumnShown() const
{
    return !m_strip->isChecked();
}

void SessionView::setSettingsColumnShown(bool on)
{
    m_strip->setChecked(!on);
}

void SessionView::setDataFont(const QFont& font)
{
    m_dataFont = font;
    m_log->setDataFont(font);
    m_sendArea->setBoxFont(font);
}

void SessionView::setDataColors(const QColor& received, const QColor& sent)
{
    m_log->setDataColors(received, sent);
}

void SessionView::fillEmptyBox(const QString& text)
{
    if (m_sendArea->text().isEmpty())
        m_sendArea->setText(text);
}

void SessionView::focusOpenButton()
{
    m_network->focusOpenButton();
}

void SessionView::focusSendBox()
{
    m_sendArea->focusBox();
}

void SessionView::restore(const Preferences& preferences, const Encoding& fallback)
{
    m_network->restore(preferences);
    m_options->restore(preferences);
    m_sendArea->udpPeers().setOffered(preferences.udpPeers);
    m_sendArea->udpPeers().setRemote(preferences.udpRemote);
    m_receive->restore(preferences, fallback);
    m_sendPanel->restore(preferences);
    updatePayloadOptions();
    m_sendArea->setText(preferences.send.text);
    m_session->setLimits(preferences.limits);
    m_sendFile->restore(preferences.files);
    m_saveToFile->restore(preferences.files);
    m_log->setZoomSteps(preferences.zoomSteps);
    setSettingsColumnShown(!preferences.leftColumnCollapsed);
    if (!preferences.splitterState.isEmpty())
        m_splitter->restoreState(preferences.splitterState);
    restoreTools(preferences);
}

void SessionView::store(Preferences& preferences) const
{
    m_network->store(preferences);
    m_options->store(preferences);
    preferences.udpRemote = m_sendArea->udpPeers().remote();
    preferences.udpPeers = m_sendArea->udpPeers().offered().first(
        qMin<qsizetype>(m_sendArea->udpPeers().offered().size(), Preferences::kHistoryLength));
    m_receive->store(preferences);
    m_sendPanel->store(preferences);
    preferences.send.text = m_sendArea->text();
    preferences.limits = m_session->limits();
    m_sendFile->store(preferences.files);
    m_saveToFile->store(preferences.files);
    preferences.zoomSteps = m_log->zoomSteps();
    preferences.leftColumnCollapsed = !isSettingsColumnShown();
    preferences.splitterState = m_splitter->saveState();
    storeTools(preferences);
}

void SessionView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SessionView::layOut()
{
    m_column->addPanel(m_network);
    m_column->addPanel(m_receive);
    m_column->addPanel(m_sendPanel);

    QFont bold = m_logTitle->font();
    bold.setBold(true);
    m_logTitle->setFont(bold);
    m_logTitle->setBuddy(m_log);
    auto* logPane = new QWidget(m_splitter); // a window of its own would change the order of the Tab key
    auto* logLayout = new QVBoxLayout(logPane);
    logLayout->setContentsMargins(0, 0, 0, 0);
    logLayout->setSpacing(4);
    logLayout->addWidget(m_logTitle);
    logLayout->addWidget(m_log, 1);
    m_log->setMinimumHeight(80);

    m_splitter->addWidget(logPane);
    m_splitter->addWidget(m_sendArea);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(kHandleWidth);
    // The log takes what is left.
    m_splitter->setSizes({kLogHeight, kSendHeight});

    m_toolSplitter->addWidget(m_splitter);
    m_toolSplitter->addWidget(m_tools);
    m_toolSplitter->setStretchFactor(0, 1);
    m_toolSplitter->setStretchFactor(1, 0);
    m_toolSplitter->setChildrenCollapsible(false);
    m_toolSplitter->setHandleWidth(kHandleWidth);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_column);
    layout->addWidget(m_strip);
    layout->addWidget(m_toolSplitter, 1);
    layout->addWidget(m_toolStrip);

    m_areas->add(*m_column);
    m_areas->add(*m_log);
    m_areas->add(*m_sendArea, [this] { return &m_sendArea->box(); });
    m_areas->add(*m_tools, [this] { return m_tools->currentWidget(); });
}

void SessionView::bindSession()
{
    connect(m_session, &Session::stateChanged, m_network, &NetworkPanel::setState);
    connect(m_session, &Session::opened, m_network, &NetworkPanel::rememberHost);
    connect(m_session, &Session::opened, &m_sendArea->udpPeers(), &UdpPeerChoice::setLocal);
    connect(m_session, &Session::noted, this, &SessionView::noted);
    connect(m_session, &Session::peersChanged, this, &SessionView::updatePeersSoon);
    m_peersSoon.setSingleShot(true);
    m_peersSoon.setInterval(kPeersMs);
    connect(&m_peersSoon, &QTimer::timeout, this, [this] {
        m_sendArea->setPeers(m_session->peers());
        updateWaitingBytes();
    });
    connect(m_session, &Session::stateChanged, this, &SessionView::updateWaitingBytes);
    connect(m_session, &Session::stateChanged, this,
            [this] { m_sendArea->setSomebodyThere(m_session->hasRecipient()); });
    connect(&m_sendArea->udpPeers(), &UdpPeerChoice::remoteChanged, m_session, &Session::setRemote);
    connect(m_traffic, &TrafficMeter::updated, this, &SessionView::updateWaitingBytes);
    connect(m_traffic, &TrafficMeter::updated, this, &SessionView::trafficUpdated);
    connect(m_network, &NetworkPanel::openRequested, m_session, &Session::open);
    connect(m_network, &NetworkPanel::portRefused, m_session, [session = m_session](const QString& typed) {
        session->tell({NoteKind::PortInvalid, {typed}});
    });
    connect(m_network, &NetworkPanel::closeRequested, m_session, &Session::close);
    connect(m_sendArea, &SendArea::sendRequested, m_session, &Session::send);
    connect(m_sendArea, &SendArea::sendForPeerRequested, this, [this](const QString& text, ConnectionId to) {
        if (const auto sent = sendText(*m_session, text, payloadOptions(), to); !sent)
            m_sendArea->showError(sent.error());
    });
    connect(m_sendArea, &SendArea::disconnectRequested, this, &SessionView::disconnectClient);
    connect(m_sendArea, &SendArea::chosenConnectionChanged, this, &SessionView::updateWaitingBytes);
}

void SessionView::bindPanels()
{
    connect(m_network, &NetworkPanel::protocolChanged, this, [this](Protocol protocol) {
        m_sendArea->setProtocol(protocol);
        if (m_firstHint)
            m_firstHint->setSubject(protocol == Protocol::TcpClient ? FirstHint::Subject::Connecting
                                    : protocol == Protocol::Udp     ? FirstHint::Subject::Datagrams
                                                                    : FirstHint::Subject::Listening);
    });
    connect(m_network, &NetworkPanel::changed, this, &SessionView::changed);
    connect(m_network, &NetworkPanel::connectionOptionsRequested, m_options, &NetworkOptions::showConnection);
    connect(&m_sendArea->udpPeers(), &UdpPeerChoice::multicastRequested, m_options, &NetworkOptions::showMulticast);
    connect(&m_sendArea->udpPeers(), &UdpPeerChoice::remoteChanged, this, &SessionView::changed);
    connect(&m_sendArea->udpPeers(), &UdpPeerChoice::offeredChanged, this, &SessionView::changed);
    connect(m_options, &NetworkOptions::changed, this, &SessionView::changed);

    connect(m_receive, &ReceivePanel::settingsChanged, this, &SessionView::updateView);
    connect(m_receive, &ReceivePanel::settingsChanged, this, &SessionView::updatePayloadOptions);
    connect(m_receive, &ReceivePanel::settingsChanged, this, &SessionView::changed);
    connect(m_receive, &ReceivePanel::autoScrollToggled, m_log, &LogView::setFollowing);
    connect(m_receive, &ReceivePanel::autoScrollToggled, this, &SessionView::changed);
    connect(m_receive, &ReceivePanel::clearRequested, this, &SessionView::clearLog);
    connect(m_log, &LogView::followingChanged, m_receive, &ReceivePanel::setAutoScroll);
    connect(m_log, &LogView::zoomChanged, this, &SessionView::changed);
    connect(m_log, &LogView::undecodableChanged, this, &SessionView::undecodableChanged);
    connect(m_log, &LogView::copyRefused, m_session, [this](qint64 most) {
        m_session->tell({NoteKind::CopyTooLarge, {QString::number(most)}});
    });
    connect(m_log, &LogView::copyCut, m_session, [this](qint64 records) {
        m_session->tell({NoteKind::CopyGap, {QString::number(records)}});
    });

    connect(m_sendPanel, &SendPanel::modePicked, this, &SessionView::changeSendMode);
    connect(m_sendPanel, &SendPanel::optionsChanged, this, &SessionView::updatePayloadOptions);
    connect(m_sendPanel, &SendPanel::optionsChanged, this, &SessionView::changed);
    m_sendPanel->checksum().setPreview(
        [this](const ChecksumSettings& checksum) { return m_sendArea->preview(checksum); });
    connect(m_sendArea, &SendArea::clearLogRequested, this, &SessionView::clearLog);
    connect(m_sendArea, &SendArea::textChanged, this, &SessionView::changed);

    connect(m_sendFile, &SendFile::boxModeChanged, this, &SessionView::updatePayloadOptions);
    connect(m_sendFile, &SendFile::changed, this, &SessionView::changed);
    connect(m_saveToFile, &SaveToFile::changed, this, &SessionView::changed);
    connect(m_saveToFile, &SaveToFile::sizeChanged, this, &SessionView::savedSizeChanged);

    connect(m_splitter, &QSplitter::splitterMoved, this, &SessionView::changed);
    connect(m_strip, &CollapseStrip::toggled, this, [this](bool collapsed) {
        m_column->setVisible(!collapsed);
        Q_EMIT settingsColumnShownChanged(!collapsed);
        Q_EMIT changed();
    });
}

void SessionView::updateView()
{
    m_log->setViewSettings(m_receive->settings());
    m_saveToFile->setViewSettings(m_receive->settings());
}

PayloadOptions SessionView::payloadOptions()
{
    const Encoding* const encoding = m_sendPanel->encoding();
    return {m_sendPanel->mode(),
            encoding != nullptr ? encoding : &m_receive->encoding(),
            m_sendPanel->escapes(),
            m_sendPanel->ending(),
            m_sendPanel->checksum().checksum(),
            &m_dynamics};
}

void SessionView::updatePayloadOptions()
{
    m_sendArea->setOptions(payloadOptions());
    m_repeated->setSettings(m_sendPanel->repeat().isOn(), m_sendPanel->repeat().settings());
    m_replier->setReceiveEncoding(m_receive->encoding());
}

void SessionView::changeSendMode(PayloadMode mode)
{
    const bool converted = m_sendArea->convertTo(mode);
    const PayloadMode other = mode == PayloadMode::Hex ? PayloadMode::Text : PayloadMode::Hex;
    m_sendPanel->setMode(converted ? mode : other);
    Q_EMIT changed();
}

void SessionView::disconnectClient(ConnectionId connection)
{
    if (connection != 0) {
        m_session->disconnectPeer(connection);
        return;
    }
    // A copy: the list shrinks while they go.
    const QList<PeerInfo> peers = m_session->peers();
    for (const PeerInfo& peer : peers)
        m_session->disconnectPeer(peer.connection);
}

void SessionView::updatePeersSoon()
{
    m_sendArea->setSomebodyThere(m_session->hasRecipient());
    // Thousands may come at once; a copy of the list for each would cost more than the clients themselves.
    if (!m_peersSoon.isActive())
        m_peersSoon.start();
}

void SessionView::updateWaitingBytes()
{
    m_sendArea->setWaitingBytes(m_session->waitingBytes(m_sendArea->chosenConnection().value_or(0)));
}

void SessionView::retranslate()
{
    m_logTitle->setText(tr("Data log"));
    m_log->setAccessibleName(m_logTitle->text());
}

} // namespace netassist
