// SPDX-License-Identifier: MIT
#include "ui/SessionView.h"

#include "app/session/Addressee.h"
#include "app/session/Preferences.h"
#include "app/session/TextSend.h"
#include "ui/CollapseStrip.h"
#include "ui/HistoryModel.h"
#include "ui/HistoryPage.h"
#include "ui/QuickCommandFiles.h"
#include "ui/QuickCommandModel.h"
#include "ui/QuickCommandsPage.h"
#include "ui/ReceivePanel.h"
#include "ui/ReplyPage.h"
#include "ui/SendArea.h"
#include "ui/SendFile.h"
#include "ui/SendPanel.h"
#include "ui/ToolColumn.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSplitter>

// The session's view and its tools at the right.

namespace netassist {

bool SessionView::isToolColumnShown() const
{
    return !m_toolStrip->isChecked();
}

void SessionView::setToolColumnShown(bool on)
{
    m_toolStrip->setChecked(!on);
}

int SessionView::toolColumnWidth() const
{
    return m_tools->wantedWidth() + kHandleWidth;
}

int SessionView::toolColumnLeastWidth()
{
    return ToolColumn::kLeastWidth + kHandleWidth;
}

void SessionView::showTool(QWidget& page)
{
    m_tools->setCurrentWidget(&page); // before they are seen: the page that was in front is not made for it
    setToolColumnShown(true);
    m_tools->showPage(page);
}

Message SessionView::boxMessage() const
{
    Preferences now;
    m_sendPanel->store(now);
    now.send.text = m_sendArea->text();
    return now.send;
}

void SessionView::putInBox(const Message& message)
{
    Preferences now;
    m_sendPanel->store(now);
    now.send.mode = message.mode;
    now.send.encoding = message.encoding;
    now.send.escapes = message.escapes;
    m_sendPanel->restore(now);
    m_sendFile->setSendsFile(false); // the box is to be seen
    m_sendArea->setText(message.text);
    Q_EMIT changed();
}

QString SessionView::sendMessage(const Message& message, const QString& name)
{
    const auto refuse = [this](const Note& note) {
        m_session->tell(note);
        return note.sentence();
    };
    PayloadOptions options = message.options(m_receive->encoding());
    options.dynamics = &m_commandDynamics;
    // What is wrong with the command is told before there is anybody to send it to.
    const Result<QByteArray, PayloadError> payload = buildPayload(message.text, options);
    if (!payload) {
        const QString line = QString::number(payload.error().line);
        const QString column = QString::number(payload.error().column);
        m_session->tell({NoteKind::CommandInvalid, {name, line, column}});
        return tr("“%1” not sent: line %2, column %3: %4").arg(name, line, column, payload.error().reason);
    }
    if (message.text.isEmpty() || payload.value().isEmpty())
        return refuse({NoteKind::CommandEmpty, {name}});
    const std::optional<ConnectionId> to = m_sendArea->chosenConnection();
    if (!to)
        return refuse({NoteKind::ChosenClientGone, {}});
    if (!m_session->hasRecipient())
        return refuse({NoteKind::SendWithoutPeer, {}});
    if (m_session->endpoint().protocol == Protocol::Udp) {
        if (const Result<Endpoint, Note> remote = Addressee::parse(m_session->remote()); !remote)
            return refuse(remote.error());
    }
    const Result<qint64, PayloadError> sent = sendText(*m_session, message.text, options, *to);
    return sent ? QString() : sent.error().reason; // too much for all of them together
}

CommandSequence::Outcome SessionView::sendOfSequence(const QuickCommand& command)
{
    if (!m_session->keepsUp(m_sendArea->chosenConnection().value_or(0)))
        return CommandSequence::Outcome::Waiting;
    const QString why = sendMessage(command.complete(boxMessage()), command.title());
    if (why.isEmpty())
        return CommandSequence::Outcome::Sent;
    m_quickCommands->showProblem(why);
    return CommandSequence::Outcome::Failed;
}

void SessionView::stopSequenceIfNobody()
{
    SequenceBar* const sequence = m_quickCommands->sequence();
    if (sequence == nullptr || !sequence->isRunning() || m_sendArea->isSomebodyThere())
        return;
    sequence->stop();
    m_session->tell({NoteKind::SequenceStopped, {sequence->title()}});
}

void SessionView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!QuickCommandFiles::fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SessionView::dropEvent(QDropEvent* event)
{
    const QString path = QuickCommandFiles::fileIn(*event->mimeData());
    if (path.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // whatever was proposed: the file stays where it is
    event->accept();
    showTool(*m_quickCommands);
    m_quickCommands->files().importFrom(path);
}

void SessionView::bindTools()
{
    setAcceptDrops(true);
    m_tools->addPage(*m_quickCommands);
    m_tools->addPage(*m_replies);
    m_tools->addPage(*m_history);
    m_tools->hide();
    m_toolStrip->setChecked(true);
    connect(m_toolStrip, &CollapseStrip::toggled, this, [this](bool collapsed) {
        m_tools->setVisible(!collapsed);
        Q_EMIT toolColumnShownChanged(!collapsed);
        // The log takes what is left.
        if (!collapsed)
            m_toolSplitter->setSizes({1, m_tools->wantedWidth()});
        Q_EMIT changed();
    });
    connect(m_toolSplitter, &QSplitter::splitterMoved, this, [this] {
        m_tools->setWantedWidth(m_tools->width());
        Q_EMIT changed();
    });
    connect(m_tools, &QTabWidget::currentChanged, this, &SessionView::changed);
    connect(m_replies, &ReplyPage::changed, this, &SessionView::changed);
    bindQuickCommands();
    bindHistory();
}

void SessionView::bindQuickCommands()
{
    connect(m_sendPanel, &SendPanel::quickCommandsRequested, this, [this] { showTool(*m_quickCommands); });
    connect(m_quickCommands, &QuickCommandsPage::sendRequested, this, [this](const QuickCommand& command) {
        m_quickCommands->showProblem(sendMessage(command.complete(boxMessage()), command.title()));
    });
    connect(m_quickCommands, &QuickCommandsPage::addFromBoxRequested, this, [this] {
        QuickCommand command;
        command.message = SendHistory::entryOf(boxMessage());
        command.message.encoding.clear(); // as in the send settings
        m_quickCommands->add(command);
    });
    m_quickCommands->setPreview([this](const QuickCommand& command) {
        const Message message = command.complete(boxMessage());
        PayloadOptions options = message.options(m_receive->encoding());
        options.dynamics = &m_commandDynamics;
        return buildParts(message.text, options);
    });
    connect(m_quickCommands, &QuickCommandsPage::noted, m_session, &Session::tell);
    connect(m_quickCommands, &QuickCommandsPage::changed, this, &SessionView::changed);
    m_quickCommands->setSendOfSequence([this](const QuickCommand& command) { return sendOfSequence(command); });
    connect(m_session, &Session::peersChanged, this, &SessionView::stopSequenceIfNobody);
    connect(m_session, &Session::stateChanged, this, &SessionView::stopSequenceIfNobody);
}

void SessionView::bindHistory()
{
    connect(m_sendPanel, &SendPanel::historyRequested, this, [this] { showTool(*m_history); });
    connect(m_sendArea, &SendArea::sent, this, [this] { m_history->model().add(boxMessage()); });
    connect(m_sendArea, &SendArea::historyWalked, this, [this](bool older) {
        const SendHistory& history = m_history->model().history();
        const Message box = boxMessage();
        const std::optional<Message> next = older ? m_walk.older(history, box) : m_walk.newer(history, box);
        if (next)
            putInBox(*next);
    });
    connect(m_history, &HistoryPage::picked, this, [this](const Message& entry) {
        putInBox(entry);
        m_sendArea->focusBox();
    });
    connect(m_history, &HistoryPage::changed, this, &SessionView::changed);
}

void SessionView::restoreTools(const Preferences& preferences)
{
    m_replies->restore(preferences.replies);
    m_quickCommands->model().setCommands(preferences.quickCommands);
    m_quickCommands->restoreColumns(preferences.toolColumn.commandColumns);
    m_history->model().setHistory(preferences.sendHistory);
    if (preferences.toolColumn.width > 0)
        m_tools->setWantedWidth(preferences.toolColumn.width);
    m_tools->setCurrentPage(preferences.toolColumn.page);
    setToolColumnShown(preferences.toolColumn.shown);
}

void SessionView::storeTools(Preferences& preferences) const
{
    preferences.replies = m_replies->settings();
    preferences.quickCommands = m_quickCommands->model().commands();
    preferences.sendHistory = m_history->model().history();
    preferences.toolColumn.shown = isToolColumnShown();
    preferences.toolColumn.width = m_tools->wantedWidth();
    preferences.toolColumn.page = m_tools->currentPage();
    preferences.toolColumn.commandColumns = m_quickCommands->columnsState();
}

} // namespace netassist
