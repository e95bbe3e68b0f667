// SPDX-License-Identifier: MIT
#include "ui/RepeatedSend.h"

#include "app/session/Addressee.h"
#include "app/session/Session.h"
#include "ui/SendArea.h"

namespace netassist {

namespace {

constexpr int kShowMs = 100;
constexpr int kTypingMs = 300;

} // namespace

RepeatedSend::RepeatedSend(SendArea& area, Session& session, QObject* parent)
    : QObject(parent), m_area(area), m_session(session), m_repeater([this] { return tick(); })
{
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(kShowMs);
    m_applySoon.setSingleShot(true);
    m_applySoon.setInterval(kTypingMs);
    connect(&m_applySoon, &QTimer::timeout, this, [this] { m_repeater.setSettings(m_settings); });
    connect(&m_showSoon, &QTimer::timeout, this, &RepeatedSend::show);
    connect(&m_repeater, &Repeater::runningChanged, this, &RepeatedSend::show);
    connect(&m_repeater, &Repeater::ticked, this, [this] {
        if (!m_repeater.isRunning())
            show();
        else if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(&area, &SendArea::repeatToggled, this, &RepeatedSend::startOrStop);
    connect(&area, &SendArea::chosenConnectionChanged, this, &RepeatedSend::checkSomebodyThere);
    connect(&session, &Session::peersChanged, this, &RepeatedSend::checkSomebodyThere);
    connect(&session, &Session::stateChanged, this, &RepeatedSend::checkSomebodyThere);
    connect(&session, &Session::noted, this, [this](const Note& note) { m_refused = m_refused || note.isError(); });
}

void RepeatedSend::setSettings(bool on, const RepeatSettings& settings)
{
    if (settings != m_settings) {
        m_settings = settings;
        m_applySoon.start();
    }
    m_area.setRepeats(on);
    if (!on)
        m_repeater.stop();
}

void RepeatedSend::startOrStop()
{
    if (m_repeater.isRunning())
        m_repeater.stop();
    else
        m_repeater.start(m_settings);
}

Repeater::Tick RepeatedSend::tick()
{
    if (m_session.waitingBytes(m_area.chosenConnection().value_or(0)) > 0)
        return Repeater::Tick::Skipped;
    const QString sends = QString::number(m_repeater.sent());
    m_refused = false;
    switch (m_area.sendNow()) {
    case SendArea::Sending::Sent:
        if (!m_refused)
            return Repeater::Tick::Sent;
        m_session.tell({NoteKind::RepeatRefused, {sends}});
        break;
    case SendArea::Sending::BoxWrong:
        m_session.tell({NoteKind::RepeatBoxWrong, {sends}});
        break;
    case SendArea::Sending::BoxEmpty:
        m_session.tell({NoteKind::RepeatBoxEmpty, {sends}});
        break;
    case SendArea::Sending::NobodyThere:
        tellNobodyThere();
        break;
    }
    return Repeater::Tick::Failed;
}

void RepeatedSend::checkSomebodyThere()
{
    if (!m_repeater.isRunning() || (m_session.state() == TransportState::Open && m_area.isSomebodyThere()))
        return;
    m_repeater.stop();
    tellNobodyThere();
}

void RepeatedSend::tellNobodyThere()
{
    const QString sends = QString::number(m_repeater.sent());
    if (m_session.endpoint().protocol != Protocol::Udp) {
        m_session.tell({NoteKind::RepeatNobodyThere, {sends}});
    } else if (m_session.state() != TransportState::Open) {
        m_session.tell({NoteKind::RepeatWhileClosed, {sends}}); // nobody is ever connected to it
    } else {
        if (const Result<Endpoint, Note> remote = Addressee::parse(m_session.remote()); !remote)
            m_session.tell(remote.error());
        m_session.tell({NoteKind::RepeatRefused, {sends}});
    }
}

void RepeatedSend::show()
{
    m_showSoon.stop();
    m_area.showRepeat(m_repeater.isRunning(), m_repeater.sent(), m_repeater.skipped());
}

} // namespace netassist
